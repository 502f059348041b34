import { type LessonProblem, type ProblemField } from '$lib/domain/lesson-problem';
import { faultSentence } from './file-faults';
import { numberText } from './format';
import { missingSentence } from './lessons';
import { refusalSentence } from './refusals';

/** Where a problem is, on the link that leads there. */
export const FIELD_NAMES: Readonly<Record<ProblemField, string>> = {
	'pack-title': 'title of the pack',
	'pack-lessons': 'lessons',
	title: 'title of the lesson',
	start: 'start',
	steps: 'steps',
	'step-title': 'title of the step',
	'step-text': 'text of the step',
	goal: 'goal',
	after: 'what the question supposes',
	answer: 'answer',
	choices: 'choices',
	mistakes: 'known mistakes',
	solution: '“Show me”'
};

/** What is wrong, and what to do about it. */
export function problemSentence(problem: LessonProblem): string {
	switch (problem.code) {
		case 'NO_TITLE':
			return 'There is no title yet.';
		case 'NO_LESSONS':
			return 'There is no lesson yet. Add one.';
		case 'NO_STEPS':
			return 'There is no step yet. Add a task or a question.';
		case 'NO_TEXT':
			return 'There is no text yet: say what is to be done or answered.';
		case 'NO_GOAL':
			return 'There is no goal yet. Do the task and tick what counts, or say the goal by hand.';
		case 'GOAL_OPEN':
			return 'Part of the goal is not chosen yet.';
		case 'MET_AT_START':
			return 'The goal is met before the learner does anything. Ask for something that is not so at the start.';
		case 'NOT_SOLVED':
			return `“Show me” does not reach the goal: ${problem.missing.map(missingSentence).join(' ') || 'something is missing.'} Do the task once more, or change the goal.`;
		case 'REFUSED':
			return `Step ${numberText(problem.place)} can’t be done at that point: ${refusalSentence(problem.refusal)}`;
		case 'FEW_CHOICES':
			return 'A question with choices needs two at least.';
		case 'EMPTY_CHOICE':
			return 'A choice says nothing yet.';
		case 'NO_RIGHT_CHOICE':
			return 'No choice is marked as the right one.';
		case 'MISTAKE_IS_RIGHT':
			return `A known mistake leads to ${numberText(problem.answer)}, which is the right answer.`;
		case 'MISTAKE_OPEN':
			return `Mistake ${numberText(problem.place)} is not finished: it needs a text and everything chosen.`;
		case 'MISTAKE_AT_START':
			return `Mistake ${numberText(problem.place)} is seen before the learner does anything.`;
		case 'MISTAKE_IN_SOLUTION':
			return `Mistake ${numberText(problem.place)} is seen while “Show me” does it right.`;
		case 'NO_START':
			return 'The sample that the lesson starts from is not in this sandbox. Choose another start.';
		case 'UNREADABLE':
			return `Learners could not open the file. ${faultSentence(problem.fault)}`;
	}
}
