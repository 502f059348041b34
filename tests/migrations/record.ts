/** Writes the fixtures of the version that is current: RECORD=1 npx vitest run tests/migrations.test.ts */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHARE_VERSION } from '$lib/domain/share-link';
import { BACKUP_VERSION } from '$lib/domain/backup';
import { SCENARIO_VERSION, type Scenario, type ScenarioFile } from '$lib/domain/scenario';
import { type Lesson, type LessonPack } from '$lib/domain/lesson';
import { progressKey } from '$lib/domain/lesson-shelf';
import { packHash, packKey } from '$lib/lessons/pack-hash';
import { newLesson, newNotes, newPack, newStep } from '$lib/lessons/pack-edits';
import { newProgress, recorded, spent } from '$lib/lessons/progress';
import { changeProgress, keepDraft, keepPack } from '$lib/store/lesson-shelf';
import { packViewings } from '$lib/domain/viewing';
import { codeOf, packText } from '$lib/files/link-code';
import { backupText } from '$lib/files/write-backup';
import { scenarioLinkText } from '$lib/files/write-link';
import { scenarioText } from '$lib/files/write-scenario';
import { type SandboxDatabase, SCHEMA_VERSION } from '$lib/store/db';
import { dispatch } from '$lib/store/dispatch';
import { binScenario, createScenario, pack } from '$lib/store/library';
import { readDocument } from '$lib/store/document';
import { step } from '$lib/store/undo';
import { dumpDatabase, dumpText } from './dump';

const CONTENT = join(import.meta.dirname, '..', '..', 'src', 'lib', 'content');

export function sampleScenario(id: 'ten-licenses' | 'busy-month'): Scenario {
	const { format, version, ...file } = JSON.parse(
		readFileSync(join(CONTENT, `${id}.json`), 'utf8')
	) as ScenarioFile;
	void [format, version];
	return { ...file, viewings: packViewings(file.viewings) };
}

const AT = '2026-11-24T14:00:00Z';
const person = (i: number) => ({
	id: `n${i}`,
	name: `Newcomer ${i}`,
	extension: String(700 + i),
	roleId: 'standard'
});

/** Commands that reach every list, every part of `practice`, chunks that come and chunks that go. */
const STORY: readonly (readonly [name: string, input: unknown])[] = [
	['renameScenario', { name: 'Recorded “Zoë” 42' }],
	['addPeople', { people: Array.from({ length: 600 }, (_, i) => person(i)) }],
	['removePeople', { personIds: Array.from({ length: 590 }, (_, i) => `n${i}`), dashboardsTo: null }],
	[
		'addQueues',
		{ queues: [{ id: 'kq', name: 'Night line', extension: '799', managerIds: ['n599'], members: [] }] }
	],
	['addMembers', { queueId: 'kq', personIds: ['n598', 'n599'], at: AT }],
	[
		'addRole',
		{
			role: {
				id: 'kr',
				name: 'Watchers',
				description: 'They watch.',
				basedOn: 'manager',
				permissions: ['live-reports.full']
			}
		}
	],
	['setRole', { personIds: ['n598'], roleId: 'kr' }],
	['setDefaultRole', { roleId: 'kr' }],
	['setBooster', { personIds: ['n599'], booster: true }],
	[
		'addDashboard',
		{
			dashboard: {
				id: 'kd',
				name: 'Night',
				ownerId: 'n598',
				sharedWith: ['n599'],
				createdAt: AT,
				widgets: [{ id: 'kw', kind: 'service-level', name: 'Night SL', queueId: 'kq', from: AT }]
			}
		}
	],
	['recordViewing', { personId: 'n598', dashboardId: 'kd', at: AT }],
	[
		'confirmOrder',
		{
			order: {
				id: 'ko',
				at: AT,
				lines: [{ product: 'call-queues-booster', quantity: 3, unitPrice: 3500, costCenterId: 'root' }]
			}
		}
	],
	['pinAnalytics', { personId: null, pinned: true }],
	['setRoutine', { routine: { seed: 5, viewers: [{ personId: 'n598', dashboardId: 'kd', everyDays: 2 }] } }],
	['setExempt', { kind: 'queues', ids: ['kq'], exempt: true }],
	[
		'setWhatIfs',
		{
			whatIfs: [
				{
					id: 'kx',
					name: 'Less',
					changes: [{ id: 'kc', command: 'setAssumption', input: '{"id":"A-DUAL","choice":"two"}' }]
				}
			]
		}
	],
	['setAssumption', { id: 'A-STATUS', choice: 'all' }],
	['playDay', {}],
	['stepClock', { days: 3 }]
];

