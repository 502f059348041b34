import type { Seconds } from '$lib/domain/instant';
import type { Scenario } from '$lib/domain/scenario';
import { NONE } from '$lib/domain/snapshot';
import type { Index } from './columnar';
import type { ReportDay } from './report-days';
import { inAnyOf } from './rules/agents';
import { type Moment, momentOf } from './rules/moment';
import { monitoredIn } from './rules/monitored';

/**
 * On which days each person is an agent (L4) and a viewer (L5): by person, one bit a day. A report of day k sees
 * what the reports of the other days see, through another window: one pass over the facts tells them all.
 */
export interface PartsByDay {
	readonly agent: Uint32Array;
	readonly viewer: Uint32Array;
	/** All days. */
	readonly all: number;
}

/** So many bits a number has that stays one without a sign. */
const MOST_DAYS = 31;

/** The parts on each of the days, oldest first, at most 31 of them. */
export function partsByDay(index: Index, scenario: Scenario, days: readonly ReportDay[]): PartsByDay {
	if (days.length === 0 || days.length > MOST_DAYS) throw new RangeError(`${days.length} days`);
	const first = days[0]!;
	const last = days.at(-1)!;
	const range: Moment = {
		...momentOf(index, scenario),
		start: first.startsAt,
		asOf: last.endsAt,
		end: last.endsAt + 1
	};
	const spans = daySpans(days, range.atEnd);
	return {
		agent: agentDays(index, range, spans),
		viewer: viewerDays(index, range, spans, first.endsAt),
		all: spans.all
	};
}

interface DaySpans {
	readonly all: number;
	readonly starts: Float64Array;
	readonly ends: Float64Array;
	/** Days whose report counts an overlap `[lo, hi)` (L2, A-LEAVER). */
	readonly ofOverlap: (lo: Seconds, hi: Seconds) => number;
	/** Days whose window holds a viewing at this moment. */
	readonly ofMoment: (at: Seconds) => number;
	/** Overlaps that begin by the first and end after the second count on every day. */
	readonly wholeFrom: Seconds;
	readonly wholeTo: Seconds;
}

function daySpans(days: readonly ReportDay[], atEnd: boolean): DaySpans {
	const all = bitsBelow(days.length);
	const starts = Float64Array.from(days, (day) => day.startsAt);
	const ends = Float64Array.from(days, (day) => day.endsAt);
	const closes = atEnd ? ends : starts; // what an overlap must outlast
	const between = (from: number, to: number) => bitsBelow(to) & ~bitsBelow(from);
	return {
		all,
		starts,
		ends,
		ofOverlap: (lo, hi) => between(below(ends, lo), below(closes, hi)),
		ofMoment: (at) => between(below(ends, at), below(starts, at + 1)),
		wholeFrom: ends[0]!,
		wholeTo: closes.at(-1)!
	};
}

const bitsBelow = (day: number): number => 2 ** day - 1;

/** How many of the sorted edges are less than `at`. */
function below(edges: Float64Array, at: Seconds): number {
	let low = 0;
	let high = edges.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (edges[middle]! < at) low = middle + 1;
		else high = middle;
	}
	return low;
}

function agentDays(index: Index, range: Moment, spans: DaySpans): Uint32Array {
	const { counts } = range;
	const { start, lasting, settled, person, from, to } = index.members;
	// Whatever the dashboard, and for each day its own end: `at-end` is asked of each day, not of the last.
	const { joined } = monitoredIn(index, { ...range, atEnd: false });
	const whole = new Uint8Array(lasting.length);
	for (let q = 0; q < lasting.length; q++) {
		if (settled[q]! > spans.wholeFrom) continue;
		// Whoever joined last must have been in while it was watched: the last window opens before the first day ends.
		const after = Math.max(spans.wholeTo, settled[q]!);
		for (let s = joined.start[q]!; s < joined.start[q + 1]!; s++)
			if (joined.lo[s]! <= spans.wholeFrom && joined.hi[s]! > after) whole[q] = 1;
	}
	const agent = Uint32Array.from(inAnyOf(whole, index.lasting(), counts), (one) => one * spans.all);
	for (let q = 0; q < lasting.length; q++) {
		const first = joined.start[q]!;
		const end = joined.start[q + 1]!;
		if (first === end) continue;
		for (let i = whole[q] === 1 ? lasting[q]! : start[q]!; i < start[q + 1]!; i++) {
			const who = person[i]!;
			if (counts[who] === 0 || agent[who] === spans.all) continue;
			for (let s = first; s < end; s++) {
				const lo = Math.max(from[i]!, joined.lo[s]!);
				const hi = Math.min(to[i]!, joined.hi[s]!);
				if (lo < hi) agent[who]! |= spans.ofOverlap(lo, hi);
			}
		}
	}
	return agent;
}

function viewerDays(index: Index, range: Moment, spans: DaySpans, now: Seconds): Uint32Array {
	const { openCounts, counts, start, asOf } = range;
	const { blocks, lastOpened, lastViewed } = index.viewings;
	const latest = openCounts ? lastOpened : lastViewed;
	const viewer = new Uint32Array(counts.length);
	let isAhead = false;
	for (let p = 0; p < viewer.length; p++) {
		const at = latest[p]!;
		if (at > now) isAhead = true;
		else if (at >= start && counts[p] === 1) viewer[p] = spans.ofMoment(at);
	}
	if (!isAhead) return viewer; // none but the latest matters where all days lie after it
	const daysOf = lookUp(spans, start, asOf);
	for (const { block, person, dashboard, firstAt, lastAt } of blocks) {
		if (lastAt < start || firstAt > asOf) continue;
		for (let i = 0; i < block.at.length; i++) {
			const at = block.at[i]!;
			if (at < start || at > asOf) continue;
			const who = person[block.person[i]!]!;
			if (who === NONE || counts[who] === 0) continue;
			if (openCounts || dashboard[block.dashboard[i]!] !== NONE) viewer[who]! |= daysOf(at);
		}
	}
	return viewer;
}

const HOUR = 3600;

/** `ofMoment` for millions of moments: the hour leads to the piece of time in which all moments have the same days. */
function lookUp(spans: DaySpans, start: Seconds, end: Seconds): (at: Seconds) => number {
	const edges = Float64Array.from(
		new Set([start, ...spans.starts, ...spans.ends.map((at) => at + 1)])
	).sort();
	const days = Uint32Array.from(edges, spans.ofMoment);
	const pieces = new Uint8Array(Math.floor((end - start) / HOUR) + 1);
	for (let hour = 0; hour < pieces.length; hour++) pieces[hour] = below(edges, start + hour * HOUR + 1) - 1;
	return (at) => {
		let piece = pieces[Math.floor((at - start) / HOUR)]!;
		while (piece + 1 < edges.length && edges[piece + 1]! <= at) piece++;
		return days[piece]!;
	};
}
