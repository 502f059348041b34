import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { COURSE } from '$lib/content/course';
import { progressKey } from '$lib/domain/lesson-shelf';
import { newNotes } from '../lessons/pack-edits';
import { readBackup } from '../files/read-backup';
import { Copies, ownFiles } from '../store/copies';
import { type SandboxDatabase } from '../store/db';
import { type Document } from '../store/document';
import { dispatch } from '../store/dispatch';
import { dropDraft, keepDraft, keepPack } from '../store/lesson-shelf';
import { binScenario, eraseAll, purgeScenarios } from '../store/library';
import { openDatabase } from '../store/open';
import { madeScenario, renamed, stored } from '../store/store-fixture';
import { copiedFile } from './copied-file';
import { copyCalls } from './copy-calls';
import { type Context } from './serve';

const FOLDER = 'live-reports-sandbox-copy';
const CONTEXT: Context = {
	retried: false,
	progress: () => undefined,
	pause: () => Promise.resolve(),
	transfer: () => undefined
};
const copies = new Copies(ownFiles());
let db: SandboxDatabase;
let at = 0;

const keep = (forget: readonly string[] = [], room?: number) =>
	copyCalls(() => Promise.resolve(db), copies, room).keepCopy({ at: ++at * 1000, forget }, CONTEXT);
const names = async () => (await copies.read())?.entries.map(({ name }) => name).toSorted();
const folder = async () => (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER);
async function edit(doc: Document, name: string): Promise<Document> {
	const done = await dispatch(db, doc, renamed(doc.scenario, 0, name));
	if (!done.ok) throw new Error(done.error.code);
	return done.value;
}
async function spoil(name: string, content: string): Promise<void> {
	const stream = await (await (await folder()).getFileHandle(name)).createWritable();
	await stream.write(content);
	await stream.close();
}

beforeEach(async () => {
	await copies.erase();
	db = await openDatabase('copy test');
});
afterEach(async () => {
	vi.restoreAllMocks();
	await db.delete();
});

test('[S5] a copy holds every scenario as its own file would, and writes only what changed', async () => {
	expect(await copies.read()).toBeUndefined();
	expect(await keep()).toBe(false); // nothing to copy
	let one = await stored(db, 'one', { ...madeScenario(5, 4), name: 'One' });
	const two = await stored(db, 'two', { ...madeScenario(3), name: 'Two' });
	await binScenario(db, 'two', 1);
	expect(await keep()).toBe(true);
	expect(await keep()).toBe(false);
	const put = vi.spyOn(copies, 'put');
	one = await edit(one, 'Somebody else');
	expect(await keep()).toBe(true);
	expect(put).toHaveBeenCalledTimes(1);

	const copy = await copies.read();
	const read = await readBackup(new Uint8Array(await (await copiedFile(copy!)).arrayBuffer()));
	if (!read.ok) throw new Error(read.error[0]!.code);
	expect(copy?.generation).toBe(2);
	expect(read.value.entries.map(({ scenario, deleted }) => [scenario, deleted])).toEqual([
		[two.scenario, true], // what stayed, then what changed
		[one.scenario, false]
	]);
});

test('[S5] D24 what vanished from the database stays in the copy; what was deleted for good leaves it', async () => {
	await stored(db, 'one', { ...madeScenario(), name: 'One' });
	await stored(db, 'two', { ...madeScenario(), name: 'Two' });
	await keep();
	await eraseAll(db); // as a browser does
	expect(await keep()).toBe(false);
	await stored(db, 'three', { ...madeScenario(), name: 'Three' });
	await keep();
	expect(await names()).toEqual(['One', 'Three', 'Two']);

	await purgeScenarios(db, ['three']);
	await keep(['three', 'one']);
	expect(await names()).toEqual(['Two']);
	const files: string[] = [];
	for await (const name of (await folder()).keys()) files.push(name);
	expect(files.filter((name) => /one|three/.test(name))).toEqual([]); // nor does the generation before hold it
});

const draftOf = (id: string, title: string) => ({
	id,
	pack: { ...COURSE, title },
	notes: newNotes(COURSE),
	changedAt: 1
});
const lessonFiles = async () => {
	const found: string[] = [];
	for await (const name of (await folder()).keys()) if (name.startsWith('lessons.')) found.push(name);
	return found.toSorted();
};
async function copiedLessons() {
	const copy = (await copies.read())!;
	const read = await readBackup(new Uint8Array(await (await copiedFile(copy)).arrayBuffer()));
	if (!read.ok) throw new Error(read.error[0]!.code);
	return read.value.lessons;
}

test('[S5] D24 packs, drafts and progress are copied, outlive the database, and go when the user takes them away', async () => {
	await stored(db, 'one', { ...madeScenario(), name: 'One' });
	await stored(db, 'two', { ...madeScenario(), name: 'Two' });
	await keepPack(db, { key: 'kept', pack: COURSE, addedAt: 1 });
	await keepDraft(db, draftOf('d', 'First'), null);
	const progress = { packId: 'p', lessonId: 'l', scenarioId: 'two', activeSeconds: 7, events: [] };
	await db.progress.put({ key: progressKey('k', 'l'), packKey: 'k', progress, changedAt: 1 });
	expect(await keep()).toBe(true);
	expect(await keep()).toBe(false);
	const put = vi.spyOn(copies, 'put');
	await keepDraft(db, draftOf('d', 'Second'), 1);
	expect(await keep()).toBe(true);
	expect(put).not.toHaveBeenCalled(); // no scenario changed
	expect(await lessonFiles()).toEqual(['lessons.1.json', 'lessons.2.json']);

	await eraseAll(db); // as a browser does
	await keepDraft(db, draftOf('e', 'Other'), null);
	expect(await keep()).toBe(true);
	const kept = await copiedLessons();
	expect(kept?.drafts.map(({ pack }) => pack.title)).toEqual(['Second', 'Other']);
	expect(kept?.packs).toHaveLength(1);
	const places = (await names())!.indexOf('Two');
	expect(kept?.progress).toMatchObject([{ scenario: places, progress }]);

	await dropDraft(db, 'e');
	await keep(['d', 'e', 'kept']);
	expect(await copiedLessons()).toMatchObject({ packs: [], drafts: [], progress: [{}] });
	expect(await lessonFiles()).toHaveLength(1); // nor does the generation before hold them
	await keep([progressKey('k', 'l'), 'one', 'two']);
	expect(await lessonFiles()).toEqual([]);
	expect((await copies.read())?.lessons).toBeUndefined();
});

