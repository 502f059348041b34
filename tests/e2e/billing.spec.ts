import { type Page } from '@playwright/test';
import {
	actAs,
	axe,
	createFrom,
	expect,
	expectFigures,
	goTo,
	noSidewaysScroll,
	openTen,
	sample,
	test
} from './fixtures';

const spin = (page: Page, product: string) => page.getByRole('spinbutton', { name: `${product} quantity` });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const cartLink = (page: Page) => page.getByRole('link', { name: 'Shopping cart' });
const centers = (page: Page) => page.getByRole('combobox', { name: 'Select cost center' });

async function openPurchase(page: Page): Promise<void> {
	await goTo(page, 'Billing Portal');
	await page.getByRole('link', { name: 'Purchase' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Purchase' })).toBeVisible();
}

test('[L8] licenses are bought from cart to cost centers to confirmation, and undone', async ({ page }) => {
	await openTen(page);
	await openPurchase(page);
	await page.getByRole('radio', { name: 'Analytics' }).check();
	await spin(page, 'Live Reports').fill('5');
	await button(page, 'Add Live Reports to cart').click();
	await expect(cartLink(page)).toHaveAccessibleName('Shopping cart, 1 item');
	await spin(page, 'Call Queues Booster').fill('2');
	await button(page, 'Add Call Queues Booster to cart').click();
	await axe(page);
	await cartLink(page).click();

	await expect(page.getByRole('heading', { level: 1, name: 'Shopping cart' })).toBeVisible();
	await spin(page, 'Live Reports').fill('7');
	await axe(page);
	await page.reload(); // the cart stays with the tab
	await expect(spin(page, 'Live Reports')).toHaveValue('7');
	await button(page, 'Next').click();

	await expect(page.getByRole('heading', { name: 'Assign cost centers' })).toBeFocused();
	await centers(page).first().selectOption({ label: 'Detroit' });
	await button(page, 'Assign to all').click();
	await expect(page.getByText('2 items go to Detroit.')).toBeVisible();
	await button(page, 'Split').first().click();
	await expect(page.getByRole('checkbox', { name: 'Live Reports, part 1 of 2' })).toBeVisible();
	await page.getByRole('spinbutton', { name: 'Quantity of part 1' }).fill('6');
	await expect(page.getByRole('spinbutton', { name: 'Quantity of part 2' })).toHaveValue('1');
	await page.getByRole('spinbutton', { name: 'Quantity of part 2' }).fill('7');
	await expect(page.getByText('Enter 6 or less.')).toBeVisible();
	await button(page, 'Next').click();
	await expect(page.getByRole('spinbutton', { name: 'Quantity of part 2' })).toBeFocused();
	await page.getByRole('spinbutton', { name: 'Quantity of part 2' }).fill('3');
	await expect(button(page, 'Assign to selected')).toBeDisabled();
	await page.getByRole('checkbox', { name: 'Live Reports, part 2 of 2' }).check();
	await page.getByLabel('Cost center to assign').selectOption({ label: 'Belmont' });
	await button(page, 'Assign to selected').click();
	await axe(page);
	await button(page, 'Next').click();

	const charges = page.getByRole('table', { name: 'Itemized charges' });
	await expect(charges.locator('tbody tr')).toHaveText([
		/Live Reports.*Detroit.*4.*not known/s,
		/Live Reports.*Belmont.*3.*not known/s,
		/Call Queues Booster.*Detroit.*2.*not known/s
	]);
	await expect(page.getByText('Taxes, fees and prorates are excluded')).toBeVisible();
	await expect(button(page, 'Confirm')).toBeDisabled();
	await expect(page.getByText('Tick the box above first').last()).toBeVisible();
	await axe(page);
	await page.getByRole('checkbox', { name: /^I have read/ }).check();
	await button(page, 'Confirm').click();

	await expect(page.getByRole('heading', { level: 1, name: 'Order confirmation' })).toBeVisible();
	await expectFigures(page, { needed: 10, active: 10, purchased: 19, overage: 0 });
	await expect(page.getByRole('table', { name: 'Lines of the order' }).locator('tbody tr')).toHaveCount(3);
	await expect(cartLink(page)).toHaveAccessibleName('Shopping cart, 0 items');
	await axe(page);
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
	await expect(page.getByLabel('License figures')).toBeHidden();
	await expect(page.getByRole('contentinfo')).toContainText('not affiliated with RingCentral');
	await page.emulateMedia({ media: 'screen' });

	await button(page, 'Undo').click();
	await expect(page.getByRole('heading', { name: 'This order is not in the scenario' })).toBeVisible();
	await expectFigures(page, { needed: 10, active: 10, purchased: 10, overage: 0 });
});

test('each step of an order is an entry of the history: Back and Forward lose nothing, nor does a reload', async ({
	page
}) => {
	const step = (name: string) => page.getByRole('heading', { level: 2, name });
	await openTen(page);
	await openPurchase(page);
	await spin(page, 'Live Reports').fill('5');
	await button(page, 'Buy now').click();
	await expect(step('Review items')).toBeVisible();
	await spin(page, 'Live Reports').fill('6');
	await spin(page, 'Live Reports').press('Enter');
	await expect(step('Assign cost centers')).toBeFocused();
	await centers(page).selectOption({ label: 'Detroit' });
	await page.goBack();
	await expect(step('Review items')).toBeFocused();
	await expect(spin(page, 'Live Reports')).toHaveValue('6');
	await spin(page, 'Live Reports').fill('');
	await page.goForward(); // refused, as Next would be
	await expect(spin(page, 'Live Reports')).toBeFocused();
	await expect(page.getByText('Enter how many licenses')).toBeVisible();
	await expect(page).not.toHaveURL(/step=/);
	await spin(page, 'Live Reports').fill('8');
	await page.goForward();
	await expect(step('Assign cost centers')).toBeFocused();
	await expect(centers(page)).toHaveValue(/./);
	await expect(centers(page).locator('option:checked')).toHaveText('Detroit');
	await button(page, 'Next').click();
	await expect(step('Review charges')).toBeFocused();
	await button(page, 'Back').click();
	await expect(step('Assign cost centers')).toBeFocused();
	await page.goForward();
	await expect(step('Review charges')).toBeFocused();
	await page.reload();
	const line = page.getByRole('table', { name: 'Itemized charges' }).locator('tbody tr');
	await expect(line).toHaveText(/Live Reports.*Detroit.*8/s);
	await button(page, 'Back').click();
	await expect(step('Assign cost centers')).toBeFocused();
	await button(page, 'Next').click();
	await page.getByRole('checkbox', { name: /^I have read/ }).check();
	await button(page, 'Confirm').click();
	await expectFigures(page, { needed: 10, active: 10, purchased: 18, overage: 0 });
	await page.goBack(); // what was ordered can't be ordered once more
	await expect(page.getByRole('heading', { name: 'The cart is empty' })).toBeVisible();
});

test('what is no quantity is refused beside its field, and nothing is lost', async ({ page }) => {
	await openTen(page);
	await openPurchase(page);
	const field = spin(page, 'Live Reports');
	for (const [text, why] of [
		['0', 'Enter 1 or more.'],
		['1000000000', 'Enter 999,999 or less.'],
		['1.5', 'Enter a whole number.'],
		['ten', 'Enter a whole number.'],
		['', 'Enter how many licenses: a whole number, 1 or more.']
	] as const) {
		await field.fill(text);
		await button(page, 'Add Live Reports to cart').click();
		await expect(page.getByText(why, { exact: true })).toBeVisible();
		await expect(field).toHaveValue(text);
		await expect(field).toBeFocused();
		await expect(cartLink(page)).toHaveAccessibleName('Shopping cart, 0 items');
	}
	await axe(page);
	await spin(page, 'Call Queues Booster').fill('x');
	await field.fill('4');
	await button(page, 'Buy now').click();
	await expect(spin(page, 'Call Queues Booster')).toBeFocused();
	await expect(field).toHaveValue('4');
	await spin(page, 'Call Queues Booster').fill('');
	await button(page, 'Buy now').click();
	await expect(page.getByRole('heading', { name: 'Review items' })).toBeVisible();
	await spin(page, 'Live Reports').fill('');
	await button(page, 'Next').click();
	await expect(spin(page, 'Live Reports')).toBeFocused();
	await page.getByRole('button', { name: 'Delete Live Reports' }).click();
	await expect(page.getByRole('heading', { name: 'The cart is empty' })).toBeVisible();
	await axe(page);
	await page.getByRole('link', { name: 'Purchase' }).click();
	await page.getByRole('radio', { name: 'Phone numbers' }).check();
	await expect(page.getByText('Nothing under “Phone numbers” is in this sandbox.')).toBeVisible();
});

test('with one cost center there is nothing to assign, and prices come from Settings', async ({ page }) => {
	const file = sample('ten-licenses') as unknown as {
		account: { costCenters: unknown[]; prices: Record<string, number | null> };
		people: { costCenterId?: string }[];
		orders: { lines: { costCenterId: string }[] }[];
	};
	file.account.costCenters = [{ id: 'root', name: 'Root' }];
	file.account.prices['callQueuesBooster'] = 3500;
	for (const person of file.people) delete person.costCenterId;
	for (const order of file.orders) for (const line of order.lines) line.costCenterId = 'root';
	await createFrom(page, file);
	await openPurchase(page);
	await spin(page, 'Live Reports').fill('1');
	await spin(page, 'Call Queues Booster').fill('3');
	await button(page, 'Buy now').click();
	await button(page, 'Next').click();
	await expect(page.getByRole('row', { name: /^Call Queues Booster/ })).toHaveText(/\$35\.00\s*\$105\.00/);
	await expect(page.getByRole('row', { name: /^Total/ })).toHaveText(/\$105\.00 and what is not known/);
	await page.getByRole('checkbox', { name: /^I have read/ }).check();
	await button(page, 'Confirm').click();
	await expectFigures(page, { needed: 10, active: 10, purchased: 14, overage: 0 });
	await page.getByRole('link', { name: 'Orders', exact: true }).click();
	await expect(page.getByRole('link', { name: 'Order 2' })).toBeVisible();
	await axe(page);
});

test('[L11] the portal tells owned from used, and lets in who has a billing permission', async ({ page }) => {
	const file = sample('busy-month');
	const roles = file['roles'] as { id: string; permissions: string[] }[];
	roles[0]!.permissions.push('billing.live-reports-license');
	await createFrom(page, file);
	await goTo(page, 'Billing Portal');
	const owned = page.getByRole('table', { name: 'Licenses owned and used, by product' });
	await expect(owned.getByRole('row', { name: /^Live Reports/ })).toHaveText(/12\s*12\s*all in use/);
	await expect(page.getByText('3 active seats have no license')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Order 3' })).toBeVisible();
	await axe(page);

	await actAs(page, 'Victor');
	await expect(page.getByRole('link', { name: 'Purchase' })).toBeVisible();
	const [reader] = file.people.filter(({ roleId }) => roleId === roles[0]!.id);
	await actAs(page, reader!.name);
	await expect(owned).toBeVisible();
	await expect(cartLink(page)).toHaveCount(0);
	await page.getByRole('link', { name: 'Purchase' }).click();
	await expect(page.getByRole('region', { name: 'No access to buying' })).toContainText(
		'Missing is the permission Billing › Purchase Licenses and Devices.'
	);
	await expect(page.getByText('It comes with the roles Super Admin and Billing Admin.')).toBeVisible();
	await axe(page);
	const [agent] = file.people.filter(({ roleId }) => roleId.startsWith('standard'));
	await actAs(page, agent!.name);
	await expect(page.getByRole('region', { name: 'No access to buying' })).toContainText('granted by');
	await expect(page.getByRole('link', { name: 'Purchase' })).toHaveCount(0);
	await axe(page);
});

test('[L10] under CEB there is nothing to buy, and the page says why', async ({ page }) => {
	const file = sample('ten-licenses');
	file.account.plan = 'customer-engagement-bundle';
	await createFrom(page, file);
	await openPurchase(page);
	await expect(page.getByText('Live Reports is unlimited, so there is nothing to buy')).toBeVisible();
	await expect(spin(page, 'Live Reports')).toHaveCount(0);
	await axe(page);
});

test('a message on a phone covers nothing that leads on', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await createFrom(page, sample('busy-month'));
	await page.getByRole('button', { name: 'Places' }).click();
	await openPurchase(page);
	await spin(page, 'Live Reports').fill('4');
	await button(page, 'Add Live Reports to cart').click();
	await cartLink(page).click();
	const next = button(page, 'Next');
	await expect(next).toBeVisible();
	const box = (await next.boundingBox())!;
	// Next as low as the messages stand.
	await page.setViewportSize({ width: 390, height: Math.round(box.y + box.height + 24) });
	const message = page.getByText('4 Live Reports licenses added to the cart').last();
	await expect
		.poll(() =>
			next.evaluate((one) => {
				const { left, top, width, height } = one.getBoundingClientRect();
				return one.contains(document.elementFromPoint(left + width / 2, top + height / 2));
			})
		)
		.toBe(true);
	await expect(message).toBeVisible();
});

test('the portal fits a phone, in the dark too', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.emulateMedia({ colorScheme: 'dark' });
	await createFrom(page, sample('busy-month'));
	await page.getByRole('button', { name: 'Places' }).click();
	await openPurchase(page);
	await spin(page, 'Live Reports').fill('9');
	await noSidewaysScroll(page);
	await axe(page);
	await button(page, 'Buy now').click();
	await button(page, 'Next').click();
	await button(page, 'Split').click();
	await noSidewaysScroll(page);
	await axe(page);
	await button(page, 'Next').click();
	await noSidewaysScroll(page);
	await axe(page);
	await page.getByRole('link', { name: 'Licenses', exact: true }).click();
	await expect(page.getByRole('table', { name: /by product/ }).first()).toBeVisible();
	await noSidewaysScroll(page);
	await axe(page);
});
