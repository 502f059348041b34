import { type Locator, type Page } from '@playwright/test';
import { actAs, axe, downloadOf, expect, expectFigures, giveFile, noSidewaysScroll, test } from './fixtures';

const COURSE = 'Live Reports licenses, from need to report';
/** A pack of one lesson with one step, as src/lib/files/pack-link.test.ts has it. */
const CODE =
	'1.1iiy2aWZvU7DQBCEX2XLyCKWIjqoojwCaSkCWBTEtpBNwdvzzd6tfxQHktBFOp-92Z-Zubl_VuP1yDlqVpL7McG7vPhbXfJIrAV4k9rINIAIHKodPQ8AaHpkqWY7vaW8KKdXZQeCl68Slm1EtwfURQ--TJCxnOZnz0rXMjoynnB5O8NEwjlsSmOSnU2fqh5P-717XnEr4r_gUtxV9tXVQDLwgSSGaZKtKDiNWidNUhS2SodVdglybKt_ZFD7hDaVOwQ2byJ3L9yn1EQCCW19XJWsAVGcIwO0E4dGXMHF0c3aF9HzjdEfuLMU0oNBOS38P4RbTqHqjFK79lAOU90gbvPx5FKBO37kVMmF8poLuc1GZqeTzIDIixibiqAKJ_4w0YmrCtc6GhPSrjSqEVQQdUJWIZbY1mg-xA54omfpxnkVe9WdzntDyDZIk7Z5pA2Y9godgr1_tIB31fHDvmlZy0aY9dWhNtDcui_XJ3L9PIw8rz5rJ_C_gPZ_3UZ-rnEdsjc2v2NUS7sAOO-3TC_Mbroiljf9Aw';

const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Lesson' });
const press = (at: Page | Locator, name: string | RegExp): Promise<void> =>
	at.getByRole('button', { name, exact: true }).click();
const place = (page: Page, name: string): Promise<void> =>
	page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name }).click();
const title = (page: Page, name: string): Locator =>
	page.getByRole('heading', { level: 1, name, exact: true });
const packDialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Lesson pack' });

async function start(page: Page, lesson: string): Promise<Locator> {
	await page.goto('./lessons/');
	await press(page, `Start: ${lesson}`);
	await expect(panel(page).getByRole('heading', { name: lesson })).toBeVisible();
	return panel(page);
}

async function open(lesson: Locator, step: RegExp): Promise<void> {
	const button = lesson.getByRole('button', { name: step });
	if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
	await expect(button).toHaveAttribute('aria-expanded', 'true');
}

async function addWidget(page: Page, queue: string): Promise<void> {
	const dialog = page.getByRole('dialog');
	await press(page, 'Add Widget');
	await dialog.getByRole('combobox', { name: 'Queue' }).fill(queue);
	await page.getByRole('option', { name: new RegExp(`^${queue}`) }).click();
	await press(dialog, 'Save');
	await expect(dialog).toHaveCount(0);
}

