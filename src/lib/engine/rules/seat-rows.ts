import { AGENT, NEVER, type SeatColumns, VIEWER } from '$lib/domain/snapshot';
import type { Index } from '../columnar';
import type { AgentFacts } from './agent-facts';
import type { Licenses } from './licenses';
import type { Moment } from './moment';
import type { ViewedTimes } from './viewers';

/**
 * W4: one entry a seat, by name, then extension. With A-DUAL `two` a dual person has two, the viewer's
 * first; the viewer's has no queues and no dashboards, and both show the person's Last Viewed.
 */
export function seatRows(
	index: Index,
	moment: Moment,
	viewed: ViewedTimes,
	agents: AgentFacts,
	firstAsAgent: Float64Array,
	licenses: Licenses,
	count: number
): SeatColumns {
	const rows = {
		count,
		person: new Uint32Array(count),
		role: new Uint8Array(count),
		lastViewed: new Float64Array(count),
		queues: new Uint32Array(count),
		dashboards: new Uint32Array(count),
		license: new Uint8Array(count),
		firstActivity: new Float64Array(count)
	};
	let row = 0;
	for (const p of index.people.byName().sorted) {
		const viewedAt = viewed.first[p]!;
		const agentAt = firstAsAgent[p]!;
		const both = viewedAt !== NEVER && agentAt !== NEVER;
		const apart = both && moment.twoSeats;
		if (viewedAt !== NEVER) {
			rows.person[row] = p;
			rows.role[row] = both && !apart ? VIEWER | AGENT : VIEWER;
			rows.lastViewed[row] = viewed.last[p]!;
			rows.license[row] = licenses.viewer[p]!;
			rows.firstActivity[row] = both && !apart ? Math.min(viewedAt, agentAt) : viewedAt;
			if (both && !apart) {
				rows.queues[row] = agents.queues[p]!;
				rows.dashboards[row] = agents.dashboards[p]!;
			}
			row++;
		}
		if (agentAt !== NEVER && (!both || apart)) {
			rows.person[row] = p;
			rows.role[row] = AGENT;
			rows.lastViewed[row] = viewed.last[p]!;
			rows.queues[row] = agents.queues[p]!;
			rows.dashboards[row] = agents.dashboards[p]!;
			rows.license[row] = licenses.agent[p]!;
			rows.firstActivity[row] = agentAt;
			row++;
		}
	}
	return rows;
}
