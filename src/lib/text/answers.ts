import { type Lesson, type LessonQuestion } from '$lib/domain/lesson';
import { nameText, numberText } from './format';

/** The answer to each question of a lesson, for the instructor: “Predict: both queues: 10”. */
export const answersText = (
	{ steps }: Lesson,
	rightOf: (question: LessonQuestion) => number | string
): string[] =>
	steps.flatMap((step) => {
		if (step.kind === 'task') return [];
		const right = rightOf(step);
		const said =
			typeof right === 'number'
				? numberText(right)
				: step.kind === 'choice'
					? (step.choices.find(({ id }) => id === right)?.text ?? '')
					: right;
		return [`${nameText(step.title)}: ${said}`];
	});
