import { nameText } from '$lib/text/format';
import { RESULT_HEADINGS, samePackText, SELF_REPORTED, shareText } from '$lib/text/lessons';
import { type Cell, csvText } from './csv';

/** A table of results as it is shown and written (E6); shaped as the grading makes it. */
export interface ResultsToWrite {
	readonly lessons: readonly { readonly title: string }[];
	readonly rows: readonly {
		readonly source: string;
		readonly learner: string;
		readonly group: string;
		readonly packTitle: string;
		readonly revision: number;
		readonly samePack: boolean | null;
		readonly lessons: Part;
		readonly steps: Part;
		readonly predictions: Part;
		readonly hints: number;
		readonly attempts: number;
		readonly resets: number;
		readonly shown: number;
		readonly activeSeconds: number;
		readonly savedAt: string;
		readonly byLesson: readonly (Part | null)[];
	}[];
}
interface Part {
	readonly done: number;
	readonly of: number;
}

/** The cells of a table of results, its headings first; minutes to one place. */
export const resultCells = ({ lessons, rows }: ResultsToWrite): readonly (readonly Cell[])[] => [
	[...RESULT_HEADINGS, ...lessons.map(({ title }) => nameText(title))],
	...rows.map((row) => [
		row.group,
		row.learner,
		row.packTitle,
		row.revision,
		samePackText(row.samePack),
		row.lessons.done,
		row.lessons.of,
		row.steps.done,
		row.steps.of,
		row.predictions.done,
		row.predictions.of,
		row.hints,
		row.attempts,
		row.resets,
		row.shown,
		Math.round(row.activeSeconds / 6) / 10,
		row.savedAt,
		row.source,
		...row.byLesson.map((part) => (part === null ? '' : shareText(part.done, part.of)))
	])
];

/** The table as a CSV file; its last line says that everything in it is self-reported. */
export const resultsCsv = (table: ResultsToWrite): string =>
	csvText([...resultCells(table), [SELF_REPORTED]]);
