import { type Region } from '$lib/domain/overlap';
import { countText, numberText } from '$lib/text/format';
import { eulerNote, membersText, overlapSentence, MATRIX_NOTE, SMALLER_NOTE } from '$lib/text/overlap';
import { type Euler, eulerOf } from './euler';
import { byCount, type Pair, pairsOf, sizesOf } from './regions';
import { MOST_ROWS, type Story } from './story';

/** What is in the sets: “agent”, “agents”. */
export interface Unit {
	readonly one: string;
	readonly many: string;
}

export interface Sets {
	readonly names: readonly string[];
	/** Exclusive: each member is in one region. */
	readonly regions: readonly Region[];
	readonly unit: Unit;
}

export interface Overlapping extends Sets {
	readonly kind: 'euler' | 'upset' | 'matrix';
	readonly sizes: readonly number[];
	readonly pairs: readonly Pair[];
	readonly euler?: Euler;
}

/** Circles up to three sets, where they can be drawn; UpSet to thirty; above, what each two share. */
export function overlapOf({ names, regions, unit }: Sets): Overlapping {
	const sorted = regions.filter(({ count, of }) => count > 0 && of.length > 0).toSorted(byCount);
	const base = {
		names,
		regions: sorted,
		unit,
		sizes: sizesOf(names.length, sorted),
		pairs: pairsOf(names.length, sorted)
	};
	if (names.length <= 3) return { ...base, kind: 'euler', euler: eulerOf(names.length, sorted) };
	return { ...base, kind: names.length <= 30 ? 'upset' : 'matrix' };
}

/** Who is in exactly these sets, as a name. */
export const regionName = ({ names }: Pick<Sets, 'names'>, { of }: Region): string =>
	of.length === 1 ? `Only ${names[of[0]!]}` : of.map((set) => names[set]).join(' & ');

export const regionText = ({ unit }: Pick<Sets, 'unit'>, { of, count }: Region): string =>
	membersText(countText(count, unit.one, unit.many), of.length);

/** Both names, or one of them, hold the words that are searched for. */
export const pairsFor = (overlap: Overlapping, search: string): readonly Pair[] => {
	const words = search.trim().toLowerCase();
	if (words === '') return overlap.pairs;
	const holds = overlap.names.map((name) => name.toLowerCase().includes(words));
	return overlap.pairs.filter(({ a, b }) => holds[a] || holds[b]);
};

export function overlapStory(title: string, overlap: Overlapping, search: string): Story {
	const { names, regions, sizes, unit, kind, pairs, euler } = overlap;
	const several = regions.filter(({ of }) => of.length > 1).reduce((sum, { count }) => sum + count, 0);
	const total = regions.reduce((sum, { count }) => sum + count, 0);
	const greatest = pairs[0];
	const end = { align: 'end' as const };
	const found = kind === 'matrix' ? pairsFor(overlap, search) : [];
	const notes = [
		euler && names.length === 3
			? eulerNote(
					euler.error,
					euler.lost.map((region) => `${regionName(overlap, region)} (${numberText(region.count)})`)
				)
			: '',
		kind === 'upset' ? SMALLER_NOTE : kind === 'matrix' ? MATRIX_NOTE : ''
	];
	return {
		title,
		sentence: overlapSentence({
			total: countText(total, unit.one, unit.many),
			several,
			greatest: greatest && { a: names[greatest.a]!, b: names[greatest.b]!, shared: greatest.shared }
		}),
		note: notes.filter(Boolean).join(' ') || undefined,
		table:
			kind === 'matrix'
				? {
						columns: [{ heading: 'One' }, { heading: 'Other' }, { heading: 'In both', ...end }],
						rows: found
							.slice(0, MOST_ROWS)
							.map(({ a, b, shared }) => [names[a]!, names[b]!, numberText(shared)]),
						total: found.length
					}
				: {
						columns: [
							{ heading: 'In' },
							{ heading: unit.many[0]!.toUpperCase() + unit.many.slice(1), ...end }
						],
						rows: [
							...regions.map((region) => [regionName(overlap, region), numberText(region.count)]),
							...names.map((name, index) => [`All of ${name}`, numberText(sizes[index]!)])
						]
					}
	};
}
