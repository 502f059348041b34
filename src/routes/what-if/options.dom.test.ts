import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { type Prices } from '$lib/domain/account';
import { type CoverOption, type CoverOptions } from '$lib/domain/options';
import { ok } from '$lib/domain/result';
import Options from './Options.svelte';

const size = {
	seats: 10,
	licenses: { 'live-reports': 6, 'call-queues-booster': 4 },
	toBuy: { 'live-reports': 0, 'call-queues-booster': 4 },
	spare: { 'live-reports': 4, 'call-queues-booster': 0 }
};
const applies: CoverOption = {
	...size,
	option: 'live-reports',
	licenses: { 'live-reports': 10, 'call-queues-booster': 0 },
	toBuy: { 'live-reports': 0, 'call-queues-booster': 0 },
	spare: { 'live-reports': 0, 'call-queues-booster': 0 },
	state: 'applies',
	cost: 25_000n,
	added: 0n
};
const bundle: CoverOption = {
	...applies,
	option: 'customer-engagement-bundle',
	cost: 30_000n
};
const answerOf = (options: readonly CoverOption[]): CoverOptions => ({
	options,
	cheapest: ['live-reports'],
	breakEven: [
		{
			price: 'liveReports',
			at: { numerator: 9_001n, denominator: 3n },
			entered: 2_500,
			below: 'live-reports',
			above: 'customer-engagement-bundle'
		}
	],
	curves: { upTo: 20, boosters: 0, curves: [], crossings: [] }
});

const PRICES: Prices = { liveReports: 2_500, callQueuesBooster: null, customerEngagementBundle: 3_000 };

function show(boosters: CoverOption, currency = 'USD') {
	const ask = vi.fn<(...asked: unknown[]) => Promise<unknown>>(async () =>
		ok(answerOf([applies, boosters, bundle]))
	);
	const act = vi.fn<(...asked: unknown[]) => Promise<boolean>>(async () => true);
	const onbuy = vi.fn();
	render(Options, {
		session: {
			revision: 1,
			row: { head: { account: { prices: PRICES, currency } } },
			ask,
			findPeople: async () => ok([{ id: 'p3', name: 'John', extension: '103', role: 'Standard' }])
		},
		desk: { to: (path: string) => path, take: ({ value }: { value: unknown }) => value, do: act },
		changes: [],
		currency,
		onbuy
	} as never);
	return { ask, act, onbuy };
}
const card = (name: RegExp) => screen.findByRole('article', { name });

test('[I4] each option says whether it applies, is refused for which reasons, or lacks which price', async () => {
	show({
		...size,
		option: 'boosters',
		state: 'refused',
		reasons: [{ code: 'NOBODY_CHOSEN' }, { code: 'UNKNOWN_PEOPLE', people: 2 }]
	});
	const all = within(await card(/^Live Reports licenses for all/));
	expect(all.getByText('Cheapest')).toBeVisible();
	expect(all.getByText('$250.00')).toBeVisible();
	expect(all.queryByRole('button')).toBeNull();
	const boosters = within(await card(/^Boosters/));
	expect(boosters.getByText('Not possible')).toBeVisible();
	expect(boosters.getAllByRole('listitem')).toHaveLength(2);
	const ceb = within(await card(/^Customer Engagement Bundle/));
	expect(ceb.queryByText('Cheapest')).toBeNull();
	expect(ceb.getByText(/^CEB is counted for each needed seat/)).toBeVisible();
	expect(screen.getByText(/^Below \$30\.00 \(rounded\) a seat, “Live Reports/)).toBeVisible();
});

test('[I4] what is missing is entered in Settings; what is to buy goes into the what-if', async () => {
	const { onbuy } = show({
		...size,
		option: 'boosters',
		state: 'incomplete',
		missing: ['callQueuesBooster']
	});
	const boosters = within(await card(/^Boosters/));
	expect(boosters.getByRole('link', { name: 'Enter prices' })).toHaveAttribute('href', '/settings/');
	await userEvent.click(boosters.getByRole('button', { name: /^Buy in the what-if: Boosters/ }));
	expect(onbuy).toHaveBeenCalledExactlyOnceWith([{ product: 'call-queues-booster', quantity: 4 }]);
});

test('[I4] the example price is offered for US dollars alone, and only where none is entered', async () => {
	const refused: CoverOption = { ...size, option: 'boosters', state: 'refused', reasons: [] };
	const { act } = show(refused);
	await userEvent.click(await screen.findByRole('button', { name: 'Use the example price $35.00' }));
	expect(act).toHaveBeenCalledExactlyOnceWith('editAccount', {
		prices: { ...PRICES, callQueuesBooster: 3_500 }
	});
});

test('[I4] in another currency no example price is offered', async () => {
	show({ ...size, option: 'boosters', state: 'refused', reasons: [] }, 'EUR');
	await card(/^Boosters/);
	expect(screen.queryByRole('button', { name: /example price/ })).toBeNull();
});

test('[I4] Boosters are for those marked, or for people that are picked', async () => {
	const { ask } = show({ ...size, option: 'boosters', state: 'refused', reasons: [] });
	await card(/^Boosters/);
	expect(ask).toHaveBeenLastCalledWith('options', { changes: [], chosen: null }, 'options');
	await userEvent.click(screen.getByRole('radio', { name: 'People I pick' }));
	const field = screen.getByRole('combobox', { name: 'People with a Booster' });
	await userEvent.type(field, 'jo');
	await userEvent.click(await screen.findByRole('option', { name: /John/ }));
	expect(ask).toHaveBeenLastCalledWith('options', { changes: [], chosen: ['p3'] }, 'options');
});