test('[E1] [E2] [E3] [E6] a learner predicts, is told what is missing, resets, comes back, finishes and hands in', async ({
	page
}) => {
	await page.goto('./lessons/');
	await expect(page.getByRole('heading', { name: COURSE })).toBeVisible();
	await expect(page.getByText('Not begun')).toHaveCount(11);
	await axe(page);
	const lesson = await start(page, 'Who needs a license');
	await expect(page.getByRole('link', { name: 'Skip to lesson' })).toHaveAttribute('href', '#lesson');
	await axe(page);

	// Predict, wrongly: the mistake has a name, and the hint was asked for before.
	await press(lesson, 'Show a hint (3)');
	await expect(lesson.getByText('Hint 1')).toBeVisible();
	await lesson.getByRole('spinbutton', { name: 'Your answer' }).fill('8');
	await press(lesson, 'Answer');
	await expect(lesson.getByText('You answered 8; right is 10.')).toBeVisible();
	await expect(lesson.getByText(/forgot the viewers/)).toBeVisible();
	await axe(page);
	await press(lesson, 'Next step');
	await expect(lesson.getByRole('button', { name: /^Put both queues/ })).toBeFocused();

	// What is missing is told, and follows what is done in the place itself.
	await press(lesson, 'Check');
	const missing = lesson.getByRole('list', { name: 'Still missing' });
	await expect(missing.getByRole('listitem')).toHaveText([
		'Detroit Support is not on any dashboard.',
		'Belmont Support is not on any dashboard.'
	]);
	await lesson.getByRole('link', { name: 'Analytics Portal' }).click();
	await page.getByRole('main').getByRole('link', { name: 'Live Reports', exact: true }).click();
	await press(page, 'New dashboard');
	await page.getByRole('dialog').getByLabel('Name').fill('Both');
	await press(page.getByRole('dialog'), 'Save');
	await expect(title(page, 'Both')).toBeVisible();
	await addWidget(page, 'Detroit Support');
	await expect(missing.getByRole('listitem')).toHaveText(['Belmont Support is not on any dashboard.']);
	await expectFigures(page, { needed: 5, active: 3, purchased: 0, overage: 3 });

	// Reset is taken back by its message; both leave the steps of the panel where they belong.
	await press(lesson, 'Reset exercise');
	await expectFigures(page, { needed: 2, active: 0, purchased: 0, overage: 0 });
	await expect(lesson.getByText('0 of 4 steps', { exact: true })).toBeVisible();
	await expect(lesson.getByRole('button', { name: 'Reset exercise' })).toBeFocused();
	await press(page.getByRole('region', { name: 'Messages' }), 'Undo');
	await expectFigures(page, { needed: 5, active: 3, purchased: 0, overage: 3 });
	await expect(lesson.getByText('1 of 4 steps', { exact: true })).toBeVisible();

	// In the middle: reloaded, left, and found again from Home.
	await page.reload();
	await expect(lesson.getByText('1 of 4 steps', { exact: true })).toBeVisible();
	await press(lesson, 'More for this lesson');
	await page.getByRole('menuitem', { name: 'Leave the lesson' }).click();
	await expect(lesson).toHaveCount(0);
	await expect(page.getByText('1 of 4 steps')).toBeVisible();
	await place(page, 'Home');
	await expect(page.getByRole('main').getByText('Lesson', { exact: true })).toHaveCount(1);
	await press(page, 'Go on with “Who needs a license”');
	await page
		.getByRole('navigation', { name: 'Places' })
		.getByRole('link', { name: 'Analytics Portal' })
		.click();
	await page.getByRole('main').getByRole('link', { name: 'Live Reports', exact: true }).click();
	await page.getByRole('link', { name: 'Both', exact: true }).click();
	await addWidget(page, 'Belmont Support');
	await expect(lesson.getByText('2 of 4 steps', { exact: true })).toBeVisible();
	await expect(
		lesson.getByRole('status').filter({ hasText: 'Done: Put both queues on a dashboard.' })
	).toBeAttached();

	await open(lesson, /^Predict: one agent/);
	await lesson.getByRole('spinbutton', { name: 'Your answer' }).fill('10');
	await press(lesson, 'Answer');
	await expect(lesson.getByText('10 is right.')).toBeVisible();
	await press(lesson, 'Next step');
	await lesson.getByRole('link', { name: 'Admin Portal' }).click();
	await page
		.getByRole('navigation', { name: 'Admin Portal' })
		.getByRole('link', { name: 'Call queues' })
		.click();
	await page.getByRole('main').getByRole('link', { name: 'Detroit Support' }).click();
	await press(page, 'Add members');
	await page.getByRole('dialog').getByRole('combobox', { name: 'Members' }).fill('Karen');
	await page.getByRole('option', { name: /^Karen/ }).click();
	await press(page.getByRole('dialog'), 'Add');
	await expect(lesson.getByText('4 of 4 steps', { exact: true })).toBeVisible();
	await expect(lesson.getByRole('heading', { name: 'All done' })).toBeVisible();
	await expect(lesson.getByRole('row', { name: /^Needed .*10/ })).toBeVisible();
	await axe(page);
	await press(lesson, 'Next lesson: Viewer and agent at once');
	await expect(lesson.getByRole('heading', { name: 'Viewer and agent at once' })).toBeVisible();

	// The result and the certificate say that they report themselves.
	await place(page, 'Lessons');
	await press(page, `Save my result: ${COURSE}`);
	const dialog = page.getByRole('dialog', { name: 'Save my result' });
	await dialog.getByLabel('Your name').fill('Ann Lee');
	await dialog.getByLabel('Class or group').fill('Monday');
	await axe(page);
	const file = await downloadOf(page, () => press(dialog, 'Save result file'));
	expect(file.name).toBe(`${COURSE.replace(',', '')} - Ann Lee - result.json`);
	const result = JSON.parse(file.text()) as { lessons: object[] };
	expect(result).toMatchObject({
		format: 'live-reports-sandbox/lesson-result',
		selfReported: true,
		learner: 'Ann Lee',
		group: 'Monday'
	});
	expect(result.lessons[0]).toMatchObject({
		lessonId: 'who-needs-a-license',
		hints: 1,
		attempts: 2,
		resets: 0,
		shown: false,
		predictions: [
			{ given: 8, expected: 10, mistake: 'forgot-viewers' },
			{ given: 10, expected: 10 }
		]
	});
	await dialog.getByRole('link', { name: 'Certificate' }).click();
	const certificate = page.getByRole('region', { name: 'Certificate of practice' });
	await expect(certificate.getByText(/^Self-reported: /)).toBeVisible();
	await expect(certificate.getByText('1 of 11')).toBeVisible();
	await expect(
		certificate.getByRole('row', { name: /^Who needs a license 4 of 4 1 of 2 1 2/ })
	).toBeVisible();
	await axe(page);
	await page.emulateMedia({ media: 'print' });
	await expect(certificate).toBeVisible();
	await expect(panel(page)).toBeHidden();
	await expect(page.getByLabel('License figures')).toBeHidden();
	await expect(page.getByText('Practice software, not affiliated')).toBeVisible();
});

