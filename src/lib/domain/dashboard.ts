import { Id } from './id';
import { Instant } from './instant';
import { z } from './zod';

export const WIDGET_KINDS = [
	'service-level',
	'calls-in-queue',
	'agents-available',
	'average-speed-of-answer',
	'average-handle-time'
] as const;
export const WidgetKind = z.enum(WIDGET_KINDS);
export type WidgetKind = z.infer<typeof WidgetKind>;

/** A widget watches one queue during `[from, to)`, cut by its dashboard's life (L3). */
export const Widget = z.strictObject({
	id: Id,
	kind: WidgetKind,
	name: z.string(),
	queueId: Id,
	from: Instant.optional(),
	to: Instant.optional()
});
export type Widget = z.infer<typeof Widget>;

export const Dashboard = z.strictObject({
	id: Id,
	name: z.string(),
	ownerId: Id,
	sharedWith: z.array(Id).optional(),
	createdAt: Instant.optional(),
	deletedAt: Instant.optional(),
	widgets: z.array(Widget)
});
export type Dashboard = z.infer<typeof Dashboard>;
