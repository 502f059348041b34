import { type Scenario, type ScenarioFile } from '$lib/domain/scenario';
import { packViewings } from '$lib/domain/viewing';

/** The scenario that a file of the right shape says: the inverse of toScenarioFile. Many viewings are packed beforehand. */
export const scenarioOf = (
	file: ScenarioFile,
	viewings: Scenario['viewings'] = packViewings(file.viewings)
): Scenario => ({
	name: file.name,
	asOf: file.asOf,
	account: file.account,
	assumptions: file.assumptions,
	...(file.practice && { practice: file.practice }),
	roles: file.roles,
	people: file.people,
	queues: file.queues,
	dashboards: file.dashboards,
	orders: file.orders,
	viewings
});
