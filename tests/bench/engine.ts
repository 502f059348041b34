/**
 * The engine beside an ordinary Map-and-Set implementation and beside the memory floor (one pass that adds
 * up the same columns). Runs are interleaved in one process; each figure is a median; answers must agree.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Scenario } from '$lib/domain/scenario';
import { unpackViewings } from '$lib/domain/viewing';
import { because } from '$lib/engine/because';
import { buildIndex, type Index } from '$lib/engine/columnar';
import { evaluate } from '$lib/engine/evaluate';
import { marginal } from '$lib/engine/marginal';
import { createToggles } from '$lib/engine/toggles';
import { makeAccount, type Size, SIZES } from './accounts';
import * as naive from './naive';

type Log = (line: string) => void;

// Before each sample of a large account, of either side: a collection, time for its sweeping, which goes on
// beside us, and runs unmeasured. Neither side pays for the other's garbage, or for what the collector forgot.
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const ROUNDS: Record<Size, number> = { small: 200, medium: 15, large: 5 };

const SWEPT_AFTER_MS = 500;

export async function run(log: Log): Promise<void> {
	for (const size of Object.keys(SIZES) as Size[]) await measure(size, log);
}

async function measure(size: Size, log: Log): Promise<void> {
	const scenario = makeAccount(size);
	const index = buildIndex(scenario);
	const snapshot = evaluate(index, scenario);
	const viewings = scenario.viewings.flatMap((block) => [...unpackViewings(block)]);
	const { startsAt } = snapshot.summary.window;
	const account = naive.plain(scenario, viewings, startsAt);
	const byName = Array.from(index.people.byName().sorted, (p) => scenario.people[p]!);
	const placeOf = new Map(scenario.people.map(({ id }, p) => [id, index.people.byExtension().rank[p]!]));
	const queuePlace = new Map(scenario.queues.map(({ id }, q) => [id, index.queues.byName().rank[q]!]));
	const boardPlace = new Map(
		scenario.dashboards.map(({ id }, d) => [id, index.dashboards.byName().rank[d]!])
	);
	const { purchased } = snapshot.summary.figures;
	const naiveRows = () => naive.rows(account, byName, placeOf, purchased);
	check(size, scenario, index, account, naiveRows());
	same(
		snapshot.details().count,
		naive.details(account, naiveRows(), queuePlace, boardPlace).length,
		'details'
	);

	const rounds = ROUNDS[size];
	const toggles = createToggles(index, scenario);
	const batch = size === 'small' ? 200 : 20;
	let turn = 0;
	const person = () => scenario.people[(turn += 7919) % scenario.people.length]!.id;
	const table: [string, (() => unknown) | null, number, (() => unknown) | null][] = [
		['index build', () => buildIndex(scenario), 1, null],
		[
			'index build + counts',
			() => evaluate(buildIndex(scenario), scenario),
			1,
			() => naive.countAll(naive.plain(scenario, viewings, startsAt))
		],
		['counts', () => evaluate(index, scenario), batch, () => naive.countAll(account)],
		['floor: one pass over the columns', () => sumOf(index), batch, null],
		['all rows of tab 2', () => evaluate(index, scenario).seats(), 1, naiveRows],
		[
			'all rows of tab 3',
			() => evaluate(index, scenario).details(),
			1,
			size === 'large' ? null : () => naive.details(account, naiveRows(), queuePlace, boardPlace)
		],
		[
			'because, one person',
			() => because(index, scenario, snapshot, person()),
			batch,
			() => naive.reasons(account, person())
		],
		['what-if: structure', () => createToggles(index, scenario), 1, null],
		[
			'what-if: one queue off',
			() => toggles.toggleQueue((turn += 7) % scenario.queues.length),
			2000,
			() => naive.countAll(account, scenario.queues[(turn += 7) % scenario.queues.length]!.id)
		],
		[
			'what-if: one dashboard off',
			() => toggles.toggleDashboard((turn += 7) % scenario.dashboards.length),
			2000,
			null
		],
		['what-if: every single removal', () => marginal(toggles), 1, null]
	];
	log('');
	log(`${size}: ${JSON.stringify(SIZES[size])}, ${rounds} rounds, medians in ms [best]`);
	log(`${'step'.padEnd(34)}${'engine'.padStart(22)}${'Maps and Sets'.padStart(22)}${'ratio'.padStart(12)}`);
	const times = table.map(() => ({ ours: [] as number[], theirs: [] as number[] }));
	for (let round = 0; round < rounds; round++)
		for (const [i, [, ours, many, theirs]] of table.entries()) {
			if (ours) times[i]!.ours.push(await timed(size, ours, many));
			if (theirs) times[i]!.theirs.push(await timed(size, theirs, 1));
		}
	table.forEach(([name], i) => {
		const { ours, theirs } = times[i]!;
		const ratio = theirs.length > 0 ? median(theirs) / median(ours) : null;
		log(
			`${name.padEnd(34)}${shown(ours).padStart(22)}${shown(theirs).padStart(22)}${(ratio === null ? '' : `${digits(ratio)} x`).padStart(12)}`
		);
	});
}

async function timed(size: Size, work: () => unknown, many: number): Promise<number> {
	if (size === 'large') {
		collect();
		await new Promise((done) => setTimeout(done, SWEPT_AFTER_MS));
		for (let i = 0; i < Math.min(many, 10); i++) work();
	}
	const began = performance.now();
	for (let i = 0; i < many; i++) work();
	return (performance.now() - began) / many;
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;
const digits = (value: number) =>
	value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
const shown = (values: readonly number[]) =>
	values.length === 0 ? '' : `${digits(median(values))} [${digits(Math.min(...values))}]`;

/** The floor: every column that the counts read, added up once. */
function sumOf(index: Index): number {
	const { person, from, to } = index.members;
	let a = 0;
	let b = 0;
	let c = 0;
	for (let i = 0; i < person.length; i++) {
		a += person[i]!;
		b += from[i]!;
		c += to[i]!;
	}
	for (const { block } of index.viewings.blocks)
		for (let i = 0; i < block.at.length; i++) {
			a += block.person[i]!;
			b += block.dashboard[i]!;
			c += block.at[i]!;
		}
	return a + b + c;
}

