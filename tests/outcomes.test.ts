/** Goals that are offered after a task was done by hand (E5). */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { COURSE } from '$lib/content/course';
import { SAMPLES } from '$lib/content/samples';
import { Goal, leavesOf } from '$lib/domain/goal';
import { type Lesson, type LessonCommand } from '$lib/domain/lesson';
import { type LessonEntry, type LessonEvent } from '$lib/domain/lesson-progress';
import { type PackDraft } from '$lib/domain/lesson-shelf';
import { allRoles } from '$lib/domain/role';
import { type Scenario } from '$lib/domain/scenario';
import { scenarioOf } from '$lib/files/scenario-of';
import { type GoalContext } from '$lib/lessons/context';
import { isMet } from '$lib/lessons/goals';
import { goalOf, outcomesOf } from '$lib/lessons/outcomes-of';
import { noted } from '$lib/lessons/progress';
import { goalSentence } from '$lib/text/goals';
import { scenarios } from './generate';
import { done, startOf, summaryOf } from './lesson-run';

const moment = (scenario: Scenario, entries: readonly LessonEntry[] = []): GoalContext => ({
	scenario,
	summary: summaryOf(scenario),
	entries,
	events: []
});
const played = (start: Scenario, commands: readonly LessonCommand[]) => {
	const end = commands.reduce(done, start);
	const entries = commands.map(({ name, input, actor = null }) => ({ name, input, actor, asOf: end.asOf }));
	return { before: moment(start), after: moment(end, entries) };
};

test('[E5] whatever two states are, each goal offered is unmet in the first and met in the second, can be kept, and is said in words', () => {
	let offered = 0;
	fc.assert(
		fc.property(scenarios, scenarios, fc.boolean(), (one, other, isLater) => {
			const end = isLater ? other : { ...one, asOf: other.asOf, people: other.people };
			const change = { before: moment(one), after: moment(end) };
			const { outcomes } = outcomesOf(change);
			offered += outcomes.length;
			for (const { goal } of outcomes) {
				expect([isMet(goal, change.before), isMet(goal, change.after)]).toEqual([false, true]);
				expect(Goal.safeParse(goal).success).toBe(true);
				expect(goalSentence(goal, { nameOf: () => undefined, zone: 'UTC' })).toMatch(/\S\.$/);
			}
			if (outcomes.length === 0) return;
			const all = goalOf(outcomes.slice(0, 20).map(({ goal }) => goal));
			expect([isMet(all, change.before), isMet(all, change.after)]).toEqual([false, true]);
			expect(Goal.safeParse(all).success).toBe(true);
		}),
		{ numRuns: 200 }
	);
	expect(offered).toBeGreaterThan(500);
});

test('[E5] ways in, a download and looks at the report are offered, although no scenario holds them', () => {
	const { before } = played(scenarioOf(SAMPLES[0]!.file), []);
	const recording = { scenarioId: 's', lessonId: 'l', stepId: 's', after: [] };
	const happened: readonly LessonEvent[] = [
		{ kind: 'way', way: 'mobile-app' },
		{ kind: 'tab', tab: 'summary' },
		{ kind: 'way', way: 'mobile-app' },
		{ kind: 'downloaded' }
	];
	const draft = happened.reduce(noted, { id: 'd', recording } as unknown as PackDraft);
	const { outcomes } = outcomesOf({ before, after: { ...before, events: draft.recording?.events ?? [] } });
	expect(outcomes).toEqual(
		[{ kind: 'way', way: 'mobile-app' }, { kind: 'tab', tab: 'summary' }, { kind: 'downloaded' }].map(
			(goal) => ({ area: 'ways', goal })
		)
	);
	const ended = { id: 'd' } as unknown as PackDraft;
	expect(noted(ended, { kind: 'downloaded' })).toBe(ended);
});

test('[E5] nothing done is nothing offered', () => {
	fc.assert(
		fc.property(scenarios, (scenario) => {
			expect(outcomesOf(played(scenario, []))).toEqual({ outcomes: [], isCut: false });
		})
	);
});

/** Goals that only happen beside the scenario, or that no doing suggests: figures below or above another. */
const isOfState = (goal: Goal): boolean =>
	leavesOf(goal).every(({ kind }) => !['way', 'downloaded', 'tab', 'answered'].includes(kind));

describe.each(
	COURSE.lessons
		.filter(({ solution }) => solution.length > 0)
		.map((lesson): [string, Lesson] => [lesson.id, lesson])
)('the course’s lesson %s, done by hand', (_, lesson) => {
	it('[E5] offers, for every task, something without which the task is not met', () => {
		const change = played(startOf(lesson), lesson.solution);
		const { outcomes } = outcomesOf(change);
		const kinds = new Set(outcomes.flatMap(({ goal }) => leavesOf(goal).map(({ kind }) => kind)));
		for (const step of lesson.steps) {
			if (step.kind !== 'task' || !isOfState(step.goal) || isMet(step.goal, change.before)) continue;
			if (!isMet(step.goal, change.after)) continue; // met on the way, and undone by a later step
			expect(leavesOf(step.goal).some(({ kind }) => kinds.has(kind))).toBe(true);
		}
	});
});

