/** From a learner's way through the course to the trainer's table (E6). */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { COURSE } from '$lib/content/course';
import { type LessonResult } from '$lib/domain/lesson-result';
import { type LessonEvent, LessonProgress, MOST_EVENTS } from '$lib/domain/lesson-progress';
import { readResult } from '$lib/files/read-result';
import { resultText } from '$lib/files/write-result';
import { resultCells, resultsCsv } from '$lib/files/results-csv';
import { resultOf, outcomeOf } from '$lib/lessons/outcome';
import { packHash } from '$lib/lessons/pack-hash';
import { newProgress, recorded, restarted, spent } from '$lib/lessons/progress';
import { groupsOf, withResult } from '$lib/lessons/handed-in';
import { resultsSummary } from '$lib/lessons/results-summary';
import { type HandedIn, resultsTable } from '$lib/lessons/results-table';
import { RESULT_HEADINGS, SELF_REPORTED } from '$lib/text/lessons';
import { repeatedSentence, resultsSentence } from '$lib/text/results';

const bytes = (text: string) => new TextEncoder().encode(text);
const SAVED = '2026-11-24T15:00:00Z';

/** CSV as spreadsheets read it (RFC 4180), the mark before a formula taken off again. */
function parsed(csv: string): string[][] {
	const rows: string[][] = [[]];
	let cell = '';
	let quoted = false;
	const text = csv.replace(/^\uFEFF/, '');
	for (let i = 0; i < text.length; i++) {
		const letter = text[i]!;
		if (quoted && letter === '"' && text[i + 1] === '"') {
			cell += '"';
			i++;
		} else if (letter === '"') quoted = !quoted;
		else if (!quoted && (letter === ',' || (letter === '\r' && text[i + 1] === '\n'))) {
			rows.at(-1)!.push(cell);
			cell = '';
			if (letter === '\r') {
				rows.push([]);
				i++;
			}
		} else cell += letter;
	}
	return rows.slice(0, -1);
}

const name = fc.oneof(
	fc.constantFrom(
		'=1+1',
		'+49 30',
		'-2',
		'@sum',
		'\t=x',
		'Ann "A", B',
		'two\nlines',
		'Łucja',
		' =y',
		'；',
		'=cmd|x'
	),
	fc.string({ maxLength: 20, unit: 'grapheme' })
);
const events = (steps: readonly string[]): fc.Arbitrary<LessonEvent[]> =>
	fc.array(
		fc.oneof(
			fc.constantFrom(...steps).map((step): LessonEvent => ({ kind: 'met', step })),
			fc.record({
				kind: fc.constant('hint' as const),
				step: fc.constantFrom(...steps),
				hint: fc.nat(2)
			}),
			fc.constantFrom<LessonEvent>({ kind: 'failed' }, { kind: 'shown' }, { kind: 'reset' }),
			fc
				.tuple(fc.constantFrom(...steps), fc.nat(3), fc.nat(3))
				.map(([question, given, expected]): LessonEvent => ({
					kind: 'predicted',
					prediction: { question, given, expected }
				}))
		),
		{ maxLength: 25 }
	);
const progress = fc
	.constantFrom(...COURSE.lessons)
	.chain(({ id, steps }) =>
		fc
			.tuple(events(steps.map((step) => step.id)), fc.nat(4000))
			.map(([happened, seconds]) => spent(recorded(newProgress(COURSE.id, id, 's'), ...happened), seconds))
	);
const results: fc.Arbitrary<LessonResult> = fc
	.tuple(fc.array(progress, { maxLength: 6 }), name, name)
	.map(([all, learner, group]) => resultOf(COURSE, all, { learner, group, savedAt: SAVED }));

