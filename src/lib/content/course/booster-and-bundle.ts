import { type Lesson, type LessonCommand } from '$lib/domain/lesson';
import { all, JOHN, not, NOW, order, sample } from './parts';

const file = sample('ten-licenses');
const buy = order('o-lesson', NOW, ['call-queues-booster', 2, 'detroit']);
const bundle: LessonCommand = { name: 'editAccount', input: { plan: 'customer-engagement-bundle' } };

export const boosterAndBundle: Lesson = {
	id: 'booster-and-bundle',
	title: 'Booster and bundle',
	minutes: 7,
	intro: `You have access to Live Reports, and need no separate Live Reports licenses, in two more ways:

- With **Call Queues Booster**, an add-on: users who are assigned to its licenses need no separate Live Reports license. The report counts these licenses as purchased.
- With the **Customer Engagement Bundle**: it includes unlimited access to Live Reports. There is no *Download License Status Report* then, for usage need not be tracked.

Here, ten people are active and eight Live Reports licenses are purchased.`,
	start: {
		kind: 'scenario',
		scenario: {
			...file,
			orders: [
				{
					id: 'o1',
					at: '2026-11-02T16:00:00Z',
					placedBy: 'sam',
					lines: [{ product: 'live-reports', quantity: 8, unitPrice: null, costCenterId: 'root' }]
				}
			]
		}
	},
	steps: [
		{
			kind: 'number',
			id: 'predict-bundle',
			title: 'Predict: overage in the bundle',
			text: 'Suppose that the account were on the Customer Engagement Bundle. **How many Overage Users would there be?**',
			hints: ['The bundle includes unlimited access.'],
			after: [bundle],
			answer: { plus: ['overage'] },
			explanation: 'None: where access is unlimited, no license count can be exceeded.',
			mistakes: [
				{
					id: 'still-counting',
					answer: { plus: ['active'], minus: ['purchased'] },
					text: 'That is the overage on the Standard plan. The bundle includes unlimited access to Live Reports.'
				}
			]
		},
		{
			kind: 'number',
			id: 'predict-total',
			title: 'Predict: two Boosters more',
			text: 'Two Call Queues Booster licenses are bought. **How many are the Total Licenses Purchased then?**',
			hints: ['The total is the sum of both kinds.'],
			after: [order('o-predict', NOW, ['call-queues-booster', 2, 'detroit'])],
			answer: { plus: ['purchased'] },
			explanation: 'Live Reports and Booster licenses are added up.',
			mistakes: [
				{
					id: 'without-boosters',
					answer: { plus: ['purchased-live-reports'] },
					text: 'You left out the Boosters. They are purchased licenses, too.'
				}
			]
		},
		{
			kind: 'task',
			id: 'cover',
			title: 'Cover the overage with Boosters',
			text: 'In the [Billing Portal](billing), buy Call Queues Booster licenses until there is no overage, on the Standard plan.',
			hints: [
				'Overage is 2.',
				'Purchase, Analytics, Call Queues Booster quantity 2, then through the cart to Confirm.'
			],
			goal: all(
				{ kind: 'figure', figure: 'purchased-boosters', is: '>=', to: 2 },
				{ kind: 'figure', figure: 'overage', is: '=', to: 0 },
				{ kind: 'plan', plan: 'standard' }
			)
		},
		{
			kind: 'task',
			id: 'mark',
			title: 'Mark John as a holder',
			text: 'Let the sandbox know that **John** is assigned to a Booster license. Then look in Detailed Usage: his license is a Call Queue Booster license.',
			hints: ['It is a mark on the user.', 'Admin Portal, Users, John, extension 111: the Booster mark.'],
			goal: { kind: 'person', person: JOHN, booster: true }
		},
		{
			kind: 'choice',
			id: 'report-in-bundle',
			title: 'The report in the bundle',
			text: 'An account is on the Customer Engagement Bundle, and its admin looks for **Download License Status Report**. Where is it?',
			hints: ['What would it be good for?'],
			choices: [
				{
					id: 'absent',
					text: 'There is none in this bundle',
					reply: 'Right: with unlimited access, usage need not be tracked, and the option is not there.'
				},
				{
					id: 'permission',
					text: 'It appears with Live Reports - Full Access',
					reply: 'No: it is the bundle that has no such option, whatever the permission.'
				},
				{
					id: 'billing',
					text: 'In the Billing Portal',
					reply: 'No: the report is downloaded in Live Reports, and this bundle has none.'
				}
			],
			right: 'absent'
		},
		{
			kind: 'task',
			id: 'bundle',
			title: 'Switch to the bundle',
			text: 'In the [Settings](settings), switch this account’s plan to the Customer Engagement Bundle. Look for the report’s button in Live Reports.',
			hints: ['The plan is part of the account, in Settings.'],
			goal: { kind: 'plan', plan: 'customer-engagement-bundle' }
		}
	],
	mistakes: [
		{
			id: 'live-reports-instead',
			when: all(
				{ kind: 'figure', figure: 'purchased-live-reports', is: '>', to: 8 },
				{ kind: 'figure', figure: 'purchased-boosters', is: '=', to: 0 }
			),
			text: 'You bought Live Reports licenses. They cover the overage too; this task is about Boosters. Undo takes the order back.'
		},
		{
			id: 'bundle-too-early',
			when: all(
				{ kind: 'plan', plan: 'customer-engagement-bundle' },
				not({ kind: 'figure', figure: 'purchased-boosters', is: '>', to: 0 })
			),
			text: 'In the bundle nothing has to be bought, so there is nothing to cover. Switch back to Standard for the tasks with Boosters.'
		}
	],
	debrief: {
		text: 'Purchased adds Live Reports and Booster licenses; in the bundle, there is nothing to buy. The counts of people stay the same in all three.',
		show: 'purchased'
	},
	solution: [buy, { name: 'setBooster', input: { personIds: ['john'], booster: true } }, bundle]
};
