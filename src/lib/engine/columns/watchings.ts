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
	readonly read: ReadDashboards;
	readonly start: Uint32Array;
	readonly dashboard: Uint32Array;
	readonly from: Float64Array;
	readonly to: Float64Array;
}

/** The same watchings dashboard by dashboard, as they were read; room that was not needed stands at the end. */
interface ReadDashboards {
	readonly start: Uint32Array;
	readonly queue: Uint32Array;
	readonly from: Float64Array;
	readonly to: Float64Array;
}

/** Reads the widgets; copies those of dashboards that are the very ones `previous` has read. */
export function watchingColumns(
	dashboards: readonly Dashboard[],
	queues: Ordinals,
	previous?: WatchingColumns
): WatchingColumns {
	const known = previous?.queues === queues ? previous : undefined;
	if (known?.source === dashboards) return known;
	const read = readDashboards(dashboards, queues, known);
	const start = new Uint32Array(queues.ids.length + 1);
	const total = read.start[dashboards.length]!;
	for (let i = 0; i < total; i++) start[read.queue[i]! + 1]!++;
	for (let q = 1; q < start.length; q++) start[q]! += start[q - 1]!;
	const next = start.slice();
	const dashboard = new Uint32Array(total);
	const from = new Float64Array(total);
	const to = new Float64Array(total);
	for (let d = 0; d < dashboards.length; d++)
		for (let i = read.start[d]!; i < read.start[d + 1]!; i++) {
			const at = next[read.queue[i]!]!++;
			dashboard[at] = d;
			from[at] = read.from[i]!;
			to[at] = read.to[i]!;
		}
	return { source: dashboards, queues, read, start, dashboard, from, to };
}

function readDashboards(
	dashboards: readonly Dashboard[],
	queues: Ordinals,
	known: WatchingColumns | undefined
): ReadDashboards {
	const most = dashboards.reduce((sum, { widgets }) => sum + widgets.length, 0);
	const read = {
		start: new Uint32Array(dashboards.length + 1),
		queue: new Uint32Array(most),
		from: new Float64Array(most),
		to: new Float64Array(most)
	};
	let count = 0;
	dashboards.forEach((dashboard, d) => {
		if (known?.source[d] === dashboard)
			for (let i = known.read.start[d]!; i < known.read.start[d + 1]!; i++) {
				read.queue[count] = known.read.queue[i]!;
				read.from[count] = known.read.from[i]!;
				read.to[count++] = known.read.to[i]!;
			}
		else count = readWidgets(dashboard, queues, read, count);
		read.start[d + 1] = count;
	});
	return read;
}

/** Writes a dashboard's widgets from `count` on; answers where the next one's begin. */
function readWidgets(dashboard: Dashboard, queues: Ordinals, into: ReadDashboards, count: number): number {
	const born = fromSeconds(dashboard.createdAt);
	const gone = toSeconds(dashboard.deletedAt);
	for (const widget of dashboard.widgets) {
		const queue = queues.of(widget.queueId);
		const from = Math.max(born, fromSeconds(widget.from));
		const to = Math.min(gone, toSeconds(widget.to));
		if (queue === undefined || !(from < to)) continue;
		into.queue[count] = queue;
		into.from[count] = from;
		into.to[count++] = to;
	}
	return count;
}
