/** Holds every command to S1 and S2, over random sequences of commands on random scenarios. */
import fc from 'fast-check';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { apply, type CommandInput, type CommandName } from '$lib/commands';
import { type Asked } from '$lib/commands/command';
import { PERMISSIONS } from '$lib/domain/permission';
import { type Person, STATUSES } from '$lib/domain/person';
import { type Dashboard, type Widget } from '$lib/domain/dashboard';
import { type Order, PRODUCTS } from '$lib/domain/order';
import { type Membership, type Queue } from '$lib/domain/queue';
import { type Role } from '$lib/domain/role';
import { type Scenario, ScenarioFile, toScenarioFile } from '$lib/domain/scenario';
import { buildIndex, type Index } from '$lib/engine/columnar';
import { evaluate } from '$lib/engine/evaluate';
import { checkScenario } from '$lib/files/check-scenario';
import { type SandboxDatabase } from '$lib/store/db';
import { dispatch } from '$lib/store/dispatch';
import { readDocument } from '$lib/store/document';
import { historyExtent, readEntries, stepTo } from '$lib/store/history';
import { openDatabase } from '$lib/store/open';
import { stored } from '$lib/store/store-fixture';
import { scenarios } from './generate';

const pick = <T>(...items: readonly T[]) => fc.constantFrom(...items);
/** Ids of the generated scenarios, ids that commands add, and one that is nobody's. */
const person = pick('p0', 'p1', 'p2', 'p3', 'n0', 'n1', 'nobody');
const some = fc.array(person, { maxLength: 3 });
const role = pick('standard', 'super-admin', 'view', 'full', 'user-admin', 'r0', 'r1', 'nothing', 'no-role');
const queue = pick('q0', 'q1', 'q2', 'k0', 'k1', 'no-queue');
const dashboard = pick('d0', 'd1', 'b0', 'b1', 'no-dashboard');
const widget = pick('w0.0', 'w0.1', 'w1.0', 'n0', 'n1', 'no-widget');
const center = pick('root', 'root', 'c0', 'c0', 'c1', 'no-center');
const name = pick('Ann', 'Bo', 'Cy', 'Di', 'Ed', ' ');
const extension = fc.oneof(pick('9', '10', ''), fc.integer({ min: 200, max: 299 }).map(String));
const instant = pick(
	'2011-12-29T10:00:00Z',
	'2018-11-04T12:00:00Z',
	'2026-03-29T09:00:00Z',
	'2026-11-24T00:00:00Z',
	'2027-01-01T00:00:00Z'
);
const maybe = <T>(key: string, value: fc.Arbitrary<T>) =>
	fc.option(value).map((one) => (one === null ? {} : { [key]: one }));
const merged = <T>(...parts: fc.Arbitrary<object>[]) =>
	fc.tuple(...parts).map((all) => Object.assign({}, ...all) as T);

const somebody = merged<Person>(
	fc.record({ id: pick('n0', 'n1', 'p0', 'p1'), name, extension, roleId: role }),
	maybe('costCenterId', center),
	maybe('status', pick(...STATUSES)),
	maybe('booster', fc.boolean())
);
const someRole = merged<Role>(
	fc.record({ id: pick('r0', 'r1', 'view', 'standard'), name }),
	fc.record({ permissions: fc.uniqueArray(pick(...PERMISSIONS)) }),
	maybe('basedOn', role)
);
const dates = (from: string, to: string) => merged<object>(maybe(from, instant), maybe(to, instant));
const member = merged<Membership>(fc.record({ personId: person }), dates('from', 'to'));
const someQueue = merged<Queue>(
	fc.record({ id: pick('k0', 'k1', 'q0'), name, extension, members: fc.array(member, { maxLength: 2 }) }),
	maybe('managerIds', some)
);
const someWidget = merged<Widget>(
	fc.record({ id: widget, kind: fc.constant('calls-in-queue' as const), name, queueId: queue }),
	dates('from', 'to')
);
const someDashboard = merged<Dashboard>(
	fc.record({ id: pick('b0', 'b1', 'd0'), name, ownerId: person }),
	fc.record({ widgets: fc.array(someWidget, { maxLength: 2 }) }),
	maybe('sharedWith', some),
	dates('createdAt', 'deletedAt')
);
const orderLine = fc.record({
	product: pick(...PRODUCTS),
	quantity: pick(0, 1, 5, 0.5),
	costCenterId: center
});
const someOrder = merged<Order>(
	fc.record({ id: pick('x0', 'x1', 'o0'), at: instant, lines: fc.array(orderLine, { maxLength: 2 }) }),
	maybe('placedBy', person)
);
const routine = fc.record({
	seed: fc.integer(),
	viewers: fc.array(
		fc.record({
			personId: person,
			dashboardId: fc.option(dashboard),
			everyDays: fc.integer({ min: 1, max: 30 })
		}),
		{ maxLength: 4 }
	)
});

/** A change of a what-if: mostly one that works, so that applying it changes something. */
const change = fc.record({
	id: fc.string({ minLength: 1, maxLength: 8 }),
	command: pick('renameScenario', 'stepClock', 'setOwned', 'applyWhatIf', 'nothing'),
	input: pick(
		'{"name":"What if"}',
		'{"days":1}',
		'{"product":"live-reports","quantity":3,"orderId":"x4"}',
		'{'
	)
});

