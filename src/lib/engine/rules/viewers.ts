import { NEVER, NONE } from '$lib/domain/snapshot';
import type { BlockColumns, ViewingColumns } from '../columns/viewings';
import type { Index } from '../columnar';
import type { Moment } from './moment';

/**
 * L5: by person, 1 for a viewer of the window. A deleted dashboard's viewings count like any other. A
 * person's latest viewing decides; only where it lies later than as-of are the viewings looked at.
 */
export function viewersOf(index: Index, moment: Moment): Uint8Array {
	const { start, asOf, openCounts, counts } = moment;
	const latest = openCounts ? index.viewings.lastOpened : index.viewings.lastViewed;
	const viewer = new Uint8Array(counts.length);
	let isAhead = false;
	for (let p = 0; p < viewer.length; p++) {
		const at = latest[p]!;
		if (at > asOf) isAhead = true;
		else if (at >= start) viewer[p] = counts[p]!;
	}
	if (isAhead) eachViewing(index, moment, (who) => (viewer[who] = 1));
	return viewer;
}

export interface ViewedTimes {
	/** By person: seconds of the earliest and the latest viewing in the window, or NEVER. */
	readonly first: Float64Array;
	readonly last: Float64Array;
}

/** W4's Last Viewed, and the viewing part of L11's first activity. */
export function viewedTimes(index: Index, moment: Moment): ViewedTimes {
	const known = keptTimes.get(index.viewings);
	if (known && sameViewings(known.moment, moment)) return known.times;
	const times = readTimes(index, moment);
	keptTimes.set(index.viewings, { moment, times });
	return times;
}

/** By the viewings, the last answer: what-ifs rarely change what it is made of, and reading millions takes long. */
const keptTimes = new WeakMap<ViewingColumns, { readonly moment: Moment; readonly times: ViewedTimes }>();

const sameViewings = (a: Moment, b: Moment): boolean =>
	a.start === b.start && a.asOf === b.asOf && a.openCounts === b.openCounts && a.counts === b.counts;

function readTimes(index: Index, moment: Moment): ViewedTimes {
	const first = new Float64Array(moment.counts.length).fill(NEVER);
	const last = new Float64Array(moment.counts.length).fill(NEVER);
	eachViewing(index, moment, (who, _dashboard, at) => {
		if (last[who] === NEVER) first[who] = last[who] = at;
		else if (at > last[who]!) last[who] = at;
		else if (at < first[who]!) first[who] = at;
	});
	return { first, last };
}

/** Every viewing that counts in the window: person, dashboard (or NONE, with A-OPEN `yes`), seconds. */
export function eachViewing(
	index: Index,
	moment: Moment,
	visit: (person: number, dashboard: number, at: number) => void
): void {
	const { start, asOf, openCounts, counts } = moment;
	for (const columns of blocksIn(index, moment)) {
		const { block, person, dashboard } = columns;
		for (let i = 0; i < block.at.length; i++) {
			const at = block.at[i]!;
			if (at < start || at > asOf) continue;
			const which = dashboard[block.dashboard[i]!]!;
			const who = person[block.person[i]!]!;
			if (who !== NONE && counts[who] === 1 && (openCounts || which !== NONE)) visit(who, which, at);
		}
	}
}

const blocksIn = (index: Index, { start, asOf }: Moment): readonly BlockColumns[] =>
	index.viewings.blocks.filter((block) => block.lastAt >= start && block.firstAt <= asOf);
