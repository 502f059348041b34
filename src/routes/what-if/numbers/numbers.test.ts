import { expect, it, vi } from 'vitest';
import { failed, ok, type Result } from '$lib/domain/result';
import { type NumberFault } from '$lib/domain/own-numbers';
import { type NumbersAnswer } from '$lib/worker/protocol';
import { NumbersDraft } from './numbers-draft.svelte';
import { NumbersTrial } from './numbers-trial.svelte';

const draft = () => new NumbersDraft('2026-11-24T14:00:00Z', 'America/Detroit');

it('what is typed becomes numbers; what is no number is left to the engine to name', () => {
	const one = draft();
	one.addQueue();
	one.addOverlap();
	one.viewers = null;
	expect(one.numbers).toEqual({
		queues: [
			{ name: '', members: 10 },
			{ name: '', members: 0 }
		],
		overlaps: [{ first: 0, second: 1, members: 0 }],
		viewers: NaN,
		viewersWhoAreMembers: 0
	});
});

it('a queue that is removed takes what it shares with it, and shifts no other', () => {
	const one = draft();
	one.addQueue();
	one.addQueue();
	one.addOverlap();
	one.addOverlap();
	one.addOverlap();
	expect(one.numbers.overlaps.map(({ first, second }) => [first, second])).toEqual([
		[0, 1],
		[0, 2],
		[1, 2]
	]);
	one.removeQueue(one.queues[0]!.id);
	expect(one.numbers.overlaps.map(({ first, second }) => [first, second])).toEqual([[0, 1]]);
});

it('prices are read in their currency; what is no amount counts as not known, and is in the way of a scenario', () => {
	const one = draft();
	one.currency = ' eur ';
	one.prices.liveReports = '25.5';
	expect(one.input).toMatchObject({
		account: { name: 'From numbers', currency: 'EUR', timeZone: 'America/Detroit' },
		prices: { liveReports: 2_550, callQueuesBooster: null, customerEngagementBundle: null }
	});
	one.prices.liveReports = '2.5.5';
	expect(one.priceProblem('liveReports')).toMatch(/^Write an amount such as 35\.00/);
	expect(one.input?.prices.liveReports).toBeNull();
	expect(one.hasSoundPrices).toBe(false);
	one.prices.liveReports = '10000000.01';
	expect(one.priceProblem('liveReports')).toBe('Write 10000000.00 or less.');
	one.prices.liveReports = '';
	expect(one.hasSoundPrices).toBe(true);
	one.currency = 'EU';
	expect(one.currencyProblem).toMatch(/three capital letters/);
	expect(one.input).toBeNull();
	expect(new NumbersDraft('2026-11-24T14:00:00Z', 'Etc/Unknown').timeZone).toBe('UTC');
});

it('the last good answer stays while the numbers contradict each other, and faults stand at their field', async () => {
	const answers: Result<NumbersAnswer, readonly NumberFault[]>[] = [
		ok({ summary: { figures: { needed: 12 } } } as NumbersAnswer),
		failed([{ code: 'MORE_THAN_VIEWERS', members: 3, viewers: 2 }])
	];
	const app = {
		numbers: vi.fn(async () => ok(answers.shift()!)),
		createFromNumbers: vi.fn(async () =>
			ok(failed([{ code: 'TOO_MANY_PEOPLE', people: 9, most: 8 }] as const))
		)
	};
	const desk = { take: (result: { ok: boolean; value?: unknown }) => result.value };
	const one = draft();
	const trial = new NumbersTrial(app, desk as never, one);
	trial.follow();
	await expect.poll(() => trial.answer?.summary.figures.needed).toBe(12);
	expect(trial.isStale).toBe(false);
	trial.follow();
	await expect.poll(() => trial.isStale).toBe(true);
	expect(trial.answer?.summary.figures.needed).toBe(12);
	expect(trial.errorAt('viewersWhoAreMembers')).toBe('There are 2 viewers, so 3 of them can’t be members.');
	expect(await trial.create()).toBeNull();
	expect(trial.errorAt('form')).toMatch(/holds up to 8/);
	one.currency = '';
	trial.follow();
	expect(app.numbers).toHaveBeenCalledTimes(2);
});
