import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import CostBars from './CostBars.svelte';
import CostCurve from './CostCurve.svelte';
import Lanes from './Lanes.svelte';
import Overlap from './Overlap.svelte';
import { type OnSave } from './story';
import UsageSteps from './UsageSteps.svelte';
import Waterfall from './Waterfall.svelte';

const format = (amount: number) => `$${(amount / 100).toFixed(2)}`;
const unit = { one: 'agent', many: 'agents' };
const title = 'Picture';

/** Each picture, the sentence that it is described with, what the first two marks say, and rows of its table. */
const CASES = [
	{
		name: 'active seats as steps',
		show: (onsave: OnSave) =>
			render(UsageSteps, {
				title,
				onsave,
				days: [
					{ date: '2026-11-23', active: 12, purchased: 10 },
					{ date: '2026-11-24', active: 1_204, purchased: 2_000 }
				]
			}),
		sentence:
			'23 Nov to 24 Nov 2026: active seats peak at 1,204 on 24 Nov, above the licenses purchased on 1 of 2 days.',
		spoken: [
			'23 Nov 2026 12 active of 10 purchased, 2 over',
			'24 Nov 2026 1,204 active of 2,000 purchased, 796 to spare'
		],
		rows: ['23 Nov 2026 12 10 2', '24 Nov 2026 1,204 2,000 0']
	},
	{
		name: 'waterfall',
		show: (onsave: OnSave) =>
			render(Waterfall, {
				title,
				onsave,
				parts: [
					{ label: 'Memberships', sign: '', value: 10 },
					{ label: 'Repeats', sign: '−', value: 2 },
					{ label: 'Agents', sign: '=', value: 8 }
				]
			}),
		sentence: 'Memberships: 10 − Repeats: 2 = Agents: 8.',
		spoken: ['Memberships 10', 'Repeats − 2; makes 8'],
		rows: ['Memberships 10 10', 'Repeats − 2 8', 'Agents = 8 8']
	},
	{
		name: 'overlap of two',
		show: (onsave: OnSave) =>
			render(Overlap, {
				title,
				onsave,
				sets: {
					kind: 'regions',
					names: ['North', 'South'],
					sizes: [8, 3],
					total: 8,
					several: 3,
					greatest: { a: 'North', b: 'South', shared: 3 },
					count: 2,
					unit,
					regions: [
						{ of: [0], count: 5 },
						{ of: [0, 1], count: 3 }
					]
				}
			}),
		sentence: '3 of 8 agents are in more than one; North and South share most, 3.',
		spoken: ['Only North 5 agents, nowhere else', 'North & South 3 agents in exactly these 2'],
		rows: ['All of North 8', 'All of South 3', 'Only North 5', 'North & South 3']
	},
	{
		name: 'cost by cost center',
		show: (onsave: OnSave) =>
			render(CostBars, {
				title,
				onsave,
				costs: {
					series: ['Today', 'Fewer'],
					format,
					groups: [
						{ name: 'Root', amounts: [42_000, 35_000] },
						{ name: 'Sales', amounts: [1_000, null] }
					]
				}
			}),
		sentence: 'A month in total: Today $430.00 and Fewer not known.',
		spoken: ['Root, Today $420.00', 'Root, Fewer $350.00 (−$70.00)'],
		rows: ['Root $420.00 $350.00', 'Sales $10.00 not known', 'Total $430.00 not known']
	},
	{
		name: 'cost curve',
		show: (onsave: OnSave) =>
			render(CostCurve, {
				title,
				onsave,
				curves: {
					format,
					tick: format,
					markers: [{ name: 'Needed', licenses: 10 }],
					lines: [
						{
							name: 'Each',
							points: [
								{ licenses: 0, cost: 0 },
								{ licenses: 40, cost: 40_000 }
							]
						},
						{
							name: 'Flat',
							points: [
								{ licenses: 0, cost: 20_000 },
								{ licenses: 40, cost: 20_000 }
							]
						}
					]
				}
			}),
		sentence:
			'Each costs least: $100.00 a month for 10 (Needed). From 21 licenses, Flat costs less than Each.',
		spoken: ['0 licenses Each $0.00, Flat $200.00', '10 licenses: Needed Each $100.00, Flat $200.00'],
		rows: [
			'0 $0.00 $200.00',
			'10 $100.00 $200.00 Needed',
			'21 $210.00 $200.00 from 21 licenses, Flat costs less than Each',
			'40 $400.00 $200.00'
		]
	},
	{
		name: 'lanes',
		show: (onsave: OnSave) =>
			render(Lanes, {
				title,
				onsave,
				course: {
					from: '2026-11-01',
					to: '2026-11-24',
					rows: [
						{
							name: 'North',
							spans: [{ name: 'Member', from: null, to: null }],
							points: [{ name: 'Viewed', at: '2026-11-20' }]
						}
					]
				}
			}),
		sentence: '1 Nov to 24 Nov 2026: 1 period, still going on; 1 day with a viewing.',
		spoken: ['North Member, always, still so', 'North Viewed, 20 Nov 2026'],
		rows: ['North Member always still so', 'North Viewed 20 Nov 2026 20 Nov 2026']
	}
];

const plain = (element: HTMLElement) => element.textContent?.replace(/\s+/g, ' ').trim();

test.each(CASES)(
	'$name: has a name and a description, and arrow keys say what hover shows',
	async ({ show, sentence, spoken }) => {
		show(vi.fn());
		expect(screen.getByRole('figure', { name: title, description: sentence })).toBeVisible();
		const stage = screen.getByRole('application', { name: title });
		expect(stage).toHaveAccessibleDescription(`${sentence} Arrow keys move through its parts.`);
		const status = within(stage).getByRole('status');
		expect(status).toBeEmptyDOMElement();
		stage.focus();
		await userEvent.keyboard('{Home}');
		expect(plain(status)).toBe(spoken[0]);
		await userEvent.keyboard('{ArrowRight}');
		expect(plain(status)).toBe(spoken[1]);
		await userEvent.keyboard('{Escape}');
		expect(status).toBeEmptyDOMElement();
		await userEvent.pointer({ target: stage.querySelector('[data-mark="1"]')! });
		expect(plain(status)).toBe(spoken[1]);
	}
);

test.each(CASES)('$name: its table has the same figures', async ({ show, rows }) => {
	show(vi.fn());
	await userEvent.click(screen.getByText('Table'));
	const table = screen.getByRole('table', { name: title });
	const shown = within(table)
		.getAllByRole('row')
		.slice(1)
		.map((row) =>
			[...row.children]
				.map((cell) => cell.textContent?.trim())
				.join(' ')
				.trim()
		);
	expect(shown).toEqual(rows);
});
