import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Columns } from './columns.svelte';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const asked = () => {
	const answers: ((answer: unknown) => void)[] = [];
	const session = { counted: 1, ask: () => new Promise((resolve) => answers.push(resolve)) };
	return { columns: new Columns(session as never), session, answers };
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
	answers[4]!({ ok: true, value: 'second' });
	await vi.advanceTimersByTimeAsync(0);
	expect([columns.answerTo(after), columns.answerTo(before)]).toEqual(['second', undefined]);
});

it('[I3] what is asked already is not asked again while edits are saved, until something is counted anew or failed', async () => {
	const { columns, session, answers } = asked();
	const one = { id: 'w', name: 'W', changes: [{ id: 'c', command: 'stopMonitoring', input: 'q1' }] };
	columns.follow([one]);
	expect(answers, 'figures and days of today and of the what-if').toHaveLength(4);
	columns.follow([{ ...one, name: 'Another name', changes: [{ ...one.changes[0]! }] }]);
	expect(answers).toHaveLength(4);
	answers[1]!({ ok: true, value: 'first' });
	await vi.advanceTimersByTimeAsync(0);
	columns.follow([one, { id: 'v', name: 'V', changes: [] }]);
	expect(answers, 'and of the new one').toHaveLength(6);
	answers[5]!(answered);
	await vi.advanceTimersByTimeAsync(0);
	columns.follow([one, { id: 'v', name: 'V', changes: [] }]);
	expect(answers, 'its days failed').toHaveLength(8);
	session.counted = 2;
	columns.follow([one]);
	expect(answers).toHaveLength(12);
	expect(columns.answer('w'), 'the older stays until then').toBe('first');
});

it('figures that come at once are not, nor does an older answer end the counting of newer ones', async () => {
	const { columns, session, answers } = asked();
	columns.follow([]);
	answers[0]!({ ok: true, value: 'first' });
	await vi.advanceTimersByTimeAsync(1_000);
	expect(columns.isSlow).toBe(false);
	session.counted = 2;
	columns.follow([]);
	session.counted = 3;
	columns.follow([]);
	await vi.advanceTimersByTimeAsync(1_000);
	answers[2]!(answered);
	await vi.advanceTimersByTimeAsync(0);
	expect(columns.isSlow).toBe(true);
	answers[4]!({ ok: true, value: 'newest' });
	await vi.advanceTimersByTimeAsync(0);
	expect(columns.isSlow).toBe(false);
});
