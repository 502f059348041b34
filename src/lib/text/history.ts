import { type Product, PRODUCTS } from '$lib/domain/order';
import { PRODUCT_NAMES } from './figures';
import { numberText, countText, isolated, listText, nameText } from './format';

export type Kind = 'person' | 'role' | 'queue' | 'dashboard' | 'costCenter';
/** The name of what an id means today; undefined where it is no longer in the scenario. */
export type NameOf = (kind: Kind, id: string) => string | undefined;

type Given = Readonly<Record<string, unknown>>;

/** How many names a sentence holds, and how long each may be. */
const NAMED = 3;
const LONGEST = 60;

const isGiven = (value: unknown): value is Given =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

function short(name: string): string {
	const shown = nameText(name);
	return isolated(shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown);
}

const many = (names: readonly string[]): string =>
	listText(
		names.length > NAMED
			? [...names.slice(0, NAMED - 1), `${numberText(names.length - NAMED + 1)} more`]
			: names
	);

const ONE: Readonly<Record<Kind, string>> = {
	person: 'somebody who is gone since',
	role: 'a role that is gone since',
	queue: 'a queue that is gone since',
	dashboard: 'a dashboard that is gone since',
	costCenter: 'a cost center that is gone since'
};

/** What each key of a command's input says; a key that is not here says nothing. */
const PHRASES: Readonly<Record<string, (value: unknown, nameOf: NameOf) => string>> = {
	name: (value) => (typeof value === 'string' ? short(value) : ''),
	local: (value) => textOf(value).replace('T', ', '),
	days: (value) => (typeof value === 'number' ? countText(value, 'day') : ''),
	plan: (value) => (value === 'standard' ? 'Standard plan' : 'Customer Engagement Bundle'),
	timeZone: textOf,
	currency: textOf,
	status: textOf,
	booster: (value) => (value === true ? 'with a Booster' : 'without a Booster'),
	pinned: (value) => (value === true ? 'to the main bar' : 'back under More'),
	sharedWith: (value, nameOf) =>
		listOf(value).length === 0 ? 'shared with nobody' : `shared with ${ids('person')(value, nameOf)}`,
	dashboardsTo: (value, nameOf) => {
		if (value === 'delete') return 'their dashboards deleted';
		return typeof value === 'string' ? `their dashboards to ${id('person')(value, nameOf)}` : '';
	},
	choice: textOf,
	person: item,
	people: items,
	role: item,
	queues: items,
	center: item,
	costCenter: item,
	dashboard: item,
	widget: item,
	stops: (value, nameOf) => stopsText(value, nameOf),
	kind: (value) => (typeof value === 'string' ? (EXEMPT_KINDS[value] ?? '') : ''),
	ids: (value) => numberText(listOf(value).length),
	exempt: (value) => (value === true ? 'exempt' : 'no longer exempt'),
	product: (value) => (isProduct(value) ? PRODUCT_NAMES[value] : ''),
	quantity: (value) => (typeof value === 'number' ? `${numberText(value)} owned` : ''),
	whatIfs: (value) => countText(listOf(value).length, 'what-if'),
	order: (value) => (isGiven(value) ? orderText(value) : ''),
	routine: (value) => (isGiven(value) ? countText(listOf(value['viewers']).length, 'viewing habit') : ''),
	personIds: ids('person'),
	personId: (value, nameOf) => (value === null ? 'Trainer' : id('person')(value, nameOf)),
	managerIds: () => '',
	roleId: id('role'),
	queueId: id('queue'),
	dashboardId: (value, nameOf) =>
		value === null ? 'Live Reports, no dashboard' : id('dashboard')(value, nameOf),
	costCenterId: id('costCenter')
};

/** Keys that are said first: whose, then what. */
const FIRST = ['queueId', 'dashboardId', 'personIds', 'personId'];

/** What an undone or done command was about, from its input: “John and Sarah · Manager”. */
export function aboutText(command: string, input: unknown, nameOf: NameOf): string {
	if (!isGiven(input)) return '';
	if (command === 'setAssumption') return [textOf(input['id']), textOf(input['choice'])].join(': ');
	const keys = Object.keys(input).filter((key) => Object.hasOwn(PHRASES, key));
	const order = (key: string) => (FIRST.includes(key) ? FIRST.indexOf(key) : FIRST.length);
	return keys
		.toSorted((a, b) => order(a) - order(b))
		.map((key) => PHRASES[key]!(input[key], nameOf))
		.filter((phrase) => phrase !== '')
		.join(' · ');
}

function id(kind: Kind): (value: unknown, nameOf: NameOf) => string {
	return (value, nameOf) => {
		if (typeof value !== 'string') return '';
		const name = nameOf(kind, value);
		return name === undefined ? ONE[kind] : short(name);
	};
}

function ids(kind: Kind): (value: unknown, nameOf: NameOf) => string {
	return (value, nameOf) => {
		const all = listOf(value).filter((one) => typeof one === 'string');
		const known = all.slice(0, NAMED).map((one) => id(kind)(one, nameOf));
		return all.length > NAMED
			? listText([...known.slice(0, NAMED - 1), `${numberText(all.length - NAMED + 1)} more`])
			: listText(known);
	};
}

function item(value: unknown): string {
	return isGiven(value) ? short(textOf(value['name'])) : '';
}

function items(value: unknown): string {
	return many(listOf(value).map((one) => (isGiven(one) ? short(textOf(one['name'])) : '')));
}

function orderText(order: Given): string {
	const lines = listOf(order['lines']).filter(isGiven);
	const of = (product: string) =>
		lines
			.filter((line) => line['product'] === product)
			.reduce((sum, line) => sum + (typeof line['quantity'] === 'number' ? line['quantity'] : 0), 0);
	return listText(
		[
			[of('live-reports'), 'Live Reports'] as const,
			[of('call-queues-booster'), 'Call Queues Booster'] as const
		]
			.filter(([quantity]) => quantity > 0)
			.map(([quantity, product]) => `${numberText(quantity)} ${product}`)
	);
}

/** What the history calls where a scenario began. */
export const STARTED = 'Scenario opened';

export const HISTORY_STATES = { done: 'Done', here: 'You are here', undone: 'Undone' } as const;

/** What the history page says it is, and its limit. */
export const historyNote = (limit: number): string =>
	`Newest first. The last ${numberText(limit)} changes can be undone, one by one or up to any point; older ones stay listed. A new change drops what is undone at that time.`;

/** The name of the button that goes to a point: the same words as on it, then which point. */
export const goLabel = (state: keyof typeof HISTORY_STATES, seq: number, what: string): string =>
	`${state === 'undone' ? 'Redo' : 'Undo'} to here: ${seq === 0 ? what : `${numberText(seq)}, ${what}`}`;

const EXEMPT_KINDS: Readonly<Record<string, string>> = {
	people: 'people',
	queues: 'call queues',
	dashboards: 'dashboards'
};

const isProduct = (value: unknown): value is Product => PRODUCTS.some((product) => product === value);

/** “Detroit Support; Floor wallboard; Belmont Support on Floor wallboard”. */
function stopsText(value: unknown, nameOf: NameOf): string {
	const names = listOf(value)
		.filter(isGiven)
		.map(({ queueId, dashboardId }) => {
			const queue = typeof queueId === 'string' ? id('queue')(queueId, nameOf) : '';
			const dashboard = typeof dashboardId === 'string' ? id('dashboard')(dashboardId, nameOf) : '';
			return queue !== '' && dashboard !== '' ? `${queue} on ${dashboard}` : queue + dashboard;
		});
	return many(names);
}