test('[E6] thirty learners’ files become one table, whose CSV says the same', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(results, { minLength: 30, maxLength: 30 }), async (all) => {
			const reading = all.map(async (result, i) => {
				const read = await readResult(bytes(resultText(result)));
				if (!read.ok) throw new Error(JSON.stringify(read.error));
				expect(read.value).toEqual(result);
				return { source: `learner ${i + 1}.json`, result: read.value };
			});
			const handedIn = await Promise.all(reading);
			const table = resultsTable(handedIn, [COURSE]);
			expect(table.rows.map(({ source }) => source).toSorted()).toEqual(
				handedIn.map(({ source }) => source).toSorted()
			);
			expect(table.lessons.map(({ id }) => id)).toEqual(COURSE.lessons.map(({ id }) => id));

			for (const row of table.rows) {
				const { result } = handedIn.find(({ source }) => source === row.source)!;
				let [met, steps, right, asked, seconds] = [0, 0, 0, 0, 0];
				for (const lesson of result.lessons) {
					steps += lesson.steps.length;
					for (const step of lesson.steps) if (step.met) met++;
					for (const one of lesson.predictions) {
						asked++;
						if (one.given === one.expected) right++;
					}
					seconds += lesson.activeSeconds;
				}
				expect(row).toMatchObject({
					learner: result.learner ?? '',
					steps: { done: met, of: steps },
					predictions: { done: right, of: asked },
					activeSeconds: seconds,
					samePack: true,
					lessons: { of: COURSE.lessons.length }
				});
				expect(row.byLesson.filter((share) => share !== null)).toHaveLength(result.lessons.length);
			}

			const cells = resultCells(table);
			expect(cells[0]!.slice(0, RESULT_HEADINGS.length)).toEqual([...RESULT_HEADINGS]);
			expect(new Set(cells.map((row) => row.length))).toEqual(
				new Set([RESULT_HEADINGS.length + COURSE.lessons.length])
			);
			const back = parsed(resultsCsv(table));
			const unmarked = back.map((row) => row.map((cell) => (cell.startsWith("'") ? cell.slice(1) : cell)));
			const said = [...cells.map((row) => row.map(String)), [SELF_REPORTED]];
			const bare = said.map((row) => row.map((cell) => (cell.startsWith("'") ? cell.slice(1) : cell)));
			expect(unmarked).toEqual(bare);
			for (const cell of back.flat()) expect(cell).not.toMatch(/^\s*[=+@\t\r|%-]/);
		}),
		{ numRuns: 15 }
	);
});

describe('[E6] a class in a few figures', () => {
	const [first, second] = COURSE.lessons;
	const pack = { ...COURSE, lessons: [first!, second!] };
	const answer = (given: number): LessonEvent => ({
		kind: 'predicted',
		prediction: { question: 'predict-ten', given, expected: 10 }
	});
	const all = ({ id, steps }: (typeof pack.lessons)[number]) =>
		recorded(
			newProgress(pack.id, id, 's'),
			...steps.map((step): LessonEvent => ({ kind: 'met', step: step.id }))
		);
	const handIn = (
		source: string,
		learner: string,
		savedAt: string,
		...progresses: LessonProgress[]
	): HandedIn => ({
		source,
		result: resultOf(pack, progresses, { learner, group: 'A', savedAt })
	});
	const summary = (...handedIn: HandedIn[]) =>
		resultsSummary(handedIn, resultsTable(handedIn, [pack]), [pack]);
	const done = [all(first!), all(second!)];

	it('counts who finished every lesson of the pack, not only those begun', () => {
		const told = summary(
			handIn('a', 'Ann', SAVED, ...done),
			handIn('b', 'Bo', SAVED, all(first!)),
			handIn('c', 'Cy', SAVED)
		);
		expect(told).toMatchObject({ finished: { done: 1, of: 3 }, hardest: null });
		expect(resultsSentence(told)).toBe(
			'1 of 3 learners finished. No question was answered wrongly at first.'
		);
	});

	it('names the question that most were wrong about at first', () => {
		const begun = newProgress(pack.id, first!.id, 's');
		const told = summary(
			handIn('a', 'Ann', SAVED, recorded(begun, answer(8), answer(10))),
			handIn('b', 'Bo', SAVED, recorded(begun, answer(11))),
			handIn('c', 'Cy', SAVED, recorded(begun, answer(10)))
		);
		expect(told.hardest).toEqual({
			question: first!.steps[0]!.title,
			lesson: first!.title,
			wrong: { done: 2, of: 3 }
		});
		expect(resultsSentence(told)).toContain(
			'“Predict: both queues monitored” in “Who needs a license”, by 2 of 3.'
		);
	});

	it('counts whoever handed in twice once, with the later answers, and marks both', () => {
		const begun = newProgress(pack.id, first!.id, 's');
		const told = summary(
			handIn('new', ' ANN  Lee', '2026-11-24T16:00:00Z', recorded(begun, answer(10))),
			handIn('old', 'Ann Lee', SAVED, recorded(begun, answer(8)), all(second!)),
			handIn('b', '', SAVED),
			handIn('c', '', SAVED)
		);
		expect(told).toEqual({ finished: { done: 0, of: 3 }, hardest: null, repeated: new Set(['new', 'old']) });
		expect(repeatedSentence(told.repeated.size)).toMatch(
			/^2 results are of somebody who handed in more than once/
		);
	});
});

