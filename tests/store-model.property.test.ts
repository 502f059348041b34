/** The store beside a model of it that is nothing but lists in memory, over random sequences of what users do (S2, S3, S6). */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { apply } from '$lib/commands';
import { type Scenario } from '$lib/domain/scenario';
import { readScenario } from '$lib/files/read-scenario';
import { scenarioText } from '$lib/files/write-scenario';
import { type SandboxDatabase } from '$lib/store/db';
import { dispatch } from '$lib/store/dispatch';
import { type Document, readDocument } from '$lib/store/document';
import { stepTo } from '$lib/store/history';
import {
	binScenario,
	createScenario,
	duplicateScenario,
	pack,
	purgeScenarios,
	restoreScenario
} from '$lib/store/library';
import { openDatabase } from '$lib/store/open';
import { madeScenario } from '$lib/store/store-fixture';
import { step } from '$lib/store/undo';

const RUNS = 1_000;
const START: Scenario = madeScenario(6, 3);

/** One scenario as the model has it: every state of its history, and which one is now. */
interface Modeled {
	states: Scenario[];
	at: number;
	isBinned: boolean;
}
type Model = Map<string, Modeled>;

interface Real {
	db: SandboxDatabase;
	readonly run: number;
	/** What a tab holds of each scenario; it catches up by what changed. */
	readonly held: Map<string, Document>;
}

let next = 0;
const pick = (model: Model, n: number): string => [...model.keys()][n % model.size]!;

async function caughtUp(real: Real, id: string): Promise<Document> {
	const doc = await readDocument(real.db, id, real.held.get(id));
	real.held.set(id, doc);
	return doc;
}

abstract class Act implements fc.AsyncCommand<Model, Real> {
	constructor(readonly n: number) {}
	check(model: Readonly<Model>): boolean {
		return model.size > 0;
	}
	abstract run(model: Model, real: Real): Promise<void>;
	toString(): string {
		return `${this.constructor.name} ${this.n}`;
	}
}

class Command extends Act {
	async run(model: Model, real: Real) {
		const id = pick(model, this.n);
		const one = model.get(id)!;
		const now = one.states[one.at]!;
		const [name, input] = commandOf(this.n, now);
		const wanted = apply(now, { name, input });
		const doc = await caughtUp(real, id);
		const done = await dispatch(real.db, doc, { id: `c${next++}`, name, input, actor: null, at: next });
		expect(done.ok).toBe(wanted.ok);
		if (!wanted.ok || !done.ok) return;
		real.held.set(id, done.value);
		expect(done.value.scenario).toEqual(wanted.value);
		if (wanted.value === now) return;
		one.states = [...one.states.slice(0, one.at + 1), wanted.value];
		one.at++;
	}
}

/** Commands that touch each list; some are refused, some change nothing. */
function commandOf(n: number, { people, queues, orders }: Scenario): readonly [string, unknown] {
	const person = people[n % Math.max(1, people.length)];
	const of: readonly (readonly [string, unknown])[] = [
		['stepClock', { days: (n % 5) - 1 }],
		['renameScenario', { name: `Name ${n % 3}` }],
		['editPerson', { person: { ...person, name: `Person ${n % 4}` } }],
		[
			'addPeople',
			{ people: [{ id: `n${n % 50}`, name: 'New', extension: String(400 + (n % 50)), roleId: 'standard' }] }
		],
		['removePeople', { personIds: [person?.id ?? 'nobody'], dashboardsTo: n % 2 ? 'delete' : null }],
		[
			'addQueues',
			{ queues: [{ id: `q${n % 7}`, name: `Queue ${n % 7}`, extension: String(500 + (n % 7)), members: [] }] }
		],
		['removeQueue', { queueId: queues[n % Math.max(1, queues.length)]?.id ?? 'none' }],
		['recordViewing', { personId: person?.id ?? 'nobody', dashboardId: null, at: '2026-11-22T10:00:00Z' }],
		['setOwned', { product: 'live-reports', quantity: n % 9, orderId: `x${n}` }],
		['setAssumption', { id: 'A-DUAL', choice: orders.length % 2 ? 'two' : 'one' }]
	];
	return of[n % of.length]!;
}

class Undo extends Act {
	async run(model: Model, real: Real) {
		const one = model.get(pick(model, this.n))!;
		await stepped(real, pick(model, this.n), 'undo', one.at > 0);
		if (one.at > 0) one.at--;
	}
}

class Redo extends Act {
	async run(model: Model, real: Real) {
		const one = model.get(pick(model, this.n))!;
		const hasNext = one.at + 1 < one.states.length;
		await stepped(real, pick(model, this.n), 'redo', hasNext);
		if (hasNext) one.at++;
	}
}

