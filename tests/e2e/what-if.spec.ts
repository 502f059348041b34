import { type Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import {
	actAs,
	axe,
	createFrom,
	downloadOf,
	expect,
	expectFigures,
	goTo,
	noSidewaysScroll,
	openTen,
	sample,
	test
} from './fixtures';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const number = (page: Page, name: string) => page.getByRole('spinbutton', { name, exact: true });
const region = (page: Page) => page.getByRole('region', { name: 'Fit within' });
const TEN = { needed: 10, active: 10, purchased: 10, overage: 0 };

/** The cells of a row of the comparison: today's, then each what-if's. */
const row = (page: Page, name: RegExp) =>
	page.getByRole('region', { name: 'Comparison table' }).getByRole('row', { name }).getByRole('cell');

async function openWhatIf(page: Page): Promise<void> {
	await goTo(page, 'What-if');
	await expect(page.getByRole('heading', { level: 1, name: 'What-if' })).toBeVisible();
	await expect(row(page, /^Needed L7/).first()).toHaveText(/^\d/);
}

type Cell = string | number | null;

/** A text of the page as a cell says it: without marks of direction, and as a number where it is a count or an amount. */
function cellOf(text: string): Cell {
	const words = text.replaceAll(/[\u2066-\u2069]/g, '').trim();
	return /^[−+]?\$?[\d,]+(\.\d\d)?$/.test(words)
		? Number(words.replace('−', '-').replaceAll(/[+$,]/g, ''))
		: words;
}

/** The comparison as it is on paper: names, then each row's label, rule, today's figure, and each what-if's with its difference. */
async function printedComparison(page: Page): Promise<readonly (readonly Cell[])[]> {
	const table = page.getByRole('region', { name: 'Comparison table' });
	const rows = await table.locator('tr').evaluateAll((all) =>
		all.map((each) => {
			const [head, ...cells] = [...each.children].map((cell) => (cell as HTMLElement).innerText);
			return { head: head!, cells };
		})
	);
	return rows.map(({ head, cells }, at) => {
		const [, label, rule] = /^(.*?)\s*([LI]\d+)?$/.exec(head.replaceAll('\n', ' ').trim())!;
		const shown = cells.map((cell) => cell.split(/,\s*difference\s*/).map(cellOf));
		if (at === 0) return shown.map(([name]) => name!);
		if (rule === undefined) return [cellOf(label!)];
		const figures = shown.flatMap(([value, difference], column) => {
			if (column === 0) return [value!];
			return [value!, difference ?? (typeof value === 'number' ? 0 : null)];
		});
		return [cellOf(label!), rule, ...figures];
	});
}

/** What stands in a list under a heading. */
const printedList = async (page: Page, heading: string): Promise<readonly Cell[]> => {
	const part = page.getByRole('heading', { name: heading, exact: true }).locator('..');
	return (await part.getByRole('listitem').allInnerTexts()).map(cellOf);
};

/** Without empty cells at the end, and without empty rows. */
const filled = (rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] =>
	rows
		.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1))
		.filter(({ length }) => length > 0);

function rowsOf(sheet: ExcelJS.Worksheet | undefined): readonly (readonly Cell[])[] {
	const rows = (sheet?.getSheetValues() ?? []) as (readonly (Cell | undefined)[] | undefined)[];
	const clean = (cell: Cell | undefined) =>
		typeof cell === 'string' ? cellOf(cell) || null : (cell ?? null);
	return filled(rows.map((row) => Array.from(row ?? [], clean).slice(1)));
}

function rowsOfCsv(text: string): readonly (readonly Cell[])[] {
	const lines = text.replace(/^\ufeff/, '').split('\r\n');
	return filled(
		lines.map((line) =>
			[...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => {
				const words = quoted?.replaceAll('""', '"') ?? plain!;
				return /^-?\d+(\.\d+)?$/.test(words) ? Number(words) : cellOf(words) || null;
			})
		)
	);
}

async function fitWithin(page: Page, licenses: string): Promise<void> {
	await number(page, 'Licenses available').fill(licenses);
	await region(page).getByRole('button', { name: 'Find' }).click();
}

