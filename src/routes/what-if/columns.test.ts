import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Columns } from './columns.svelte';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const asked = () => {
	const answers: ((answer: unknown) => void)[] = [];
	const session = { revision: 1, ask: () => new Promise((resolve) => answers.push(resolve)) };
	return { columns: new Columns(session as never), answers };
};
const answered = { ok: false, error: { code: 'CANCELLED' } };

it('figures that take long are said to be counted, until they are there', async () => {
	const { columns, answers } = asked();
	columns.follow([]);
	expect(columns.isSlow).toBe(false);
	await vi.advanceTimersByTimeAsync(1_000);
	expect(columns.isSlow).toBe(true);
	answers[0]!(answered);
	await vi.advanceTimersByTimeAsync(0);
	expect(columns.isSlow, 'though the days after them are not').toBe(false);
});

it('figures that come at once are not, nor does an older answer end the counting of newer ones', async () => {
	const { columns, answers } = asked();
	columns.follow([]);
	answers[0]!(answered);
	await vi.advanceTimersByTimeAsync(1_000);
	expect(columns.isSlow).toBe(false);
	columns.follow([]);
	columns.follow([]);
	await vi.advanceTimersByTimeAsync(1_000);
	answers[2]!(answered);
	await vi.advanceTimersByTimeAsync(0);
	expect(columns.isSlow).toBe(true);
});
