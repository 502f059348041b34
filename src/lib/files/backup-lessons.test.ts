import { describe, expect, test } from 'vitest';
import { type BackedUpLessons } from '$lib/domain/backup';
import { COURSE } from '$lib/content/course';
import { COURSE_NOTES } from '$lib/content/course-notes';
import { type LessonPack } from '$lib/domain/lesson';
import { readBackup } from './read-backup';
import { backupText } from './write-backup';

const MADE = '2026-11-24T14:00:00Z';
const pack: LessonPack = { ...COURSE, lessons: COURSE.lessons.slice(0, 2) };
/** As it is while it is written: no title yet, a task without a goal, a choice without words. */
const gaps: LessonPack = {
	...pack,
	title: '',
	lessons: [
		{
			...pack.lessons[0]!,
			title: '',
			steps: [
				{ kind: 'task', id: 't', title: '', text: '', hints: [''], goal: { kind: 'all', goals: [] } },
				{
					kind: 'choice',
					id: 'c',
					title: '',
					text: '',
					hints: [],
					choices: [{ id: 'a', text: '', reply: '' }],
					right: 'a'
				}
			]
		}
	]
};
const lessons: BackedUpLessons = {
	packs: [{ addedAt: 1, pack }],
	drafts: [
		{ changedAt: 2, pack: gaps, notes: COURSE_NOTES },
		{ changedAt: 3, pack, notes: COURSE_NOTES, handedOut: { revision: 1, hash: 'abc' } }
	],
	progress: [
		{
			packKey: 'a pack',
			changedAt: 4,
			scenario: 0,
			progress: {
				packId: COURSE.id,
				lessonId: 'leavers',
				scenarioId: 's',
				activeSeconds: 5,
				events: [{ kind: 'failed' }]
			}
		}
	]
};

async function textOf(kept?: BackedUpLessons): Promise<string> {
	const none = (async function* () {})();
	let text = '';
	for await (const piece of backupText(MADE, none, kept && (() => kept))) text += piece;
	return text;
}
const read = (text: string) => readBackup(new TextEncoder().encode(text));
const codesOf = async (change: (raw: typeof lessons) => object) => {
	const raw = JSON.parse(await textOf(lessons)) as { lessons: typeof lessons };
	const found = await read(JSON.stringify({ ...raw, lessons: { ...raw.lessons, ...change(raw.lessons) } }));
	return found.ok ? [] : found.error.map(({ code, path }) => `${code} ${path}`);
};

describe('lessons in a backup', () => {
	test('[S6] packs, drafts with their gaps and progress come back as they were', async () => {
		const found = await read(await textOf(lessons));
		expect(found).toEqual({ ok: true, value: { madeAt: MADE, entries: [], lessons } });
	});

	test('[S6] a backup without any says nothing of them', async () => {
		const none = { packs: [], drafts: [], progress: [] };
		for (const text of [await textOf(), await textOf(none)]) {
			expect(text).not.toContain('lessons');
			expect(await read(text)).toMatchObject({ ok: true, value: { lessons: null } });
		}
	});

	test('[S9] what is wrong with one of them is told by its place, and nothing is taken', async () => {
		expect(await codesOf(({ packs }) => ({ packs: [{ ...packs[0], pack: gaps }] }))).toContain(
			'WRONG_VALUE lessons.packs[0].pack.title'
		);
		expect(
			await codesOf(({ drafts }) => ({ drafts: [{ ...drafts[0], pack: { ...gaps, script: 'x' } }] }))
		).toContain('UNKNOWN_KEY lessons.drafts[0].pack.script');
		expect(
			await codesOf(({ drafts }) => ({ drafts: [{ ...drafts[0], pack: { ...gaps, title: 7 } }] }))
		).toContain('WRONG_TYPE lessons.drafts[0].pack.title');
		expect(await codesOf(() => ({ progress: [{ packKey: 'x' }] }))).toContain(
			'MISSING_KEY lessons.progress[0].progress'
		);
		expect(await codesOf(() => ({ more: [] }))).toEqual(['UNKNOWN_KEY lessons.more']);
		const start = { kind: 'scenario', scenario: { format: 'x' } };
		const broken = { ...pack, lessons: [{ ...pack.lessons[0], start }] };
		expect((await codesOf(() => ({ packs: [{ addedAt: 1, pack: broken }] }))).length).toBeGreaterThan(0);
	});
});
