import type { Scenario } from '$lib/domain/scenario';
import type { Snapshot, Summary } from '$lib/domain/snapshot';
import type { Index } from './columnar';
import { once } from './once';
import { activeOf } from './rules/active';
import { agentFacts } from './rules/agent-facts';
import { agentsOf } from './rules/agents';
import { detailRows } from './rules/detail-rows';
import { firstAsAgent } from './rules/first-activity';
import { licensesOf, seatLicenses } from './rules/licenses';
import { momentOf } from './rules/moment';
import { monitoredIn } from './rules/monitored';
import { neededBy, neededOf, neededParts, neededRows } from './rules/needed';
import { overageOf } from './rules/overage';
import { purchasedAt } from './rules/purchased';
import { seatRows } from './rules/seat-rows';
import { viewedTimes, viewersOf } from './rules/viewers';

/**
 * A scenario at its as-of, by the rules of SPEC.md. The figures are counted at once; rows are made on
 * first use and kept. `index` must have been built from this scenario, or from one that differs only in
 * as-of, assumptions, plan, zone or orders.
 */
export function evaluate(index: Index, scenario: Scenario): Snapshot {
	const moment = momentOf(index, scenario);
	const monitored = monitoredIn(index, moment);
	const { agent, agentNow, pairs } = agentsOf(index, moment, monitored);
	const viewer = viewersOf(index, moment);
	const seats = activeOf(agent, viewer, moment);
	const parts = neededParts(index, moment, viewer, agentNow);
	const purchased = purchasedAt(scenario);
	const overage = overageOf(scenario.account.plan, seats.active, purchased.total);

	const viewed = once(() => viewedTimes(index, moment));
	const agents = once(() => agentFacts(index, moment, monitored, agent));
	const first = once(() => ({
		viewer: viewed().first,
		agent: firstAsAgent(index, moment, monitored, agent)
	}));
	const licenses = once(() => licensesOf(index, moment, first(), purchased));
	const by = once(() => neededBy(index, moment, viewer, agentNow));

	const summary: Summary = {
		asOf: scenario.asOf,
		timeZone: scenario.account.timeZone,
		plan: scenario.account.plan,
		assumptions: scenario.assumptions,
		window: moment.window,
		figures: {
			needed: neededOf(parts),
			agents: seats.agents,
			viewers: seats.viewers,
			active: seats.active,
			purchased,
			overage
		},
		waterfall: {
			memberships: pairs,
			repeats: pairs - seats.agents,
			...seats,
			purchased: purchased.total,
			overage
		},
		neededParts: parts
	};
	return {
		summary,
		people: {
			ids: index.people.ordinals.ids,
			names: index.people.names,
			extensions: index.people.extensions
		},
		queueNames: index.queues.names,
		dashboardNames: index.dashboards.names,
		neededBy: by,
		seatLicenses: once(() => seatLicenses(moment, first(), licenses())),
		needed: once(() => neededRows(index, by())),
		seats: once(() => seatRows(index, moment, viewed(), agents(), first().agent, licenses(), seats.active)),
		details: once(() => detailRows(index, moment, monitored, agents(), licenses()))
	};
}
