import { type Page } from '@playwright/test';
import { type LessonNotes, type LessonPack } from '$lib/domain/lesson';
import { type LessonEvent, type LessonProgress } from '$lib/domain/lesson-progress';
import { resultOf } from '$lib/lessons/outcome';
import { newProgress, recorded, spent } from '$lib/lessons/progress';
import {
	axe,
	createFrom,
	downloadOf,
	expect,
	expectFigures,
	giveFile,
	goTo,
	noSidewaysScroll,
	openTen,
	sample,
	test
} from './fixtures';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const saved = async <T>(page: Page, name: string): Promise<T> =>
	JSON.parse((await downloadOf(page, () => button(page, name).click())).text()) as T;
const DARK = { colorScheme: 'dark' } as const;

/** Adds somebody to a queue, as a learner would. */
async function join(page: Page, queue: string, person: string): Promise<void> {
	await goTo(page, 'Admin Portal');
	await page
		.getByRole('link', { name: /^Call queues/ })
		.first()
		.click();
	await page.getByRole('link', { name: queue, exact: true }).click();
	await button(page, 'Add members').click();
	const dialog = page.getByRole('dialog', { name: 'Add members' });
	await dialog.getByRole('combobox', { name: 'Members' }).fill(person);
	await page.getByRole('option', { name: new RegExp(`^${person}`) }).click();
	await dialog.getByRole('button', { name: 'Add', exact: true }).click();
	await expect(dialog).toBeHidden();
}

