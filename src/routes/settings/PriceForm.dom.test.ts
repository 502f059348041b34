import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { type Account, type Prices } from '$lib/domain/account';
import PriceForm from './PriceForm.svelte';

const prices: Prices = { liveReports: null, callQueuesBooster: null, customerEngagementBundle: null };
const account: Account = {
	name: 'Acme',
	plan: 'standard',
	timeZone: 'UTC',
	currency: 'USD',
	prices,
	costCenters: [{ id: 'root', name: 'Root' }]
};

it('a price that is typed while another one is being stored does not take its place', async () => {
	const user = userEvent.setup();
	const store = vi.fn(() => new Promise<string | null>(() => {}));
	render(PriceForm, { account, onprices: store });
	await user.type(screen.getByRole('textbox', { name: 'Live Reports' }), '25');
	await user.tab();
	await user.type(screen.getByRole('textbox', { name: 'Call Queues Booster' }), '35');
	await user.tab();
	expect(store).toHaveBeenNthCalledWith(1, { ...prices, liveReports: 2500 });
	expect(store).toHaveBeenNthCalledWith(2, { ...prices, liveReports: 2500, callQueuesBooster: 3500 });
});

it('a price that was refused is not stored along with the next one', async () => {
	const user = userEvent.setup();
	const store = vi.fn(() => Promise.resolve<string | null>('No.'));
	render(PriceForm, { account, onprices: store });
	await user.type(screen.getByRole('textbox', { name: 'Live Reports' }), '25');
	await user.tab();
	await user.type(screen.getByRole('textbox', { name: 'Call Queues Booster' }), '35');
	await user.tab();
	expect(store).toHaveBeenNthCalledWith(2, { ...prices, callQueuesBooster: 3500 });
});
