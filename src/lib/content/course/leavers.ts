import { type Goal } from '$lib/domain/goal';
import { type Lesson, type LessonCommand } from '$lib/domain/lesson';
import { all, BELMONT, id, not, NOW } from './parts';

const leave: LessonCommand = {
	name: 'removeMembers',
	input: { queueId: 'q-belmont', personIds: ['mark'], at: NOW }
};
const month: LessonCommand = { name: 'stepClock', input: { days: 30 } };

/** Out of the queue, while both are there: who deletes or disables Mark has another case. */
const left: Goal = all(
	{ kind: 'person', person: id('mark'), status: 'enabled' },
	{ kind: 'exists', thing: 'queue', ref: id('q-belmont') },
	not({ kind: 'member', person: id('mark'), queue: id('q-belmont') })
);

export const leavers: Lesson = {
	id: 'leavers',
	title: 'Leavers and the 30 days',
	minutes: 8,
	intro: `The report covers the last **30 days**. Needed looks at today; Active looks back.

Mark leaves Belmont Support today. When does his seat leave the count? The source says only that the report covers 30 days, so this is an open question: the setting A-LEAVER. Its default here counts whoever took part at any moment in the 30 days.`,
	start: { kind: 'sample', sample: 'ten-licenses' },
	steps: [
		{
			kind: 'number',
			id: 'predict-active',
			title: 'Predict: Active, at once',
			text: 'Mark is taken out of Belmont Support now. **How many active users are there a moment later?**',
			hints: ['Was Mark an agent of a monitored queue at any moment of the last 30 days?'],
			after: [leave],
			answer: { plus: ['active'] },
			explanation:
				'As many as before: Mark took part within the 30 days. With the other answer to A-LEAVER he would be gone at once.',
			mistakes: [
				{
					id: 'expected-drop',
					answer: { plus: ['active'], minus: [1] },
					text: 'You expected the count to drop at once. It looks back 30 days, and Mark was a member of a monitored queue in them.'
				}
			]
		},
		{
			kind: 'number',
			id: 'predict-needed',
			title: 'Predict: Needed, at once',
			text: 'And **how many licenses are needed** a moment after Mark has left the queue?',
			hints: ['Needed has no memory.'],
			after: [leave],
			answer: { plus: ['needed'] },
			explanation:
				'One less than before: Needed counts who may view and who is an agent now. Mark is neither.',
			mistakes: [
				{
					id: 'expected-memory',
					answer: { plus: ['needed', 1] },
					text: 'That is the number from before. Needed looks at now, and drops at once.'
				}
			]
		},
		{
			kind: 'task',
			id: 'leave',
			title: 'Take Mark out of the queue',
			text: 'In the [Admin Portal](admin), remove Mark from Belmont Support, and compare Needed and Active.',
			hints: ['Members belong to a call queue: Admin Portal, Call queues, Belmont Support.'],
			goal: left
		},
		{
			kind: 'number',
			id: 'predict-month',
			title: 'Predict: 30 days later',
			text: 'Mark has left, and for 30 days nobody opens a dashboard. Alice viewed last on 23 Nov, Bob on 20 Nov. **How many active users are there then?**',
			hints: [
				'Agents stay while their queue is monitored. What about viewers who don’t view?',
				'Mark, Alice and Bob have nothing left in the 30 days.'
			],
			after: [leave, month],
			answer: { plus: ['active'] },
			explanation:
				'Only the seven agents who are still members. Mark has aged out, and so have Alice and Bob: their last views are older than the 30 days. They are still needed, for they may view.',
			mistakes: [
				{
					id: 'kept-viewers',
					answer: { plus: ['agents', 'with-permission'] },
					text: 'You kept Alice and Bob. They may view, but Active counts those who viewed in the 30 days.'
				}
			]
		},
		{
			kind: 'task',
			id: 'age-out',
			title: 'Wait until he has aged out',
			text: 'Step the clock until Mark is counted among the Monitored Users (Agents) no more. The first day on which that is so is the release date of his seat.',
			hints: [
				'The clock’s buttons are in the header: a day, a week, or to a date.',
				'He left on 24 Nov. That day is in the 30 days until 23 Dec.'
			],
			goal: all(
				left,
				// All who count are members now, so Mark is not among them.
				{ kind: 'figure', figure: 'agents-now', is: '=', to: 7 },
				{ kind: 'figure', figure: 'agents', is: '=', to: 'agents-now' },
				{ kind: 'assumption', id: 'A-LEAVER', choice: 'any-time' },
				{ kind: 'monitored', queue: BELMONT }
			)
		}
	],
	mistakes: [
		{
			id: 'changed-the-answer',
			when: { kind: 'assumption', id: 'A-LEAVER', choice: 'at-end' },
			text: 'With this answer to A-LEAVER, leavers drop out at once. It changes the count here, and not how your account counts. Set it back, and let time pass instead.'
		}
	],
	debrief: {
		text: 'Needed follows the organization at once; Active follows 30 days later. So plan with Needed, and expect the bill to look at Active.',
		show: 'active'
	},
	solution: [leave, month]
};
