import { type Goal, type Ref } from '$lib/domain/goal';
import { type LessonCommand } from '$lib/domain/lesson';
import { type ScenarioFile } from '$lib/domain/scenario';
import { SAMPLES } from '../samples';

/** The moment at which the ten-license example stands. */
export const NOW = '2026-11-24T14:00:00Z';

/** A sample's file, to make a start of. */
export function sample(id: string): ScenarioFile {
	const found = SAMPLES.find((one) => one.id === id);
	if (!found) throw new Error(`no sample ${id}`);
	return found.file;
}

/** A user or a queue by extension: it stays when a name is changed. */
export const ext = (value: string): Ref => ({ by: 'extension', value });
/** Something of the start by its id. */
export const id = (value: string): Ref => ({ by: 'id', value });

export const all = (...goals: Goal[]): Goal => ({ kind: 'all', goals });
export const any = (...goals: Goal[]): Goal => ({ kind: 'any', goals });
export const not = (goal: Goal): Goal => ({ kind: 'not', goal });

/** People and queues of the ten-license example. */
export const SAM = ext('100');
export const ALICE = ext('101');
export const BOB = ext('102');
export const JOHN = ext('111');
export const KAREN = ext('123');
export const DETROIT = ext('201');
export const BELMONT = ext('202');

/** A widget on a queue since NOW. */
export const widget = (name: string, queueId: string) => ({
	id: `w-${queueId}`,
	kind: 'service-level',
	name: `${name} service level`,
	queueId,
	from: NOW
});

/** Makes a dashboard of Sam's on some queues. */
export const dashboard = (
	dashboardId: string,
	name: string,
	queues: readonly (readonly [name: string, queueId: string])[],
	sharedWith: readonly string[] = []
): LessonCommand => ({
	name: 'addDashboard',
	input: {
		dashboard: {
			id: dashboardId,
			name,
			ownerId: 'sam',
			sharedWith: [...sharedWith],
			createdAt: NOW,
			widgets: queues.map(([queue, queueId]) => widget(queue, queueId))
		}
	}
});

/** Confirms an order of lines: product, quantity, cost center. */
export const order = (
	orderId: string,
	at: string,
	...lines: readonly (readonly [
		product: 'live-reports' | 'call-queues-booster',
		quantity: number,
		center: string
	])[]
): LessonCommand => ({
	name: 'confirmOrder',
	input: {
		order: {
			id: orderId,
			at,
			lines: lines.map(([product, quantity, costCenterId]) => ({
				product,
				quantity,
				unitPrice: null,
				costCenterId
			}))
		}
	}
});

export const join = (queueId: string, ...personIds: string[]): LessonCommand => ({
	name: 'addMembers',
	input: { queueId, personIds, at: NOW }
});
