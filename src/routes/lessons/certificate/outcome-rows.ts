import { type LessonResult } from '$lib/domain/lesson-result';
import { shareText } from '$lib/text/lessons';

/** One lesson of a certificate. */
export interface Outcome {
	readonly id: string;
	readonly title: string;
	readonly isDone: boolean;
	readonly met: number;
	readonly steps: number;
	/** First answers that were right, of all first answers. */
	readonly right: number;
	readonly predictions: number;
	readonly hints: number;
	readonly attempts: number;
	readonly minutes: number;
	readonly shown: boolean;
}

export const outcomeRows = ({ lessons }: LessonResult): readonly Outcome[] =>
	lessons.map(({ lessonId, title, steps, predictions, hints, attempts, activeSeconds, shown }) => {
		const met = steps.filter((step) => step.met).length;
		return {
			id: lessonId,
			title,
			isDone: met === steps.length,
			met,
			steps: steps.length,
			right: predictions.filter(({ given, expected }) => given === expected).length,
			predictions: predictions.length,
			hints,
			attempts,
			minutes: Math.round(activeSeconds / 60),
			shown
		};
	});

type Predicted = Pick<Outcome, 'right' | 'predictions'>;

export const sumOf = (rows: readonly Predicted[]): Predicted => ({
	right: rows.reduce((sum, row) => sum + row.right, 0),
	predictions: rows.reduce((sum, row) => sum + row.predictions, 0)
});

/** “2 of 3”, or a dash where nothing was asked. */
export const predictionsOf = ({ right, predictions }: Predicted): string =>
	predictions === 0 ? '–' : shareText(right, predictions);