/** An input for each command: a new command without one does not compile. */
const INPUTS: { readonly [Name in CommandName]: fc.Arbitrary<CommandInput<Name>> } = {
	renameScenario: fc.record({ name }),
	stepClock: fc.record({ days: fc.integer({ min: -40, max: 40 }) }),
	setClock: fc.record({ local: pick('2026-03-29T02:30', '2026-11-24T09:00', '1960-01-01T00:00') }),
	editAccount: fc.record({ name, timeZone: pick('UTC', 'Pacific/Apia'), shift: pick(0, -2, 3) }),
	addCostCenter: fc.record({ id: pick('c0', 'c1'), name, code: pick('', 'C'), parentId: center }),
	editCostCenter: fc.record({ id: center, name, code: pick('', 'C'), parentId: fc.option(center) }),
	removeCostCenter: fc.record({ id: center }),
	setAssumption: fc.record({ id: fc.constant('A-DUAL' as const), choice: pick('one', 'two', 'three') }),
	addPeople: fc.record({ people: fc.array(somebody, { maxLength: 2 }) }),
	editPerson: fc.record({ person: somebody }),
	setRole: fc.record({ personIds: some, roleId: role }),
	setCostCenter: fc.record({ personIds: some, costCenterId: center }),
	setStatus: fc.record({ personIds: some, status: pick(...STATUSES) }),
	setBooster: fc.record({ personIds: some, booster: fc.boolean() }),
	removePeople: fc.record({ personIds: some, dashboardsTo: fc.oneof(pick(null, 'delete'), person) }),
	addRole: fc.record({ role: someRole }),
	editRole: fc.record({ role: someRole }),
	removeRole: fc.record({ roleId: role }),
	setDefaultRole: fc.record({ roleId: role }),
	addQueues: fc.record({ queues: fc.array(someQueue, { maxLength: 2 }) }),
	editQueue: fc.record({ id: queue, name, extension, managerIds: some }),
	removeQueue: fc.record({ queueId: queue }),
	addMembers: fc.record({ queueId: queue, personIds: some, at: instant }),
	removeMembers: fc.record({ queueId: queue, personIds: some, at: instant }),
	editMembership: fc.record({
		queueId: queue,
		place: fc.nat({ max: 3 }),
		from: fc.option(instant),
		to: fc.option(instant)
	}),
	confirmOrder: fc.record({ order: someOrder }),
	addDashboard: fc.record({ dashboard: someDashboard }),
	renameDashboard: fc.record({ dashboardId: dashboard, name }),
	shareDashboard: fc.record({ dashboardId: dashboard, sharedWith: some }),
	deleteDashboard: fc.record({ dashboardId: dashboard, at: instant }),
	addWidget: fc.record({ dashboardId: dashboard, widget: someWidget }),
	editWidget: fc.record({
		dashboardId: dashboard,
		widgetId: widget,
		name,
		kind: fc.constant('service-level' as const)
	}),
	removeWidget: fc.record({ dashboardId: dashboard, widgetId: widget, at: instant }),
	recordViewing: fc.record({ personId: person, dashboardId: fc.option(dashboard), at: instant }),
	setRoutine: fc.record({ routine }),
	playDay: fc.constant({}),
	pinAnalytics: fc.record({ personId: fc.option(person), pinned: fc.boolean() }),
	setExempt: fc.record({
		kind: pick('people' as const, 'queues' as const, 'dashboards' as const),
		ids: some,
		exempt: fc.boolean()
	}),
	setWhatIfs: fc.record({
		whatIfs: fc.array(
			fc.record({ id: pick('w0', 'w1'), name, changes: fc.array(change, { maxLength: 3 }) }),
			{
				maxLength: 2
			}
		)
	}),
	applyWhatIf: fc.record({ whatIfId: pick('w0', 'w1'), name }),
	stopMonitoring: fc.record({
		stops: fc.array(fc.record({ queueId: fc.option(queue), dashboardId: fc.option(dashboard) }), {
			maxLength: 2
		})
	}),
	setOwned: fc.record({
		product: pick(...PRODUCTS),
		quantity: pick(-1, 0, 1, 7, 0.5, 1e9),
		orderId: pick('x2', 'x3', 'o0')
	})
};

/** One command: as the Trainer two times in three, else as somebody. */
const command: fc.Arbitrary<Asked> = fc.oneof(
	...(Object.keys(INPUTS) as CommandName[]).map((asked) =>
		fc.record({
			name: fc.constant(asked),
			input: INPUTS[asked],
			actor: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: person })
		})
	)
);
/** Only sound scenarios: a generated dashboard without people has an owner who is nobody. */
const sound = scenarios.filter((scenario) => checkScenario(scenario).length === 0);
const sequences = (maxLength: number) =>
	fc.tuple(sound, fc.array(command, { minLength: maxLength / 2, maxLength }));

function freeze<T>(value: T): T {
	if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
		Object.values(value).forEach(freeze);
		Object.freeze(value);
	}
	return value;
}