test('[E5] a lesson is written by doing it, checked, previewed, handed out and opened elsewhere', async ({
	page,
	browser,
	site
}) => {
	await page.goto('./lessons/');
	await page.getByRole('link', { name: 'Write lessons' }).click();
	await button(page, 'New pack').click();
	await expect(button(page, 'Add a lesson')).toBeVisible();
	await field(page, 'Title').fill('Queues at Acme');
	await button(page, 'Add a lesson').click();
	await expect(page.getByRole('tab', { name: 'Steps' })).toBeVisible();
	await field(page, 'Title').fill('Karen joins');
	await field(page, 'Introduction').fill('Detroit is **short** of people.');
	await axe(page);

	await page.getByRole('tab', { name: 'Steps' }).click();
	await button(page, 'Add a task').click();
	await field(page, 'Title of the step').fill('Let Karen join');
	await field(page, 'Text').fill('Add Karen to Detroit Support.');
	await field(page, 'Hint 1').fill('Members belong to a queue.');
	await field(page, 'Hint 3').fill('Extension 123.');
	await button(page, 'Do the task').click();

	const bar = page.getByRole('region', { name: 'Recording', exact: true });
	await expect(bar).toContainText('For “Karen joins”: Let Karen join.');
	await expectFigures(page, { needed: 10, active: 10, purchased: 10, overage: 0 });
	await join(page, 'Detroit Support', 'Karen');
	await page.reload();
	await axe(page);
	await bar.getByRole('link', { name: 'Done' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'What counts?' })).toBeVisible();
	await button(page, 'Use as goal').press('Enter');
	await page.getByRole('checkbox', { name: 'Karen is a member of Detroit Support.' }).check();
	await axe(page);
	await button(page, 'Use as goal').click();
	await expect(page.getByRole('list', { name: 'Goal' })).toHaveText('Karen is a member of Detroit Support.');
	await expect(field(page, 'Title of the step')).toBeFocused();
	await expect(page).toHaveURL(/^(?!.*[?&]scenario=)/);

	await button(page, 'Ask for a number').click();
	await field(page, 'Title of the step').fill('Predict');
	await field(page, 'Explanation').fill('Karen is counted once.');
	await button(page, 'Take it from “Show me”').click();
	await button(page, 'Add a wrong number').click();
	await page
		.getByRole('group', { name: /^Wrong number 1/ })
		.getByLabel('What to say')
		.fill('You added up the queues.');
	await page
		.getByRole('tab', { name: 'Instructor' })
		.or(page.getByRole('tab', { name: 'Notes' }))
		.click();
	await field(page, 'Instructor’s notes').fill('Let them guess first.');

	await page.getByRole('link', { name: 'Queues at Acme' }).click();
	await button(page, 'Check the pack').click();
	const problems = page.getByRole('list', { name: 'Check' });
	await expect(problems).toHaveText(/There is no text yet/);
	await axe(page);
	await problems.getByRole('link', { name: /Predict › text of the step$/ }).click();
	await expect(field(page, 'Text')).toBeFocused();
	await page.keyboard.type('How many licenses then?');
	await expect(page.getByText('Saved in this browser')).toBeVisible();
	await page.reload();
	await expect(field(page, 'Text')).toHaveValue('How many licenses then?');
	await axe(page);
	await page.getByRole('link', { name: 'Queues at Acme' }).click();
	await button(page, 'Check the pack').click();
	await expect(page.getByText('The pack can be handed out')).toBeVisible();

	const pack = await saved<LessonPack>(page, 'Save the pack file');
	expect(pack).toMatchObject({ title: 'Queues at Acme', revision: 1 });
	expect(pack.lessons[0]).toMatchObject({
		steps: [
			{
				hints: ['Members belong to a queue.', 'Extension 123.'],
				goal: { kind: 'member', person: { by: 'extension' }, queue: { by: 'extension' } }
			},
			{ answer: { plus: ['needed'] }, after: [{ name: 'addMembers' }] }
		],
		solution: [{ name: 'addMembers' }]
	});
	const notes = await saved<LessonNotes>(page, 'Save the instructor’s notes');
	expect(notes.lessons).toMatchObject([{ notes: 'Let them guess first.', answers: ['Predict: 10'] }]);
	expect(JSON.stringify(pack)).not.toContain('guess');
	await button(page, 'Make a link').click();
	await expect(field(page, 'Link to the pack')).toHaveValue(new RegExp(`^${site}#pack=1`));
	await axe(page);

	// A change makes it the next edition, and a lesson starts as it is now.
	await field(page, 'Introduction').fill('For the new ones.');
	expect((await saved<LessonPack>(page, 'Save the pack file')).revision).toBe(2);
	await page.getByRole('link', { name: 'Karen joins' }).click();
	await button(page, 'Preview as learner').click();
	await expectFigures(page, { needed: 10, active: 10, purchased: 10, overage: 0 });
	await expect(page.getByRole('region', { name: 'Open scenario' })).toContainText('Karen joins');
	await expect(page.getByRole('complementary', { name: 'Lesson' })).toContainText('Let Karen join');

	// Another browser, a phone in the dark.
	const context = await browser.newContext({ ...DARK, viewport: { width: 390, height: 844 }, baseURL: site });
	const other = await context.newPage();
	await other.goto('./lessons/write/');
	await giveFile(other, { ...pack, revision: 0 }, 'broken.json', 'Open a pack to edit');
	await expect(other.getByText('broken.json can’t be opened')).toBeVisible();
	await giveFile(other, pack, 'pack.json', 'Open a pack to edit');
	await expect(other.getByText('Edition 1 was handed out and has not changed since.')).toBeVisible();
	await other.getByRole('button', { name: 'Remove lesson 1' }).click();
	await other.getByRole('button', { name: 'Undo', exact: true }).click();
	await noSidewaysScroll(other);
	await axe(other);
	await other.getByRole('link', { name: 'Karen joins' }).click();
	await other.getByRole('tab', { name: 'Steps' }).click();
	await expect(other.getByRole('list', { name: 'Goal' })).toHaveText('Karen is a member of Detroit Support.');
	await other.getByText('Say the goal by hand').click();
	await other.getByRole('combobox', { name: 'What counts' }).selectOption('All of these');
	await other.getByRole('button', { name: 'Add a part' }).click();
	await other.getByRole('combobox', { name: 'Part 2' }).selectOption('A figure');
	await other.getByRole('spinbutton', { name: 'Number' }).fill('10');
	await expect(other.getByRole('list', { name: 'Goal' }).getByRole('listitem')).toHaveText([
		'Karen is a member of Detroit Support.',
		'Needed is 10.'
	]);
	await noSidewaysScroll(other);
	await axe(other);
	await context.close();
});

