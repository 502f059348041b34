import { type SeatChange, type SeatChanges } from '$lib/domain/frame-rows';
import { toSeconds } from '$lib/domain/instant';
import { reasonSentence } from './because';
import { countText, dayText, isolated, listText, nameText, numberText } from './format';

/** How many people the passing note names. */
export const NAMED_CHANGES = 5;

const LONGEST = 40;

/** A name for a sentence: not empty, not endless, not turning the words around it. */
function short(name: string): string {
	const shown = nameText(name);
	return isolated(shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown);
}

type When = Pick<SeatChanges, 'to' | 'timeZone' | 'windowStart'>;

const day = (at: number, { to, timeZone }: When): string => dayText(at, timeZone, toSeconds(to));

/** “window now starts 26 Oct”. */
const windowText = (when: When): string => `window now starts ${day(when.windowStart, when)}`;

/** What a seat that left stood on: “last viewed 25 Oct”; one that entered: “viewed Floor wallboard on 20 Nov”. */
export function changeReason({ kind, reason }: SeatChange, when: When): string {
	if (!reason) return kind === 'left' ? 'no reason is left in the window' : 'counts now';
	if (kind === 'entered') return reasonSentence(reason, { asOf: when.to, timeZone: when.timeZone });
	switch (reason.kind) {
		case 'viewed':
			return reason.lastAt > toSeconds(when.to)
				? `the viewing of ${day(reason.lastAt, when)} is yet to come`
				: `last viewed ${day(reason.lastAt, when)}`;
		case 'member':
			return reason.until === null || (reason.since ?? -Infinity) > toSeconds(when.to)
				? `agent of ${short(reason.queue)}, not yet at that time`
				: `agent of ${short(reason.queue)} until ${day(reason.until, when)}`;
		case 'permission':
			return '';
	}
}

/** What a step of the clock did to the active count, in one or two sentences; null: nothing. */
export function changesNote(changes: SeatChanges): string | null {
	const { left, entered, seats } = changes;
	if (left + entered === 0) return null;
	const named = seats.slice(0, NAMED_CHANGES);
	if (left + entered === 1 && named[0]) {
		const [one] = named;
		const window = one.kind === 'left' ? `, ${windowText(changes)}` : '';
		return `${short(one.name)} ${one.kind}: ${changeReason(one, changes)}${window}.`;
	}
	const part = (kind: SeatChange['kind'], all: number): string => {
		if (all === 0) return '';
		const names = named
			.filter((one) => one.kind === kind)
			.map((one) => `${short(one.name)} (${changeReason(one, changes)})`);
		const more = all - names.length;
		const rest = more > 0 ? [names.length > 0 ? `${numberText(more)} more` : countText(more, 'seat')] : [];
		return `${kind === 'left' ? 'Left' : 'Entered'}: ${listText([...names, ...rest])}.`;
	};
	const window = left > 0 ? `${windowText(changes).replace('w', 'W')}. ` : '';
	return `${window}${[part('left', left), part('entered', entered)].filter(Boolean).join(' ')}`;
}

/** The heading sentence of the list that the note opens. */
export function changesSummary(changes: SeatChanges): string {
	const { left, entered, seats } = changes;
	const shown = seats.length < left + entered ? ` The first ${numberText(seats.length)} are listed.` : '';
	const what =
		left === 0
			? `${countText(entered, 'seat')} entered the active count`
			: `${countText(left, 'seat')} left the active count${entered > 0 ? ` and ${countText(entered, 'seat')} entered it` : ''}`;
	return `${what}. The ${windowText(changes)}.${shown}`;
}
