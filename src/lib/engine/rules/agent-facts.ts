import type { Index } from '../columnar';
import { type Moment, overlaps } from './moment';
import type { Monitored } from './monitored';

/** By person, what the agent's row says (W4); 0 for others. */
export interface AgentFacts {
	/** Monitored queues the person was a member of (L4). */
	readonly queues: Uint32Array;
	/** Dashboards that watched any of these while the person was a member. */
	readonly dashboards: Uint32Array;
	/** Rows of Detailed Usage: (queue, dashboard) pairs (W5). */
	readonly rows: number;
}

export function agentFacts(
	index: Index,
	moment: Moment,
	monitored: Monitored,
	agent: Uint8Array
): AgentFacts {
	const memberships = index.byPerson();
	const { start, dashboard, lo, hi } = monitored;
	const queues = new Uint32Array(agent.length);
	const dashboards = new Uint32Array(agent.length);
	const person = new Int32Array(index.dashboards.names.length).fill(-1); // who was last seen on it
	const pair = new Int32Array(index.dashboards.names.length).fill(-1); // which pair was
	let rows = 0;
	let pairs = 0;
	for (let p = 0; p < agent.length; p++) {
		if (!agent[p]) continue;
		let counted = -1;
		let queue = -1;
		for (let m = memberships.start[p]!; m < memberships.start[p + 1]!; m++) {
			const since = memberships.from[m]!;
			const until = memberships.to[m]!;
			if (moment.atEnd && until <= moment.asOf) continue;
			const q = memberships.queue[m]!;
			if (q !== queue) {
				queue = q;
				pairs++;
			}
			for (let w = start[q]!, last = start[q + 1]!; w < last; w++) {
				if (!overlaps(since, until, lo[w]!, hi[w]!)) continue;
				if (counted !== q) {
					counted = q;
					queues[p]!++;
				}
				const d = dashboard[w]!;
				if (pair[d] === pairs) continue;
				pair[d] = pairs;
				rows++;
				if (person[d] === p) continue;
				person[d] = p;
				dashboards[p]!++;
			}
		}
	}
	return { queues, dashboards, rows };
}
