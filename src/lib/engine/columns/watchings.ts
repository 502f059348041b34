import type { Dashboard } from '$lib/domain/dashboard';
import { fromSeconds, toSeconds } from '../seconds';
import type { Ordinals } from './ordinals';

/**
 * Widgets, each during its interval cut by its dashboard's life (L3), queue by queue as in MemberColumns;
 * a queue's in the order of the dashboards' list. Those without length are left out.
 */
export interface WatchingColumns {
	readonly source: readonly Dashboard[];
	readonly queues: Ordinals;
	readonly start: Uint32Array;
	readonly dashboard: Uint32Array;
	readonly from: Float64Array;
	readonly to: Float64Array;
}

export function watchingColumns(
	dashboards: readonly Dashboard[],
	queues: Ordinals,
	previous?: WatchingColumns
): WatchingColumns {
	if (previous?.source === dashboards && previous.queues === queues) return previous;
	const found: { queue: number; dashboard: number; from: number; to: number }[] = [];
	dashboards.forEach((dashboard, d) => {
		const born = fromSeconds(dashboard.createdAt);
		const gone = toSeconds(dashboard.deletedAt);
		for (const widget of dashboard.widgets) {
			const queue = queues.of(widget.queueId);
			const from = Math.max(born, fromSeconds(widget.from));
			const to = Math.min(gone, toSeconds(widget.to));
			if (queue !== undefined && from < to) found.push({ queue, dashboard: d, from, to });
		}
	});
	const start = new Uint32Array(queues.ids.length + 1);
	for (const { queue } of found) start[queue + 1]!++;
	for (let q = 1; q < start.length; q++) start[q]! += start[q - 1]!;
	const next = start.slice();
	const dashboard = new Uint32Array(found.length);
	const from = new Float64Array(found.length);
	const to = new Float64Array(found.length);
	for (const one of found) {
		const at = next[one.queue]!++;
		dashboard[at] = one.dashboard;
		from[at] = one.from;
		to[at] = one.to;
	}
	return { source: dashboards, queues, start, dashboard, from, to };
}
