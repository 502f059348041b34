import { countText, isolated, nameText, numberText } from './format';
import { shareText } from './lessons';

/** What the page of results says. */
export const RESULTS_TEXT = {
	title: 'Results',
	intro:
		'Collect the result files of a class here. They become one table in this tab, and nothing of them is kept: closing the page forgets them.',
	label: 'Result files',
	hint: 'The files that learners save at the end, ending in .json. Thirty at once, or some now and more later.',
	empty: 'No result yet',
	emptyNote: 'Choose the files that your learners saved, all at once. They are read in this browser only.',
	table: 'Results',
	csv: 'Download CSV',
	print: 'Print',
	clear: 'Clear the table',
	group: 'Group',
	allGroups: 'All groups',
	noGroup: '(no group)',
	twice: 'twice',
	nobody: '(no name)',
	notBegun: 'not begun'
} as const;

/** The file that the table is saved as. */
export const RESULTS_FILE = 'lesson-results.csv';

interface Shared {
	readonly done: number;
	readonly of: number;
}
interface Told {
	readonly finished: Shared;
	readonly hardest: {
		readonly question: string;
		readonly lesson: string;
		readonly wrong: Shared;
	} | null;
}

/** “28 of 30 learners finished. The question most often wrong at first: …” */
export function resultsSentence({ finished, hardest }: Told): string {
	const done = `${shareText(finished.done, finished.of)} ${finished.of === 1 ? 'learner' : 'learners'} finished.`;
	if (!hardest) return `${done} No question was answered wrongly at first.`;
	const { question, lesson, wrong } = hardest;
	return `${done} The question most often wrong at first: “${isolated(nameText(question))}” in “${isolated(nameText(lesson))}”, by ${shareText(wrong.done, wrong.of)}.`;
}

/** Who handed in more than once. */
export const repeatedSentence = (results: number): string =>
	`${countText(results, 'result is', 'results are')} of somebody who handed in more than once. All are shown, marked “${RESULTS_TEXT.twice}”; the line above counts each learner once.`;

/** What became of the files that were chosen last. */
export function takenSentence({ added, known, broken }: Taken): string {
	const parts = [
		`${countText(added, 'result')} added`,
		...(known > 0 ? [`${countText(known, 'file was', 'files were')} here already`] : []),
		...(broken > 0 ? [`${countText(broken, 'file')} can’t be read`] : [])
	];
	return `${parts.join(', ')}.`;
}
interface Taken {
	readonly added: number;
	readonly known: number;
	readonly broken: number;
}

/** Said over the files that could not be read. */
export const brokenTitle = (count: number): string =>
	`${countText(count, 'file is', 'files are')} not in the table`;

/** Of a pack: its title and edition. */
export const editionText = (title: string, revision: number): string =>
	`${nameText(title)}, edition ${numberText(revision)}`;

/** Whether the learner’s pack is the one at hand. */
export const sameEditionText = (samePack: boolean | null): string =>
	samePack === null ? 'not at hand' : samePack ? 'the same as here' : 'another than here';

/** Minutes in which the lessons were used: “12 min”, “less than 1 min”. */
export function minutesText(seconds: number): string {
	const minutes = Math.round(seconds / 60);
	return minutes === 0 && seconds > 0 ? 'less than 1 min' : `${numberText(minutes)} min`;
}

/** “24 Nov 2026, 15:00 UTC” of a file’s moment. */
export const savedText = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