test('[E5] a start of one’s own, recordings left, thrown away and taken up, ways in, suppositions, and nothing lost', async ({
	page,
	context
}) => {
	const big = { ...sample('ten-licenses'), name: 'A whole company' };
	const [someone] = big.people;
	big.people = Array.from({ length: 12_000 }, (_, n) => ({
		...someone!,
		...big.people[n],
		...(n >= big.people.length && {
			id: `more-${n}`,
			name: `Somebody with a name ${n}`,
			extension: `${5000 + n}`
		})
	}));
	await createFrom(page, big);
	await openTen(page);
	const asOf = page.getByRole('status', { name: 'As of' });
	await button(page, 'Next week').click();
	await expect(asOf).toContainText('Tue 1 Dec 2026');

	await page.goto('./lessons/write/');
	await button(page, 'New pack').click();
	await field(page, 'Title').fill('Mine');
	await button(page, 'Add a lesson').click();
	await expect(page.getByRole('tab', { name: 'Steps' })).toBeVisible();
	await field(page, 'Title').fill('A week later');
	const start = page.getByRole('combobox', { name: 'Starts from' });
	const own = (name: string) => page.locator('optgroup[label="Your scenarios"] option', { hasText: name });
	const choose = async (name: string) => start.selectOption((await own(name).getAttribute('value')) ?? '');
	await choose('The ten-license example');
	await expect(start.locator('option:checked')).toHaveText(/^“?The ten-license example”?.*kB/);
	// One that is too large says how large it is, and the start stays what it was.
	await choose('A whole company');
	await expect(page.getByRole('region', { name: 'Messages' })).toContainText(
		/“A whole company” is too large .* 1\.0 MB is the most\. The lesson starts from what it did before\./
	);
	await expect(start.locator('option:checked')).toHaveText(/kB/);
	await button(page, 'Dismiss').click();

	// A recording that is thrown away leaves the task as it was; one that was left goes when another begins.
	await page.getByRole('tab', { name: 'Steps' }).click();
	await button(page, 'Add a task').click();
	await field(page, 'Title of the step').fill('Look into the report');
	await field(page, 'Text').fill('Read it.');
	const bar = page.getByRole('region', { name: 'Recording', exact: true });
	await button(page, 'Do the task').click();
	await expect(asOf).toContainText('Tue 1 Dec 2026');
	await bar.getByRole('button', { name: 'Cancel' }).click();
	await expect(page.getByText('Recording thrown away')).toBeVisible();
	await expect(field(page, 'Title of the step')).toBeFocused();
	await expect(page.getByText('Nothing counts yet.')).toBeVisible();
	const lesson = page.url();
	await button(page, 'Do the task').click();
	await expect(bar).toBeVisible();
	await page.goto(lesson);
	await button(page, 'Do the task').click();
	await expect(bar).toBeVisible();
	await goTo(page, 'Home');
	await expect(page.getByRole('main').getByRole('link', { name: 'Recording: A week later' })).toHaveCount(1);

	// Ways in and looks are noted, and offered as goals.
	await goTo(page, 'Analytics Portal');
	await page.getByRole('main').getByRole('link', { name: 'Live Reports', exact: true }).click();
	await page.getByRole('tab', { name: 'Detailed Usage' }).click();
	await downloadOf(page, async () => {
		await button(page, 'Download License Status Report').click();
		await page.getByRole('menuitem', { name: 'Excel file' }).click();
	});
	await bar.getByRole('link', { name: 'Done' }).click();
	await page.getByRole('checkbox', { name: 'Live Reports was reached by the Analytics Portal.' }).check();
	await page.getByRole('checkbox', { name: 'The report’s tab “Detailed Usage” was looked at.' }).check();
	await page.getByRole('checkbox', { name: 'The License Status Report was downloaded.' }).check();
	await axe(page);
	await button(page, 'Use as goal').click();
	await expect(page.getByRole('list', { name: 'Goal' }).getByRole('listitem')).toHaveCount(3);

	// What a question supposes is done, too.
	await button(page, 'Ask for a number').click();
	await field(page, 'Title of the step').fill('Predict');
	await button(page, 'Do what it supposes').click();
	await join(page, 'Detroit Support', 'Karen');
	await bar.getByRole('link', { name: 'Done' }).click();
	await button(page, 'Suppose this').click();
	const supposed = page.getByRole('region', { name: 'What the question supposes' }).getByRole('listitem');
	await expect(supposed).toHaveText('Add queue members · Detroit Support · Karen');
	await goTo(page, 'Home');
	await expect(page.getByRole('link', { name: /^Recording/ })).toHaveCount(0);

	// A copy, and one that is deleted and comes back.
	await page.goto('./lessons/write/');
	await button(page, 'Actions for Mine').click();
	await page.getByRole('menuitem', { name: 'Duplicate' }).click();
	await expect(field(page, 'Title')).toHaveValue('Mine (copy)');
	await page.getByRole('link', { name: 'Write lessons' }).click();
	await button(page, 'Actions for Mine').click();
	await page.getByRole('menuitem', { name: 'Delete' }).click();
	await expect(page.getByRole('link', { name: 'Mine', exact: true })).toHaveCount(0);
	await button(page, 'Undo').click();
	await page.getByRole('link', { name: 'Mine', exact: true }).click();

	// Closed right after the last letter: it is there again, or the browser asks before.
	page.on('dialog', (dialog) => void dialog.dismiss()); // whoever is asked stays
	await field(page, 'Introduction').fill('Typed at the last moment');
	await page.close({ runBeforeUnload: true });
	const again = await context.newPage();
	await again.goto(lesson);
	await again.getByRole('link', { name: 'Mine', exact: true }).click();
	await expect(field(again, 'Introduction')).toHaveValue('Typed at the last moment');
});