async function stepped(real: Real, id: string, direction: 'undo' | 'redo', isPossible: boolean) {
	const { revision } = await caughtUp(real, id);
	const done = await step(real.db, id, direction, revision, next++);
	expect(done.ok ? true : done.error.code).toBe(isPossible ? true : 'NOTHING_LEFT');
}

class GoTo extends Act {
	async run(model: Model, real: Real) {
		const id = pick(model, this.n);
		const one = model.get(id)!;
		const target = this.n % one.states.length;
		const { revision } = await caughtUp(real, id);
		expect(await stepTo(real.db, id, target, revision, next++)).toMatchObject({ ok: true });
		one.at = target;
	}
}

class Duplicate extends Act {
	async run(model: Model, real: Real) {
		const id = pick(model, this.n);
		const one = model.get(id)!;
		const copy = `${real.run}.${next++}`;
		await duplicateScenario(real.db, id, copy, 'Copy', next);
		model.set(copy, { states: [{ ...one.states[one.at]!, name: 'Copy' }], at: 0, isBinned: false });
	}
}

class ExportAndImport extends Act {
	async run(model: Model, real: Real) {
		const doc = await caughtUp(real, pick(model, this.n));
		const read = await readScenario(new TextEncoder().encode([...scenarioText(doc.scenario)].join('')));
		if (!read.ok) throw new Error(read.error[0]!.code);
		const id = `${real.run}.${next++}`;
		await createScenario(real.db, id, pack(read.value.scenario), next);
		const one = model.get(doc.id)!;
		model.set(id, { states: [one.states[one.at]!], at: 0, isBinned: false });
	}
}

class IntoTheBin extends Act {
	async run(model: Model, real: Real) {
		const id = pick(model, this.n);
		const one = model.get(id)!;
		if (one.isBinned) await restoreScenario(real.db, id);
		else await binScenario(real.db, id, next++);
		one.isBinned = !one.isBinned;
	}
}

class Purge extends Act {
	override check = (model: Readonly<Model>) => model.size > 1;
	async run(model: Model, real: Real) {
		const id = pick(model, this.n);
		await purgeScenarios(real.db, [id]);
		real.held.delete(id);
		model.delete(id);
	}
}

class Reload extends Act {
	async run(_: Model, real: Real) {
		real.db.close();
		real.held.clear();
		real.db = await openDatabase(NAME);
	}
}

const NAME = 'store-model';
let db: SandboxDatabase | undefined;
afterAll(async () => {
	await db?.delete();
});

const n = fc.nat(999);
const acts = [
	...[Command, Command, Command, Command].map((Kind) => n.map((one) => new Kind(one))),
	...[Undo, Redo, GoTo, Duplicate, ExportAndImport, IntoTheBin, Purge, Reload].map((Kind) =>
		n.map((one) => new Kind(one))
	)
];

/** Reads as many as the plainest test can: each scenario and its row are what the model says. */
async function agrees(model: Model, real: Real): Promise<void> {
	const rows = await real.db.scenarios.toArray();
	expect(rows.map(({ id }) => id).toSorted()).toEqual([...model.keys()].toSorted());
	for (const row of rows) {
		const { states, at, isBinned } = model.get(row.id)!;
		expect((await readDocument(real.db, row.id)).scenario).toEqual(states[at]);
		expect((await caughtUp(real, row.id)).scenario).toEqual(states[at]);
		expect(row).toMatchObject({ applied: at, counts: { people: states[at]!.people.length } });
		expect(row.deletedAt !== null).toBe(isBinned);
		const seqs = await real.db.journal.where(':id').between([row.id, 0], [row.id, Infinity]).primaryKeys();
		expect(seqs).toHaveLength(states.length - 1);
	}
}

test(`[S2] [S3] [S6] D21 ${RUNS} random stories of commands, undo, redo, jumps, copies, files, bin and reloads end as the model says`, async () => {
	let run = 0;
	await fc.assert(
		fc.asyncProperty(fc.commands(acts, { maxCommands: 14, size: 'max' }), async (commands) => {
			db ??= await openDatabase(NAME);
			const id = `${++run}`;
			await createScenario(db, id, pack(START), 0);
			const model: Model = new Map([[id, { states: [START], at: 0, isBinned: false }]]);
			const real: Real = { db, run, held: new Map() };
			await fc.asyncModelRun(() => ({ model, real }), commands);
			await agrees(model, real);
			db = real.db;
			await purgeScenarios(db, [...model.keys()]);
		}),
		{ numRuns: RUNS }
	);
});
