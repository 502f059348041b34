import { type Lesson } from '$lib/domain/lesson';

export const readingTheReport: Lesson = {
	id: 'reading-the-report',
	title: 'Reading the report’s three tabs',
	minutes: 9,
	intro: `In Live Reports, **Download License Status Report**, then **Excel file**, downloads the license usage of the last 30 days. The file is called *RingCentral_LR_Licensed Users_<TimeStamp>.xlsx* and has three tabs:

- **Live Reports Usage Summary**: licenses purchased, monitored agents, viewers, total active users, overage.
- **Total Active Users**: a row for each user who is assigned a license, with role type, last view, and how many monitored queues and dashboards.
- **Detailed Usage**: user by user which queue, which dashboard, the last view, and the license status.

The clinic of this lesson had a busy month. Download its report, or read the same tabs on screen.`,
	start: { kind: 'sample', sample: 'busy-month' },
	steps: [
		{
			kind: 'task',
			id: 'download',
			title: 'Download the report',
			text: 'In the [Analytics Portal](analytics), open Live Reports and download the License Status Report as an Excel file.',
			hints: [
				'The button is at the top of Live Reports.',
				'Download License Status Report, then Excel file.'
			],
			goal: { kind: 'downloaded' }
		},
		{
			kind: 'task',
			id: 'summary',
			title: 'The summary',
			text: 'Look at the tab **Live Reports Usage Summary**. Find the date range that the report covers.',
			hints: ['The tabs are on screen too, below the dashboards.'],
			goal: { kind: 'tab', tab: 'summary' }
		},
		{
			kind: 'number',
			id: 'total-purchased',
			title: 'What is purchased in all',
			text: 'The summary lists Live Report licenses and Call Queue Booster licenses. **How many are the Total Licenses Purchased?**',
			hints: ['It is a sum.'],
			answer: { plus: ['purchased-live-reports', 'purchased-boosters'] },
			explanation: 'The total is the sum of Live Report and Call Queue Booster licenses.',
			mistakes: [
				{
					id: 'without-boosters',
					answer: { plus: ['purchased-live-reports'] },
					text: 'Those are the Live Report licenses alone. Booster licenses are purchased licenses too.'
				}
			]
		},
		{
			kind: 'number',
			id: 'total-active',
			title: 'Total Active Users',
			text: 'The summary names the Monitored Users (Agents) and the Live Report Viewers; one of the viewers is an agent, too. **How many are the Total Active Users?** This copy counts a person once.',
			hints: ['Combine both, and count nobody twice.', 'Priya views, and is a member of Appointments.'],
			answer: { plus: ['agents', 'viewers'], minus: ['both'] },
			explanation:
				'Agents and viewers together, and whoever is both once. The source says “combined number” and does not show such a person: A-DUAL decides here.',
			mistakes: [
				{
					id: 'added-up',
					answer: { plus: ['agents', 'viewers'] },
					text: 'You added agents and viewers, and so counted Priya twice. That is the other answer to A-DUAL.'
				},
				{
					id: 'agents-only',
					answer: { plus: ['agents'] },
					text: 'Those are the agents. The viewers use licenses as well.'
				}
			]
		},
		{
			kind: 'task',
			id: 'active-users',
			title: 'User by user',
			text: 'Look at the tab **Total Active Users**. Which users are viewers, which are monitored agents?',
			hints: ['The Role Type column says it.'],
			goal: { kind: 'tab', tab: 'active-users' }
		},
		{
			kind: 'task',
			id: 'detailed-usage',
			title: 'In detail',
			text: 'Look at the tab **Detailed Usage**. Find Grace Okafor: she has a row for each of her queues on a dashboard.',
			hints: ['Filter by her name.'],
			goal: { kind: 'tab', tab: 'detailed-usage' }
		},
		{
			kind: 'choice',
			id: 'which-tab',
			title: 'Which tab helps?',
			text: 'You have an overage and want to know **which call queues or dashboards drive the license consumption**. Which tab do you open?',
			hints: ['Only one of the tabs names queues and dashboards.'],
			choices: [
				{
					id: 'summary',
					text: 'Live Reports Usage Summary',
					reply: 'No: it tells whether there is an overage, not where it comes from.'
				},
				{
					id: 'active-users',
					text: 'Total Active Users',
					reply:
						'No: it counts each user’s queues and dashboards without naming them. It shows whether managers or agents drive the usage.'
				},
				{
					id: 'detailed-usage',
					text: 'Detailed Usage',
					reply: 'Right: it names queue and dashboard in every row, for overage and for audits.'
				}
			],
			right: 'detailed-usage'
		}
	],
	mistakes: [],
	debrief: {
		text: 'The summary’s rows are the waterfall’s steps: agents and viewers combined are the active users, and less the licenses purchased they are the overage.',
		show: 'active'
	},
	solution: []
};