function check(size: Size, scenario: Scenario, index: Index, account: naive.Plain, rows: naive.Row[]): void {
	const snapshot = evaluate(index, scenario);
	const { figures, waterfall } = snapshot.summary;
	const counted = naive.countAll(account);
	same(figures.needed, counted.needed, 'needed');
	same(figures.agents, counted.agents, 'agents');
	same(figures.viewers, counted.viewers, 'viewers');
	same(figures.active, counted.active, 'active');
	same(waterfall.memberships, counted.memberships, 'memberships');
	const seats = snapshot.seats();
	same(seats.count, rows.length, 'seats');
	rows.forEach((row, i) => {
		same(scenario.people[seats.person[i]!]!.id, row.person.id, 'seat');
		same(seats.queues[i]!, row.queues.size, 'queues');
		same(seats.dashboards[i]!, row.dashboards.size, 'dashboards');
		same(seats.license[i]!, row.license, 'license');
	});
	const toggles = createToggles(index, scenario);
	for (const q of [0, 1, 5]) {
		toggles.toggleQueue(q);
		same(toggles.needed, naive.countAll(account, scenario.queues[q]!.id).needed, `needed without queue ${q}`);
		toggles.toggleQueue(q);
	}
	if (size === 'small')
		for (const { id } of scenario.people)
			same(
				new Set(
					because(index, scenario, snapshot, id)!.active.map((reason) =>
						reason.kind === 'member'
							? `${reason.queue} ${reason.dashboard}`
							: reason.kind === 'viewed'
								? reason.dashboard
								: ''
					)
				).size,
				naive.reasons(account, id),
				'reasons'
			);
}

function same(ours: unknown, theirs: unknown, what: string): void {
	if (ours !== theirs) throw new Error(`${what}: ${String(ours)} is not ${String(theirs)}`);
}