test('an admin with an overage sees why, fits, reads the day, applies it as one step and takes it back', async ({
	page
}) => {
	await createFrom(page, sample('busy-month'));
	await openWhatIf(page);
	const place = () => page.evaluate(() => scrollY);
	await expect(page.getByRole('region', { name: 'Seats to reclaim' }).getByRole('row').nth(1)).toBeVisible();
	expect(await place()).toBe(0); // what comes late moves nothing
	await axe(page);

	// [L12] why: the waterfall; [L14] what drives it, stopped and let go on by hand
	await page.getByRole('link', { name: 'Seats by reason' }).click();
	await expect(page.getByRole('figure', { name: 'Seats by reason, today' })).toHaveAccessibleDescription(
		/^Memberships of monitored queues: 18 .* = Active: 18 − Purchased: 15 = Overage: 3\.$/
	);
	await page.getByRole('checkbox', { name: 'Stop monitoring Nurse Line', exact: true }).check();
	await expect(row(page, /^Needed L7/)).toHaveText(['13', /^9 .*−4$/]);
	await expect(page.getByRole('list', { name: 'Changes' })).toContainText('Stop monitoring · Nurse Line');
	await page.getByRole('combobox', { name: 'By' }).selectOption('Queues on a dashboard');
	await expect(page.getByRole('checkbox', { name: /^Stop monitoring Nurse Line on / }).first()).toBeChecked();
	await page.getByRole('combobox', { name: 'By' }).selectOption('Queues');
	await page.getByRole('checkbox', { name: 'Stop monitoring Nurse Line', exact: true }).uncheck();
	await expect(row(page, /^Needed L7/)).toHaveText(['13', '13']);

	// [I5] the fewest, proved; what can't be; what is exempt
	await fitWithin(page, '13');
	await expect(region(page)).toContainText('It fits already');
	await fitWithin(page, '3');
	await expect(region(page)).toContainText('Stopping alone can’t reach it');
	await expect(region(page)).toContainText('4 seats can’t be freed so');
	for (const [typed, says] of [
		['', 'Enter how many licenses there are.'],
		['1.5', 'Enter a whole number.']
	] as const) {
		await fitWithin(page, typed);
		await expect(region(page)).toContainText(says);
	}
	await fitWithin(page, '9');
	await expect(region(page)).toContainText('Optimal: 1 queue to stop');
	await expect(region(page)).toContainText('To stop: Nurse Line.');
	await expect(row(page, /^Needed L7/).last()).toHaveText(/^9 .*−4$/);
	await page.getByRole('checkbox', { name: 'Exempt Nurse Line from Fit within' }).check();
	await expect(region(page)).toContainText('1 queue or dashboard is exempt and will stay.');
	await fitWithin(page, '9');
	await expect(region(page)).toContainText('Optimal: 2 queues to stop');
	await expect(region(page)).toContainText(
		/To stop: (Appointments and Front Desk|Front Desk and Appointments)\./
	);

	// [I6] from which day on; and a phone in the dark has all of it
	await expect(page.getByText('The first day without overage is 19 Dec 2026, in 25 days.')).toBeVisible();
	await page.setViewportSize({ width: 390, height: 844 });
	await page.emulateMedia({ colorScheme: 'dark' });
	await noSidewaysScroll(page);
	await axe(page);

	// [I1] one step, and back
	await button(page, 'Apply').click();
	await expect(page.getByText('“Fit within 9” applied')).toBeVisible();
	const needed = page.getByLabel('License figures').locator('dd').first();
	await expect.poll(async () => Number.parseInt(await needed.innerText())).toBeLessThanOrEqual(9);
	await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
	await expect(needed).toHaveText(/^13(?!\d)/);
	await expect(row(page, /^Needed L7/).last()).toHaveText(/^\d .*−\d$/);
});

