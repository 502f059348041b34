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

it('[I5] an answer is no answer to what was changed since, until that is counted too', async () => {
	const { columns, answers } = asked();
	const stop = { id: 'c', command: 'stopMonitoring', input: 'q1' };
	const before = { id: 'w', name: 'W', changes: [stop] };
	const after = { ...before, changes: [{ ...stop, input: 'q2' }] };
	columns.follow([before]);
	answers[1]!({ ok: true, value: 'first' });
	await vi.advanceTimersByTimeAsync(0);
	expect(columns.answerTo({ ...before, changes: [{ ...stop }] })).toBe('first');
	expect([columns.answerTo(after), columns.answer('w')]).toEqual([undefined, 'first']);
	columns.follow([after]);
	answers[5]!({ ok: true, value: 'second' });
	await vi.advanceTimersByTimeAsync(0);
	expect([columns.answerTo(after), columns.answerTo(before)]).toEqual(['second', undefined]);
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
