import { type OverlapKind, type Pair } from '$lib/domain/overlap';
import { isolated, listText, numberText } from './format';

/** “4 agents in both”, “2 agents in all three”, “5 agents in 7 sets at once”, of a region of `sets` sets. */
export const membersText = (members: string, sets: number): string =>
	sets === 1 ? `${members}, nowhere else` : `${members} in exactly these ${numberText(sets)}`;

/** What an overlap shows: how many are in several sets, and the two that share most. */
export function overlapSentence(overlap: {
	readonly total: string;
	readonly several: number;
	readonly greatest: Pair | null;
}): string {
	const { total, several, greatest } = overlap;
	if (!greatest) return `${total}, none in more than one.`;
	const both = `${isolated(greatest.a)} and ${isolated(greatest.b)}`;
	return `${numberText(several)} of ${total} ${several === 1 ? 'is' : 'are'} in more than one; ${both} share most, ${numberText(greatest.shared)}.`;
}

/** How true the areas of three circles are, in percent of all members. */
export function eulerNote(error: number, lost: readonly string[]): string {
	const percent = (error * 100).toFixed(1);
	const truth =
		error < 0.0005
			? 'Areas are true to the counts.'
			: `Three circles cannot show these counts exactly: areas are off by up to ${percent} % of the whole. The numbers are exact.`;
	return lost.length === 0 ? truth : `${truth} Without an area of its own: ${listText(lost)}.`;
}

export const SMALLER_NOTE = 'Overlaps that there is no room for, the smallest ones, are in the table only.';
export const MATRIX_NOTE =
	'Shown are those that share most with each other, or with what is searched for. Beside a name stands how many it has in all; in a square, how many are in both.';

/** “Detroit Support and Belmont Support”, the name of a cell. */
export const pairName = (a: string, b: string): string => `${isolated(a)} and ${isolated(b)}`;

export const OVERLAP_TEXT: Readonly<Record<OverlapKind, { readonly label: string; readonly title: string }>> =
	{
		queues: { label: 'Call queues', title: 'Agents now, by the monitored queues that they share' },
		dashboards: { label: 'Dashboards', title: 'Agents now, by the dashboards that they share' }
	};