test('[I1] [I3] licenses are tried beside today, up to four times, applied as one step and undone', async ({
	page
}) => {
	await openTen(page);
	await openWhatIf(page);
	await button(page, 'Apply').press('Enter');
	await expectFigures(page, TEN); // nothing is changed yet, and the button says so
	await number(page, 'Live Reports quantity').fill('3');
	await number(page, 'Call Queues Booster quantity').fill('2');
	await expect(row(page, /^Live Reports owned/)).toHaveText(['10', /^13 .*\+3$/]);
	await expect(row(page, /^Call Queues Booster owned/)).toHaveText(['0', /^2 .*\+2$/]);
	await expectFigures(page, TEN);
	await expect(page.getByText('Saved', { exact: true })).toBeVisible();
	await page.reload();
	await expect(row(page, /^Live Reports owned/)).toHaveText(['10', /^13 .*\+3$/]);
	await button(page, 'Apply').click();
	await expectFigures(page, { ...TEN, purchased: 15 });
	await button(page, 'Undo').first().click();
	await expectFigures(page, TEN);
	await expect(row(page, /^Live Reports owned/)).toHaveText(['10', /^13 .*\+3$/]);

	await button(page, 'More for this what-if').click();
	await page.getByRole('menuitem', { name: 'Copy to a new what-if' }).click();
	await expect(row(page, /^Live Reports owned/)).toHaveText(['10', /^13/, /^13/]);
	await page.setViewportSize({ width: 390, height: 844 });
	for (const name of ['What-if 2', 'What-if 3']) {
		await button(page, 'New what-if').click();
		const heading = page.getByRole('region', { name: 'Comparison table' }).getByRole('button', { name });
		await expect(heading).toHaveAttribute('aria-pressed', 'true');
		await expect.poll(async () => (await heading.boundingBox())!.x).toBeLessThan(390 - 80);
	}
	await expect(row(page, /^Needed L7/)).toHaveCount(5);
	const title = page.getByRole('rowheader', { name: 'Seats', exact: true }).locator('span');
	expect((await title.boundingBox())!.x).toBeGreaterThan(0); // it stays while the figures scroll away
	await expect(button(page, 'New what-if')).toHaveAttribute('aria-disabled', 'true');
	await fitWithin(page, '9');
	await expect(region(page)).toContainText('There are four what-ifs already.');
	await axe(page);
	await button(page, 'More for this what-if').click();
	await page.getByRole('menuitem', { name: 'Delete this what-if' }).click();
	await expect(row(page, /^Needed L7/)).toHaveCount(4);
	await fitWithin(page, '9');
	await expect(row(page, /^Needed L7/)).toHaveCount(5);
});

test('[I3] a what-if is exported, kept as a scenario while the open one stays, and asks for its permission', async ({
	page
}) => {
	await openTen(page);
	await openWhatIf(page);
	await button(page, 'New what-if').click();
	await page.getByRole('textbox', { name: 'Name of the what-if' }).fill('Fewer');
	await page.getByRole('textbox', { name: 'Name of the what-if' }).press('Enter');
	await page.getByText('Set how many are owned, fewer too').click();
	await number(page, 'Live Reports owned').fill('6');
	await expect(row(page, /^Live Reports owned/)).toHaveText(['10', '10', /^6 .*−4$/]);
	await expect(row(page, /^Overage/)).toHaveText(['0', '0', /^4 .*\+4$/]);
	await button(page, 'Export').click();
	const { name } = await downloadOf(page, () => page.getByRole('menuitem', { name: 'Excel file' }).click());
	expect(name).toBe('Live Reports What-if_20261124_090000.xlsx');
	await button(page, 'Save as scenario').click();
	await expectFigures(page, { ...TEN, purchased: 6, overage: 4 });
	await goTo(page, 'Home');
	await page.getByRole('link', { name: 'The ten-license example', exact: true }).click();
	await expectFigures(page, TEN);

	await actAs(page, 'Alice');
	await openWhatIf(page);
	await button(page, 'Apply').click();
	await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Purchase');
	await expectFigures(page, TEN);
});

test('[I2] bad quantities, a plan without licenses and an empty account get words', async ({ page }) => {
	await openTen(page);
	await openWhatIf(page);
	for (const [typed, says] of [
		['1.5', 'Enter a whole number.'],
		['1000000000000', /Enter [\d,]+ or less\./],
		['-1', 'Enter 0 or more.']
	] as const) {
		await number(page, 'Live Reports quantity').fill(typed);
		await expect(page.getByText(says)).toBeVisible();
		await expect(row(page, /^Live Reports owned/)).toHaveText(['10', '10']);
	}
	await number(page, 'Live Reports quantity').fill('');
	await page.getByRole('combobox', { name: 'Plan' }).selectOption('customer-engagement-bundle');
	await expect(row(page, /^First day without overage/).last()).toHaveText('unlimited');
	await page.goto('./');
	await button(page, 'Start from nothing').click();
	await expectFigures(page, { needed: 0, active: 0, purchased: 0, overage: 0 });
	await openWhatIf(page);
	await expect(page.getByText('No queue is monitored, so none drives a seat.')).toBeVisible();
	await fitWithin(page, '0');
	await expect(region(page)).toContainText('It fits already');
	await axe(page);
});

