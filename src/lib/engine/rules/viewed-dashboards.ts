import { NONE } from '$lib/domain/snapshot';
import type { Index } from '../columnar';
import type { Moment } from './moment';
import { eachViewing } from './viewers';

/**
 * Which dashboards each person viewed in the window, and when last (W5): person by person (`start`), a
 * person's by the dashboards' names. `place` is a dashboard's rank among the names.
 */
export interface ViewedDashboards {
	readonly start: Uint32Array;
	readonly place: Uint32Array;
	readonly last: Float64Array;
}

export function viewedDashboards(index: Index, moment: Moment): ViewedDashboards {
	const people = moment.counts.length;
	const { rank } = index.dashboards.byName();
	const start = new Uint32Array(people + 1);
	eachViewing(index, moment, (p, dashboard) => {
		if (dashboard !== NONE) start[p + 1]!++;
	});
	for (let p = 1; p <= people; p++) start[p]! += start[p - 1]!;
	const place = new Uint32Array(start[people]!);
	const at = new Float64Array(start[people]!);
	const next = start.slice();
	eachViewing(index, moment, (p, dashboard, seconds) => {
		if (dashboard === NONE) return;
		const i = next[p]!++;
		place[i] = rank[dashboard]!;
		at[i] = seconds;
	});
	return latestOfEach(start, place, at, rank.length);
}

/** Keeps, in place, one entry a (person, dashboard): the latest. */
function latestOfEach(
	start: Uint32Array,
	place: Uint32Array,
	at: Float64Array,
	dashboards: number
): ViewedDashboards {
	const latest = new Float64Array(dashboards);
	const seenBy = new Int32Array(dashboards).fill(-1);
	const kept = new Uint32Array(start.length);
	let count = 0;
	for (let p = 0; p + 1 < start.length; p++) {
		const first = count;
		for (let i = start[p]!; i < start[p + 1]!; i++) {
			const d = place[i]!;
			if (seenBy[d] !== p) {
				seenBy[d] = p;
				latest[d] = at[i]!;
				place[count++] = d;
			} else if (at[i]! > latest[d]!) latest[d] = at[i]!;
		}
		if (count > first) place.subarray(first, count).sort();
		for (let i = first; i < count; i++) at[i] = latest[place[i]!]!;
		kept[p + 1] = count;
	}
	return { start: kept, place: place.subarray(0, count), last: at.subarray(0, count) };
}
