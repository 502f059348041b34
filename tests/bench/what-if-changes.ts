/** From a change in a what-if to new numbers: the worker's way beside counting all anew, and beside SQL. */
import { type Scenario } from '$lib/domain/scenario';
import { type Figures } from '$lib/domain/snapshot';
import { unpackViewings } from '$lib/domain/viewing';
import { type WhatIfChange } from '$lib/domain/what-if';
import { EMPTY_PARTITION } from '$lib/store/chunks';
import { type Held, hold } from '$lib/worker/held';
import { tried } from '$lib/worker/tried';
import { answerOf } from '$lib/worker/what-if-answers';
import { makeAccount, type Size } from './accounts';
import * as naive from './naive';
import { openSql, type SqlChange } from './sql';

type Log = (line: string) => void;

/** What all three must agree on. */
export interface Counted {
	readonly needed: number;
	readonly agents: number;
	readonly viewers: number;
	readonly active: number;
	readonly purchased: number;
}

interface Asked {
	readonly command: string;
	readonly input: unknown;
	readonly sql: SqlChange;
}

const ROUNDS = { medium: 15, large: 5 } as const;

/** The changes; each round asks about another queue, dashboard or person, so that no answer is a kept one. */
const changesOf = ({
	people,
	queues,
	dashboards,
	orders
}: Scenario): [string, (round: number) => Asked][] => {
	const viewers = people.flatMap(({ roleId }, p) => (roleId === 'viewers' ? [p] : []));
	const owned = orders
		.flatMap(({ lines }) => lines)
		.reduce((sum, { product, quantity }) => sum + (product === 'live-reports' ? quantity : 0), 0);
	const end = 'update watchings set hi = least(hi, greatest(lo, :asOf)) where';
	return [
		[
			'stop a queue',
			(round) => {
				const q = (round * 7) % queues.length;
				return {
					command: 'stopMonitoring',
					input: { stops: [{ queueId: queues[q]!.id, dashboardId: null }] },
					sql: { sql: `${end} queue = ${q}` }
				};
			}
		],
		[
			'stop a dashboard',
			(round) => {
				const d = (round * 7) % dashboards.length;
				return {
					command: 'stopMonitoring',
					input: { stops: [{ queueId: null, dashboardId: dashboards[d]!.id }] },
					sql: { sql: `${end} dashboard = ${d}` }
				};
			}
		],
		[
			'revoke a permission',
			(round) => {
				const p = viewers[(round * 7) % viewers.length]!;
				return {
					command: 'setRole',
					input: { personIds: [people[p]!.id], roleId: 'standard' },
					sql: { sql: `update people set holds = false where person = ${p}` }
				};
			}
		],
		[
			'buy licenses',
			(round) => ({
				command: 'setOwned',
				input: { product: 'live-reports', quantity: owned + round + 1, orderId: 'more' },
				sql: { sql: `insert into orders values (${round + 1})` }
			})
		],
		[
			'switch A-DUAL',
			() => ({
				command: 'setAssumption',
				input: { id: 'A-DUAL', choice: 'two' },
				sql: { sql: '', dual: 'two' }
			})
		]
	];
};

export async function runChanges(log: Log): Promise<void> {
	for (const size of ['medium', 'large'] as const) await measure(size, log);
}

async function measure(size: Exclude<Size, 'small'>, log: Log): Promise<void> {
	const scenario = makeAccount(size);
	const held = heldOf(scenario);
	const { startsAt } = held.snapshot.summary.window;
	const viewings = scenario.viewings.flatMap((block) => [...unpackViewings(block)]);
	const plain = naive.plain(scenario, viewings, startsAt);
	const sql = await openSql(held.index, scenario, held.snapshot.summary);
	log('');
	log(`${size}: from a change to new numbers, ${ROUNDS[size]} rounds, medians in ms [best]; all three agree`);
	log(
		`${'change'.padEnd(22)}${'figures'.padStart(18)}${'and money'.padStart(18)}${'Maps and Sets'.padStart(20)}${'DuckDB'.padStart(20)}${'ratios'.padStart(18)}`
	);
	for (const [name, change] of changesOf(scenario)) {
		const times = {
			figures: [] as number[],
			money: [] as number[],
			plain: [] as number[],
			sql: [] as number[]
		};
		for (let round = -2; round < ROUNDS[size]; round++) {
			const asked = change(round + 2);
			// Each round has an id of its own: a what-if that was asked before is kept.
			const changes: WhatIfChange[] = [
				{ id: `${name} ${round}`, command: asked.command, input: JSON.stringify(asked.input) }
			];
			const figures = timed(() => tried(held, changes));
			const money = timed(() => answerOf(held, changes));
			if (figures.value.refusals.size > 0) throw new Error(`${name} is refused`);
			const after = figures.value.scenario;
			const counted = timed(() => naive.countAll(naive.changed(plain, after)));
			const queried = timed(() => sql.after(asked.sql));
			agree(name, countedIn(money.value.summary.figures), queried.value);
			const dual = after.assumptions['A-DUAL'] === 'two';
			const { needed, agents, viewers, active } = counted.value;
			agree(name, countedIn(money.value.summary.figures), {
				needed,
				agents,
				viewers,
				active: dual ? agents + viewers : active,
				purchased: queried.value.purchased
			});
			if (round < 0) continue; // the first ones compile
			times.figures.push(figures.ms);
			times.money.push(figures.ms + money.ms);
			times.plain.push(counted.ms);
			times.sql.push(queried.ms);
		}
		const ratio = (others: readonly number[]) => `${digits(median(others) / median(times.figures))} x`;
		log(
			`${name.padEnd(22)}${shown(times.figures).padStart(18)}${shown(times.money).padStart(18)}${shown(times.plain).padStart(20)}${shown(times.sql).padStart(20)}${`${ratio(times.plain)}, ${ratio(times.sql)}`.padStart(18)}`
		);
	}
	sql.close();
}

export const heldOf = (scenario: Scenario): Held =>
	hold(
		{
			id: 'bench',
			revision: 1,
			scenario,
			partition: EMPTY_PARTITION
		},
		undefined,
		0
	);

const countedIn = ({ needed, agents, viewers, active, purchased }: Figures): Counted => ({
	needed,
	agents,
	viewers,
	active,
	purchased: purchased.total
});

function agree(name: string, ours: Counted, theirs: Counted): void {
	for (const key of Object.keys(ours) as (keyof Counted)[])
		if (ours[key] !== theirs[key]) throw new Error(`${name}, ${key}: ${ours[key]} is not ${theirs[key]}`);
}

export function timed<T>(work: () => T): { readonly value: T; readonly ms: number } {
	const began = performance.now();
	const value = work();
	return { value, ms: performance.now() - began };
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;
const digits = (value: number) =>
	value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
export const shown = (values: readonly number[]) =>
	`${digits(median(values))} [${digits(Math.min(...values))}]`;
