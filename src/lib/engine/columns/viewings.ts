import { NONE } from '$lib/domain/snapshot';
import type { ViewingBlock } from '$lib/domain/viewing';
import type { Ordinals } from './ordinals';

/** Stands for "no viewing" in columns of latest viewings. */
const NO_VIEWING = -Infinity;

/**
 * A block of viewings and what its own numbers mean: `person[block.person[i]]` is an ordinal, or NONE for
 * nobody; `dashboard[block.dashboard[i]]` likewise, NONE where Live Reports was opened without a dashboard.
 */
export interface BlockColumns {
	readonly block: ViewingBlock;
	readonly person: Uint32Array;
	readonly dashboard: Uint32Array;
	/** By the block's own number of a person: seconds of their latest viewing of a dashboard, or -Infinity. */
	readonly lastViewed: Float64Array;
	/** The same of Live Reports at all, dashboard or not (A-OPEN). */
	readonly lastOpened: Float64Array;
	/** The block's earliest and latest viewing, in seconds; the wrong way round when it is empty. */
	readonly firstAt: number;
	readonly lastAt: number;
}

export interface ViewingColumns {
	readonly source: readonly ViewingBlock[];
	readonly people: Ordinals;
	readonly dashboards: Ordinals;
	readonly blocks: readonly BlockColumns[];
	/** By person: seconds of their latest viewing of a dashboard, future ones too, or -Infinity. */
	readonly lastViewed: Float64Array;
	/** The same of Live Reports at all, dashboard or not (A-OPEN). */
	readonly lastOpened: Float64Array;
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
	const lastViewed = new Float64Array(people.ids.length).fill(NO_VIEWING);
	const lastOpened = new Float64Array(people.ids.length).fill(NO_VIEWING);
	for (const columns of blocks) {
		keepLatest(columns.person, columns.lastViewed, lastViewed);
		keepLatest(columns.person, columns.lastOpened, lastOpened);
	}
	return { source, people, dashboards, blocks, lastViewed, lastOpened };
}

function blockColumns(block: ViewingBlock, people: Ordinals, dashboards: Ordinals): BlockColumns {
	const person = new Uint32Array(block.personIds.length);
	for (let i = 0; i < person.length; i++) person[i] = people.of(block.personIds[i]!) ?? NONE;
	const dashboard = new Uint32Array(block.dashboardIds.length);
	for (let i = 0; i < dashboard.length; i++) {
		const id = block.dashboardIds[i];
		dashboard[i] = (id == null ? undefined : dashboards.of(id)) ?? NONE;
	}
	const lastViewed = new Float64Array(person.length).fill(NO_VIEWING);
	const lastOpened = new Float64Array(person.length).fill(NO_VIEWING);
	let firstAt = Infinity;
	let lastAt = -Infinity;
	const { at } = block;
	for (let i = 0; i < at.length; i++) {
		const seconds = at[i]!;
		const who = block.person[i]!;
		if (seconds > lastOpened[who]!) lastOpened[who] = seconds;
		if (seconds > lastViewed[who]! && dashboard[block.dashboard[i]!] !== NONE) lastViewed[who] = seconds;
		if (seconds < firstAt) firstAt = seconds;
		if (seconds > lastAt) lastAt = seconds;
	}
	return { block, person, dashboard, lastViewed, lastOpened, firstAt, lastAt };
}

function keepLatest(person: Uint32Array, latest: Float64Array, kept: Float64Array): void {
	for (let i = 0; i < person.length; i++) {
		const who = person[i]!;
		if (who !== NONE && latest[i]! > kept[who]!) kept[who] = latest[i]!;
	}
}