/** A database with a history, steps undone and a scenario in the bin. */
export async function recordedDatabase(db: SandboxDatabase): Promise<Scenario> {
	await createScenario(db, 'told', pack(sampleScenario('busy-month')), 1_795_000_000_000);
	await createScenario(db, 'binned', pack(sampleScenario('ten-licenses')), 1_795_000_001_000);
	await binScenario(db, 'binned', 1_795_000_002_000);
	let doc = await readDocument(db, 'told');
	for (const [i, [name, input]] of STORY.entries()) {
		const request = { id: `c${i}`, name, input, actor: null, at: 1_795_000_010_000 + i };
		const result = await dispatch(db, doc, request);
		if (!result.ok) throw new Error(`${name}: ${result.error.code}`);
		if (result.value === doc) throw new Error(`${name} changes nothing`);
		doc = result.value;
	}
	const { scenario } = doc;
	for (let i = 0; i < 2; i++) {
		const stepped = await step(db, 'told', 'undo', doc.revision, 1_795_000_020_000 + i);
		if (!stepped.ok) throw new Error(stepped.error.code);
		doc = await readDocument(db, 'told', doc);
	}
	await recordLessons(db);
	return scenario;
}

/** A kept pack, two drafts, one of them from before writes were counted, and a lesson that was begun. */
async function recordLessons(db: SandboxDatabase): Promise<void> {
	const lesson: Lesson = {
		...newLesson('kl', 'ten-licenses'),
		title: 'Who counts “Zoë”',
		intro: 'One of *each*.',
		steps: [{ ...newStep('number', 'ks', ['ka', 'kb']), title: 'How many', text: 'Count.' }],
		debrief: { text: 'Done.', show: 'needed' }
	};
	const made: LessonPack = { ...newPack('kp', 'Kept'), intro: 'Kept.', lessons: [lesson] };
	await keepPack(db, { key: packKey(made), pack: made, addedAt: 1_795_000_030_000 });
	const draft = { id: 'kd', pack: made, notes: newNotes(made), changedAt: 1_795_000_031_000 };
	const handedOut = { revision: 1, hash: packHash(made) };
	await keepDraft(db, draft, null);
	await keepDraft(db, { ...draft, handedOut }, 1);
	const recording = { scenarioId: 'told', lessonId: 'kl', stepId: 'ks', after: [] };
	await keepDraft(db, { ...draft, handedOut, recording }, 2);
	await db.packDrafts.put({ ...draft, id: 'ke' });
	const key = packKey(made);
	await changeProgress(db, progressKey(key, 'kl'), () => ({
		key: progressKey(key, 'kl'),
		packKey: key,
		progress: spent(recorded(newProgress('kp', 'kl', 'told'), { kind: 'hint', step: 'ks', hint: 0 }), 90),
		changedAt: 1_795_000_032_000
	}));
}

export async function record(folder: string, db: SandboxDatabase): Promise<void> {
	const scenario = await recordedDatabase(db);
	const ten = sampleScenario('ten-licenses');
	db.close();
	const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
	write(`database-${SCHEMA_VERSION}.json`, dumpText(await dumpDatabase(db.name)));
	write(`scenario-${SCENARIO_VERSION}.json`, [...scenarioText(scenario)].join(''));
	const entries = [scenario, ten].map((one, i) => ({ scenario: one, deleted: i === 1 }));
	let backup = '';
	for await (const piece of backupText(AT, each(entries))) backup += piece;
	write(`backup-${BACKUP_VERSION}.json`, backup);
	write(`share-link-${SHARE_VERSION}.txt`, `${codeOf(packText(scenarioLinkText(ten)!))}\n`);
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
	for (const item of items) yield Promise.resolve(item);
}
