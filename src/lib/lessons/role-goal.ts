import { type LeafGoal } from '$lib/domain/goal';
import { type Lack } from '$lib/domain/missing';
import { holds, type Role } from '$lib/domain/role';
import { type GoalContext } from './context';
import { findAll, idsOf, lost } from './find';
import { type Leaf, leaf } from './leaf';

/** A role, whatever it is called: what it may do, what it may not, where it started and who has it. */
export function roleGoal(goal: Extract<LeafGoal, { kind: 'role' }>, { scenario }: GoalContext): Leaf {
	const { includes = [], excludes = [], heldBy = [] } = goal;
	const roles = goal.role ? findAll(scenario, 'role', goal.role) : scenario.roles;
	const bases = goal.basedOn && findAll(scenario, 'role', goal.basedOn);
	const holders = heldBy.map((ref) => ({ ref, people: findAll(scenario, 'person', ref) }));
	const gone = lost([
		['role', goal.role, roles],
		['role', goal.basedOn, bases ?? []],
		...holders.map(({ ref, people }) => ['person', ref, people] as const)
	]);
	if (gone.length > 0) return { holds: false, lacks: gone };

	const baseIds = bases && idsOf(bases);
	const lackingIn = (role: Role): Extract<Lack, { code: 'ROLE' }> => ({
		code: 'ROLE',
		role: role.name,
		lacks: includes.filter((one) => !holds(role, one)),
		tooMuch: excludes.filter((one) => holds(role, one)),
		basedOn: !baseIds || baseIds.has(role.basedOn ?? '') ? null : (bases?.[0]?.name ?? ''),
		without: holders
			.filter(({ people }) => !people.some(({ roleId }) => roleId === role.id))
			.map(({ people }) => people[0]?.name ?? '')
	});
	const told = roles.map(lackingIn).toSorted((a, b) => weight(a) - weight(b));
	const [best] = told;
	if (best) return leaf(weight(best) === 0, best);
	return leaf(false, {
		code: 'ROLE',
		role: null,
		lacks: includes,
		tooMuch: [],
		basedOn: bases?.[0]?.name ?? null,
		without: holders.map(({ people }) => people[0]?.name ?? '')
	});
}

/** How much a role lacks. */
const weight = ({ lacks, tooMuch, basedOn, without }: Extract<Lack, { code: 'ROLE' }>): number =>
	lacks.length + tooMuch.length + without.length + (basedOn === null ? 0 : 1);
