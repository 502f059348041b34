import { type ResultRow, type ResultsTable } from '$lib/lessons/results-table';
import { nameText, numberText } from '$lib/text/format';
import { shareText } from '$lib/text/lessons';
import { editionText, minutesText, RESULTS_TEXT, savedText, sameEditionText } from '$lib/text/results';
import { type Column } from '$lib/ui/table-types';

type Kind = Omit<Column<ResultRow>, 'sortable'> & {
	readonly value: (row: ResultRow) => number | string;
};
type Part = ResultRow['steps'];

const share = (key: string, heading: string, part: (row: ResultRow) => Part | null, width = 6.5): Kind => ({
	key,
	heading,
	text: (row) => {
		const one = part(row);
		return one === null ? RESULTS_TEXT.notBegun : shareText(one.done, one.of);
	},
	value: (row) => part(row)?.done ?? -1,
	width,
	align: 'end'
});
const count = (key: string, heading: string, of: (row: ResultRow) => number): Kind => ({
	key,
	heading,
	text: (row) => numberText(of(row)),
	value: of,
	width: 7,
	align: 'end'
});
const words = (key: string, heading: string, text: (row: ResultRow) => string, width: number): Kind => ({
	key,
	heading,
	text,
	value: text,
	width
});

export const learnerText = (row: ResultRow): string =>
	row.learner === '' ? RESULTS_TEXT.nobody : row.learner;

/** The columns of the table of results: what every pack has, then one a lesson. */
export const resultColumns = ({ lessons }: ResultsTable): readonly Kind[] => [
	words('learner', 'Learner', learnerText, 12),
	words('group', 'Group', (row) => row.group, 8),
	share('lessons', 'Lessons done', (row) => row.lessons),
	share('steps', 'Steps met', (row) => row.steps),
	share('predictions', 'Predictions right', (row) => row.predictions, 8.5),
	count('hints', 'Hints', (row) => row.hints),
	count('attempts', 'Attempts', (row) => row.attempts),
	count('resets', 'Resets', (row) => row.resets),
	count('shown', 'Lessons shown', (row) => row.shown),
	{
		...count('minutes', 'Active', (row) => row.activeSeconds),
		text: (row) => minutesText(row.activeSeconds),
		width: 7.5
	},
	words('saved', 'Saved at', (row) => savedText(row.savedAt), 11.5),
	words('pack', 'Pack', (row) => editionText(row.packTitle, row.revision), 14),
	words('same', 'Edition', (row) => sameEditionText(row.samePack), 9.5),
	...lessons.map(({ title }, i) =>
		share(`lesson ${i}`, nameText(title), (row) => row.byLesson[i] ?? null, 8)
	),
	words('file', 'File', (row) => row.source, 12)
];
