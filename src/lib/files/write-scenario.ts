import { toInstant } from '$lib/domain/instant';
import { type Queue } from '$lib/domain/queue';
import { SCENARIO_FORMAT, SCENARIO_VERSION, type Scenario } from '$lib/domain/scenario';
import { type ViewingBlock } from '$lib/domain/viewing';

// JSON.stringify with a list of keys writes them in the list's order, at every level: SPEC §7's order.
// What is not in the list would be lost, so a test holds each list against its schema.
export const KEY_ORDER = {
	account: [
		...['id', 'name', 'code', 'parentId'],
		...['plan', 'timeZone', 'currency', 'prices', 'costCenters'],
		...['liveReports', 'callQueuesBooster', 'customerEngagementBundle']
	],
	assumptions: ['A-DUAL', 'A-LEAVER', 'A-OPEN', 'A-STATUS', 'A-ADMIN'],
	practice: [
		...['defaultRoleId', 'pinned', 'routine', 'seed', 'viewers'],
		...['personId', 'dashboardId', 'everyDays'],
		...['whatIfs', 'id', 'name', 'changes', 'command', 'input'],
		...['exempt', 'people', 'queues', 'dashboards']
	],
	roles: ['id', 'name', 'description', 'basedOn', 'permissions'],
	people: ['id', 'name', 'extension', 'email', 'roleId', 'costCenterId', 'status', 'booster'],
	queues: ['id', 'name', 'extension', 'managerIds', 'members', 'personId', 'from', 'to'],
	dashboards: [
		...['id', 'kind', 'name', 'ownerId', 'sharedWith', 'createdAt', 'deletedAt', 'widgets'],
		...['queueId', 'from', 'to']
	],
	orders: ['id', 'at', 'placedBy', 'lines', 'product', 'quantity', 'unitPrice', 'costCenterId']
};

/** Items in one piece of text. */
const PIECE = 4096;

/**
 * A scenario's file in pieces, to be joined or written one after the other: the head indented, then
 * one item a line. The whole text never exists at once. Reading it gives back what was written (S6).
 */
export function* scenarioText(scenario: Scenario): Generator<string> {
	const { account, assumptions, practice } = scenario;
	yield [
		`{\n  "format": ${JSON.stringify(SCENARIO_FORMAT)},\n  "version": ${SCENARIO_VERSION},\n`,
		`  "name": ${JSON.stringify(scenario.name)},\n  "asOf": ${JSON.stringify(scenario.asOf)},\n`,
		`  "account": ${indented(account, KEY_ORDER.account)},\n`,
		`  "assumptions": ${indented(assumptions, KEY_ORDER.assumptions)}`,
		practice ? `,\n  "practice": ${indented(practice, KEY_ORDER.practice)}` : ''
	].join('');
	yield* list('roles', lines(scenario.roles, KEY_ORDER.roles));
	yield* list('people', lines(scenario.people, KEY_ORDER.people));
	yield* list('queues', queueLines(scenario.queues));
	yield* list('dashboards', lines(scenario.dashboards, KEY_ORDER.dashboards));
	yield* list('viewings', viewingLines(scenario.viewings));
	yield* list('orders', lines(scenario.orders, KEY_ORDER.orders));
	yield '\n}\n';
}

const indented = (value: object, keys: string[]): string =>
	JSON.stringify(value, keys, 2).replaceAll('\n', '\n  ');

/** Text to add, and whether a new item begins with it. */
type Line = readonly [text: string, isItem: boolean];

function* list(key: string, parts: Iterable<Line>): Generator<string> {
	let piece = `,\n  ${JSON.stringify(key)}: [`;
	let held = 0;
	let isEmpty = true;
	for (const [text, isItem] of parts) {
		piece += isItem ? `${isEmpty ? '' : ','}\n    ${text}` : text;
		isEmpty = false;
		if (++held === PIECE) {
			yield piece;
			piece = '';
			held = 0;
		}
	}
	yield `${piece}${isEmpty ? '' : '\n  '}]`;
}

function* lines(items: readonly object[], keys: string[]): Generator<Line> {
	for (const item of items) yield [JSON.stringify(item, keys), true];
}

/** A queue may have members by the hundred thousand: they come one by one, on the queue's line. */
function* queueLines(queues: readonly Queue[]): Generator<Line> {
	for (const queue of queues) {
		const open = JSON.stringify({ ...queue, members: [] }, KEY_ORDER.queues).slice(0, -']}'.length);
		yield [open, true];
		for (const [i, member] of queue.members.entries())
			yield [(i === 0 ? '' : ',') + JSON.stringify(member, KEY_ORDER.queues), false];
		yield [']}', false];
	}
}

function* viewingLines(blocks: readonly ViewingBlock[]): Generator<Line> {
	for (const block of blocks) {
		const persons = block.personIds.map((id) => JSON.stringify(id));
		const dashboards = block.dashboardIds.map((id) => JSON.stringify(id));
		for (let i = 0; i < block.at.length; i++) {
			const person = persons[block.person[i]!]!;
			const dashboard = dashboards[block.dashboard[i]!]!;
			const at = toInstant(block.at[i]!);
			yield [`{"personId":${person},"dashboardId":${dashboard},"at":"${at}"}`, true];
		}
	}
}

const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** A file name that every system takes: letters and digits of any script, at most 60, and `.json`. */
export function scenarioFileName(name: string): string {
	const words = name.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-/, '');
	const short = [...words].slice(0, 60).join('').replace(/-$/, '');
	if (short === '') return 'scenario.json';
	return `${RESERVED.test(short) ? `scenario-${short}` : short}.json`;
}
