import { type LeafGoal } from '$lib/domain/goal';
import { type Lack } from '$lib/domain/missing';
import { roleById, holds } from '$lib/domain/role';
import { type GoalContext, sinceReset } from './context';
import { amountOf, compares, figureOf } from './figures';
import { findAll, living, lost } from './find';
import { type Leaf, leaf } from './leaf';
import { orderGoal, purchasedGoal } from './license-goals';
import { memberGoal, monitoredGoal, seesGoal, sharedGoal, viewedGoal } from './live-reports-goals';
import { personGoal } from './person-goal';
import { roleGoal } from './role-goal';

/** Whether a single goal holds, and what can be said about it. */
export function leafGoal(goal: LeafGoal, context: GoalContext): Leaf {
	const { scenario, summary } = context;
	const happened = (isIt: (event: GoalContext['events'][number]) => boolean, lack: Lack) =>
		leaf(sinceReset(context.events).some(isIt), lack);
	switch (goal.kind) {
		case 'figure': {
			const { figure, is } = goal;
			const found = figureOf(summary, figure);
			const to = amountOf(summary, goal.to);
			return leaf(compares(found, is, to), { code: 'FIGURE', figure, found, is, to });
		}
		case 'purchased':
			return purchasedGoal(goal, context);
		case 'order':
			return orderGoal(goal, context);
		case 'may': {
			const { permission } = goal;
			const people = findAll(scenario, 'person', goal.person);
			const roleOf = (roleId: string) => roleById(scenario.roles, roleId);
			const has = people.find(({ roleId }) => {
				const role = roleOf(roleId);
				return role !== undefined && holds(role, permission);
			});
			const one = has ?? people[0];
			if (!one) return { holds: false, lacks: lost([['person', goal.person, people]]) };
			const role = roleOf(one.roleId)?.name ?? '';
			return leaf(has !== undefined, { code: 'MAY', person: one.name, role, permission });
		}
		case 'role':
			return roleGoal(goal, context);
		case 'person':
			return personGoal(goal, context);
		case 'exists': {
			const found =
				goal.thing === 'dashboard'
					? living(findAll(scenario, 'dashboard', goal.ref), scenario)
					: findAll(scenario, goal.thing, goal.ref);
			return leaf(found.length > 0, { code: 'THING', thing: goal.thing, ...goal.ref });
		}
		case 'member':
			return memberGoal(goal, context);
		case 'monitored':
			return monitoredGoal(goal, context);
		case 'shared':
			return sharedGoal(goal, context);
		case 'sees':
			return seesGoal(goal, context);
		case 'viewed':
			return viewedGoal(goal, context);
		case 'pinned': {
			const pinned = scenario.practice?.pinned ?? [];
			if (!goal.person) return leaf(pinned.length > 0, { code: 'PINNED', person: null });
			const people = findAll(scenario, 'person', goal.person);
			const one = people.find(({ id }) => pinned.includes(id));
			const named = one ?? people[0];
			if (!named) return { holds: false, lacks: lost([['person', goal.person, people]]) };
			return leaf(one !== undefined, { code: 'PINNED', person: named.name });
		}
		case 'plan':
			return leaf(scenario.account.plan === goal.plan, { code: 'PLAN', plan: goal.plan });
		case 'assumption': {
			const { id, choice } = goal;
			return leaf(scenario.assumptions[id] === choice, { code: 'ASSUMPTION', id, choice });
		}
		case 'clock': {
			const { asOf, account } = scenario;
			return leaf(asOf >= goal.at, { code: 'CLOCK', at: goal.at, asOf, timeZone: account.timeZone });
		}
		case 'way':
			return happened((event) => event.kind === 'way' && event.way === goal.way, {
				code: 'WAY',
				way: goal.way
			});
		case 'downloaded':
			return happened((event) => event.kind === 'downloaded', { code: 'DOWNLOADED' });
		case 'tab':
			return happened((event) => event.kind === 'tab' && event.tab === goal.tab, {
				code: 'TAB',
				tab: goal.tab
			});
		case 'answered': {
			const question = context.titles?.get(goal.question) ?? goal.question;
			return happened((event) => event.kind === 'predicted' && event.prediction.question === goal.question, {
				code: 'ANSWERED',
				question
			});
		}
	}
}
