import { NONE } from '$lib/domain/snapshot';
import type { ViewingBlock } from '$lib/domain/viewing';
import type { Ordinals } from './ordinals';

const OPENED = 1;
const VIEWED = 2;

/**
 * A block of viewings and what its own numbers mean: `person[block.person[i]]` is an ordinal, or NONE for
 * nobody; `dashboard[block.dashboard[i]]` likewise, NONE where Live Reports was opened without a dashboard.
 */
export interface BlockColumns {
	readonly block: ViewingBlock;
	readonly person: Uint32Array;
	readonly dashboard: Uint32Array;
	/** Who viewed a dashboard in this block, and who was in Live Reports at all: ordinals, each once. */
	readonly onDashboard: Uint32Array;
	readonly anywhere: Uint32Array;
	/** The block's earliest and latest viewing, in seconds; the wrong way round when it is empty. */
	readonly firstAt: number;
	readonly lastAt: number;
}

export interface ViewingColumns {
	readonly source: readonly ViewingBlock[];
	readonly people: Ordinals;
	readonly dashboards: Ordinals;
	readonly blocks: readonly BlockColumns[];
}

export function viewingColumns(
	source: readonly ViewingBlock[],
	people: Ordinals,
	dashboards: Ordinals,
	previous?: ViewingColumns
): ViewingColumns {
	const known = previous?.people === people && previous.dashboards === dashboards ? previous : undefined;
	if (known?.source === source) return known;
	const kept = new Map(known?.blocks.map((columns) => [columns.block, columns]));
	const blocks = source.map((block) => kept.get(block) ?? blockColumns(block, people, dashboards));
	return { source, people, dashboards, blocks };
}

function blockColumns(block: ViewingBlock, people: Ordinals, dashboards: Ordinals): BlockColumns {
	const person = new Uint32Array(block.personIds.length);
	for (let i = 0; i < person.length; i++) person[i] = people.of.get(block.personIds[i]!) ?? NONE;
	const dashboard = new Uint32Array(block.dashboardIds.length);
	for (let i = 0; i < dashboard.length; i++) {
		const id = block.dashboardIds[i];
		dashboard[i] = (id == null ? undefined : dashboards.of.get(id)) ?? NONE;
	}
	const seen = new Uint8Array(person.length);
	for (let i = 0; i < block.person.length; i++)
		seen[block.person[i]!]! |= dashboard[block.dashboard[i]!] === NONE ? OPENED : OPENED | VIEWED;
	let firstAt = Infinity;
	let lastAt = -Infinity;
	const { at } = block;
	for (let i = 0; i < at.length; i++) {
		const seconds = at[i]!;
		if (seconds < firstAt) firstAt = seconds;
		if (seconds > lastAt) lastAt = seconds;
	}
	return {
		block,
		person,
		dashboard,
		onDashboard: peopleWith(VIEWED, person, seen),
		anywhere: peopleWith(OPENED, person, seen),
		firstAt,
		lastAt
	};
}

function peopleWith(bit: number, person: Uint32Array, seen: Uint8Array): Uint32Array {
	const found = new Uint32Array(person.length);
	let count = 0;
	for (let i = 0; i < person.length; i++)
		if (seen[i]! & bit && person[i] !== NONE) found[count++] = person[i]!;
	return found.subarray(0, count);
}
