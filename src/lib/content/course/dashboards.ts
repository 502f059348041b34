import { type Lesson } from '$lib/domain/lesson';
import { ALICE, all, any, BELMONT, BOB, dashboard, DETROIT, not, SAM, sample } from './parts';

export const dashboards: Lesson = {
	id: 'dashboards',
	title: 'Dashboards assign licenses',
	minutes: 8,
	intro: `Admins don’t need to assign licenses to users in monitored call queues. **Licenses are assigned automatically to all members of a call queue when it is added to a Live Reports dashboard.**

Here, ten licenses are purchased and there is no dashboard yet. Alice and Bob hold *Live Reports - View Only*.`,
	start: { kind: 'scenario', scenario: { ...sample('ten-licenses'), dashboards: [], viewings: [] } },
	steps: [
		{
			kind: 'number',
			id: 'predict-assigned',
			title: 'Predict: one queue is added',
			text: 'A widget on Detroit Support is saved on a new dashboard. Its members are John, Sarah and Mike; its manager is Alice. **How many licenses does that assign?**',
			hints: ['All members of the queue get one. Who is a member?'],
			after: [dashboard('d-predict', 'Detroit', [['Detroit Support', 'q-detroit']])],
			answer: { plus: ['agents'] },
			explanation:
				'One for each member of the queues that are monitored then. Alice manages Detroit Support but is not its member, so adding the queue assigns her none. She needs one because she may view.',
			mistakes: [
				{
					id: 'counted-manager',
					answer: { plus: ['agents', 1] },
					text: 'You counted Alice. Managing a queue makes nobody its member, and the license goes to the members.'
				},
				{
					id: 'counted-viewers',
					answer: { plus: ['agents', 'with-permission'] },
					text: 'You counted the two who may view. Adding a queue assigns licenses to the queue’s members.'
				}
			]
		},
		{
			kind: 'task',
			id: 'detroit',
			title: 'Monitor Detroit Support',
			text: 'In the [Analytics Portal](analytics), open Live Reports, make a dashboard and add a widget for Detroit Support. Before you save, read what saving assigns.',
			hints: [
				'Only a widget watches a queue: an empty dashboard does not.',
				'New dashboard, then Add Widget, choose Detroit Support, then Save.'
			],
			goal: { kind: 'monitored', queue: DETROIT }
		},
		{
			kind: 'task',
			id: 'belmont',
			title: 'Monitor Belmont Support',
			text: 'Add Belmont Support too, on the same dashboard or on another.',
			hints: ['One more widget, for the other queue.'],
			goal: { kind: 'monitored', queue: BELMONT }
		},
		{
			kind: 'task',
			id: 'share',
			title: 'Let the supervisors see it',
			text: 'Let Alice and Bob open a dashboard. Their permission is View Only, so in this copy they see what is shared with them.',
			hints: [
				'The permission is there. What they lack is a dashboard that is shared with them.',
				'Open the dashboard’s menu, choose to share it, and pick Alice and Bob.'
			],
			goal: all({ kind: 'sees', person: ALICE }, { kind: 'sees', person: BOB })
		},
		{
			kind: 'choice',
			id: 'who-assigns',
			title: 'Who assigns them?',
			text: 'Tomorrow, Nina joins Belmont Support. **What does an admin have to do so that she gets a license?**',
			hints: ['Think of what happened when you saved the widget.'],
			choices: [
				{
					id: 'nothing',
					text: 'Nothing: the license is assigned automatically',
					reply:
						'Right: members of monitored queues get licenses without anybody assigning them. Whether enough are purchased is another matter.'
				},
				{
					id: 'assign',
					text: 'Assign a Live Reports license to her',
					reply: 'No: admins don’t need to assign licenses to users in monitored call queues.'
				},
				{
					id: 'permission',
					text: 'Give her role a Live Reports permission',
					reply: 'No: a permission is for those who view dashboards. An agent needs none to be monitored.'
				}
			],
			right: 'nothing'
		}
	],
	mistakes: [
		{
			id: 'empty-dashboard',
			when: all(
				{ kind: 'sees', person: SAM },
				not({ kind: 'monitored', queue: DETROIT }),
				not({ kind: 'monitored', queue: BELMONT })
			),
			text: 'There is a dashboard, and no queue on it. A queue is monitored once a widget that watches it is saved.'
		},
		{
			id: 'full-instead-of-sharing',
			when: any(
				{ kind: 'may', person: ALICE, permission: 'live-reports.full' },
				{ kind: 'may', person: BOB, permission: 'live-reports.full' }
			),
			text: 'With Full Access, a supervisor sees all dashboards, and can edit and delete them as well. To view one, sharing it is enough.'
		}
	],
	debrief: {
		text: 'Active rose with the queues, not with anything that an admin assigned. The waterfall starts from the memberships of monitored queues.',
		show: 'active'
	},
	solution: [
		dashboard(
			'd-lesson',
			'Support floor',
			[
				['Detroit Support', 'q-detroit'],
				['Belmont Support', 'q-belmont']
			],
			['alice', 'bob']
		)
	]
};
