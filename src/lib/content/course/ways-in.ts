import { type Lesson } from '$lib/domain/lesson';
import { ALICE, id, NOW, sample } from './parts';

const look = { name: 'recordViewing', input: { personId: 'alice', dashboardId: 'd-floor', at: NOW } };

export const waysIn: Lesson = {
	id: 'ways-in',
	title: 'Ways into Live Reports',
	minutes: 7,
	intro: `Once somebody has the permission, there are several ways in:

- **Analytics Portal**: sign in, then click the *Live Reports* tile, or its icon in the left navigation.
- **Admin Portal**: the tab *Analytics & Logs* leads to the Analytics Portal.
- **RingCentral app, desktop and web**: click the three-dot **More** in the navigation bar, then **Analytics**. The portal opens in a browser window. The Analytics tab can also be moved to the main bar.
- **RingCentral app, mobile**: click the three-dot **More** in the bottom menu bar, then **Analytics**.

Choose Alice in “Acting as” and go all four ways.`,
	start: { kind: 'scenario', scenario: { ...sample('ten-licenses'), viewings: [] } },
	steps: [
		{
			kind: 'task',
			id: 'portal',
			title: 'By the Analytics Portal',
			text: 'Go to the [Analytics Portal](analytics) and open Live Reports.',
			hints: ['Use the tile, or the icon in the left navigation.'],
			goal: { kind: 'way', way: 'analytics-portal' }
		},
		{
			kind: 'task',
			id: 'admin',
			title: 'By the Admin Portal',
			text: 'Start in the [Admin Portal](admin) and get to Live Reports from there.',
			hints: ['Look for Analytics & Logs.'],
			goal: { kind: 'way', way: 'admin-portal' }
		},
		{
			kind: 'task',
			id: 'desktop',
			title: 'By the app on the desktop',
			text: 'Start in the [RingCentral app](app), desktop and web, and get to Live Reports.',
			hints: ['The three dots in the navigation bar are More.', 'More, then Analytics, then Live Reports.'],
			goal: { kind: 'way', way: 'desktop-app' }
		},
		{
			kind: 'task',
			id: 'mobile',
			title: 'By the app on the phone',
			text: 'Do the same in the mobile frame of the [RingCentral app](app).',
			hints: ['More is in the bottom menu bar.'],
			goal: { kind: 'way', way: 'mobile-app' }
		},
		{
			kind: 'task',
			id: 'pin',
			title: 'Move Analytics to the main bar',
			text: 'In the desktop app, move Analytics out of More to the main bar, so that the way is one click.',
			hints: ['In this copy, the choice is in the More menu.'],
			goal: { kind: 'pinned' }
		},
		{
			kind: 'number',
			id: 'predict-active',
			title: 'Predict: Alice looks',
			text: 'Eight agents are monitored. Alice and Bob both may view, and neither has done so this month. Now Alice opens the dashboard. **How many active users does the report count then?**',
			hints: ['The report counts users or managers who viewed dashboards. How many did?'],
			after: [look],
			answer: { plus: ['active'] },
			explanation:
				'Nine: eight agents and one viewer. Bob may view and has not, so he is needed but not active.',
			mistakes: [
				{
					id: 'counted-permission',
					answer: { plus: ['needed'] },
					text: 'You counted Bob too. The permission makes him needed; the report’s viewers are those who viewed.'
				},
				{
					id: 'forgot-viewers',
					answer: { plus: ['agents'] },
					text: 'You forgot the viewer: whoever viewed a dashboard is counted beside the agents.'
				}
			]
		},
		{
			kind: 'task',
			id: 'view',
			title: 'Open a dashboard as Alice',
			text: 'Acting as Alice, open the dashboard *Support floor*.',
			hints: [
				'The Trainer’s looks are not recorded. Choose Alice in “Acting as”.',
				'In Live Reports, click Support floor.'
			],
			goal: { kind: 'viewed', person: ALICE, dashboard: id('d-floor'), during: 'lesson' }
		},
		{
			kind: 'choice',
			id: 'open-only',
			title: 'Opening without looking',
			text: 'Bob opens Live Reports, sees the list of dashboards, and closes it again. **Does the source say that he is a viewer now?**',
			hints: ['Compare “viewed Live Reports dashboards” with “last date the user accessed Live Reports”.'],
			choices: [
				{
					id: 'open',
					text: 'It leaves that open',
					reply:
						'Right: it calls viewers those who viewed dashboards, and Last Viewed the last access to Live Reports. Here the setting A-OPEN decides; by default, opening alone is no viewing.'
				},
				{
					id: 'yes',
					text: 'Yes, opening Live Reports is enough',
					reply:
						'It does not say so: viewers are those who viewed dashboards. Here the setting A-OPEN decides.'
				},
				{
					id: 'no',
					text: 'No, only opening a dashboard counts',
					reply:
						'That is the default here (A-OPEN), but the source is not that clear: it describes Last Viewed as the last access to Live Reports.'
				}
			],
			right: 'open'
		}
	],
	mistakes: [
		{
			id: 'sam-instead',
			when: { kind: 'viewed', person: id('sam'), during: 'lesson' },
			text: 'Sam viewed the dashboard. Who views is counted, administrators too: choose Alice in “Acting as”.'
		}
	],
	debrief: {
		text: 'All ways lead to the same place, and only the look at a dashboard counts. Permission makes needed; viewing makes active.',
		show: 'active'
	},
	solution: [{ name: 'pinAnalytics', input: { personId: 'alice', pinned: true } }, look]
};
