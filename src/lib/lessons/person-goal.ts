import { ROOT } from '$lib/domain/account';
import { type LeafGoal } from '$lib/domain/goal';
import { type Lack } from '$lib/domain/missing';
import { type Person } from '$lib/domain/person';
import { roleById } from '$lib/domain/role';
import { type GoalContext } from './context';
import { findAll, idsOf, lost } from './find';
import { type Leaf, nearest } from './leaf';

/** What is known of a person: role, cost center, status, Booster mark. */
export function personGoal(goal: Extract<LeafGoal, { kind: 'person' }>, { scenario }: GoalContext): Leaf {
	const people = findAll(scenario, 'person', goal.person);
	const roles = goal.role && findAll(scenario, 'role', goal.role);
	const centers = goal.costCenter && findAll(scenario, 'cost-center', goal.costCenter);
	const gone = lost([
		['person', goal.person, people],
		['role', goal.role, roles ?? []],
		['cost-center', goal.costCenter, centers ?? []]
	]);
	if (gone.length > 0) return { holds: false, lacks: gone };

	const lacking = ({ name: person, ...one }: Person): Lack[] => {
		const lacks: Lack[] = [];
		const roleName = roleById(scenario.roles, one.roleId)?.name ?? '';
		const centerId = one.costCenterId ?? ROOT;
		const center = scenario.account.costCenters.find(({ id }) => id === centerId)?.name ?? '';
		const { status, booster } = goal;
		if (roles && !idsOf(roles).has(one.roleId))
			lacks.push({ code: 'PERSON_ROLE', person, role: roles[0]?.name ?? '', found: roleName });
		if (centers && !idsOf(centers).has(centerId))
			lacks.push({ code: 'PERSON_CENTER', person, costCenter: centers[0]?.name ?? '', found: center });
		if (status !== undefined && (one.status ?? 'enabled') !== status)
			lacks.push({ code: 'PERSON_STATUS', person, status });
		if (booster !== undefined && (one.booster ?? false) !== booster)
			lacks.push({ code: 'PERSON_BOOSTER', person, booster });
		return lacks;
	};
	const best = nearest(people, lacking);
	if (!best) return { holds: false, lacks: [] };
	if (best.lacks > 0) return { holds: false, lacks: lacking(best.item) };
	return { holds: true, lacks: [{ code: 'PERSON', person: best.item.name }] };
}