/** Thirty learners of a course: most finish, some ask for hints, a few are wrong about the first question. */
function classOf(pack: LessonPack): unknown[] {
	return Array.from({ length: 30 }, (_, n) => {
		const lessons = n < 28 ? pack.lessons : pack.lessons.slice(0, 3);
		const progresses = lessons.map(({ id, steps }): LessonProgress => {
			const events = steps.flatMap((step): LessonEvent[] => [
				...(n % 5 === 0 ? [{ kind: 'hint' as const, step: step.id, hint: 0 }] : []),
				...(step.kind === 'number'
					? [
							{
								kind: 'predicted' as const,
								prediction: {
									question: step.id,
									given: n < 7 && step.id === 'predict-ten' ? 8 : 10,
									expected: 10
								}
							}
						]
					: []),
				{ kind: 'met', step: step.id }
			]);
			return spent(recorded(newProgress(pack.id, id, 's'), ...events), 300 + n);
		});
		const learner = n === 29 ? 'Learner 1' : `Learner ${n + 1}`;
		const savedAt = `2026-11-24T15:${String(n).padStart(2, '0')}:00Z`;
		return resultOf(pack, progresses, { learner, group: n % 2 === 0 ? 'Morning' : 'Evening', savedAt });
	});
}

test('[S4] [E5] two tabs write one pack: the later one is told, and keeps its own as a copy or takes the other’s', async ({
	page,
	context
}) => {
	// A tab that was asleep has not heard of the other's writes yet.
	await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));
	await page.goto('./lessons/write/');
	await button(page, 'New pack').click();
	await field(page, 'Title').fill('Shared');
	await expect(page.getByText('Saved in this browser')).toBeVisible();
	const address = page.url();
	const other = await context.newPage();
	await other.goto(address);
	const introduction = field(page, 'Introduction');
	const conflict = page.getByRole('status').filter({ hasText: 'Two tabs changed this pack' });
	const collide = async (theirs: string, mine: string) => {
		await field(other, 'Introduction').fill(theirs);
		await expect(other.getByText('Saved in this browser')).toBeVisible();
		await introduction.fill(mine);
		await expect(page.getByText('Not saved: changed in another tab')).toBeVisible();
		await expect(conflict).toBeVisible();
	};

	await collide('Theirs', 'Mine');
	await introduction.fill('Mine, and on'); // it stays to be seen and goes on
	await axe(page);
	await button(page, 'Keep mine as a copy').click();
	await expect(field(page, 'Title')).toHaveValue('Shared (copy)');
	await expect(introduction).toHaveValue('Mine, and on');
	await expect(conflict).toHaveCount(0);
	await field(page, 'Title').fill('Mine');
	await expect(page.getByText('Saved in this browser')).toBeVisible();

	await page.goto(address);
	await expect(introduction).toHaveValue('Theirs');
	await collide('Theirs again', 'Mine again');
	await button(page, 'Take the other tab’s').click();
	await expect(introduction).toHaveValue('Theirs again');
	await introduction.fill('Both');
	await expect(page.getByText('Saved in this browser')).toBeVisible();
	await expect(field(other, 'Introduction')).toHaveValue('Theirs again'); // which did not hear of it, either
	await page
		.getByRole('region', { name: 'Messages' })
		.getByRole('button', { name: 'Keep mine as a copy' })
		.click();
	await expect(introduction).toHaveValue('Mine again');
	await other.goto('./lessons/write/');
	await expect(other.getByRole('main').getByRole('listitem').getByRole('link')).toHaveText([
		'Shared (copy)',
		'Shared',
		'Mine'
	]);

	// Removed in another tab: what is typed here is not lost, either.
	await page.goto(address);
	await expect(introduction).toHaveValue('Both');
	await button(other, 'Actions for Shared').click();
	await other.getByRole('menuitem', { name: 'Delete' }).click();
	await introduction.fill('Late');
	await expect(conflict).toContainText('Another tab removed it');
	await button(page, 'Keep mine as a copy').click();
	await expect(introduction).toHaveValue('Late');
});

