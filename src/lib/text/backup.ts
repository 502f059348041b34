import { agoText, countText, isolated, listText, nameText, numberText } from './format';

/** “12.3 MB”; a browser's figure is an estimate. */
export const sizeText = (bytes: number): string =>
	bytes < 100_000 ? `${numberText(Math.ceil(bytes / 1_000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** How much is here. */
export function keptSentence(kept: number, binned: number, usage: number | null, isKept = true): string {
	const scenarios = kept === 0 ? 'No scenario is' : countText(kept, 'scenario is', 'scenarios are');
	const bin = binned === 0 ? '' : ` (and ${countText(binned, 'deleted one')} can still be restored)`;
	const size = usage === null ? '' : ` The browser counts ${sizeText(usage)} for this site.`;
	return `${scenarios} ${isKept ? 'kept in this browser' : 'in this tab'}${bin}.${size} Nothing leaves it unless you export it.`;
}

/** What the browser has promised, or not; null: it can't say (S7). */
export function promiseSentence(persisted: boolean | null): string {
	if (persisted === true) return 'The browser has promised not to clear the data by itself.';
	if (persisted === false)
		return 'The browser has not promised to keep the data: it may clear it when the disk is full, or after some days without a visit.';
	return 'The browser does not say whether it keeps the data. Treat it as data that can vanish.';
}

/** How old the last backup is, and what it does not hold. */
export function backupAgeSentence(madeAt: number | null, unsaved: number, now: number): string {
	const since =
		unsaved === 0
			? 'Every change stands in a file.'
			: `${countText(unsaved, 'scenario has', 'scenarios have')} changes that stand in no file.`;
	return madeAt === null
		? `No backup was made here yet. ${since}`
		: `The last backup was made ${agoText(madeAt, now)}. ${since}`;
}

export const reminderSentence = (names: readonly string[]): string =>
	`${listText(names.slice(0, 3).map((name) => `“${isolated(nameText(name).slice(0, 60))}”`))}${
		names.length > 3 ? ` and ${countText(names.length - 3, 'more', 'more')}` : ''
	} ${names.length === 1 ? 'has' : 'have'} changes that are kept in this browser only. A browser can lose its data; a file stays.`;

/** What “Erase everything” takes with it. */
export const eraseSentence = (kept: number, binned: number): string =>
	`${countText(kept + binned, 'scenario')} with ${kept + binned === 1 ? 'its' : 'their'} whole history, the deleted ones too, lesson packs, drafts and progress, and the notes of backups go from this browser. This can’t be undone. Files that you exported stay where they are.`;

/** After a backup: what could not be read stands in no file. */
export const unreadableSentence = (names: readonly string[]): string =>
	`${listText(names.slice(0, 5).map((name) => `“${isolated(nameText(name).slice(0, 60))}”`))} could not be read and ${
		names.length === 1 ? 'is' : 'are'
	} not in the backup.`;

/** What a backup holds of lessons. */
export function lessonsSentence({
	packs,
	drafts,
	begun
}: {
	readonly packs: number;
	readonly drafts: number;
	readonly begun: number;
}): string {
	const parts = [
		...(packs > 0 ? [countText(packs, 'lesson pack')] : []),
		...(drafts > 0 ? [countText(drafts, 'draft of a pack', 'drafts of packs')] : []),
		...(begun > 0 ? [`how far ${countText(begun, 'lesson has', 'lessons have')} come`] : [])
	];
	return `Lessons: ${listText(parts)}`;
}

/** On the button that restores. */
export const restoreLabel = (scenarios: number, withLessons: boolean): string =>
	scenarios === 0 && withLessons
		? 'Restore the lessons'
		: `Restore ${countText(scenarios, 'scenario')}${withLessons ? ' and the lessons' : ''}`;

export const restoredSentence = (scenarios: number, withLessons: boolean): string =>
	scenarios === 0 && withLessons
		? 'Lessons restored'
		: `${countText(scenarios, 'scenario')}${withLessons ? ' and the lessons' : ''} restored`;