describe('[E6] files as they come', () => {
	const result = resultOf(COURSE, [], { learner: 'Ann', group: 'B', savedAt: SAVED });

	it('takes a result once, and keeps two files of one name apart', () => {
		const one = withResult([], 'result.json', result);
		expect(withResult(one, 'again.json', structuredClone(result))).toBe(one);
		const two = withResult(one, 'result.json', { ...result, group: 'A' });
		expect(two.map(({ source }) => source)).toEqual(['result.json', 'result.json (2)']);
		expect(groupsOf(two)).toEqual(['A', 'B']);
	});
});

describe('[S9] a result is hostile until it is read', () => {
	const result = resultOf(COURSE, [newProgress(COURSE.id, 'leavers', 's')], {
		learner: ' Ann ',
		group: '',
		savedAt: SAVED
	});
	const faults = async (change: object) => {
		const read = await readResult(bytes(JSON.stringify({ ...result, ...change })));
		return read.ok ? [] : read.error.map(({ code, path }) => `${code} ${path}`.trim());
	};

	it('says that it reports itself, and names nobody who gave no name', async () => {
		expect(result).toMatchObject({ selfReported: true, learner: 'Ann' });
		expect('group' in result).toBe(false);
		expect(await faults({})).toEqual([]);
	});

	it('[E6] can be read whatever was typed and however long it took', async () => {
		const long = spent(newProgress(COURSE.id, 'leavers', 's'), 5_000_000);
		const typed = { learner: ` ${'👩‍🏫 '.repeat(200)}`, group: 'x'.repeat(121), savedAt: SAVED };
		const made = resultOf(COURSE, [long], typed);
		expect(await readResult(bytes(resultText(made)))).toEqual({ ok: true, value: made });
		expect(made.group).toBe('x'.repeat(120));
		expect(made.lessons[0]!.activeSeconds).toBe(1_000_000);
	});

	test.each([
		['no longer self-reported', { selfReported: false }, 'WRONG_VALUE selfReported'],
		['a signature', { signature: 'x' }, 'UNKNOWN_KEY signature'],
		['a newer version', { version: 2 }, 'NEWER_VERSION version'],
		['another format', { format: 'live-reports-sandbox/lesson-pack' }, 'WRONG_FORMAT'],
		['a hash that is none', { pack: { ...result.pack, hash: 'xyz' } }, 'WRONG_VALUE pack.hash'],
		['a name without end', { learner: 'x'.repeat(121) }, 'WRONG_VALUE learner'],
		['a moment that is none', { savedAt: 'today' }, 'NOT_AN_INSTANT savedAt'],
		['a lesson twice', { lessons: [result.lessons[0], result.lessons[0]] }, 'DOUBLE_ID lessons[1].id'],
		['minus one hint', { lessons: [{ ...result.lessons[0], hints: -1 }] }, 'NOT_A_QUANTITY lessons[0].hints']
	])('refuses %s', async (_, change, fault) => {
		expect(await faults(change)).toEqual([fault]);
	});

	it('refuses more than a megabyte, and never throws', async () => {
		expect(await readResult(new Uint8Array(1024 * 1024 + 1))).toMatchObject({
			ok: false,
			error: [{ code: 'TOO_LARGE', detail: { wanted: 'live-reports-sandbox/lesson-result' } }]
		});
		await fc.assert(
			fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 60 }), fc.json().map(bytes)), async (any) => {
				expect((await readResult(any)).ok).toBe(false);
			}),
			{ numRuns: 200 }
		);
	});
});