test('[E1] every way into Live Reports is seen, and so are a look and a change of the bar', async ({
	page
}) => {
	const lesson = await start(page, 'Ways into Live Reports');
	const liveReports = () => page.getByRole('main').getByRole('link', { name: 'Live Reports', exact: true });
	await actAs(page, 'Alice');
	await place(page, 'Analytics Portal');
	await liveReports().click();
	await expect(lesson.getByRole('button', { name: 'By the Analytics Portal Done' })).toBeVisible();
	await place(page, 'Admin Portal');
	await page
		.getByRole('navigation', { name: 'Admin Portal' })
		.getByRole('link', { name: 'Analytics & Logs' })
		.click();
	await page.getByRole('link', { name: 'Open Live Reports' }).click();
	await expect(lesson.getByRole('button', { name: 'By the Admin Portal Done' })).toBeVisible();
	for (const [frame, step] of [
		['Desktop and web', 'By the app on the desktop Done'],
		['Mobile', 'By the app on the phone Done']
	] as const) {
		await place(page, 'RingCentral app');
		await page.getByRole('tab', { name: frame }).click();
		await press(page.getByRole('main'), 'More');
		await page.getByRole('menuitem', { name: 'Analytics', exact: true }).click();
		await liveReports().click();
		await expect(lesson.getByRole('button', { name: step })).toBeVisible();
	}
	await page.getByRole('link', { name: 'Support floor', exact: true }).click();
	await expect(lesson.getByRole('button', { name: 'Open a dashboard as Alice Done' })).toBeVisible();
	await expect(lesson.getByText('5 of 8 steps', { exact: true })).toBeVisible();
});

