import { type StoreFault } from '$lib/domain/fault';
import { restoredSentence } from './backup';
import { agoText, countText, isolated, listText, nameText } from './format';

/** What is missing, as far as it was noted. `at`: when it was last seen, in the computer's own words, or null. */
export interface Missed {
	readonly isTotal: boolean;
	readonly count: number;
	/** Packs, drafts and begun lessons. */
	readonly lessons: number;
	readonly at: string | null;
}

export const recoveryTitle = ({ isTotal, count }: Pick<Missed, 'isTotal' | 'count'>): string =>
	isTotal && count > 0 ? 'Your scenarios are missing' : 'Something of yours is missing';

/** What was here and what is. */
export function lossSentence({ isTotal, count, lessons, at }: Missed): string {
	if (count === 0)
		return `What this browser kept of lessons${at === null ? '' : ` on ${at}`} (packs, drafts, how far they have come) is gone, and you did not delete it here.`;
	return (
		scenariosSentence({ isTotal, count, at }) + (lessons > 0 ? ' What it kept of lessons is gone, too.' : '')
	);
}

function scenariosSentence({ isTotal, count, at }: Omit<Missed, 'lessons'>): string {
	const scenarios = countText(count, 'scenario');
	if (at === null)
		return `This browser held ${scenarios}. Now it holds none, and you did not delete ${count === 1 ? 'it' : 'them'} here.`;
	return isTotal
		? `This browser held ${scenarios} on ${at}. Now it holds none, and you did not delete ${count === 1 ? 'it' : 'them'} here.`
		: `${countText(count, 'scenario that was here is', 'scenarios that were here are')} gone or stand at an older state than on ${at}, and you did not do that here.`;
}

export const WHY_LOST =
	'Browsers clear a site’s data when somebody asks them to, when the disk is full or damaged, or after some days without a visit.';

/** What the second copy would bring back; what of lessons is said by itself. */
export const copyOfferSentence = (count: number, at: number, now: number): string => {
	const written = `A second copy, written ${agoText(at, now)}, has`;
	return count > 0
		? `${written} ${countText(count, 'of them', 'of them')}. Restoring makes a new scenario of each; undo history is not in it.`
		: `${written} what is listed here.`;
};

export const LESSONS_HINT =
	'What is here stays as it is, but for a lesson that has come further in the copy; drafts come as new ones.';

export const NO_COPY_TEXT =
	'This page has no second copy of them. If you exported your scenarios, open the files below; nothing is overwritten.';
export const NOTHING_TICKED = 'Tick what to restore.';
export const ELSE_FILES_TEXT = 'If you exported files, open them below; nothing is overwritten.';

export const RECOVERY = {
	download: 'Download the second copy',
	afresh: 'Start afresh',
	right: 'It is right as it is',
	forget: 'Delete from the copy'
} as const;

export const DAMAGED = { restore: 'Restore its last copy', raw: 'Export the raw data' } as const;

export const recoveredSentence = (scenarios: number, withLessons: boolean): string =>
	`${restoredSentence(scenarios, withLessons)} from the second copy`;

export const COPY_DAMAGED =
	'The second copy is damaged and can’t be restored. Nothing was created. Download it from here to keep what is in it.';

/** How the second copy stands, for Settings (S5). */
export function copySentence(
	copy: { readonly at: number; readonly entries: readonly unknown[]; readonly lessons?: unknown } | null,
	fault: StoreFault | undefined,
	now: number
): string {
	const parts = [
		...(copy && copy.entries.length > 0 ? [countText(copy.entries.length, 'scenario')] : []),
		...(copy?.lessons === undefined ? [] : ['what is kept of lessons'])
	];
	const last =
		copy && parts.length > 0
			? `A second copy of ${listText(parts)}, apart from the browser’s database, was written ${agoText(copy.at, now)}.`
			: 'There is no second copy yet; one is written some seconds after a change.';
	const why =
		fault?.code === 'STORAGE_FULL'
			? ' The last try found no room.'
			: fault
				? ' The last try failed; the next change tries again.'
				: '';
	return last + why;
}

export const NO_COPY_HERE =
	'This browser has no place for a second copy beside its database. Export backups more often.';

export const leftOutSentence = (names: readonly string[]): string =>
	`${namesText(names)} ${names.length === 1 ? 'has' : 'have'} no room in the second copy.`;

export const onlyInCopySentence = (names: readonly string[]): string =>
	names.length === 0
		? 'The second copy also holds something of lessons that is not here, or not in that later state.'
		: `The second copy also holds ${namesText(names)}, which ${
				names.length === 1 ? 'is' : 'are'
			} not among your scenarios, or not in that later state.`;

const namesText = (names: readonly string[]): string =>
	`${listText(names.slice(0, 3).map((name) => `“${isolated(nameText(name).slice(0, 60))}”`))}${
		names.length > 3 ? ` and ${countText(names.length - 3, 'more', 'more')}` : ''
	}`;
