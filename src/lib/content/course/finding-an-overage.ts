import { type Lesson } from '$lib/domain/lesson';
import { all, any, ext, not, order } from './parts';

const BILLING_QUESTIONS = ext('204');
const gone = (extension: string) => not({ kind: 'member', person: ext(extension), queue: BILLING_QUESTIONS });

export const findingAnOverage: Lesson = {
	id: 'finding-an-overage',
	title: 'Finding an overage’s cause',
	minutes: 10,
	intro: `*Overage Users* is the number of users that exceeds your license count, if any: total active users minus total licenses purchased.

The clinic has an overage, and everybody says that nothing has changed. Detailed Usage shows which queues and dashboards drive it.

What an overage costs, or when it is charged, is nowhere in the source. Here it is shown, and blocks nothing.`,
	start: { kind: 'sample', sample: 'busy-month' },
	steps: [
		{
			kind: 'number',
			id: 'predict-overage',
			title: 'How large is it?',
			text: 'Read the Total Active Users and the Total Licenses Purchased in the report’s summary. **How many are the Overage Users?**',
			hints: ['Subtract what is purchased from what is active.', 'Booster licenses are purchased licenses.'],
			answer: { plus: ['active'], minus: ['purchased'] },
			explanation: 'Active users minus licenses purchased, and never less than none.',
			mistakes: [
				{
					id: 'without-boosters',
					answer: { plus: ['active'], minus: ['purchased-live-reports'] },
					text: 'You left out the Call Queue Booster licenses. They count as purchased.'
				},
				{
					id: 'needed-instead',
					answer: { plus: ['needed'], minus: ['purchased'] },
					text: 'You started from Needed, which looks at today. Overage starts from Active: who used a seat in the last 30 days.'
				},
				{
					id: 'added-up',
					answer: { plus: ['agents', 'viewers'], minus: ['purchased'] },
					text: 'You added agents and viewers, and so counted twice who is both.'
				}
			]
		},
		{
			kind: 'choice',
			id: 'cause',
			title: 'Where does it come from?',
			text: 'Four agents of Billing Questions are in the report, although no dashboard watches that queue today. **Why?**',
			hints: [
				'Look at the column Dashboard Accessed for the members of Billing Questions.',
				'A dashboard was deleted a few days ago.'
			],
			choices: [
				{
					id: 'deleted',
					text: 'The dashboard “Billing audit week” watched the queue until it was deleted within the 30 days',
					reply:
						'Right. The report covers 30 days. Whether a queue still counts after its dashboard was deleted is not in the source; here A-LEAVER says that any moment counts.'
				},
				{
					id: 'viewed',
					text: 'They viewed a dashboard',
					reply: 'No: their Role Type is Monitored Agent, and none of them has a last view.'
				},
				{
					id: 'permission',
					text: 'Their role holds a Live Reports permission',
					reply: 'No: they have a standard role. And a permission alone makes nobody active.'
				}
			],
			right: 'deleted'
		},
		{
			kind: 'number',
			id: 'predict-at-end',
			title: 'Predict: the other answer',
			text: 'Suppose that only those count who are members of a monitored queue at the end (A-LEAVER, the other answer). **How many active users would there be?**',
			hints: [
				'The four agents of Billing Questions drop out.',
				'So do those who left their queue during the month and are in no other monitored queue.',
				'Sofia left the Nurse Line. Tomás left the Front Desk, but is still in Appointments.'
			],
			after: [{ name: 'setAssumption', input: { id: 'A-LEAVER', choice: 'at-end' } }],
			answer: { plus: ['active'] },
			explanation:
				'The agents whose queue is watched no more and those who left theirs are gone; viewers stay, for they did view. The source does not say which answer holds, so ask before you rely on either.',
			mistakes: []
		},
		{
			kind: 'task',
			id: 'resolve',
			title: 'Bring the overage to zero',
			text: 'Make Overage 0 while the plan stays Standard and the open questions stay answered as they are. Buying licenses is one way; waiting until seats age out is another.',
			hints: [
				'Overage is what Active exceeds Purchased by: raise the one, or let the other fall.',
				'What was deleted on 19 Nov leaves the 30 days a month later: step the clock.',
				'Or buy as many licenses as the overage is.'
			],
			goal: all(
				{ kind: 'figure', figure: 'overage', is: '=', to: 0 },
				{ kind: 'plan', plan: 'standard' },
				{ kind: 'assumption', id: 'A-LEAVER', choice: 'any-time' },
				{ kind: 'assumption', id: 'A-DUAL', choice: 'one' },
				{ kind: 'assumption', id: 'A-STATUS', choice: 'enabled' }
			)
		}
	],
	mistakes: [
		{
			id: 'expected-drop',
			when: all(
				{ kind: 'figure', figure: 'overage', is: '>', to: 0 },
				any(gone('131'), gone('132'), gone('133'), gone('134'))
			),
			text: 'You took agents out of the queue and expected the count to drop at once. What happened in the last 30 days stays in the count until it is older than that.'
		},
		{
			id: 'changed-the-answer',
			when: any(
				not({ kind: 'assumption', id: 'A-LEAVER', choice: 'any-time' }),
				not({ kind: 'assumption', id: 'A-DUAL', choice: 'one' }),
				not({ kind: 'assumption', id: 'A-STATUS', choice: 'enabled' })
			),
			text: 'You answered an open question otherwise. That changes the count here, and not how your account is billed. Set it back.'
		}
	],
	debrief: {
		text: 'An overage has people behind it, and each has a reason: a queue that a dashboard watched, or a look. The waterfall ends in the overage.',
		show: 'overage'
	},
	solution: [order('o-lesson', '2026-11-24T16:00:00Z', ['live-reports', 3, 'bill'])]
};