test('people leave, join, are hired and lose viewing, each as a command', async ({ page }) => {
	await openTen(page);
	await openWhatIf(page);
	const choose = async (label: string, name: string) => {
		const field = page.getByRole('combobox', { name: label, exact: true });
		await field.fill(name);
		await page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
	};
	await choose('People', 'Alice');
	await button(page, 'Revoke viewing').click();
	await expect(row(page, /^Needed L7/)).toHaveText(['10', /^9 .*−1$/]);
	await choose('Call queue', 'Detroit');
	await page.getByRole('combobox', { name: 'Who leaves', exact: true }).fill('David'); // of the other queue
	await expect(page.getByText('Nothing matches.').first()).toBeAttached();
	await choose('Who leaves', 'John');
	await number(page, 'People to hire').fill('3');
	await button(page, 'Add to the what-if').click();
	await expect(row(page, /^Needed L7/)).toHaveText(['10', /^11 .*\+1$/]);
	await expect(page.getByRole('list', { name: 'Changes' }).getByRole('listitem')).toHaveCount(4);
	await axe(page);
	await button(page, 'Apply').click();
	await expectFigures(page, { needed: 11, active: 13, purchased: 10, overage: 3 });
});

test('[I4] [I7] the need is covered at the account’s prices, seats are reclaimed, and all of it is drawn and printed', async ({
	page
}) => {
	const busy = sample('busy-month');
	const prices = { liveReports: 3000, callQueuesBooster: 3500, customerEngagementBundle: null };
	const long =
		`Nurses, nights, with ${'W'.repeat(97)} and all that ${'no column has room for '.repeat(3)}`.trim();
	const practice = { whatIfs: [{ id: 'long', name: long, changes: [] }] };
	await createFrom(page, { ...busy, account: { ...busy.account, prices }, practice });
	await openWhatIf(page);
	await expect(row(page, /^Needed seats I4/).first()).toHaveText(/^\$\d/);
	const told = page.getByText(/^(Seats freed|The report’s active count)/).filter({ hasText: long });
	await expect(told).toHaveCount(2);
	const missing = await told.evaluateAll((all) => all.map((one) => one.scrollWidth - one.clientWidth));
	expect(missing, 'a long name is told whole').toEqual([0, 0]);
	const options = page.getByRole('region', { name: 'Ways to cover the need' });
	await expect(options).toContainText('Cheapest: “Live Reports licenses for all”');
	await expect(options).toContainText('The price of Customer Engagement Bundle is not entered.');
	await expect(options.getByText(/^Below \$/).first()).toBeVisible();
	const reclaim = page.getByRole('region', { name: 'Seats to reclaim' });
	await reclaim.getByRole('checkbox', { name: /^Exempt Helen Marsh/ }).check();
	await reclaim.getByRole('button', { name: 'Revoke viewing of all 2 that are not exempt' }).click();
	await expect(row(page, /^Needed L7/)).toHaveText(['13', /^11 .*−2$/]);
	await expect(row(page, /^Needed seats I4/).last()).toHaveText(/−\$60\.00$/);

	// Each picture has its table, is told in a sentence, and is downloaded.
	await page.getByRole('link', { name: 'Pictures' }).click();
	const steps = page.getByRole('figure', { name: 'Active seats, day by day' });
	await expect(steps).toContainText('above the licenses purchased on 21 of 30 days');
	await steps.getByText('Table', { exact: true }).click();
	await expect(steps.getByRole('table').getByRole('row')).toHaveCount(31);
	const centers = page.getByRole('figure', { name: /^Cost a month by cost center/ });
	await centers.scrollIntoViewIfNeeded();
	await expect(centers).toContainText('(−$60.00)');
	await axe(page);
	await steps.getByRole('button', { name: /Download/ }).click();
	const svg = await downloadOf(page, () => page.getByRole('menuitem', { name: 'Download SVG' }).click());
	expect(svg.name).toMatch(/\.svg$/);
	expect(svg.text(), 'colors that any program reads').not.toMatch(/(lab|oklch|var)\(/);

	// On paper: what it is of, as of when, every column and every assumption, with nothing cut and nothing to press.
	await button(page, 'New what-if').click();
	await number(page, 'Call Queues Booster quantity').fill('120');
	await button(page, 'New what-if').click(); // it stays empty
	await button(page, 'New what-if').click();
	await page
		.getByRole('textbox', { name: 'Name of the what-if' })
		.fill('Nurse line kept, front desk stopped');
	await page.getByRole('checkbox', { name: 'Stop monitoring Front Desk', exact: true }).check();
	await expect(row(page, /^Call Queues Booster owned/).nth(2)).toHaveText(/^123 .*\+120$/);
	await expect(centers).toContainText('Nurse line kept, front desk stopped');
	const exported = async (format: string) => {
		await button(page, 'Export').click();
		return downloadOf(page, () => page.getByRole('menuitem', { name: format }).click());
	};
	const book = new ExcelJS.Workbook();
	await book.xlsx.readFile((await exported('Excel file')).path);
	const csv = rowsOfCsv((await exported('CSV file')).text());
	await page.emulateMedia({ media: 'print' });
	await page.setViewportSize({ width: 700, height: 1000 }); // A4 with its margins
	await expect(page.getByRole('link', { name: 'Busy month' })).toBeVisible();
	await expect(page.getByText(/^Tue 24 Nov 2026/).first()).toBeVisible();
	await expect(page.getByRole('heading', { name: 'What these figures stand on' })).toBeVisible();
	await expect(page.getByText(/^A-DUAL/).first()).toBeVisible();
	await expect(page.getByRole('button', { name: /^(Apply|New what-if|Export|Next day|Undo)$/ })).toHaveCount(
		0
	);
	await expect(page.getByRole('navigation')).toHaveCount(0);
	const table = page.getByRole('region', { name: 'Comparison table' });
	await expect(table.getByRole('columnheader', { name: long })).toBeVisible();
	await expect(table.getByRole('button')).toHaveCount(0); // none is printed again on the next page

	// Paper, workbook and CSV say the same: figures, money, cost centers, what each what-if does, assumptions.
	const [names, ...printed] = await printedComparison(page);
	expect(names?.slice(0, 3)).toEqual(['Today', long, 'What-if 1']);
	const sheet = rowsOf(book.getWorksheet('Comparison'));
	const heading = sheet.findIndex(([label]) => label === 'Figure');
	expect(sheet[heading]?.filter((cell) => !String(cell).endsWith(': difference'))).toEqual([
		'Figure',
		'Rule',
		...names!
	]);
	expect(sheet.slice(heading + 1)).toEqual(filled(printed));
	const titles = printed.filter(({ length }) => length === 1).map(([title]) => title);
	expect(titles).toContain('Cost of licenses owned by cost center, a month');
	const does = rowsOf(book.getWorksheet('Changes'));
	for (const whatIf of names!.slice(1)) {
		const changes = does.filter(([of]) => of === whatIf).map(([, change]) => change);
		expect(await printedList(page, String(whatIf))).toEqual(
			changes.length > 0 ? changes : ['Nothing is changed.']
		);
	}
	const notes = rowsOf(book.getWorksheet('Notes')).map(([note]) => note);
	expect(notes).toEqual(await printedList(page, 'What these figures stand on'));
	expect(notes.filter((note) => String(note).startsWith('A-'))).toHaveLength(5);
	expect(csv).toEqual([...sheet, ...does, ...notes.map((note) => [note])]);

	const cut = await page.evaluate(() =>
		[...document.querySelectorAll('#compare :is(th, td, th span), #pictures svg text')]
			.filter((one) => {
				const { left, right } = one.getBoundingClientRect();
				const isShort = one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflow === 'hidden';
				const isCut = one.tagName === 'text' && one.textContent.endsWith('…');
				return !one.closest('.sr-only') && (left < 0 || right > innerWidth || isShort || isCut);
			})
			.map((one) => one.textContent)
	);
	expect(cut).toEqual([]);
	for (const heading of await page.locator('#pictures h3').all())
		expect((await heading.boundingBox())?.height).toBeLessThan(80);
});