test('[S5] D6 a damaged file of lessons: the one of the generation before brings back what it has', async () => {
	await keepDraft(db, draftOf('d', 'First'), null);
	await keep();
	await keepDraft(db, draftOf('d', 'Second'), 1);
	await keep();
	await spoil('lessons.2.json', '');
	expect((await copiedLessons())?.drafts).toMatchObject([{ pack: { title: 'First' } }]);
	await eraseAll(db);
	await keepDraft(db, draftOf('e', 'Other'), null);
	await keep();
	expect((await copiedLessons())?.drafts.map(({ pack }) => pack.title)).toEqual(['First', 'Other']);
});

test('[S5] D6 where one generation is damaged the other is whole; where both are, what is left is told', async () => {
	const one = await stored(db, 'one', { ...madeScenario(), name: 'One' });
	await keep();
	await edit(one, 'Somebody else');
	await keep();
	const [first, second] = await Promise.all(
		['odd.json', 'even.json'].map((name) => folder().then((f) => f.getFileHandle(name)))
	);
	expect(JSON.parse(await (await first!.getFile()).text())).toMatchObject({ generation: 1 });
	expect(JSON.parse(await (await second!.getFile()).text())).toMatchObject({ generation: 2 });

	await spoil('even.json', '{"cut');
	expect(await copies.read()).toMatchObject({ generation: 1, entries: [{ revision: 1 }] });
	await keep(); // takes the damaged one's place
	expect(await copies.read()).toMatchObject({ generation: 2, entries: [{ revision: 2 }] });

	const { changedAt } = (await db.scenarios.get('one'))!;
	await spoil(`one.2.${changedAt}.json`, '');
	expect(await copies.read()).toMatchObject({ generation: 1, entries: [{ revision: 1 }] });
	await spoil('odd.json', '');
	expect(await copies.read()).toMatchObject({ generation: 2, entries: [] });
});

test('[S5] a write that breaks off leaves the copy as it was', async () => {
	let one = await stored(db, 'one', { ...madeScenario(), name: 'One' });
	await keep();
	one = await edit(one, 'Somebody else');
	const { prototype } = FileSystemWritableFileStream;
	for (let nth = 1; nth <= 2; nth++) {
		let calls = 0;
		const real = Object.getOwnPropertyDescriptor(prototype, 'write')!.value as (
			content: Blob
		) => Promise<void>;
		const write = vi.spyOn(prototype, 'write').mockImplementation(function (
			this: FileSystemWritableFileStream,
			content
		) {
			if (++calls === nth) throw new DOMException('the disk went', 'UnknownError');
			return real.call(this, content as Blob);
		});
		await expect(keep()).rejects.toThrow('the disk went');
		write.mockRestore();
		expect(await copies.read()).toMatchObject({ generation: 1, entries: [{ revision: 1 }] });
	}
	await keep();
	expect(await copies.read()).toMatchObject({ generation: 2, entries: [{ revision: one.revision }] });
});

test('[S5] what has no room or can’t be read keeps its last state in the copy, and the others are copied', async () => {
	let large = await stored(db, 'large', { ...madeScenario(400), name: 'Large' });
	await stored(db, 'small', { ...madeScenario(), name: 'Small' });
	await keep();
	large = await edit(large, 'Somebody else');
	await keep([], 20_000);
	expect(await copies.read()).toMatchObject({ leftOut: ['Large'] });
	expect((await names())?.length).toBe(2);
	expect((await copies.read())?.entries.find(({ id }) => id === 'large')?.revision).toBe(1);

	await keep();
	expect(await copies.read()).toMatchObject({ leftOut: [] });
	await db.chunks.put({ scenarioId: 'large', n: 1, data: new TextEncoder().encode('[{"id"') });
	await db.scenarios.update('large', { revision: large.revision + 1 });
	await stored(db, 'later', { ...madeScenario(), name: 'Later' });
	await keep();
	expect(await names()).toEqual(['Large', 'Later', 'Small']);
	expect((await copies.read())?.entries.find(({ id }) => id === 'large')?.revision).toBe(large.revision);
});

test('[S5] a scenario that changes while it is read is copied the next time', async () => {
	let one = await stored(db, 'one', { ...madeScenario(6_000), name: 'One' }); // more chunks than are read at once
	let pauses = 0;
	const pause = async () => {
		if (++pauses === 2) one = await edit(one, 'Somebody else');
	};
	const calls = copyCalls(() => Promise.resolve(db), copies);
	await calls.keepCopy({ at: 1, forget: [] }, { ...CONTEXT, pause });
	expect(one.revision).toBe(2);
	expect(await names()).toEqual([]);
	expect(await keep()).toBe(true);
	expect(await copies.read()).toMatchObject({ entries: [{ revision: 2 }] });
});

test('[S5] two tabs write one after the other, and the second finds nothing left to do', async () => {
	await stored(db, 'one', madeScenario());
	expect((await Promise.all([keep(), keep()])).toSorted()).toEqual([false, true]);
});