describe('progress', () => {
	const [lesson] = COURSE.lessons;
	const first = newProgress(COURSE.id, lesson!.id, 's1');

	it('[E3] begins again after a reset, and keeps what came before for the result', () => {
		const met = recorded(first, { kind: 'met', step: 'monitor-both' }, { kind: 'downloaded' });
		const again = restarted(met, 's2');
		expect(again.scenarioId).toBe('s2');
		expect(recorded(again, { kind: 'downloaded' }).events.at(-1)).toEqual({ kind: 'downloaded' });
		expect(outcomeOf(lesson!, again)).toMatchObject({
			resets: 1,
			steps: lesson!.steps.map(({ id }) => ({ id, met: id === 'monitor-both' }))
		});
	});

	it('keeps what says nothing new the very same, and never grows past its limit', () => {
		const once = recorded(first, { kind: 'way', way: 'mobile-app' });
		expect(recorded(once, { way: 'mobile-app', kind: 'way' })).toBe(once);
		const failed = Array.from({ length: MOST_EVENTS + 10 }, (): LessonEvent => ({ kind: 'failed' }));
		const full = recorded(first, ...failed);
		expect(recorded(full, { kind: 'failed' })).toBe(full);
		// However often somebody failed: a step that is met at last is kept.
		expect(recorded(full, { kind: 'met', step: 'late' }).events.at(-1)).toEqual({
			kind: 'met',
			step: 'late'
		});
		const resets = Array.from({ length: MOST_EVENTS }, (): LessonEvent => ({ kind: 'reset' }));
		const brimful = recorded(full, ...resets);
		expect(brimful.events).toHaveLength(MOST_EVENTS);
		expect(LessonProgress.parse(brimful)).toEqual(brimful);
	});

	it('counts the first answer as the prediction, each hint once, and the check that found nothing missing', () => {
		const answer = (given: number): LessonEvent => ({
			kind: 'predicted',
			prediction: { question: 'predict-ten', given, expected: 10 }
		});
		const hint: LessonEvent = { kind: 'hint', step: 'predict-ten', hint: 0 };
		const all = lesson!.steps.map(({ id }): LessonEvent => ({ kind: 'met', step: id }));
		const way = recorded(first, hint, answer(8), { kind: 'failed' }, answer(10), hint, ...all);
		const outcome = outcomeOf(lesson!, restarted(recorded(restarted(way, 's2'), hint), 's3'));
		expect(outcome).toMatchObject({ hints: 1, attempts: 2, shown: false, resets: 2 });
		expect(outcome.predictions).toEqual([{ question: 'predict-ten', given: 8, expected: 10 }]);
	});
});

describe('the pack’s digits', () => {
	it('[E6] do not depend on the order of keys, and change with any text', () => {
		const turned = Object.fromEntries(Object.entries(COURSE).toReversed()) as typeof COURSE;
		expect(packHash(turned)).toBe(packHash(COURSE));
		expect(packHash(COURSE)).toMatch(/^[0-9a-f]{16}$/);
		const [lesson, ...rest] = COURSE.lessons;
		const other = { ...COURSE, lessons: [{ ...lesson!, intro: `${lesson!.intro} ` }, ...rest] };
		expect(packHash(other)).not.toBe(packHash(COURSE));
	});

	it('[E6] tell the trainer that a learner had another edition', () => {
		const other = { ...COURSE, intro: 'Another' };
		const result = resultOf(other, [], { learner: 'Ann', group: 'A', savedAt: SAVED });
		const samePack = (...packs: (typeof COURSE)[]) =>
			resultsTable([{ source: 'a', result }], packs).rows[0]!.samePack;
		expect([samePack(COURSE), samePack(other), samePack(COURSE, other), samePack()]).toEqual([
			false,
			true,
			true,
			null
		]);
	});
});
