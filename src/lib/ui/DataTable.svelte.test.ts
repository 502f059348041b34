import '../../app.css';
import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import DataTable from './DataTable.svelte';
import { ROW_HEIGHT } from './scroll-scale';
import { type Column, type TablePage, type TableQuery } from './table-types';

interface Row {
	n: number;
	name: string;
}
const COLUMNS: Column<Row, 'name' | 'n'>[] = [
	{ key: 'name', heading: 'User', text: (row) => row.name, sortable: true, width: 14 },
	{ key: 'n', heading: 'Seat', text: (row) => String(row.n), align: 'end' }
];

/** Person 0…; "a" filters to every tenth; descending turns the order. */
function people(total: number) {
	return async ({ sort, filter, from, to }: TableQuery<'name' | 'n'>): Promise<TablePage<Row>> => {
		const count = filter ? Math.ceil(total / 10) : total;
		const rows = Array.from({ length: Math.max(0, Math.min(to, count) - from) }, (_, index) => {
			const place = sort?.descending ? count - 1 - (from + index) : from + index;
			const n = filter ? place * 10 : place;
			return { n, name: `Person ${n}` };
		});
		return { total: count, from, rows };
	};
}

const PeopleTable = DataTable<Row, 'name' | 'n'>;
const show = async (total: number, more: object = {}) =>
	render(PeopleTable, { caption: 'People', columns: COLUMNS, source: people(total), ...more });

const region = () => {
	const found = document.querySelector('[role=group][aria-label=People]');
	if (!(found instanceof HTMLElement)) throw new Error('the table is not there');
	return found;
};
/** The names in the rows that a user sees, by position on screen; '' for a row that is still blank. */
function seen(): string[] {
	const box = region().getBoundingClientRect();
	return [...region().querySelectorAll('tr[aria-rowindex]')].flatMap((row) => {
		const { top, bottom } = row.getBoundingClientRect();
		const name = row.querySelector('td')?.textContent?.trim();
		return name !== undefined && top >= box.top + ROW_HEIGHT - 1 && bottom <= box.bottom + 1 ? [name] : [];
	});
}

