import { expect, it } from 'vitest';
import { type BreakEven, type CoverOption, type OptionReason, type OptionSize } from '$lib/domain/options';
import {
	breakEvenGroups,
	cheapestSentence,
	linesToBuy,
	missingPricesSentence,
	optionReasonSentence,
	optionSizeSentence,
	spareSentence,
	toBuySentence
} from './options';

it('[I4] every refusal says what is so and what to do', () => {
	expect(optionReasonSentence({ code: 'CHOSEN_NEED_NONE', chosen: 3 })).toBe(
		'None of the 3 chosen people needs a seat. Choose somebody who does.'
	);
	expect(optionReasonSentence({ code: 'UNKNOWN_PEOPLE', people: 1 })).toBe(
		'1 chosen person is no longer in the scenario. Choose again.'
	);
	expect(missingPricesSentence(['liveReports', 'callQueuesBooster'])).toBe(
		'The prices of Live Reports and Call Queues Booster are not entered. Enter them in Settings: none is made up.'
	);
	expect(missingPricesSentence(['liveReports'], 'numbers')).toContain('Enter it under Prices');
	expect(optionReasonSentence({ code: 'NOBODY_CHOSEN' }, 'numbers')).not.toContain('Choose');
});

const size: OptionSize = {
	option: 'boosters',
	seats: 10,
	licenses: { 'live-reports': 6, 'call-queues-booster': 4 },
	toBuy: { 'live-reports': 0, 'call-queues-booster': 4 },
	spare: { 'live-reports': 1, 'call-queues-booster': 0 }
};

it('[I4] an option says what it takes, what is to buy and what is to spare', () => {
	expect(optionSizeSentence(size)).toBe(
		'Covers 10 needed seats with 6 Live Reports and 4 Call Queues Booster licenses.'
	);
	expect(toBuySentence(size)).toBe('To buy: 4 Call Queues Booster licenses.');
	expect(linesToBuy(size)).toEqual([{ product: 'call-queues-booster', quantity: 4 }]);
	expect(spareSentence(size)).toBe('To spare: 1 Live Reports license. Lowering licenses isn’t self-service.');
	const owned = { ...size, toBuy: { 'live-reports': 0, 'call-queues-booster': 0 } };
	expect(toBuySentence(owned)).toBe('Nothing to buy: the owned licenses are enough.');
	expect(toBuySentence({ ...owned, option: 'customer-engagement-bundle' })).toMatch(
		/^To arrange: the bundle for 10 seats/
	);
});

it('[I4] the cheapest is named with its cost, and nothing is called cheapest that stands alone', () => {
	const priced = (option: CoverOption['option'], cost: bigint): CoverOption => ({
		...size,
		option,
		state: 'applies',
		cost,
		added: 0n
	});
	const [all, ceb] = [priced('live-reports', 123_450n), priced('customer-engagement-bundle', 200_000n)];
	expect(cheapestSentence([all, ceb], ['live-reports'], 'USD', 'scenario')).toBe(
		'Cheapest: “Live Reports licenses for all”, $1,234.50 a month.'
	);
	expect(cheapestSentence([all], ['live-reports'], 'USD', 'scenario')).toMatch(/^Only .* can be priced/);
	expect(cheapestSentence([all, ceb], ['live-reports', ceb.option], 'USD', 'scenario')).toMatch(
		/^Equally cheap/
	);
	expect(cheapestSentence([], [], 'USD', 'numbers')).toBe('No option can be priced yet.');
	const refused = (...reasons: [OptionReason, ...OptionReason[]]): CoverOption => ({
		...size,
		state: 'refused',
		reasons
	});
	const [hasCeb, nobody] = [{ code: 'CEB_ALREADY' }, { code: 'NOBODY_CHOSEN' }] as const;
	expect(cheapestSentence([refused(hasCeb), refused(nobody, hasCeb)], [], 'USD', 'scenario')).toBe(
		optionReasonSentence(hasCeb)
	);
	expect(cheapestSentence([refused(hasCeb), refused(nobody)], [], 'USD', 'scenario')).toBe(
		'No option is possible.'
	);
});

it('[I4] a break-even price says that it is rounded where it is, and stands with one’s own price', () => {
	const even: BreakEven = {
		price: 'liveReports',
		at: { numerator: 3701n, denominator: 3n },
		entered: 1234,
		below: 'live-reports',
		above: 'customer-engagement-bundle'
	};
	const exact = { ...even, at: { numerator: 1250n, denominator: 1n }, below: 'boosters' } as const;
	const ceb = { ...even, price: 'customerEngagementBundle', entered: null } as const;
	expect(breakEvenGroups([even, ceb, exact], 'USD')).toEqual([
		{
			title: 'Live Reports, yours is $12.34',
			sentences: [
				'Below $12.34 (rounded) a seat, “Live Reports for all” costs less than “CEB for all”.',
				'Below $12.50 a seat, “Boosters for some” costs less than “CEB for all”.'
			]
		},
		{
			title: 'Customer Engagement Bundle, not entered',
			sentences: ['Below $12.34 (rounded) a seat, “Live Reports for all” costs less than “CEB for all”.']
		}
	]);
	const [free] = breakEvenGroups([{ ...even, at: { numerator: 0n, denominator: 1n } }], 'JPY');
	expect(free?.sentences).toEqual([
		'At any price above ¥0, “CEB for all” costs less than “Live Reports for all”.'
	]);
});
