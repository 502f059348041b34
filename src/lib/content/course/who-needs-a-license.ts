import { type Lesson } from '$lib/domain/lesson';
import { ALICE, all, any, BELMONT, BOB, dashboard, DETROIT, join, KAREN, sample } from './parts';

const both = dashboard(
	'd-support',
	'Support',
	[
		['Detroit Support', 'q-detroit'],
		['Belmont Support', 'q-belmont']
	],
	['alice', 'bob']
);
const monitored = [
	{ kind: 'monitored', queue: DETROIT },
	{ kind: 'monitored', queue: BELMONT }
] as const;

export const whoNeedsALicense: Lesson = {
	id: 'who-needs-a-license',
	title: 'Who needs a license',
	minutes: 8,
	intro: `Live Reports licenses are required for two groups:

- **Users or managers** who need to view and manage Live Reports dashboards. Alice and Bob, who supervise, are such users: their role holds *Live Reports - View Only*.
- **Agents**: every member of a call queue that is monitored in Live Reports.

This organization has two queues. Detroit Support has John, Sarah and Mike; Belmont Support has Emma, David, Karen, Lisa and Mark. No dashboard watches them yet.`,
	start: {
		kind: 'scenario',
		scenario: { ...sample('ten-licenses'), dashboards: [], viewings: [], orders: [] }
	},
	steps: [
		{
			kind: 'number',
			id: 'predict-ten',
			title: 'Predict: both queues monitored',
			text: 'Both queues are going to be monitored, and Alice and Bob are going to view. **How many licenses does the organization need?** Count before you look.',
			hints: [
				'Two groups need a license: who may view, and who is an agent of a monitored queue.',
				'The agents are the members of the two queues: three and five.',
				'Two supervisors and eight agents.'
			],
			after: [both],
			answer: { plus: ['needed'] },
			explanation:
				'Ten: two for Alice and Bob, and eight for the unique agents of both queues. Sam, the Super Admin, holds both Live Reports permissions by default but is not in the source’s ten. Whether an administrator counts is open; the sandbox’s setting A-ADMIN decides it here.',
			mistakes: [
				{
					id: 'forgot-viewers',
					answer: { plus: ['agents-now'] },
					text: 'You counted the agents and forgot the viewers: Alice and Bob need a license to view dashboards, though they are in no queue.'
				},
				{
					id: 'forgot-agents',
					answer: { plus: ['with-permission'] },
					text: 'You counted those who view. The members of a monitored queue need a license too, although they never open Live Reports.'
				},
				{
					id: 'counted-administrator',
					answer: { plus: ['needed', 1] },
					text: 'You counted Sam, the Super Admin, too. The source’s example of ten counts no administrator. It does not say why, so this is a setting here: A-ADMIN.'
				}
			]
		},
		{
			kind: 'task',
			id: 'monitor-both',
			title: 'Put both queues on a dashboard',
			text: 'In the [Analytics Portal](analytics), open Live Reports and make a dashboard. Add a widget for each of the two queues, or make two dashboards: only that both are watched matters.',
			hints: [
				'A queue is monitored once a widget of a dashboard watches it.',
				'Choose New dashboard, then Add Widget, choose a queue, and Save. Do the same for the other queue.',
				'You need one widget on Detroit Support and one on Belmont Support.'
			],
			goal: all(...monitored)
		},
		{
			kind: 'number',
			id: 'predict-shared',
			title: 'Predict: one agent in two queues',
			text: 'Karen is an agent of Belmont Support. Now she also joins Detroit Support; both queues are monitored. **How many licenses are needed then?**',
			hints: [
				'Ask who, not how often: the source counts unique agents.',
				'Karen had a license already, for Belmont Support.'
			],
			after: [both, join('q-detroit', 'karen')],
			answer: { plus: ['needed'] },
			explanation:
				'Still ten. Licenses go to unique agents across the queues: Karen takes one, however many monitored queues she is in.',
			mistakes: [
				{
					id: 'summed-queues',
					answer: { plus: ['memberships', 'with-permission'] },
					text: 'You added up the sizes of the queues: four and five. Karen is in both and is counted once.'
				}
			]
		},
		{
			kind: 'task',
			id: 'karen-joins',
			title: 'Let Karen join, and compare',
			text: 'In the [Admin Portal](admin), add Karen to Detroit Support while both queues are monitored. Then look at Needed, and ask it why.',
			hints: [
				'Members belong to a call queue: Admin Portal, Call queues.',
				'Open Detroit Support, choose to add members, and pick Karen, extension 123.'
			],
			goal: all({ kind: 'member', person: KAREN, queue: DETROIT }, ...monitored)
		}
	],
	mistakes: [
		{
			id: 'supervisor-as-member',
			when: any(
				{ kind: 'member', person: ALICE, queue: DETROIT },
				{ kind: 'member', person: BOB, queue: BELMONT }
			),
			text: 'A supervisor was made a member of the queue. Alice and Bob need a license because they view, not because of a membership: supervising a queue makes nobody its agent.'
		}
	],
	debrief: {
		text: 'Needed counts people: whoever may view, and whoever is an agent of a monitored queue, each once. The waterfall shows the two groups and what they share.',
		show: 'needed'
	},
	solution: [both, join('q-detroit', 'karen')]
};
