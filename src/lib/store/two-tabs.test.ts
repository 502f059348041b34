import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply } from '../commands';
import { type SandboxDatabase } from './db';
import { type CommandRequest, dispatch } from './dispatch';
import { type Document, readDocument } from './document';
import { openDatabase } from './open';
import { madeScenario, request, stored } from './store-fixture';

const EACH = 500;

/** Does its commands one after the other as a tab does: after a conflict it catches up and tries again. */
async function tab(
	db: SandboxDatabase,
	doc: Document,
	commands: readonly CommandRequest[],
	pause: () => Promise<void>
) {
	let conflicts = 0;
	for (const asked of commands)
		for (;;) {
			await pause();
			const done = await dispatch(db, doc, asked);
			if (done.ok) {
				doc = done.value;
				break;
			}
			if (done.error.code !== 'CONFLICT') throw new Error(done.error.code);
			conflicts++;
			doc = await readDocument(db, doc.id, doc);
		}
	return conflicts;
}

test(`[S4] D20 two tabs with ${EACH} commands each lose no update, and both end with the same`, async () => {
	const [here, there] = [await openDatabase('two tabs'), await openDatabase('two tabs')];
	const start = await stored(here, 's', madeScenario(50));
	const random = fc.sample(fc.nat(3), { numRuns: EACH * 8, seed: 24 });
	let turn = 0;
	const pause = async () => {
		for (let i = random[turn++ % random.length]!; i > 0; i--) await new Promise((done) => setImmediate(done));
	};
	const commands = (name: string) =>
		Array.from({ length: EACH }, (_, n) => {
			const person = start.scenario.people[(n * 7) % 50]!;
			return request('editPerson', { person: { ...person, name: `${name} ${n}` } });
		});
	const asked = [commands('Here'), commands('There')] as const;
	const conflicts = await Promise.all([
		tab(here, start, asked[0], pause),
		tab(there, await readDocument(there, 's'), asked[1], pause)
	]);
	expect(Math.max(...conflicts)).toBeGreaterThan(0); // else the two never met

	const end = await readDocument(here, 's');
	expect(end.revision).toBe(1 + 2 * EACH);
	expect((await readDocument(there, 's')).scenario).toEqual(end.scenario);
	const journal = await here.journal.orderBy('[scenarioId+seq]').toArray();
	expect(journal.map(({ seq }) => seq)).toEqual(Array.from({ length: 2 * EACH }, (_, i) => i + 1));
	for (const one of asked) {
		const ids = new Set(one.map(({ id }) => id));
		expect(journal.filter(({ id }) => ids.has(id)).map(({ id }) => id)).toEqual(one.map(({ id }) => id));
	}
	let replayed = start.scenario;
	for (const entry of journal) {
		const done = apply(replayed, entry);
		if (!done.ok) throw new Error(done.error.code);
		replayed = done.value;
	}
	expect(replayed).toEqual(end.scenario);
	here.close();
	await there.delete();
}, 120_000);
