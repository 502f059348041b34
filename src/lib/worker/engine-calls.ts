import { type Result } from '$lib/domain/result';
import { type Scenario } from '$lib/domain/scenario';
import { MOST_STEPS, type Recipe } from '$lib/domain/share-link';
import { because } from '../engine/because';
import { scenarioOf } from '../files/scenario-of';
import { scenarioFileName, scenarioText } from '../files/write-scenario';
import { type SandboxDatabase } from '../store/db';
import { type Conflict, dispatch, wasDone } from '../store/dispatch';
import { readDocument } from '../store/document';
import { historyExtent, readEntries, stepTo } from '../store/history';
import { StoreError } from '../store/fault';
import { createScenario, duplicateScenario, pack } from '../store/library';
import { type NothingLeft, step } from '../store/undo';
import { reportSheets } from '../workbook/sheets';
import { reportFileName } from '$lib/text/report';
import { writeWorkbook } from '../workbook/xlsx';
import { adminCalls } from './admin-calls';
import { authorCalls } from './author-calls';
import { backupCalls } from './backup-calls';
import { billingCalls } from './billing-calls';
import { dashboardsCalls } from './dashboards-calls';
import { frameCalls } from './frame-calls';
import { hold, type Held } from './held';
import { jsonBlob } from './json-blob';
import { lessonCalls } from './lesson-calls';
import { acting, findPeople } from './people';
import { whatIfCalls } from './what-if-calls';
import { type At, type EngineCalls, type Evaluated, type MadeFile, type PurchaseLine } from './protocol';
import { type Context, type Handlers } from './serve';
import { makeLink, previewShared } from './share';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** How many scenarios stay in memory: the open one, and the one before it. */
const KEPT = 2;

/** The engine's side of the protocol: one scenario in memory, read from the database, asked by messages. */
export function engineCalls(open: () => Promise<SandboxDatabase>): Handlers<EngineCalls> {
	const held = new Map<string, Held>();
	let turn: Promise<unknown> = Promise.resolve();

	/** One after the other: two writers, or a writer and a reader who catches up, would see each other's halves. */
	function inTurn<T>(work: () => Promise<T>): Promise<T> {
		const next = turn.then(work, work);
		turn = next.catch(() => undefined); // the asker hears of it; the next in turn must not
		return next;
	}

	function keep(next: Held): Held {
		held.delete(next.document.id);
		held.set(next.document.id, next);
		for (const id of held.keys()) if (held.size > KEPT) held.delete(id);
		return next;
	}

	/** The scenario at least at this revision; a newer one in the database was written by another tab. */
	async function reach(scenarioId: string, revision: number, context: Context): Promise<Held> {
		const known = held.get(scenarioId);
		if (known && known.document.revision >= revision) return known;
		context.progress({ stage: 'opening', done: null });
		const document = await readDocument(await open(), scenarioId, known?.document);
		if (known && document === known.document) return known;
		await context.pause();
		context.progress({ stage: 'counting', done: null });
		const isForeign = known !== undefined || document.revision > revision;
		return keep(counted(document, known, isForeign ? document.revision : 0));
	}

	/** What was just read and can't be counted is damaged: everything else that is stored was checked before. */
	function counted(...given: Parameters<typeof hold>): Held {
		try {
			return hold(...given);
		} catch (error) {
			throw new StoreError('SCENARIO_BROKEN', String(error));
		}
	}

	const at = ({ scenarioId, revision }: At, context: Context) =>
		inTurn(() => reach(scenarioId, revision, context));

	/** Undo or redo, one step or many: the database swaps chunks, then the scenario in memory catches up. */
	function swapped(
		{ scenarioId, base }: { scenarioId: string; base: number },
		context: Context,
		swap: (db: SandboxDatabase, base: number) => Promise<Result<number, Conflict | NothingLeft>>
	): Promise<Result<Evaluated, Conflict | NothingLeft>> {
		return inTurn(async () => {
			const db = await open();
			const now = await reach(scenarioId, base, context);
			if (base < now.foreign) return conflict(now.document.revision);
			const done = await swap(db, now.document.revision);
			if (!done.ok) {
				if (done.error.code === 'CONFLICT') await reach(scenarioId, done.error.revision, context);
				return done;
			}
			const document = await readDocument(db, scenarioId, now.document);
			return { ok: true, value: evaluated(keep(hold(document, now, now.foreign))) };
		});
	}

	return {
		...adminCalls(at),
		...billingCalls(at),
		...dashboardsCalls(at),
		...frameCalls(open, at),
		...authorCalls(open, at),
		...lessonCalls(open, at),
		...whatIfCalls(open, at),
		...backupCalls(open),
		summarize: async (input, context) => evaluated(await at(input, context)),
		seatRows: async (input, context) => (await at(input, context)).pages().seats()(input.query),
		detailRows: async (input, context) => {
			const { pages } = await at(input, context);
			context.progress({ stage: 'sorting', done: null });
			await context.pause();
			return pages().details()(input.query);
		},
		neededRows: async (input, context) => (await at(input, context)).pages().needed()(input.query),
		because: async (input, context) => {
			const { index, document, snapshot } = await at(input, context);
			return because(index, document.scenario, snapshot, input.personId) ?? null;
		},
		purchases: async (input, context) => purchases((await at(input, context)).document.scenario),
		findPeople: async (input, context) => findPeople((await at(input, context)).document.scenario, input),
		acting: async (input, context) => acting((await at(input, context)).document.scenario, input.personId),
		workbook: async (input, context) => workbook(await at(input, context), context),
		exportFile: async (input, context) => exportFile(await at(input, context), context),
		shareLink: async (input, context) => {
			const { document } = await at(input, context);
			const steps = await journalSteps(await open(), document.id);
			return makeLink(document.scenario, steps, input.samples, context.pause);
		},
		previewShared: ({ shared, samples }, context) => previewShared(shared, samples, context.pause),

		dispatch: (input, context) =>
			inTurn(async () => {
				const { scenarioId, base, request } = input;
				const db = await open();
				const now = await reach(scenarioId, base, context);
				if (context.retried && (await wasDone(db, scenarioId, request.id)))
					return { ok: true, value: evaluated(now) };
				if (base < now.foreign) return conflict(now.document.revision);
				let next = now; // it stays so when the command changes nothing
				const done = await dispatch(db, now.document, request, (document) => {
					next = hold(document, now, now.foreign);
				});
				if (done.ok) return { ok: true, value: evaluated(keep(next)) };
				if (done.error.code === 'CONFLICT') await reach(scenarioId, done.error.revision, context);
				return done;
			}),
		step: (input, context) =>
			swapped(input, context, (db, base) => step(db, input.scenarioId, input.direction, base, input.at)),
		stepTo: (input, context) =>
			swapped(input, context, (db, base) => stepTo(db, input.scenarioId, input.target, base, input.at)),

		createFromFile: async ({ id, file, at: now }) => {
			await createScenario(await open(), id, pack(scenarioOf(file)), now);
			return null;
		},
		duplicate: async ({ id, copyId, name, at: now }) => {
			await duplicateScenario(await open(), id, copyId, name, now);
			return null;
		}
	};
}