test('[E6] [S9] a pack comes by file, from beside the app or in a link, and a hostile one says why it does not', async ({
	page
}) => {
	const asked: string[] = [];
	page.on(
		'request',
		(request) => /\.json$/.test(new URL(request.url()).pathname) && asked.push(request.url())
	);
	const lesson = {
		id: 'l',
		title: '<b>Mine</b>',
		minutes: 5,
		intro: '',
		start: { kind: 'sample', sample: 'ten-licenses' }
	};
	const step = {
		kind: 'task',
		id: 's',
		title: 'Look',
		text: '<img src=x> [x](javascript:alert(1))',
		hints: []
	};
	const pack = {
		format: 'live-reports-sandbox/lesson-pack',
		version: 1,
		id: 'mine',
		revision: 1,
		title: 'Mine',
		intro: '',
		lessons: [
			{
				...lesson,
				steps: [{ ...step, goal: { kind: 'downloaded' } }],
				mistakes: [],
				debrief: { text: '', show: 'needed' },
				solution: []
			}
		]
	};
	const keep = () => press(packDialog(page), 'Keep this pack');

	// Told by content on Home, under any name.
	await page.goto('./');
	await giveFile(page, pack, 'people.csv');
	await expect(packDialog(page).getByText('<b>Mine</b>')).toBeVisible();
	await axe(page);
	await keep();
	// It lies below the course: the focus is where it begins.
	await expect(page.getByRole('button', { name: 'Start: <b>Mine</b>' })).toBeFocused();
	await expect(page.getByRole('heading', { name: 'Mine', exact: true })).toBeInViewport();
	await page.keyboard.press('Enter');
	await expect(panel(page).getByText('<img src=x> [x](javascript:alert(1))')).toBeVisible();
	await page.goto('./lessons/');
	await press(page, 'Actions for Mine');
	await page.getByRole('menuitem', { name: 'Remove this pack' }).click();
	await expect(page.getByRole('heading', { name: 'Mine' })).toHaveCount(0);

	// Everything wrong with one is named, and nothing of it is kept.
	await giveFile(page, { ...pack, script: 'x', revision: -1 }, 'bad.json', 'Open a lesson pack');
	const faults = packDialog(page).getByRole('list', { name: 'Faults' });
	await expect(faults.getByRole('listitem')).toHaveCount(2);
	await expect(faults).toContainText('script');
	await axe(page);
	await page.keyboard.press('Escape');
	await expect(packDialog(page)).toHaveCount(0);

	// Beside the app: one file of its own folder, and nothing else is even asked for.
	await page.route('**/packs/class.json', (route) =>
		route.fulfill({ contentType: 'application/json', body: JSON.stringify(pack) })
	);
	await page.goto('./lessons/?pack=packs/class.json');
	await expect(packDialog(page).getByText('packs/class.json')).toBeVisible();
	await expect(page).toHaveURL(/\/lessons\/$/);
	await press(packDialog(page), 'Don’t keep');
	await press(page, 'Look again');
	await expect(packDialog(page)).toBeVisible();
	const before = asked.length;
	for (const name of ['../class.json', '//evil.example/class.json', 'https://evil.example/class.json']) {
		await page.goto(`./?pack=${encodeURIComponent(name)}`);
		await expect(packDialog(page).getByText(/^The address asks for the lesson pack/)).toBeVisible();
		await expect(page).toHaveURL(/\/some\/sub\/folder\/$/);
	}
	expect(asked.slice(before)).toEqual([]);

	// In a link, which leaves the address; one that is cut off says so.
	await page.goto(`./#pack=${CODE}`);
	await expect(packDialog(page).getByRole('heading', { name: 'Class' })).toBeVisible();
	await expect(page).toHaveURL(/\/some\/sub\/folder\/$/);
	await keep();
	await expect(page).toHaveURL(/\/lessons\/$/);
	await expect(page.getByRole('main').getByRole('heading', { name: 'Class', exact: true })).toBeInViewport();
	await page.evaluate((code) => (location.hash = `#pack=${code}`), CODE.slice(0, -3));
	await expect(packDialog(page).getByText(/^The link is cut off or changed/)).toBeVisible();
	await expect(page).toHaveURL(/\/lessons\/$/);
});