describe('data table', () => {
	test('row 300,000 of 1,000,000 is there after scrolling to it', async () => {
		await show(1_000_000);
		await expect.poll(seen).toContain('Person 0');
		const { scrollHeight, clientHeight } = region();
		const view = clientHeight - ROW_HEIGHT;
		const share = (300_000 * ROW_HEIGHT) / (1_000_000 * ROW_HEIGHT - view);
		region().scrollTop = share * (scrollHeight - clientHeight);
		await expect
			.poll(() => seen().some((name) => Math.abs(Number(name.slice(7)) - 300_000) < 20 && name !== ''))
			.toBe(true);
		await expect
			.poll(() => seen().length > 10 && seen().every((name) => name.startsWith('Person ')))
			.toBe(true);
		const numbers = seen().map((name) => Number(name.slice(7)));
		expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
	});

	test('a heading that gets the focus comes into view sideways, also past the table’s edge', async () => {
		const wide = [...COLUMNS, ...COLUMNS].map((column, i) => ({
			...column,
			sortable: true,
			key: `${i}`,
			width: 60
		}));
		await show(3, { columns: wide });
		await expect.poll(() => region().querySelectorAll('th button').length).toBe(4);
		const buttons = [...region().querySelectorAll<HTMLElement>('th button')];
		for (const button of [buttons[3]!, buttons[0]!]) {
			button.focus();
			const [heading, room] = [button.getBoundingClientRect(), region().getBoundingClientRect()];
			expect(heading.left).toBeGreaterThanOrEqual(room.left);
			expect(heading.right).toBeLessThanOrEqual(room.right);
		}
	});

	test('the very last of 3,000,000 rows is reached, and small steps skip none', async () => {
		await show(3_000_000);
		await expect.poll(seen).toContain('Person 0');
		region().scrollTop = region().scrollHeight;
		await expect.poll(seen).toContain('Person 2999999');
		const before = Number(seen()[0]?.slice(7));
		region().scrollTop -= 2 * ROW_HEIGHT;
		await expect.poll(() => Number(seen()[0]?.slice(7))).toBe(before - 2);
	});

	test('a heading sorts up, down, and back to the own order, and says so', async () => {
		const screen = await show(100);
		const heading = screen.getByRole('columnheader', { name: 'User' });
		const button = screen.getByRole('button', { name: 'User' });
		await expect.poll(seen).toContain('Person 0');
		await expect.element(heading).toHaveAttribute('aria-sort', 'none');
		await button.click();
		await expect.element(heading).toHaveAttribute('aria-sort', 'ascending');
		region().scrollTop = 900;
		await button.click();
		await expect.element(heading).toHaveAttribute('aria-sort', 'descending');
		await expect.poll(() => seen()[0]).toBe('Person 99');
		await button.click();
		await expect.element(heading).toHaveAttribute('aria-sort', 'none');
		await expect.poll(() => seen()[0]).toBe('Person 0');
	});

	test('the filter says how many rows of all match', async () => {
		const screen = await show(4626);
		await expect.element(screen.getByRole('status')).toHaveTextContent('4,626 rows');
		await screen.getByRole('searchbox', { name: 'Filter People' }).fill('x');
		await expect.element(screen.getByRole('status')).toHaveTextContent('463 of 4,626 rows');
		await expect.poll(() => seen()[1]).toBe('Person 10');
	});

	test('up to 5,000 rows no scroll position ever shows a blank row', async () => {
		await show(5_000);
		await expect.poll(seen).toContain('Person 0');
		for (let step = 1; step <= 40; step++) {
			region().scrollTop = (region().scrollHeight / 40) * step;
			await new Promise(requestAnimationFrame);
			await new Promise(requestAnimationFrame);
			expect(seen().length).toBeGreaterThan(10);
			expect(seen().every((name) => name.startsWith('Person '))).toBe(true);
		}
	});

	test('the newest question wins, and a new version keeps place and old rows until its rows are there', async () => {
		const waiting: (() => void)[] = [];
		const held = (label: string) => (query: TableQuery<'name' | 'n'>) =>
			new Promise<TablePage<Row>>((resolve) =>
				waiting.push(
					() =>
						void people(200)(query).then((page) =>
							resolve({ ...page, rows: page.rows.map((row) => ({ ...row, name: `${label} ${row.n}` })) })
						)
				)
			);
		const screen = await show(200);
		await expect.poll(seen).toContain('Person 0');
		region().scrollTop = 100 * ROW_HEIGHT;
		await expect.poll(() => seen()[0]).toBe('Person 100');
		await screen.rerender({ source: held('Old'), version: 1 });
		await expect.poll(() => waiting.length).toBe(1);
		await screen.rerender({ source: held('New'), version: 2 });
		await expect.poll(() => waiting.length).toBe(2);
		expect(seen()[0]).toBe('Person 100');
		waiting[1]?.();
		await expect.poll(() => seen()[0]).toBe('New 100');
		waiting[0]?.();
		await new Promise(requestAnimationFrame);
		expect(seen()[0]).toBe('New 100');
	});

	test('odd and long text stays in its cell, with the whole text in its title', async () => {
		const long = 'Name '.repeat(2_000);
		await show(0, {
			source: async () => ({
				total: 2,
				from: 0,
				rows: [
					{ n: 1, name: long },
					{ n: 2, name: 'مريم 👩‍💻' }
				]
			})
		});
		await expect.poll(() => region().querySelectorAll('td[title]').length).toBeGreaterThan(2);
		const cell = region().querySelector('td[title]');
		expect(cell?.getAttribute('title')).toBe(long);
		expect(cell?.getBoundingClientRect().height).toBe(ROW_HEIGHT);
		expect(cell?.getAttribute('dir')).toBe('auto');
	});

	test('an empty table says so, and the region can be focused and is named', async () => {
		const screen = await show(0, { empty: 'Nobody yet.' });
		await expect.element(screen.getByText('Nobody yet.')).toBeVisible();
		region().focus();
		expect(document.activeElement).toBe(region());
	});

	test('a focused control whose row scrolls away hands the focus to the region', async () => {
		await show(1_000);
		await expect.poll(seen).toContain('Person 0');
		const row = region().querySelector('tr[aria-rowindex="3"] td');
		if (!(row instanceof HTMLElement)) throw new Error('no row');
		row.tabIndex = -1;
		row.focus();
		region().scrollTop = 20_000;
		await expect.poll(() => document.activeElement).toBe(region());
	});

	test('the heading of numbers ends where they end, also in two lines, and that of words begins where they begin', async () => {
		const column = (key: 'n' | 'name', more: Partial<Column<Row, 'name' | 'n'>>) =>
			({ key, heading: 'Done so far', text: (row: Row) => String(row.n), width: 2, ...more }) as const;
		for (const sortable of [true, false]) {
			const columns = [column('name', { sortable }), column('n', { sortable, align: 'end' })];
			const table = await show(3, { columns });
			const sides = [...region().querySelectorAll('th span')].map((one) => getComputedStyle(one).textAlign);
			expect(sides, `sortable: ${sortable}`).toEqual(sortable ? ['start', 'end'] : ['left', 'right']);
			await table.unmount();
		}
	});
});
