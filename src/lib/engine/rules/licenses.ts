import {
	BOOSTER_LICENSE,
	LIVE_REPORTS_LICENSE,
	NEVER,
	NO_LICENSE,
	type Purchased
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
	const marked: number[] = [];
	const others: number[] = [];
	// One exact number holds (seconds into the window, place of the extension, part): at most 2^53.
	const seat = (p: number, part: 0 | 1, at: number) =>
		(booster[p] ? marked : others).push(((at - moment.start) * people + rank[p]!) * 2 + part);
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
		const p = sorted[Math.floor(key / 2) % people]!;
		const part = key % 2 === 0 ? codes.viewer : codes.agent;
		part[p] = license;
	};
	const boosters = Float64Array.from(marked).sort();
	const unserved = boosters.subarray(purchased.callQueuesBooster);
	for (const key of boosters.subarray(0, purchased.callQueuesBooster)) give(key, BOOSTER_LICENSE);
	const left = Math.max(0, purchased.callQueuesBooster - boosters.length);
	const rest = new Float64Array(others.length + unserved.length);
	rest.set(others);
	rest.set(unserved, others.length);
	rest.sort().forEach((key, i) => {
		if (i < purchased.liveReports) give(key, LIVE_REPORTS_LICENSE);
		else give(key, i < purchased.liveReports + left ? BOOSTER_LICENSE : NO_LICENSE);
	});
	return moment.twoSeats ? codes : { viewer: codes.viewer, agent: codes.viewer };
}
