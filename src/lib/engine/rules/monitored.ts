import type { Seconds } from '$lib/domain/instant';
import type { Index } from '../columnar';
import type { Moment } from './moment';

/**
 * L3: when, in the window, each queue is watched, and by which dashboard. Watchings stand queue by queue
 * (`start`), cut to the window: `[lo, hi)`. With A-LEAVER `at-end` only those that hold at as-of are here.
 */
export interface Monitored {
	readonly start: Uint32Array;
	readonly dashboard: Uint32Array;
	readonly lo: Float64Array;
	readonly hi: Float64Array;
	/** The same whatever the dashboard, joined: a queue is monitored during these. */
	readonly joined: Intervals;
	/** By queue: 1 where some widget watches it at as-of. */
	readonly now: Uint8Array;
}

export interface Intervals {
	readonly start: Uint32Array;
	readonly lo: Float64Array;
	readonly hi: Float64Array;
}

export function monitoredIn(index: Index, { asOf, start: opens, end, atEnd }: Moment): Monitored {
	const { watchings } = index;
	const queues = index.queues.names.length;
	const start = new Uint32Array(queues + 1);
	const dashboard = new Uint32Array(watchings.dashboard.length);
	const lo = new Float64Array(watchings.dashboard.length);
	const hi = new Float64Array(watchings.dashboard.length);
	const now = new Uint8Array(queues);
	let count = 0;
	for (let q = 0; q < queues; q++) {
		for (let i = watchings.start[q]!; i < watchings.start[q + 1]!; i++) {
			const from = watchings.from[i]!;
			const to = watchings.to[i]!;
			const lasts = from <= asOf && to > asOf;
			if (lasts) now[q] = 1;
			if (atEnd ? !lasts : from > asOf || to <= opens) continue;
			dashboard[count] = watchings.dashboard[i]!;
			lo[count] = from > opens ? from : opens;
			hi[count] = to < end ? to : end;
			count++;
		}
		start[q + 1] = count;
	}
	return { start, dashboard, lo, hi, joined: join(start, lo, hi), now };
}

/** Joins the intervals of each queue that overlap or touch. */
function join(starts: Uint32Array, lo: Float64Array, hi: Float64Array): Intervals {
	const start = new Uint32Array(starts.length);
	const joinedLo = new Float64Array(lo.length);
	const joinedHi = new Float64Array(lo.length);
	let count = 0;
	for (let q = 0; q + 1 < starts.length; q++) {
		const first = starts[q]!;
		const end = starts[q + 1]!;
		const widest = first < end ? widestOf(lo, hi, first, end) : end;
		if (widest !== end) {
			joinedLo[count] = lo[widest]!;
			joinedHi[count++] = hi[widest]!;
		} else if (first < end)
			for (const [from, to] of joinSpans(spansOf(lo, hi, first, end))) {
				joinedLo[count] = from;
				joinedHi[count++] = to;
			}
		start[q + 1] = count;
	}
	return { start, lo: joinedLo, hi: joinedHi };
}

/** The interval that holds all the others, as one nearly always does; `end` where none does. */
function widestOf(lo: Float64Array, hi: Float64Array, first: number, end: number): number {
	let widest = first;
	for (let i = first + 1; i < end; i++) if (lo[i]! <= lo[widest]! && hi[i]! >= hi[widest]!) widest = i;
	for (let i = first; i < end; i++) if (lo[i]! < lo[widest]! || hi[i]! > hi[widest]!) return end;
	return widest;
}

const spansOf = (lo: Float64Array, hi: Float64Array, first: number, end: number): [Seconds, Seconds][] =>
	Array.from({ length: end - first }, (_, i) => [lo[first + i]!, hi[first + i]!]);

/** Intervals in order of time, those that overlap or touch made one. */
export function joinSpans(spans: readonly (readonly [Seconds, Seconds])[]): [Seconds, Seconds][] {
	const joined: [Seconds, Seconds][] = [];
	for (const [from, to] of [...spans].sort((a, b) => (a[0] === b[0] ? 0 : a[0] - b[0]))) {
		const last = joined.at(-1);
		if (last && from <= last[1]) last[1] = Math.max(last[1], to);
		else joined.push([from, to]);
	}
	return joined;
}
