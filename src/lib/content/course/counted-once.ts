import { type Lesson } from '$lib/domain/lesson';
import { ALICE, all, DETROIT, join } from './parts';

export const countedOnce: Lesson = {
	id: 'counted-once',
	title: 'Viewer and agent at once',
	minutes: 5,
	intro: `*Total Active Users* in the License Status Report is the combined number of monitored agents and viewers, and the number that is used for license billing.

In this organization eight people are monitored agents and two, Alice and Bob, viewed a dashboard. What if somebody is both?`,
	start: { kind: 'sample', sample: 'ten-licenses' },
	steps: [
		{
			kind: 'number',
			id: 'predict-dual',
			title: 'Predict: a supervisor takes calls',
			text: 'Alice, who viewed the dashboard this month, now also joins Detroit Support, which is monitored. **How many active users are there then?** This copy counts a person once unless you change that.',
			hints: ['Agents go up by one. Do the people go up, too?', 'Alice is counted already, as a viewer.'],
			after: [join('q-detroit', 'alice')],
			answer: { plus: ['active'] },
			explanation:
				'Still ten: nine agents and two viewers, of whom Alice is both. The source calls the total a “combined number” and shows nobody who is both, so this is open: it is the sandbox’s setting A-DUAL, and its default counts a person once.',
			mistakes: [
				{
					id: 'added-up',
					answer: { plus: ['agents', 'viewers'] },
					text: 'You added agents and viewers, nine and two. That would count Alice twice. The source does not rule it out; here it is the other answer to A-DUAL.'
				}
			]
		},
		{
			kind: 'task',
			id: 'alice-joins',
			title: 'Make Alice an agent too',
			text: 'In the [Admin Portal](admin), add Alice to Detroit Support. In the report, her Role Type then names both parts.',
			hints: [
				'Members belong to a call queue.',
				'Admin Portal, Call queues, Detroit Support: add Alice, extension 101, as a member.'
			],
			goal: { kind: 'member', person: ALICE, queue: DETROIT }
		},
		{
			kind: 'task',
			id: 'other-answer',
			title: 'Try the other answer',
			text: 'The source leaves it open. In the [Settings](settings), let somebody who is both take **two seats** (A-DUAL), with Alice in the queue, and see what becomes of Active.',
			hints: [
				'Open questions are settings of the scenario.',
				'Settings, assumptions, A-DUAL: choose two seats.'
			],
			goal: all(
				{ kind: 'assumption', id: 'A-DUAL', choice: 'two' },
				{ kind: 'member', person: ALICE, queue: DETROIT },
				{ kind: 'figure', figure: 'active', is: '=', to: 11 }
			)
		}
	],
	mistakes: [],
	debrief: {
		text: 'Active is agents plus viewers, less those who are both. Every number here names the open questions that it depends on; before a real purchase, ask your account team how such people are counted.',
		show: 'active'
	},
	solution: [join('q-detroit', 'alice'), { name: 'setAssumption', input: { id: 'A-DUAL', choice: 'two' } }]
};
