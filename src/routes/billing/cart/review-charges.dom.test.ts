import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { type Account, ROOT } from '$lib/domain/account';
import { type Cart } from '$lib/domain/cart';
import ReviewCharges from './ReviewCharges.svelte';

const account: Account = {
	name: 'Acme',
	plan: 'standard',
	timeZone: 'UTC',
	currency: 'USD',
	prices: { liveReports: 2_000, callQueuesBooster: null, customerEngagementBundle: null },
	costCenters: [
		{ id: ROOT, name: 'Root' },
		{ id: 'a', name: 'Lisbon', code: 'A', parentId: ROOT },
		{ id: 'b', name: 'Lisbon', code: 'B', parentId: ROOT }
	]
};
const cart: Cart = [
	{ id: 'x', product: 'live-reports', quantity: 2, costCenterId: 'a' },
	{ id: 'y', product: 'live-reports', quantity: 1, costCenterId: 'b' }
];

test('[S4] charges that change under the tick, in another tab, have to be read again', async () => {
	const user = userEvent.setup();
	const onconfirm = vi.fn(async () => null);
	const props = { cart, account, newId: () => 'o', onconfirm, onback: () => undefined };
	const { rerender } = render(ReviewCharges, props);
	const read = screen.getByRole('checkbox', { name: /^I have read/ });
	await user.click(read);
	const prices = { ...account.prices, liveReports: 9_900 };
	await rerender({ ...props, account: { ...account, prices } });
	expect(read).not.toBeChecked();
	await user.click(screen.getByRole('button', { name: 'Confirm' }));
	expect(onconfirm).not.toHaveBeenCalled();
	await user.click(read);
	await rerender({ ...props, account: { ...account, name: 'Acme Inc.', prices } }); // the charges are the same
	expect(read).toBeChecked();
	await user.click(screen.getByRole('button', { name: 'Confirm' }));
	expect(onconfirm).toHaveBeenCalledOnce();
});

test('cost centers of one name are told apart in the charges', () => {
	render(ReviewCharges, {
		cart,
		account,
		newId: () => 'o',
		onconfirm: async () => null,
		onback: () => undefined
	});
	expect(screen.getByRole('cell', { name: 'Lisbon (A)' })).toBeVisible();
	expect(screen.getByRole('cell', { name: 'Lisbon (B)' })).toBeVisible();
});
