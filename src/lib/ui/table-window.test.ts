import { describe, expect, test, vi } from 'vitest';
import { type TablePage, type TableQuery } from './table-types';
import { TableWindow } from './table-window.svelte';

type Query = TableQuery<'n'>;
const page = (total: number, { from, to }: Query): TablePage<number> => ({
	total,
	from,
	rows: Array.from({ length: Math.max(0, Math.min(to, total) - from) }, (_, n) => from + n)
});

describe('table window', () => {
	test('up to 5,000 rows come in one go', async () => {
		const source = vi.fn(async (query: Query) => page(5000, query));
		const table = new TableWindow<number, 'n'>(source);
		await table.refresh(source);
		table.look(4900, 5000);
		expect(source).toHaveBeenCalledTimes(1);
		expect(table.row(0)).toBe(0);
		expect(table.row(4999)).toBe(4999);
	});

	test('a longer table fetches what is in sight, and its neighbors', async () => {
		const source = async (query: Query) => page(1_000_000, query);
		const table = new TableWindow<number, 'n'>(source);
		await table.refresh(source);
		expect(table.row(300_000)).toBeUndefined();
		table.look(300_000, 300_030);
		await expect.poll(() => table.row(300_000)).toBe(300_000);
		await expect.poll(() => table.row(300_250)).toBe(300_250);
		await expect.poll(() => table.row(299_999)).toBe(299_999);
	});

	test('only the newest question counts, whatever comes back last', async () => {
		const answers: ((value: TablePage<number>) => void)[] = [];
		const source = (query: Query) =>
			new Promise<TablePage<number>>((resolve) =>
				answers.push(() => resolve(page(query.sort ? 20 : 10, query)))
			);
		const table = new TableWindow<number, 'n'>(source);
		const older = table.refresh(source);
		const newer = table.sortBy('n');
		answers[1]?.(page(0, { sort: null, filter: '', from: 0, to: 0 }));
		await newer;
		answers[0]?.(page(0, { sort: null, filter: '', from: 0, to: 0 }));
		await older;
		expect(table.total).toBe(20);
		expect(table.state).toBe('ready');
	});

	test('a fault of an older question concerns nobody; one of the newest is said, and can be retried', async () => {
		vi.stubGlobal('reportError', () => undefined);
		const bad = async (): Promise<TablePage<number>> => Promise.reject(new Error('broken'));
		const table = new TableWindow<number, 'n'>(bad);
		await table.refresh(bad);
		expect(table.state).toBe('failed');
		const old = table.refresh(bad);
		await table.refresh(async (query) => page(3, query));
		await old;
		expect(table.state).toBe('ready');
		expect(table.total).toBe(3);
		vi.unstubAllGlobals();
	});

	test('while new rows are on their way the old ones stay', async () => {
		const table = new TableWindow<number, 'n'>(async (query) => page(3, query));
		await table.refresh(async (query) => page(3, query));
		let answer = (): void => undefined;
		const next = table.refresh((query) => new Promise((resolve) => (answer = () => resolve(page(7, query)))));
		expect(table.row(2)).toBe(2);
		expect(table.total).toBe(3);
		answer();
		await next;
		expect(table.total).toBe(7);
	});
});
