import { FINDER_PAGES } from './finder';
import { countText, isolated, listText, nameText, numberText } from './format';

/** The panel beside the places while a lesson runs. */
export const PANEL_TEXT = {
	name: 'Lesson',
	skip: 'Skip to lesson',
	open: 'Open the lesson',
	close: 'Make the lesson small',
	intro: 'Introduction',
	steps: 'Steps',
	met: 'Done',
	toDo: 'To do',
	missing: 'Still missing',
	checkNote: 'It says what is missing, and then follows what you do.',
	check: 'Check',
	next: 'Next step',
	finish: 'See what it comes to',
	answer: 'Answer',
	number: 'Your answer',
	choice: 'Your answer',
	noAnswer: 'Enter a whole number first.',
	noChoice: 'Choose an answer first.',
	right: 'Right',
	notQuite: 'Not quite',
	mistakes: 'Worth a look',
	debrief: 'What it comes to',
	allDone: 'All done',
	allDoneAbout: 'Every step of this lesson is met.',
	reset: 'Reset exercise',
	resetDone: 'The exercise begins anew. Nothing else was touched.',
	undo: 'Undo',
	back: 'The exercise is as it was.',
	leave: 'Leave the lesson',
	nextLesson: 'Next lesson',
	more: 'More for this lesson',
	present: 'Presenter mode',
	grading: 'Looking how the lesson stands'
} as const;

export const SHOW_TEXT = {
	action: 'Show me',
	ask: 'Show how it is done?',
	about:
		'The exercise is reset, and its solution is played step by step; each step opens the page where it happens. Your result will say that it was shown. The exercise so far goes to the bin.',
	confirm: 'Reset and show me',
	title: 'Show me',
	step: 'Play the next step',
	all: 'Play all',
	stop: 'Close',
	played: 'played',
	none: 'Nothing has to be changed for this lesson: look, go and answer as its steps say.',
	done: 'That was all. What is left is to look, to go somewhere or to answer.'
} as const;
/** What the page of a played step is called; null: what stands above every page. */
export const pageName = (path: string | null): string =>
	path === null
		? 'Above every page'
		: (FINDER_PAGES.find((page) => page.path === path)?.name ?? 'The dashboard');
/** “, as Sam”; null: whoever is not named. */
export const actorText = (actor: string | null): string =>
	actor === null ? '' : `, as ${isolated(nameText(actor).slice(0, 60))}`;

export const PRESENT_TEXT = {
	back: 'Back',
	on: 'On',
	hint: 'Show a hint',
	answer: 'Show the answer',
	start: 'Introduction',
	end: 'What it comes to',
	keys: 'Arrow keys turn the page, Escape leaves.'
} as const;
export const pageText = (at: number, of: number): string => `${numberText(at)} of ${numberText(of)}`;
/** A right answer in words: the number, or the choice. */
export const answerText = (answer: string): string => `Answer: ${isolated(answer)}`;

export const HINT_LABEL = (shown: number, of: number): string =>
	shown === 0 ? `Show a hint (${numberText(of)})` : `Show the next hint (${numberText(of - shown)} left)`;
export const hintName = (place: number): string => `Hint ${numberText(place)}`;

/** Spoken when steps are met, or no longer. */
export const metSentence = (titles: readonly string[], met: number, of: number): string =>
	`Done: ${listText(titles.map(isolated))}. ${numberText(met)} of ${countText(of, 'step')}.`;
export const doneSentence = (title: string): string => `All done: every step of “${isolated(title)}” is met.`;
/** Spoken after a check that found something missing. */
export const lackSentence = (count: number): string =>
	`Not yet: ${countText(count, 'thing is', 'things are')} missing.`;
export const answeredSentence = (given: string, expected: string, right: boolean): string =>
	right ? `${isolated(given)} is right.` : `You answered ${isolated(given)}; right is ${isolated(expected)}.`;
export const figureLabel = (term: string): string => `Why? ${term} in full`;
