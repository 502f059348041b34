/** The same questions asked of DuckDB in WebAssembly: the account's facts as four tables, a change as an update. */
import { createRequire } from 'node:module';
import { createDuckDB, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking';
import { type Scenario } from '$lib/domain/scenario';
import { type Summary } from '$lib/domain/snapshot';
import { HOLDS, SUPER } from '$lib/engine/columns/people';
import { type Index } from '$lib/engine/columnar';
import { type Counted } from './what-if-changes';

/** A change as SQL: `?` stand for ordinals of the index, in the order of `with`. */
export interface SqlChange {
	readonly sql: string;
	readonly dual?: 'two';
}

export interface SqlAccount {
	/** What is counted after a change, which is then taken back. */
	readonly after: (change: SqlChange) => Counted;
	readonly close: () => void;
}

const FAR = 1e12;
const finite = (seconds: number) => Math.max(-FAR, Math.min(FAR, seconds));

export async function openSql(index: Index, scenario: Scenario, { window }: Summary): Promise<SqlAccount> {
	const module = createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');
	const bundle = { mainModule: module, mainWorker: '' };
	const db = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), NODE_RUNTIME);
	await db.instantiate(() => undefined);
	const connection = db.connect();
	const load = (name: string, columns: string, lines: Iterable<string>) => {
		db.registerFileText(`${name}.csv`, [...lines].join('\n'));
		connection.query(
			`create table ${name} as from read_csv('${name}.csv', header = false, columns = ${columns})`
		);
		db.dropFile(`${name}.csv`);
	};
	load(
		'people',
		`{person: 'INTEGER', enabled: 'BOOLEAN', holds: 'BOOLEAN', super: 'BOOLEAN'}`,
		people(index)
	);
	load('members', `{queue: 'INTEGER', person: 'INTEGER', lo: 'DOUBLE', hi: 'DOUBLE'}`, members(index));
	load('watchings', `{queue: 'INTEGER', dashboard: 'INTEGER', lo: 'DOUBLE', hi: 'DOUBLE'}`, watchings(index));
	load('viewings', `{person: 'INTEGER', viewed: 'DOUBLE'}`, viewings(index));
	load(
		'orders',
		`{quantity: 'INTEGER'}`,
		scenario.orders.flatMap(({ lines }) => lines.map(({ quantity }) => String(quantity)))
	);
	const asOf = window.endsAt;
	const count = connection.prepare(
		COUNT.replaceAll(':asOf', String(asOf)).replaceAll(':start', String(window.startsAt))
	);
	return {
		after({ sql, dual }) {
			connection.query('begin');
			if (sql !== '') connection.query(sql.replaceAll(':asOf', String(asOf)));
			const [row] = count.query().toArray() as { toJSON: () => Record<keyof Counted | 'dual', unknown> }[];
			connection.query('rollback');
			const found = row!.toJSON();
			const [agents, viewers, both] = [Number(found.agents), Number(found.viewers), Number(found.dual)];
			return {
				needed: Number(found.needed),
				agents,
				viewers,
				active: agents + viewers - (dual === 'two' ? 0 : both),
				purchased: Number(found.purchased)
			};
		},
		close: () => connection.close()
	};
}

/** L4, L5, L6, L7 and L8, under the default assumptions. */
const COUNT = `
with watched as (select queue, greatest(lo, :start) lo, hi from watchings where lo <= :asOf and hi > :start),
agents as (
	select distinct person from members m join watched w using (queue) semi join (from people where enabled) using (person)
	where greatest(m.lo, w.lo) <= :asOf and greatest(m.lo, w.lo) < least(m.hi, w.hi)
),
viewers as (
	select distinct person from viewings semi join (from people where enabled) using (person)
	where viewed between :start and :asOf
),
agentsNow as (
	select distinct person from members where lo <= :asOf and hi > :asOf
	and queue in (select queue from watchings where lo <= :asOf and hi > :asOf)
)
select
	(select count(*) from people where enabled and (person in (from agentsNow)
		or holds and (not super or person in (from viewers)))) needed,
	(select count(*) from agents) agents,
	(select count(*) from viewers) viewers,
	(select count(*) from agents semi join viewers using (person)) dual,
	(select sum(quantity) from orders) purchased`;

function* people({ people: { enabled, permission } }: Index): Iterable<string> {
	for (let p = 0; p < enabled.length; p++)
		yield `${p},${enabled[p] === 1},${(permission[p]! & HOLDS) !== 0},${(permission[p]! & SUPER) !== 0}`;
}

function* members({ members: { start, person, from, to } }: Index): Iterable<string> {
	for (let q = 0; q + 1 < start.length; q++)
		for (let i = start[q]!; i < start[q + 1]!; i++)
			yield `${q},${person[i]},${finite(from[i]!)},${finite(to[i]!)}`;
}

function* watchings({ watchings: { start, dashboard, from, to } }: Index): Iterable<string> {
	for (let q = 0; q + 1 < start.length; q++)
		for (let i = start[q]!; i < start[q + 1]!; i++)
			yield `${q},${dashboard[i]},${finite(from[i]!)},${finite(to[i]!)}`;
}

/** Those of a dashboard. */
function* viewings(index: Index): Iterable<string> {
	const dashboards = index.dashboards.names.length;
	for (const { block, person, dashboard } of index.viewings.blocks)
		for (let i = 0; i < block.at.length; i++)
			if (dashboard[block.dashboard[i]!]! < dashboards) yield `${person[block.person[i]!]},${block.at[i]}`;
}
