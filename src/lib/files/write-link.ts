import { type Recipe } from '$lib/domain/share-link';
import { type Scenario } from '$lib/domain/scenario';
import { KEY_ORDER } from './write-scenario';

/** Past this many items no packing brings a scenario into a link, so nothing is packed at all. */
const MOST_ITEMS = 20_000;

/**
 * A scenario as a link tells it: one line of JSON, keys in the file's order, viewings in columns. The same
 * scenario has always the same text. Null: it has so many items that no link can hold it.
 */
export function scenarioLinkText(scenario: Scenario): string | null {
	if (itemsOf(scenario) > MOST_ITEMS) return null;
	const { name, asOf, account, assumptions, practice, roles, people, queues, dashboards, orders } = scenario;
	const list = (items: readonly object[], keys: string[]) => JSON.stringify(items, keys);
	const parts = [
		`"name":${JSON.stringify(name)},"asOf":${JSON.stringify(asOf)}`,
		`"account":${JSON.stringify(account, KEY_ORDER.account)}`,
		`"assumptions":${JSON.stringify(assumptions, KEY_ORDER.assumptions)}`,
		...(practice ? [`"practice":${JSON.stringify(practice, KEY_ORDER.practice)}`] : []),
		`"roles":${list(roles, KEY_ORDER.roles)}`,
		`"people":${list(people, KEY_ORDER.people)}`,
		`"queues":${list(queues, KEY_ORDER.queues)}`,
		`"dashboards":${list(dashboards, KEY_ORDER.dashboards)}`,
		`"viewings":${JSON.stringify(columnsOf(scenario))}`,
		`"orders":${list(orders, KEY_ORDER.orders)}`
	];
	return `{"scenario":{${parts.join(',')}}}`;
}

export const recipeLinkText = (recipe: Recipe): string => JSON.stringify({ recipe });

/** Viewings as a link tells them: `at` in seconds, each but the first as the distance from the one before. */
export interface LinkViewings {
	readonly people: readonly string[];
	readonly dashboards: readonly (string | null)[];
	readonly person: readonly number[];
	readonly dashboard: readonly number[];
	readonly at: readonly number[];
}

/** All blocks as one: where a block begins says nothing. Ids stand in the order of their first use. */
function columnsOf({ viewings }: Scenario): LinkViewings {
	const people = new Map<string, number>();
	const dashboards = new Map<string | null, number>();
	const columns = { person: [] as number[], dashboard: [] as number[], at: [] as number[] };
	let last = 0;
	for (const block of viewings)
		for (let i = 0; i < block.at.length; i++) {
			columns.person.push(placeIn(people, block.personIds[block.person[i]!]!));
			columns.dashboard.push(placeIn(dashboards, block.dashboardIds[block.dashboard[i]!]!));
			columns.at.push(block.at[i]! - last);
			last = block.at[i]!;
		}
	return { people: [...people.keys()], dashboards: [...dashboards.keys()], ...columns };
}

function placeIn<K>(known: Map<K, number>, key: K): number {
	const found = known.get(key) ?? known.size;
	known.set(key, found);
	return found;
}

function itemsOf({ account, roles, people, queues, dashboards, orders, viewings }: Scenario): number {
	const sum = <T>(items: readonly T[], of: (item: T) => number) => items.reduce((n, item) => n + of(item), 0);
	return (
		account.costCenters.length +
		roles.length +
		people.length +
		sum(queues, ({ members }) => 1 + members.length) +
		sum(dashboards, ({ widgets }) => 1 + widgets.length) +
		sum(orders, ({ lines }) => 1 + lines.length) +
		sum(viewings, ({ at }) => at.length)
	);
}
