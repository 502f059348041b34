import { type Page } from '@playwright/test';
import { axe, expect, expectFigures, noSidewaysScroll, test } from './fixtures';

const spin = (page: Page, name: string) => page.getByRole('spinbutton', { name, exact: true });
const members = (page: Page, queue: number) =>
	page.getByRole('group', { name: `Queue ${queue}` }).getByRole('spinbutton', { name: 'Members' });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const seats = (page: Page) => page.getByLabel('What the numbers come to').locator('dd').first();

async function openNumbers(page: Page): Promise<void> {
	await page.goto('./what-if/numbers/');
	await expect(page.getByRole('heading', { level: 1, name: 'Start from numbers' })).toBeVisible();
	await expect(seats(page)).toHaveText('12');
}

test('[I4] numbers alone come to seats, costs and options, and become a scenario', async ({ page }) => {
	await openNumbers(page);
	await axe(page);
	await expect(button(page, 'Add people in two queues')).toBeDisabled();
	await members(page, 1).fill('5');
	await expect(seats(page)).toHaveText('7');
	await button(page, 'Add queue').click();
	await page.getByRole('group', { name: 'Queue 2' }).getByRole('textbox', { name: 'Name' }).fill('Night');
	await members(page, 2).fill('4');
	await expect(seats(page)).toHaveText('11');
	await button(page, 'Add people in two queues').click();
	await spin(page, 'In both').fill('2');
	await expect(seats(page)).toHaveText('9');
	await spin(page, 'Of these, in a queue too').fill('1');
	await expect(seats(page)).toHaveText('8');

	const bundle = page.getByRole('article', { name: /^Customer Engagement Bundle/ });
	await expect(bundle).toContainText('Enter it under Prices');
	await page.getByRole('textbox', { name: 'Live Reports', exact: true }).fill('25');
	await page.getByRole('textbox', { name: 'Customer Engagement Bundle' }).fill('30');
	await button(page, 'Use the example price $35.00').click();
	await expect(page.getByRole('textbox', { name: 'Call Queues Booster' })).toHaveValue('35.00');
	await expect(page.getByText('Cheapest: “Live Reports licenses for all”, $200.00 a month.')).toBeVisible();
	await expect(bundle).toContainText('$240.00');
	await expect(page.getByRole('article', { name: /^Boosters for queue members/ })).toContainText('$270.00');
	await expect(page.getByText(/^Below \$30\.00 a seat, “Live Reports for all”/)).toBeVisible();
	const curve = page.getByRole('figure', { name: 'Cost a month, by number of licenses' });
	await expect(curve).toHaveAccessibleDescription(
		/Live Reports costs least: \$200\.00 a month for 8 \(Needed\)/
	);
	await axe(page);

	await page.getByLabel('Scenario name').fill('A guess');
	await button(page, 'Create scenario').click();
	await expect(page).toHaveURL(/\/what-if\/\?scenario=/);
	await expectFigures(page, { needed: 8, active: 8, purchased: 0, overage: 8 });
	await expect(page.getByRole('link', { name: 'A guess' })).toBeVisible();
});

test('bad input is told beside its field, and the figures from before stay', async ({ page }) => {
	await openNumbers(page);
	await members(page, 1).fill('many');
	await expect(page.getByText('Enter a whole number from 0 to 100,000.')).toBeVisible();
	await expect(members(page, 1)).toHaveAccessibleDescription(/^Enter a whole number/);
	await expect(seats(page)).toHaveText('12');
	await expect(page.getByText(/^What is entered can’t be counted yet/)).toBeVisible();
	await axe(page);
	await button(page, 'Create scenario').click();
	await expect(members(page, 1)).toBeFocused();
	await expect(page).toHaveURL(/\/numbers\/$/);

	await members(page, 1).fill('100000');
	await expect(page.getByRole('alert')).toContainText('These are 100,002 people');
	await members(page, 1).fill('10');
	await expect(page.getByRole('alert')).toHaveCount(0);
	await button(page, 'Add queue').click();
	await button(page, 'Add people in two queues').click();
	await spin(page, 'In both').fill('3');
	await expect(spin(page, 'In both')).toHaveAccessibleDescription(
		'3 people can’t be in “Queue 2”, which has 0 members.'
	);
	await page.getByRole('combobox', { name: 'Other queue' }).selectOption({ label: 'Queue 1' });
	await expect(page.getByText('Choose two different queues')).toBeVisible();
	await button(page, 'Remove queue 2').click();
	await expect(page.getByText('Choose two different queues')).toBeVisible();
	await button(page, 'Remove people shared by two queues, 1').click();
	await expect(page.getByText('Choose two different queues')).toBeHidden();
	await expect(button(page, 'Add people in two queues')).toBeFocused();

	await page.getByLabel('Currency').fill('D1');
	await expect(page.getByText('Write a currency as three capital letters')).toBeVisible();
	await page.getByLabel('Currency').fill('usd');
	await page.getByRole('textbox', { name: 'Live Reports', exact: true }).fill('35.5.1');
	await button(page, 'Create scenario').click();
	await expect(page.getByRole('textbox', { name: 'Live Reports', exact: true })).toBeFocused();
	await expect(page.getByText(/^Write an amount such as 35\.00/)).toBeVisible();
});

test('it fits a phone, in the dark too, and the finder knows it', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.emulateMedia({ colorScheme: 'dark' });
	await page.goto('./');
	await expect(button(page, 'Try the ten-license example')).toBeVisible();
	await page.keyboard.press('Control+k');
	await page.getByRole('dialog', { name: 'Find' }).getByRole('combobox').fill('from numbers');
	await page.keyboard.press('Enter');
	await expect(seats(page)).toHaveText('12');
	await button(page, 'Add queue').click();
	await button(page, 'Add people in two queues').click();
	await noSidewaysScroll(page);
	await axe(page);
});