/** The commands in force, oldest first; null: more than a recipe holds. What was written meanwhile shows in the result. */
async function journalSteps(db: SandboxDatabase, id: string): Promise<Recipe['steps'] | null> {
	const { applied } = await historyExtent(db, id);
	if (applied > MOST_STEPS) return null;
	const entries = await readEntries(db, id, 1, applied);
	return entries.map(({ name, input, actor }) => ({ name, input, ...(actor !== null && { actor }) }));
}

const evaluated = ({ document, counted, snapshot }: Held): Evaluated => ({
	revision: document.revision,
	counted,
	summary: snapshot.summary
});

const conflict = (revision: number) => ({ ok: false, error: { code: 'CONFLICT', revision } }) as const;

function purchases({ orders, account, asOf }: Scenario): readonly PurchaseLine[] {
	const names = new Map(account.costCenters.map((center) => [center.id, center.name]));
	return orders.flatMap((order) =>
		order.lines.map((line) => ({
			orderId: order.id,
			at: order.at,
			product: line.product,
			quantity: line.quantity,
			costCenter: names.get(line.costCenterId) ?? line.costCenterId,
			counts: order.at <= asOf
		}))
	);
}

async function workbook({ document, snapshot }: Held, context: Context): Promise<MadeFile> {
	context.progress({ stage: 'writing', done: 0 });
	await context.pause();
	const bytes = await writeWorkbook(reportSheets(snapshot), async (done, total) => {
		context.progress({ stage: 'writing', done: done / total });
		await context.pause();
	});
	return {
		name: reportFileName(snapshot.summary),
		blob: new Blob(bytes, { type: XLSX }),
		revision: document.revision
	};
}

async function exportFile({ document }: Held, context: Context): Promise<MadeFile> {
	context.progress({ stage: 'writing', done: null });
	return {
		name: scenarioFileName(document.scenario.name),
		blob: await jsonBlob(scenarioText(document.scenario), context),
		revision: document.revision
	};
}
