import {
	BOOSTER_LICENSE,
	LIVE_REPORTS_LICENSE,
	NEVER,
	NO_SEAT,
	type Purchased,
	type SeatLicenses
} from '$lib/domain/snapshot';
import type { Index } from '../columnar';
import type { Moment } from './moment';

/** By person, the license codes of the seats; one seat: the same code in both. */
export interface Licenses {
	readonly viewer: Uint8Array;
	readonly agent: Uint8Array;
}

/** First activity by person in each part, or NEVER: a part that is NEVER is no seat. */
export interface FirstActivity {
	readonly viewer: Float64Array;
	readonly agent: Float64Array;
}

/** Moves the `count` least keys, all different, to the front: who they are is asked, not their order (Hoare 1961). */
function leastFirst(keys: Float64Array, count: number): void {
	let low = 0;
	let high = keys.length - 1;
	while (low < high && count > low && count <= high) {
		const pivot = keys[(low + high) >> 1]!;
		let i = low;
		let j = high;
		while (i <= j) {
			while (keys[i]! < pivot) i++;
			while (keys[j]! > pivot) j--;
			if (i > j) break;
			const key = keys[i]!;
			keys[i++] = keys[j]!;
			keys[j--] = key;
		}
		if (count <= j) high = j;
		else if (count >= i) low = i;
		else return;
	}
}

/** L11 and L6 together: by person, which seats there are and their licenses. */
export function seatLicenses(moment: Moment, first: FirstActivity, licenses: Licenses): SeatLicenses {
	const viewer = new Uint8Array(first.viewer.length).fill(NO_SEAT);
	const agent = viewer.slice();
	for (let p = 0; p < viewer.length; p++) {
		const views = first.viewer[p] !== NEVER;
		const isAgent = first.agent[p] !== NEVER;
		if (views || (isAgent && !moment.twoSeats)) viewer[p] = licenses.viewer[p]!;
		if (isAgent && moment.twoSeats) agent[p] = licenses.agent[p]!;
	}
	return { viewer, agent };
}

/**
 * L11: licenses assign themselves. Seats marked with a Booster take Booster licenses while they last; who
 * got none joins the others, who take Live Reports licenses, then the Boosters left over. Every list goes
 * by first activity, then extension, then id; of a dual person's two seats the viewer's goes first.
 */
export function licensesOf(
	index: Index,
	moment: Moment,
	{ viewer, agent }: FirstActivity,
	purchased: Purchased
): Licenses {
	const people = viewer.length;
	const { rank, sorted } = index.people.byExtension();
	const { booster } = index.people;
	const most = moment.twoSeats ? 2 * people : people;
	const marked = { keys: new Float64Array(most), count: 0 };
	const others = { keys: new Float64Array(most), count: 0 };
	// One exact number holds (seconds into the window, place of the extension, part): at most 2^53.
	const seat = (p: number, part: 0 | 1, at: number) => {
		const list = booster[p] ? marked : others;
		list.keys[list.count++] = ((at - moment.start) * people + rank[p]!) * 2 + part;
	};
	for (let p = 0; p < people; p++) {
		const viewed = viewer[p]!;
		const took = agent[p]!;
		if (moment.twoSeats) {
			if (viewed !== NEVER) seat(p, 0, viewed);
			if (took !== NEVER) seat(p, 1, took);
		} else if (viewed !== NEVER || took !== NEVER)
			seat(p, 0, viewed === NEVER ? took : took === NEVER ? viewed : Math.min(viewed, took));
	}
	const codes: Licenses = { viewer: new Uint8Array(people), agent: new Uint8Array(people) };
	const give = (key: number, license: number) => {
		// By division: the remainder of floats is slow. A quotient of at most 2^22 seconds keeps its whole part.
		const place = Math.floor(key / 2);
		const p = sorted[place - Math.floor(place / people) * people]!;
		const part = place * 2 === key ? codes.viewer : codes.agent;
		part[p] = license;
	};
	/** Gives the first so many of the list a license, and answers those who are left. */
	const serve = (keys: Float64Array, count: number, license: number): Float64Array => {
		leastFirst(keys, count);
		for (const key of keys.subarray(0, count)) give(key, license);
		return keys.subarray(count);
	};
	const unserved = serve(marked.keys.subarray(0, marked.count), purchased.callQueuesBooster, BOOSTER_LICENSE);
	const left = Math.max(0, purchased.callQueuesBooster - marked.count);
	others.keys.set(unserved, others.count);
	const rest = others.keys.subarray(0, others.count + unserved.length);
	serve(serve(rest, purchased.liveReports, LIVE_REPORTS_LICENSE), left, BOOSTER_LICENSE);
	return moment.twoSeats ? codes : { viewer: codes.viewer, agent: codes.viewer };
}