test('[E1] the panel is read on a phone and in the dark, made small, and presented on the wall', async ({
	page
}) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.emulateMedia({ colorScheme: 'dark' });
	const lesson = page.getByRole('complementary', { name: 'Lesson' });
	await page.goto('./lessons/');
	await noSidewaysScroll(page);
	await press(page, 'Start: Who needs a license');
	await expect(lesson.getByRole('button', { name: 'Reset exercise' })).toBeVisible();
	// What has the focus is never below the bar.
	const last = page.getByRole('main').getByRole('button').last();
	await last.focus();
	const [box, bar] = [await last.boundingBox(), await lesson.boundingBox()];
	expect(box!.y + box!.height).toBeLessThanOrEqual(bar!.y);
	await axe(page);
	await press(lesson, 'Open the lesson');
	await noSidewaysScroll(page);
	await axe(page);
	await page.reload();
	await expect(lesson.getByRole('region', { name: 'Steps' })).toBeVisible();

	await press(lesson, 'More for this lesson');
	// The menu does not go along with the page: it would slip from under a press.
	const slip = await page.getByRole('menu', { name: 'More for this lesson' }).evaluate((menu) => {
		const before = menu.getBoundingClientRect().top;
		scrollBy(0, scrollY > 0 ? -scrollY : 100);
		return menu.getBoundingClientRect().top - before;
	});
	expect(slip).toBe(0);
	await page.getByRole('menuitem', { name: 'Presenter mode' }).click();
	const wall = page.getByRole('dialog', { name: 'Presenter mode: Who needs a license' });
	await expect(wall.getByRole('heading', { name: 'Introduction' })).toBeVisible();
	await page.keyboard.press('ArrowRight');
	await expect(wall.getByRole('heading', { name: 'Predict: both queues monitored' })).toBeVisible();
	await expect(wall.getByText(/^Two groups need a license/)).toHaveCount(0);
	await expect(wall.getByText('Answer: 10')).toHaveCount(0);
	await press(wall, 'Show a hint');
	await press(wall, 'Show the answer');
	await expect(wall.getByText(/Two groups need a license/)).toBeVisible();
	await expect(wall.getByText('Answer: 10')).toBeVisible();
	await axe(page);
	await noSidewaysScroll(page);
	await page.keyboard.press('ArrowLeft');
	await expect(wall.getByRole('heading', { name: 'Introduction' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(wall).toHaveCount(0);
	// A presenter’s hints and answers are nobody’s.
	await expect(lesson.getByText('0 of 4 steps', { exact: true })).toBeVisible();
	await expect(lesson.getByText('Hint 1')).toHaveCount(0);
});

/** Every place that a lesson may stand beside: its address and its heading. */
const PLACES = [
	['', 'Home'],
	['admin/users/', 'Users'],
	['admin/roles/', 'Roles'],
	['admin/queues/', 'Call queues'],
	['analytics/', 'Analytics Portal'],
	['billing/purchase/', 'Purchase'],
	['billing/cart/', 'Shopping cart'],
	['billing/orders/', 'Orders'],
	['billing/', 'Billing Portal'],
	['analytics/live-reports/', 'Live Reports'],
	['analytics/live-reports/dashboard/?dashboard=d-floor', 'Support floor'],
	['app/', 'RingCentral app'],
	['what-if/', 'What-if'],
	['what-if/numbers/', 'Start from numbers'],
	['history/', 'History'],
	['settings/', 'Settings'],
	['lessons/', 'Lessons']
] as const;

/** Goes to an address of the app as a link of it does, with the open scenario. */
const follow = (page: Page, address: string): Promise<void> =>
	page.evaluate((to) => {
		const link = document.createElement('a');
		const url = new URL(to, new URL('/some/sub/folder/', location.href));
		url.searchParams.set('scenario', new URLSearchParams(location.search).get('scenario') ?? '');
		link.href = url.href;
		document.body.append(link);
		link.click();
		link.remove();
	}, address);

/** Controls of the page that the panel hides, wholly or in part, while they have the focus. */
const hidden = (page: Page): Promise<readonly string[]> =>
	page.evaluate(() => {
		const panel = document.querySelector('#lesson')!;
		const all = document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary');
		const names: string[] = [];
		for (const one of all) {
			if (panel.contains(one) || !one.checkVisibility()) continue;
			one.focus();
			if (document.activeElement !== one) continue;
			const { left, right, top, bottom } = one.getBoundingClientRect();
			const { left: start, top: upper } = panel.getBoundingClientRect();
			const [x, y] = [(left + right) / 2, (top + bottom) / 2];
			// The pixel of a border may be shared.
			if (innerWidth < 1280 ? bottom > upper + 1 : x > start && y > upper) names.push(one.outerHTML);
		}
		return names;
	});

test('[E1] the panel stands open beside every place, on a phone below it, and hides nothing that has the focus', async ({
	page
}) => {
	const lesson = await start(page, 'A new team, start to finish');
	await open(lesson, /^Buy what is missing/);
	await press(lesson, 'Check');
	const look = async (name: string) => {
		await axe(page);
		await noSidewaysScroll(page);
		expect(await hidden(page), name).toEqual([]);
		await expect(lesson.getByRole('button', { name: 'Reset exercise' })).toBeInViewport({ ratio: 1 });
	};
	for (const width of [1280, 390]) {
		await page.setViewportSize({ width, height: 844 });
		await page.emulateMedia({ colorScheme: width === 390 ? 'dark' : 'light' });
		await expect(lesson.getByRole('list', { name: 'Still missing' })).toBeVisible();
		for (const [address, name] of PLACES) {
			await follow(page, address);
			await expect(title(page, name)).toBeVisible();
			if (name === 'Purchase' && width === 1280) {
				await page.getByRole('spinbutton', { name: 'Live Reports quantity' }).fill('3');
				await press(page, 'Add Live Reports to cart');
				// The message stands beside the panel, not on it.
				const message = page.getByRole('region', { name: 'Messages' }).getByText('added to the cart');
				const [said, bar] = [await message.boundingBox(), await lesson.boundingBox()];
				expect(said!.x + said!.width).toBeLessThan(bar!.x);
			}
			await look(name);
			const tab = { 'RingCentral app': 'Mobile', 'Live Reports': 'Detailed Usage' }[name as string];
			if (tab === undefined) continue;
			await page.getByRole('tab', { name: tab }).click();
			await look(`${name}: ${tab}`);
		}
	}
});

test('[E1] [E4] every shipped lesson is solved by its own “Show me”, but for looks that only a person can take', async ({
	page
}) => {
	await page.goto('./lessons/');
	const starts = page.getByRole('button', { name: /^Start: / });
	await expect(starts).toHaveCount(11);
	const names = (
		await starts.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''))
	).map((label) => label.replace('Start: ', ''));
	const LOOKS: Readonly<Record<string, number>> = {
		'Ways into Live Reports': 4,
		'Reading the report’s three tabs': 4,
		'A new team, start to finish': 1
	};
	for (const name of names) {
		const lesson = await start(page, name);
		await expect(lesson.getByRole('heading', { name: 'All done' })).toHaveCount(0);
		await press(lesson, 'Show me');
		await press(page.getByRole('alertdialog'), 'Reset and show me');
		const shown = lesson.getByRole('region', { name: 'Show me' });
		await expect(shown).toBeVisible();
		if (name === 'Buying, with cost centers') await axe(page);
		const all = shown.getByRole('button', { name: 'Play all' });
		if ((await all.count()) > 0) {
			await all.click();
			await expect(shown.getByText('That was all.')).toBeVisible();
			await expect(shown).toBeFocused();
		}
		await press(shown, 'Close');
		const toDo = lesson.getByRole('region', { name: 'Steps' }).getByRole('button', { name: /To do$/ });
		const titles = (await toDo.allInnerTexts()).map((text) => text.split('\n')[0] ?? '');
		for (const step of titles) {
			const button = lesson.getByRole('button', { name: `${step} To do`, exact: true });
			if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
			const number = lesson.getByRole('spinbutton', { name: 'Your answer' });
			if ((await number.count()) > 0) await number.fill('1');
			else if ((await lesson.getByRole('radio').count()) > 0) await lesson.getByRole('radio').first().check();
			else continue;
			await press(lesson, 'Answer');
			await expect(button).toHaveCount(0);
		}
		await expect(toDo, name).toHaveCount(LOOKS[name] ?? 0);
	}
	// What a learner hands in says so of each (E6).
	await page.goto('./lessons/');
	await press(page, 'Save my result: Live Reports licenses, from need to report');
	const result = await downloadOf(page, () => press(page.getByRole('dialog'), 'Save result file'));
	const { lessons } = JSON.parse(result.text()) as { lessons: { shown: boolean }[] };
	expect(lessons.map(({ shown }) => shown)).toEqual(names.map(() => true));
});