test('[E6] thirty results and two broken files become one table, told in a line, sorted, filtered and saved', async ({
	page
}) => {
	await page.goto('./lessons/write/');
	await button(page, 'Copy the shipped course').click();
	const pack = await saved<LessonPack>(page, 'Save the pack file');
	const results = classOf(pack);
	const files = [...results.map((one) => JSON.stringify(one)), '{', JSON.stringify(pack)].map((text, n) => ({
		name: `learner ${n + 1}.json`,
		mimeType: 'application/json',
		buffer: Buffer.from(text)
	}));

	await page.goto('./lessons/results/');
	await expect(page.getByText('No result yet')).toBeVisible();
	await axe(page);
	await page.getByLabel('Result files').setInputFiles(files);
	await expect(page.getByText('30 results added, 2 files can’t be read.')).toBeVisible();
	const broken = page.getByRole('alert').filter({ hasText: '2 files are not in the table' });
	await expect(broken).toContainText(
		/learner 31\.json.*not valid JSON.*learner 32\.json.*not a lesson result but “live-reports-sandbox\/lesson-pack”/s
	);
	await expect(page.getByText('Self-reported: the browser in which')).toBeVisible();
	await expect(
		page.getByText(
			'28 of 30 learners finished. The question most often wrong at first: “Predict: both queues monitored” in “Who needs a license”, by 7 of 30.'
		)
	).toBeVisible();
	await page.getByLabel('Result files').setInputFiles(files.slice(0, 2));
	await expect(page.getByText('0 results added, 2 files were here already.')).toBeVisible();

	const table = page.getByRole('table', { name: 'Results' });
	const first = table.getByRole('row').nth(1);
	await table.getByRole('button', { name: 'Hints' }).click();
	await table.getByRole('button', { name: 'Hints' }).click();
	await expect(first).toContainText('Learner 6');
	await page.getByRole('combobox', { name: 'Group' }).selectOption('Evening');
	await expect(page.getByText('14 of 15 learners finished.')).toBeVisible();
	await page.getByRole('searchbox', { name: 'Filter Results' }).fill('learner 12');
	await expect(table.getByRole('row')).toHaveCount(2);
	await expect(first).toContainText(/Learner 12.*Evening.*11 of 11.*the same as here/);
	await axe(page);

	const csv = (await downloadOf(page, () => button(page, 'Download CSV').click())).text();
	const lines = csv.trimEnd().split('\r\n');
	expect(lines).toHaveLength(1 + 15 + 1);
	expect(lines[0]).toContain('Who needs a license');
	expect(lines.at(-1)).toContain('Self-reported');

	await page.emulateMedia(DARK);
	await page.setViewportSize({ width: 390, height: 844 });
	await noSidewaysScroll(page);
	await axe(page);
});
