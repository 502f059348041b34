import { type OverlapAnswer, type PairOverlap, type Region, type RegionOverlap } from '$lib/domain/overlap';
import { countText, numberText } from '$lib/text/format';
import { eulerNote, membersText, overlapSentence, MATRIX_NOTE, SMALLER_NOTE } from '$lib/text/overlap';
import { type Euler, eulerOf } from './euler';
import { type Story, type Twin } from './story';

/** What is in the sets: “agent”, “agents”. */
export interface Unit {
	readonly one: string;
	readonly many: string;
}

export type Sets = OverlapAnswer & { readonly unit: Unit };

interface InUnits {
	readonly unit: Unit;
}

/** Circles up to three sets, where they can be drawn; UpSet of some more; of many, what each two share. */
export type Overlapping =
	| (RegionOverlap & InUnits & { readonly picture: 'euler'; readonly euler: Euler })
	| (RegionOverlap & InUnits & { readonly picture: 'upset' })
	| (PairOverlap & InUnits & { readonly picture: 'matrix' });
export type Drawn<P extends Overlapping['picture']> = Extract<Overlapping, { picture: P }>;

export function overlapOf(sets: Sets): Overlapping {
	if (sets.kind === 'pairs') return { ...sets, picture: 'matrix' };
	return sets.names.length <= 3
		? { ...sets, picture: 'euler', euler: eulerOf(sets.sizes, sets.regions) }
		: { ...sets, picture: 'upset' };
}

/** Who is in exactly these sets, as a name. */
export const regionName = ({ names }: { readonly names: readonly string[] }, { of }: Region): string =>
	of.length === 1 ? `Only ${names[of[0]!]}` : of.map((set) => names[set]).join(' & ');

export const regionText = ({ unit }: InUnits, { of, count }: Region): string =>
	membersText(countText(count, unit.one, unit.many), of.length);

export function overlapStory(title: string, overlap: Overlapping): Story {
	const { unit, total, several, greatest } = overlap;
	return {
		title,
		sentence: overlapSentence({ total: countText(total, unit.one, unit.many), several, greatest }),
		note: noteOf(overlap),
		table: overlap.picture === 'matrix' ? pairTable(overlap) : regionTable(overlap)
	};
}

function noteOf(overlap: Overlapping): string | undefined {
	if (overlap.picture !== 'euler') return overlap.picture === 'upset' ? SMALLER_NOTE : MATRIX_NOTE;
	const { names, euler } = overlap;
	if (names.length < 3) return undefined; // one and two are exact
	return eulerNote(
		euler.error,
		euler.lost.map((region) => `${regionName(overlap, region)} (${numberText(region.count)})`)
	);
}

const END = { align: 'end' } as const;

const pairTable = ({ pairs, count }: PairOverlap): Twin => ({
	columns: [{ heading: 'One' }, { heading: 'Other' }, { heading: 'In both', ...END }],
	rows: pairs.map(({ a, b, shared }) => [a, b, numberText(shared)]),
	total: count
});

const regionTable = (overlap: RegionOverlap & InUnits): Twin => {
	const { names, sizes, regions, count, unit } = overlap;
	return {
		columns: [{ heading: 'In' }, { heading: unit.many[0]!.toUpperCase() + unit.many.slice(1), ...END }],
		rows: [
			...names.map((name, set) => [`All of ${name}`, numberText(sizes[set]!)]),
			...regions.map((region) => [regionName(overlap, region), numberText(region.count)])
		],
		total: names.length + count
	};
};