/** The objects that a command must leave as they are, unless it says something else about them. */
const LISTS = ['roles', 'people', 'queues', 'dashboards', 'orders', 'viewings'] as const;

test('[S1] what is accepted is sound and shares what it did not touch; what is refused changes nothing', () => {
	const accepted = new Set<string>();
	const refused = new Set<string>();
	fc.assert(
		fc.property(sequences(80), ([start, asked]) => {
			let scenario = freeze(start);
			const done: Asked[] = [];
			for (const one of asked) {
				const result = apply(scenario, one);
				if (!result.ok) {
					refused.add(result.error.code);
					continue;
				}
				const after = freeze(result.value);
				expect(ScenarioFile.safeParse(toScenarioFile(after)).error).toBeUndefined();
				expect(checkScenario(after)).toEqual([]);
				if (after !== scenario) {
					expect(after, one.name).not.toEqual(scenario);
					accepted.add(one.name);
				}
				for (const list of LISTS) sharing(scenario[list], after[list]);
				scenario = after;
				done.push(one);
			}
			const replayed = done.reduce<Scenario>((now, one) => {
				const result = apply(now, structuredClone(one));
				return result.ok ? result.value : now;
			}, start);
			expect(replayed).toEqual(scenario);
		}),
		{ numRuns: 150 }
	);
	expect(accepted.size).toBeGreaterThan(25);
	expect(refused.size).toBeGreaterThan(20);
});

/** An item that says the same is the same object: else its chunk would be written again for nothing. */
function sharing(before: readonly object[], after: readonly object[]): void {
	const same = new Set<object>(before);
	const texts = new Set(before.map((item) => JSON.stringify(item)));
	for (const item of after) if (!same.has(item)) expect(texts).not.toContain(JSON.stringify(item));
}

/** An index as plain data: what is made when first asked for is made, and functions are left out. */
const facts = (index: Index) => {
	const named = ({ source, names, byName, ordinals }: Index['queues']) => ({
		source,
		names,
		order: byName(),
		ids: ordinals.ids
	});
	const { people, members, watchings, viewings } = index;
	return {
		people: [
			named(people),
			people.byExtension(),
			people.extensions,
			people.enabled,
			people.booster,
			people.permission
		],
		queues: named(index.queues),
		dashboards: named(index.dashboards),
		members: [...members.lists, { ...members, people: members.people.ids, lists: null }],
		watchings: { ...watchings, queues: watchings.queues.ids },
		viewings: { ...viewings, people: viewings.people.ids, dashboards: viewings.dashboards.ids },
		made: [index.lasting(), index.ended(), index.lastingEnabled(), index.byPerson()]
	};
};

test('[W8] [S1] after every command, the index that takes over from the one before is the one made from nothing', () => {
	const changed = new Set<string>();
	fc.assert(
		fc.property(sequences(40), ([start, asked]) => {
			let scenario = start;
			let index = buildIndex(start);
			facts(index);
			for (const one of asked) {
				const result = apply(scenario, one);
				if (!result.ok || result.value === scenario) continue;
				const before = facts(index);
				const text = JSON.stringify(before);
				const after = buildIndex(result.value, index);
				const fresh = buildIndex(result.value);
				expect(facts(after), one.name).toEqual(facts(fresh));
				expect(evaluate(after, result.value).summary).toEqual(evaluate(fresh, result.value).summary);
				expect(JSON.stringify(facts(index)), `${one.name} leaves the index before`).toBe(text);
				changed.add(one.name);
				scenario = result.value;
				index = after;
			}
		}),
		{ numRuns: 150 }
	);
	expect(changed.size).toBeGreaterThan(25);
});

let db: SandboxDatabase;
beforeEach(async () => {
	db = await openDatabase('commands.property.test');
});
afterEach(async () => {
	await db.delete();
});

test('[S2] undoing everything gives the scenario as it was, and redoing everything as it became', async () => {
	let run = 0;
	await fc.assert(
		fc.asyncProperty(sequences(12), async ([start, asked]) => {
			const id = `s${++run}`;
			const first = await stored(db, id, start);
			let doc = first;
			for (const [i, one] of asked.entries()) {
				const done = await dispatch(db, doc, { ...one, actor: one.actor ?? null, id: `${id}.${i}`, at: i });
				if (done.ok) doc = done.value;
			}
			const last = doc.scenario;
			expect((await readDocument(db, id)).scenario).toStrictEqual(last);
			const { count } = await historyExtent(db, id);
			const undone = await stepTo(db, id, 0, doc.revision, 1);
			expect((await readDocument(db, id)).scenario).toStrictEqual(first.scenario);
			const entries = await readEntries(db, id, 1, count);
			const replayed = entries.reduce<Scenario>((now, entry) => {
				const result = apply(now, entry);
				return result.ok ? result.value : now;
			}, start);
			expect(replayed).toEqual(last);
			await stepTo(db, id, count, undone.ok ? undone.value : NaN, 2);
			expect((await readDocument(db, id)).scenario).toStrictEqual(last);
		}),
		{ numRuns: 40 }
	);
});