describe('[E5] on the ten-license example, what is done is offered in words', () => {
	const ten = scenarioOf(SAMPLES.find(({ id }) => id === 'ten-licenses')!.file);
	const now = ten.asOf;
	const nameOf = (thing: string, { value }: { value: string }) =>
		thing === 'person'
			? ten.people.find((one) => one.id === value || one.extension === value)?.name
			: thing === 'queue'
				? ten.queues.find((one) => one.id === value || one.extension === value)?.name
				: thing === 'role'
					? allRoles(ten.roles).find((one) => one.id === value)?.name
					: undefined;
	const told = (...commands: LessonCommand[]) =>
		outcomesOf(played(ten, commands)).outcomes.map(({ goal }) =>
			goalSentence(goal, { nameOf, zone: ten.account.timeZone })
		);

	test.each<[string, LessonCommand[], string[]]>([
		[
			'an agent joins a second queue',
			[{ name: 'addMembers', input: { queueId: 'q-detroit', personIds: ['karen'], at: now } }],
			['Karen is a member of Detroit Support.']
		],
		[
			'an agent leaves',
			[{ name: 'removeMembers', input: { queueId: 'q-belmont', personIds: ['karen'], at: now } }],
			['Karen is not a member of Belmont Support.', 'Needed is 9.']
		],
		[
			'licenses are bought',
			[
				{
					name: 'confirmOrder',
					input: {
						order: {
							id: 'o9',
							at: now,
							lines: [{ product: 'live-reports', quantity: 3, unitPrice: null, costCenterId: 'root' }]
						}
					}
				}
			],
			['Purchased is 13.', 'Live Reports licenses purchased: 13.', 'One order holds 3 Live Reports licenses.']
		],
		[
			'somebody may view',
			[{ name: 'setRole', input: { personIds: ['john'], roleId: 'super-admin' } }],
			[
				'John holds “Live Reports - View Only”.',
				'John can open a dashboard.',
				'John has the role “Super Admin”.'
			]
		],
		[
			'somebody is disabled and marked',
			[
				{ name: 'setStatus', input: { personIds: ['john'], status: 'disabled' } },
				{ name: 'setBooster', input: { personIds: ['mike'], booster: true } }
			],
			['John is Disabled.', 'Mike is marked as holding a Call Queues Booster.']
		],
		[
			'a role is made',
			[
				{
					name: 'addRole',
					input: {
						role: {
							id: 'r9',
							name: 'Watchers',
							basedOn: 'manager',
							permissions: ['live-reports.full', 'users.roles']
						}
					}
				}
			],
			[
				'There is a role that holds “Live Reports - Full Access” and “Roles” and is based on “Manager”.',
				'There is a role “Watchers”.'
			]
		],
		[
			'the clock moves on',
			[{ name: 'stepClock', input: { days: 40 } }],
			['The clock stands at Sun 3 Jan 2027, 09:00 EST or later.']
		],
		[
			'an open question is switched, and the plan',
			[
				{ name: 'setAssumption', input: { id: 'A-ADMIN', choice: 'always' } },
				{ name: 'editAccount', input: { plan: 'customer-engagement-bundle' } }
			],
			['The plan is Customer Engagement Bundle (CEB).', 'Needed is 11.']
		],
		[
			'Analytics is moved to the main bar',
			[{ name: 'pinAnalytics', input: { personId: 'alice', pinned: true } }],
			['Alice has Analytics on the app’s main bar.']
		]
	])('%s', (_, commands, expected) => {
		expect(told(...commands)).toEqual(expect.arrayContaining(expected));
	});

	it('offers a thousand new members in part, and says so', () => {
		const people = Array.from({ length: 60 }, (_, i) => ({
			id: `n${i}`,
			name: `New ${i}`,
			extension: `9${i}`,
			roleId: 'standard'
		}));
		const { outcomes, isCut } = outcomesOf(played(ten, [{ name: 'addPeople', input: { people } }]));
		expect(isCut).toBe(true);
		expect(outcomes.length).toBeLessThan(60);
	});
});

describe('[E5] goals become one', () => {
	const one: Goal = { kind: 'downloaded' };
	const two: Goal = { kind: 'pinned' };

	it('is the goal itself where there is one, and never asks for the same twice', () => {
		expect(goalOf([one])).toEqual(one);
		expect(goalOf([one, two], { kind: 'all', goals: [two] })).toEqual({ kind: 'all', goals: [two, one] });
		expect(goalOf([two], { kind: 'all', goals: [] })).toEqual(two);
	});
});
