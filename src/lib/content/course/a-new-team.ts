import { type Lesson, type LessonCommand } from '$lib/domain/lesson';
import { all, any, dashboard, ext, id, not, NOW, order, sample } from './parts';

const file = sample('ten-licenses');
const RETURNS = ext('203');
const DANA = ext('103');
const person = (personId: string, name: string, extension: string, roleId: string) => ({
	id: personId,
	name,
	extension,
	roleId,
	costCenterId: 'returns'
});

const monitor = (dashboardId: string) =>
	dashboard(dashboardId, 'Returns', [['Returns', 'q-returns']], ['dana']);
const access: LessonCommand = {
	name: 'setRole',
	input: { personIds: ['dana'], roleId: 'manager-view' }
};

export const aNewTeam: Lesson = {
	id: 'a-new-team',
	title: 'A new team, start to finish',
	minutes: 10,
	intro: `The organization of ten grows: a team for **Returns** has come. Its agents are Nina, Omar and Karen, who also stays in Belmont Support. Dana manages it and wants to see how it does.

Do all that it takes, in any order: monitor the queue, give Dana access, buy what is missing for the team’s cost center, and check the result in the report.`,
	start: {
		kind: 'scenario',
		scenario: {
			...file,
			account: {
				...file.account,
				costCenters: [
					...file.account.costCenters,
					{ id: 'returns', name: 'Returns', code: 'RET', parentId: 'root' }
				]
			},
			people: [
				...file.people,
				person('dana', 'Dana', '103', 'manager'),
				person('nina', 'Nina', '131', 'standard-international'),
				person('omar', 'Omar', '132', 'standard-international')
			],
			queues: [
				...file.queues,
				{
					id: 'q-returns',
					name: 'Returns',
					extension: '203',
					managerIds: ['dana'],
					members: [{ personId: 'nina' }, { personId: 'omar' }, { personId: 'karen' }]
				}
			]
		}
	},
	steps: [
		{
			kind: 'number',
			id: 'predict-needed',
			title: 'Predict: what will be needed',
			text: 'Once Returns is monitored and Dana may view, **how many licenses does the whole organization need?**',
			hints: [
				'Ten before. Who is new?',
				'Karen has a license already, for Belmont Support.',
				'Nina, Omar and Dana are new.'
			],
			after: [monitor('d-predict'), access],
			answer: { plus: ['needed'] },
			explanation: 'Thirteen: the ten from before, and Nina, Omar and Dana. Karen is counted once.',
			mistakes: [
				{
					id: 'summed-queues',
					answer: { plus: ['memberships', 'with-permission'] },
					text: 'You added up the queues and so counted Karen twice.'
				},
				{
					id: 'forgot-viewers',
					answer: { plus: ['needed'], minus: [1] },
					text: 'Did you forget Dana? Whoever may view needs a license.'
				}
			]
		},
		{
			kind: 'task',
			id: 'monitor',
			title: 'Monitor Returns',
			text: 'Put the call queue Returns on a dashboard.',
			hints: ['A widget does it, on a new dashboard or on Support floor.'],
			goal: { kind: 'monitored', queue: RETURNS }
		},
		{
			kind: 'task',
			id: 'access',
			title: 'Give Dana access',
			text: 'Let Dana open a dashboard, so that she sees how the team does.',
			hints: [
				'She needs a permission and, with View Only, a dashboard that is shared with her.',
				'The role “Manager - Live Reports View Access” is there already: give it to Dana, and share the dashboard.'
			],
			goal: { kind: 'sees', person: DANA }
		},
		{
			kind: 'task',
			id: 'buy',
			title: 'Buy what is missing',
			text: 'Buy so that everybody who needs a license has one, and let the cost center **Returns** pay for its three.',
			hints: [
				'Needed less Purchased is what is missing.',
				'Three licenses, all for the cost center Returns.'
			],
			goal: all(
				{ kind: 'figure', figure: 'purchased', is: '>=', to: 'needed' },
				{ kind: 'figure', figure: 'needed', is: '>=', to: 13 },
				{ kind: 'purchased', costCenter: id('returns'), is: '>=', to: 3 }
			)
		},
		{
			kind: 'task',
			id: 'check',
			title: 'Check it in the report',
			text: 'Download the License Status Report once Returns is monitored and there is no overage, and look at its Detailed Usage.',
			hints: ['Live Reports, Download License Status Report, Excel file; the tabs are on screen too.'],
			goal: all(
				{ kind: 'downloaded' },
				{ kind: 'tab', tab: 'detailed-usage' },
				{ kind: 'monitored', queue: RETURNS },
				{ kind: 'figure', figure: 'overage', is: '=', to: 0 }
			)
		}
	],
	mistakes: [
		{
			id: 'billing-permission',
			when: all(
				any(
					{ kind: 'may', person: DANA, permission: 'billing.live-reports-license' },
					{ kind: 'may', person: DANA, permission: 'billing.purchase' }
				),
				not({ kind: 'may', person: DANA, permission: 'live-reports.view' })
			),
			text: 'Dana got a permission of Billing, which opens no dashboard. The ones for dashboards stand under Analytics.'
		},
		{
			id: 'too-many',
			when: { kind: 'figure', figure: 'purchased', is: '>', to: 13 },
			text: 'That is more than the thirteen that are needed. Karen is counted once, and so is everybody else.'
		}
	],
	debrief: {
		text: 'Monitoring made agents, the role made a viewer, the order made licenses, and nobody assigned any. The waterfall shows how needed comes about.',
		show: 'needed'
	},
	solution: [monitor('d-lesson'), access, order('o-lesson', NOW, ['live-reports', 3, 'returns'])]
};
