import { type Goal } from '$lib/domain/goal';
import { type Lesson, type LessonCommand } from '$lib/domain/lesson';
import { ALICE, all, any, BOB, id, not, sample } from './parts';

const file = sample('ten-licenses');

const role = (roleId: string): LessonCommand => ({
	name: 'addRole',
	input: {
		role: {
			id: roleId,
			name: 'Manager - Live Reports View Access',
			description: '',
			basedOn: 'manager',
			permissions: ['live-reports.view']
		}
	}
});
const give = (roleId: string): LessonCommand => ({
	name: 'setRole',
	input: { personIds: ['alice', 'bob'], roleId }
});
const BILLING = ['billing.purchase', 'billing.live-reports-license', 'billing.cost-centers'] as const;
const views = (person: typeof ALICE): Goal =>
	all(
		{ kind: 'may', person, permission: 'live-reports.view' },
		not({ kind: 'may', person, permission: 'live-reports.full' }),
		{ kind: 'sees', person }
	);
const trapped = (person: typeof ALICE): Goal =>
	all(
		any(
			{ kind: 'may', person, permission: 'billing.live-reports-license' },
			{ kind: 'may', person, permission: 'billing.purchase' }
		),
		not({ kind: 'may', person, permission: 'live-reports.view' })
	);

export const rolesAndAccess: Lesson = {
	id: 'roles-and-access',
	title: 'Roles and view access',
	minutes: 9,
	intro: `Nobody has to be given a license by hand, but **managers and supervisors need a permission** in their role before they can open dashboards. There are two:

- **Live Reports - Full Access**: create, edit and delete dashboards.
- **Live Reports - View Only**: view, but not edit.

RingCentral recommends a custom role with the permissions that are needed, for example *Manager - Live Reports View Access*: all that a manager may do, and viewing.

Alice and Bob are managers. The dashboard is shared with them, yet they can’t open it.`,
	start: {
		kind: 'scenario',
		scenario: {
			...file,
			roles: [],
			viewings: [],
			people: file.people.map((person) =>
				person.roleId === 'manager-view' ? { ...person, roleId: 'manager' } : person
			)
		}
	},
	steps: [
		{
			kind: 'choice',
			id: 'by-default',
			title: 'Who has it by default?',
			text: '**Who has both Live Reports permissions by default, and can give access to others?**',
			hints: ['Look through the predefined roles in the Admin Portal.'],
			choices: [
				{
					id: 'super-admin',
					text: 'The Super Admin of the account',
					reply: 'Right: by default the Super Admin has both, and can assign access to others.'
				},
				{
					id: 'manager',
					text: 'Every manager of a monitored call queue',
					reply:
						'No: managing a queue gives no permission. Managers and supervisors need it through their role.'
				},
				{
					id: 'agents',
					text: 'Every agent of a monitored call queue',
					reply: 'No: agents get a license automatically. To view, a permission is needed.'
				}
			],
			right: 'super-admin'
		},
		{
			kind: 'task',
			id: 'custom-role',
			title: 'Create a custom role',
			text: 'In the [Admin Portal](admin), create a role that is based on **Manager** and adds **Live Reports - View Only**, and nothing else of Live Reports or Billing. Call it what you like.',
			hints: [
				'Roles are in the Admin Portal: New Role.',
				'Select the role Manager to start from, describe yours, then open Analytics among the permissions.',
				'Tick Live Reports - View Only, nothing under Billing, and create the role.'
			],
			goal: {
				kind: 'role',
				basedOn: id('manager'),
				includes: ['live-reports.view'],
				excludes: ['live-reports.full', ...BILLING]
			}
		},
		{
			kind: 'number',
			id: 'predict-needed',
			title: 'Predict: what it does to the licenses',
			text: 'Alice and Bob get a role with Live Reports - View Only. The eight agents are monitored already. **How many licenses are needed then?**',
			hints: ['Who may view needs a license, even before the first look.'],
			after: [role('r-predict'), give('r-predict')],
			answer: { plus: ['needed'] },
			explanation:
				'Ten: eight agents, and Alice and Bob, who may view now. Needed follows the permission. Active follows what happened: the two become active only once they view.',
			mistakes: [
				{
					id: 'forgot-viewers',
					answer: { plus: ['agents-now'] },
					text: 'That is the agents alone. Users with view or edit access need a license, too.'
				}
			]
		},
		{
			kind: 'task',
			id: 'access',
			title: 'Give Alice and Bob access',
			text: 'Let Alice and Bob open the dashboard, but not edit it.',
			hints: [
				'A permission reaches people through their role.',
				'In Users, give Alice and Bob the role that you made.'
			],
			goal: all(views(ALICE), views(BOB))
		},
		{
			kind: 'choice',
			id: 'which-edits',
			title: 'Which one edits?',
			text: 'A team lead has to create dashboards and delete old ones. **Which permission does the role need?**',
			hints: ['The names say it.'],
			choices: [
				{
					id: 'full',
					text: 'Live Reports - Full Access',
					reply: 'Right: it grants creating, editing and deleting dashboards.'
				},
				{
					id: 'view',
					text: 'Live Reports - View Only',
					reply: 'No: it grants viewing, and no edit access.'
				},
				{
					id: 'billing',
					text: 'Live Reports License, under Billing',
					reply:
						'No: in this copy that one belongs to buying. It opens no dashboard. The permissions for dashboards stand under Analytics.'
				}
			],
			right: 'full'
		}
	],
	mistakes: [
		{
			id: 'billing-permission',
			when: any(trapped(ALICE), trapped(BOB)),
			text: 'You gave a permission of Billing. It is about purchasing and opens no dashboard, although one of them is called “Live Reports License”. The permissions for dashboards stand under Analytics.'
		},
		{
			id: 'super-admin',
			when: any(
				{ kind: 'person', person: ALICE, role: id('super-admin') },
				{ kind: 'person', person: BOB, role: id('super-admin') }
			),
			text: 'Super Admin can do everything in the account. To view dashboards, a custom role with Live Reports - View Only is enough.'
		},
		{
			id: 'too-much',
			when: any(
				all(
					{ kind: 'may', person: ALICE, permission: 'live-reports.full' },
					not({ kind: 'person', person: ALICE, role: id('super-admin') })
				),
				all(
					{ kind: 'may', person: BOB, permission: 'live-reports.full' },
					not({ kind: 'person', person: BOB, role: id('super-admin') })
				)
			),
			text: 'Full Access lets them edit and delete dashboards. They only have to view: Live Reports - View Only does.'
		}
	],
	debrief: {
		text: 'A role’s permission makes somebody needed; no license has to be assigned by hand. The waterfall shows how many may view beside the agents.',
		show: 'needed'
	},
	solution: [role('r-lesson'), give('r-lesson')]
};
