import { type DetailColumns, NEVER, NONE } from '$lib/domain/snapshot';
import type { Index } from '../columnar';
import type { AgentFacts } from './agent-facts';
import type { Licenses } from './licenses';
import { type Moment, overlaps } from './moment';
import type { Monitored } from './monitored';
import { viewedDashboards } from './viewed-dashboards';

/**
 * W5: for each person by name, first the dashboards viewed (no queue), then each (queue, dashboard) of L4,
 * all by name. An agent's row shows the agent seat's license, a viewer's row the viewer seat's.
 */
export function detailRows(
	index: Index,
	moment: Moment,
	monitored: Monitored,
	agents: AgentFacts,
	licenses: Licenses
): DetailColumns {
	const viewed = viewedDashboards(index, moment);
	const memberships = index.byPerson();
	const places = watchingsByName(index, monitored);
	const dashboards = index.dashboards.byName().sorted;
	const latest = new Float64Array(dashboards.length);
	const latestOf = new Int32Array(dashboards.length).fill(-1);
	const count = viewed.place.length + agents.rows;
	const person = new Uint32Array(count);
	const queue = new Uint32Array(count);
	const dashboard = new Uint32Array(count);
	const lastViewed = new Float64Array(count);
	const license = new Uint8Array(count);
	let row = 0;
	for (const p of index.people.byName().sorted) {
		for (let v = viewed.start[p]!; v < viewed.start[p + 1]!; v++) {
			const d = viewed.place[v]!;
			latestOf[d] = p;
			person[row] = p;
			queue[row] = NONE;
			dashboard[row] = dashboards[d]!;
			lastViewed[row] = latest[d] = viewed.last[v]!;
			license[row++] = licenses.viewer[p]!;
		}
		if (agents.queues[p] === 0) continue;
		for (let m = memberships.start[p]!, end = memberships.start[p + 1]!; m < end;) {
			const q = memberships.queue[m]!;
			let after = m + 1;
			while (after < end && memberships.queue[after] === q) after++;
			let shown = -1;
			for (let w = monitored.start[q]!; w < monitored.start[q + 1]!; w++) {
				const d = places.place[w]!;
				if (d === shown) continue;
				for (let i = m; i < after; i++) {
					const until = memberships.to[i]!;
					if (moment.atEnd && until <= moment.asOf) continue;
					if (!overlaps(memberships.from[i]!, until, places.lo[w]!, places.hi[w]!)) continue;
					shown = d;
					person[row] = p;
					queue[row] = q;
					dashboard[row] = dashboards[d]!;
					lastViewed[row] = latestOf[d] === p ? latest[d]! : NEVER;
					license[row++] = licenses.agent[p]!;
					break;
				}
			}
			m = after;
		}
	}
	return { count, person, queue, dashboard, lastViewed, license };
}

/** Each queue's watchings in the order of the dashboards' names; `place` is a dashboard's rank. */
function watchingsByName(index: Index, { start, dashboard, lo, hi }: Monitored) {
	const { rank } = index.dashboards.byName();
	const total = start.at(-1)!;
	const sorted = { place: new Uint32Array(total), lo: new Float64Array(total), hi: new Float64Array(total) };
	for (let q = 0; q + 1 < start.length; q++) {
		const first = start[q]!;
		Array.from({ length: start[q + 1]! - first }, (_, i) => first + i)
			.sort((a, b) => rank[dashboard[a]!]! - rank[dashboard[b]!]!)
			.forEach((w, i) => {
				sorted.place[first + i] = rank[dashboard[w]!]!;
				sorted.lo[first + i] = lo[w]!;
				sorted.hi[first + i] = hi[w]!;
			});
	}
	return sorted;
}
