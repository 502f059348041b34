import { type Found, type HistoryColumn, type HistoryRow, type PlayPlan } from '$lib/domain/frame-rows';
import { roleById } from '$lib/domain/role';
import { type PersonChoice, type RowPage, type RowQuery } from '$lib/domain/rows';
import { type Scenario } from '$lib/domain/scenario';
import { aboutText, type NameOf, STARTED } from '$lib/text/history';
import { commandLabel } from '../commands/labels';
import { type SandboxDatabase } from '../store/db';
import { type Entry, historyExtent, readEntries } from '../store/history';
import { type Held } from './held';
import { isLive, playPlan } from './play-plan';
import { type At, type EngineCalls } from './protocol';
import { seatChanges } from './seat-changes';
import { type Context, type Handlers } from './serve';

type FrameCalls = Pick<EngineCalls, 'historyRows' | 'changes' | 'find' | 'playPlan'>;

/** What the frame around the pages asks: the history, the finder, what a step of the clock changed. */
export function frameCalls(
	open: () => Promise<SandboxDatabase>,
	at: (input: At, context: Context) => Promise<Held>
): Handlers<FrameCalls> {
	return {
		historyRows: async (input, context) => {
			const { document } = await at(input, context);
			return historyRows(await open(), document.id, document.scenario, input.query);
		},
		changes: async (input, context) => {
			const held = await at(input, context);
			await context.pause();
			return seatChanges(held, input.from, input.limit, context.pause);
		},
		find: async (input, context) =>
			find((await at(input, context)).document.scenario, input.text, input.limit),
		playPlan: async (input, context): Promise<PlayPlan> => {
			const { document, snapshot } = await at(input, context);
			return playPlan(document.scenario, snapshot.summary.window);
		}
	};
}

/** The history, newest first; its last row is the start. */
export async function historyRows(
	db: SandboxDatabase,
	id: string,
	scenario: Scenario,
	{ filter, from, to }: RowQuery<HistoryColumn>
): Promise<RowPage<HistoryRow>> {
	const { count, applied, createdAt } = await historyExtent(db, id);
	const nameOf = namesOf(scenario);
	const start = Math.max(0, from);
	const wanted = filter.trim().toLocaleLowerCase('en');
	// Without a filter only the window is read; with one, all of it is looked through.
	const newest = wanted === '' ? count - start : count;
	const oldest = wanted === '' ? Math.max(0, count - to + 1) : 0;
	const entries = await readEntries(db, id, Math.max(1, oldest), newest + 1);
	const bySeq = new Map(entries.map((entry) => [entry.seq, entry]));
	const row = (seq: number): HistoryRow => ({
		...(seq === 0 ? startRow(createdAt) : entryRow(bySeq.get(seq), seq, nameOf)),
		state: seq === applied ? 'here' : seq < applied ? 'done' : 'undone',
		reachable: seq > applied || (seq < applied && bySeq.get(seq + 1)?.reversible === true)
	});
	const rows = Array.from({ length: Math.max(0, newest - oldest + 1) }, (_, i) => row(newest - i));
	if (wanted === '') return { from: start, total: count + 1, rows };
	const matching = rows.filter(({ what, about, by }) =>
		[what, about, by ?? 'Trainer'].some((text) => text.toLocaleLowerCase('en').includes(wanted))
	);
	return { from: start, total: matching.length, rows: matching.slice(start, to) };
}

type Told = Omit<HistoryRow, 'state' | 'reachable'>;

const startRow = (at: number): Told => ({ seq: 0, what: STARTED, about: '', by: null, asOf: null, at });

function entryRow(entry: Entry | undefined, seq: number, nameOf: NameOf): Told {
	// Another tab may have dropped it between two reads; the next revision asks again.
	if (!entry) return { seq, what: '', about: '', by: null, asOf: null, at: 0 };
	const { name, input, actor, asOf, at } = entry;
	return {
		seq,
		what: commandLabel(name),
		about: aboutText(name, input, nameOf),
		by: actor === null ? null : (nameOf('person', actor) ?? actor),
		asOf,
		at
	};
}

const byId = new WeakMap<readonly unknown[], ReadonlyMap<string, string>>();

function nameIn(items: readonly { readonly id: string; readonly name: string }[], id: string) {
	let names = byId.get(items);
	if (!names) byId.set(items, (names = new Map(items.map((item) => [item.id, item.name]))));
	return names.get(id);
}

/** What ids mean in this scenario. */
export const namesOf =
	({ people, roles, queues, dashboards, account }: Scenario): NameOf =>
	(kind, id) => {
		switch (kind) {
			case 'person':
				return nameIn(people, id);
			case 'role':
				return roleById(roles, id)?.name;
			case 'queue':
				return nameIn(queues, id);
			case 'dashboard':
				return nameIn(dashboards, id);
			case 'costCenter':
				return nameIn(account.costCenters, id);
		}
	};

const lowered = new WeakMap<readonly unknown[], readonly string[]>();

/** The lower-cased names of a list, kept as long as the list is: typing asks for them at each letter. */
function lowerNames(items: readonly { readonly name: string }[]): readonly string[] {
	let names = lowered.get(items);
	if (!names) lowered.set(items, (names = items.map((item) => item.name.toLocaleLowerCase('en'))));
	return names;
}

/** The first items whose name contains the text, those that begin with it first, or that `also` matches. */
function matching<Item extends { readonly name: string }>(
	items: readonly Item[],
	wanted: string,
	limit: number,
	also: (item: Item) => boolean
): readonly Item[] {
	const names = lowerNames(items);
	const [begins, contains]: [Item[], Item[]] = [[], []];
	for (let i = 0; i < items.length && begins.length < limit; i++) {
		const place = names[i]!.indexOf(wanted);
		if (place === 0) begins.push(items[i]!);
		else if (contains.length < limit && (place > 0 || also(items[i]!))) contains.push(items[i]!);
	}
	return [...begins, ...contains].slice(0, limit);
}

/** People, queues and live dashboards by name or extension, at most `limit` of each; none for an empty text. */
export function find(scenario: Scenario, text: string, limit: number): Found {
	const wanted = text.trim().toLocaleLowerCase('en');
	if (wanted === '') return { people: [], queues: [], dashboards: [] };
	const { roles, queues, asOf } = scenario;
	const live = scenario.dashboards.filter((one) => isLive(one, asOf));
	const byExtension = ({ extension }: { readonly extension: string }) => extension.includes(wanted);
	return {
		people: matching(scenario.people, wanted, limit, byExtension).map(
			({ id, name, extension, roleId }): PersonChoice => ({
				id,
				name,
				extension,
				role: roleById(roles, roleId)?.name ?? ''
			})
		),
		queues: matching(queues, wanted, limit, byExtension).map(({ id, name, extension }) => ({
			id,
			name,
			detail: extension
		})),
		dashboards: matching(live, wanted, limit, () => false).map(({ id, name, ownerId }) => ({
			id,
			name,
			detail: nameIn(scenario.people, ownerId) ?? ''
		}))
	};
}
