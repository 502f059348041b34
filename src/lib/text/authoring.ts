import { type Lesson, type LessonStep, PACK_LIMITS } from '$lib/domain/lesson';
import { type HandedOut } from '$lib/domain/lesson-shelf';
import { sizeText } from './backup';
import { countText, isolated, listText, nameText, numberText } from './format';
import { PLACES } from './places';

/** How many characters a text may have, said at its field. */
const most = (limit: number): string => `At most ${numberText(limit)} characters.`;
const MARKDOWN = `Write **bold**, *italics*, lists with “- ”, and links to places such as [Billing Portal](billing); the places are ${listText(PLACES)}.`;

/** The list of packs that are being written. */
export const WRITE_TEXT = {
	title: 'Write lessons',
	intro:
		'A pack is a few lessons under one title. You build each by using the app: do the task yourself, and tick what counts. Drafts stay in this browser until you save them as files.',
	add: 'New pack',
	copyCourse: 'Copy the shipped course',
	open: 'Open a pack to edit',
	openHint: 'A lesson pack (.json) that you saved here before, or got from somebody.',
	none: 'No pack yet',
	noneNote: 'Start with an empty one, or copy the shipped course and change it.',
	mine: 'Packs',
	newTitle: 'My lessons',
	gone: 'This draft is not here',
	goneNote: 'It was deleted, or it was written in another browser.',
	back: 'Write lessons',
	opening: 'Opening…'
} as const;

/** Whether a draft is kept as it is shown. */
export const DRAFT_STATES = {
	saved: 'Saved in this browser',
	saving: 'Saving…',
	failed: 'Not saved: save the pack file before you leave',
	conflict: 'Not saved: changed in another tab'
} as const;

/** Two tabs wrote one draft (S4). */
export const CONFLICT_TEXT = {
	title: 'Two tabs changed this pack',
	copy: 'Keep mine as a copy',
	theirs: 'Take the other tab’s',
	leave: 'Let it go',
	took: 'This is what the other tab wrote'
} as const;

export const conflictSentence = (isGone: boolean): string =>
	isGone
		? 'Another tab removed it. What you see here is on this page only: keep it as a copy, or let it go.'
		: 'Nothing was overwritten: the other tab’s is kept, and what you see here is yours, on this page only. Keep yours as a copy beside it, or take what the other tab wrote.';

/** The page of one pack. */
export const PACK_TEXT = {
	about: 'The pack',
	title: 'Title',
	titleHint: most(PACK_LIMITS.title),
	intro: 'Introduction',
	introHint: `What the pack is for. ${most(PACK_LIMITS.text)}`,
	lessons: 'Lessons',
	lessonsNote: `In the order in which learners see them; at most ${PACK_LIMITS.lessons}. They may be done in any order.`,
	noLesson: 'No lesson yet. Add one, choose where it starts, and do its first task.',
	addLesson: 'Add a lesson',
	fullLessons: `A pack holds ${PACK_LIMITS.lessons} lessons at most.`,
	check: 'Check',
	checkNote:
		'Plays every lesson: it must be open at its start and solved by its own “Show me”, and each known mistake must differ from the right answer.',
	checkNow: 'Check the pack',
	sound: 'The pack can be handed out: every lesson is open at its start and solved by “Show me”.',
	handOut: 'Hand out',
	handOutNote:
		'Each time you hand out a changed pack, its edition goes up by one, so that results tell which one a learner had.',
	file: 'Save the pack file',
	notes: 'Save the instructor’s notes',
	notesNote:
		'The notes and the answer to each question are a file of their own. Learners never get it with the pack.',
	openNotes: 'Open instructor’s notes',
	openNotesHint: 'The notes file of this pack. It replaces the notes of the lessons that it names.',
	otherNotes: 'These notes belong to another pack. Nothing was changed.',
	notesTaken: 'Notes taken in',
	link: 'Make a link',
	linkLabel: 'Link to the pack',
	copy: 'Copy link',
	copied: 'Link copied.',
	notCopied: 'This browser did not let the page copy. The link is marked: press Ctrl+C, or ⌘C on a Mac.',
	longLink:
		'Some chat and mail programs cut links longer than about 1,900 characters: try it before you rely on it, or hand out the file.',
	noLink:
		'The pack is too large for a link. Hand out the file, or put it beside the app. Lessons that start from a sample keep a pack small.',
	beside: 'Put the pack beside the app',
	besideNote:
		'Whoever hosts the app can copy the pack file into the app’s folder, beside its index.html. Then the app’s address with ?pack= and the file’s name opens it for everybody, however large it is:'
} as const;

/** Where a pack file lies beside the app, as an address. */
export const besideText = (address: string, file: string): string => `${address}?pack=${file}`;

/** What is to be mended first, said where something was to be handed out. */
export const mendSentence = (count: number): string =>
	`${countText(count, 'thing is', 'things are')} to be mended before the pack can be handed out.`;

/** The page of one lesson. */
export const LESSON_TEXT = {
	parts: { lesson: 'Lesson', steps: 'Steps', mistakes: 'Mistakes', end: 'End', notes: 'Notes' },
	title: 'Title',
	titleHint: most(PACK_LIMITS.title),
	minutes: 'Minutes',
	minutesHint: 'About how long it takes; five to ten are good.',
	intro: 'Introduction',
	introHint: `The situation: who wants what, and why. ${MARKDOWN} ${most(PACK_LIMITS.text)}`,
	start: 'Starts from',
	startHint:
		'Every learner begins with a copy of it. One of your scenarios is taken in as it is now; change it later and take it in again.',
	samples: 'Samples',
	yours: 'Your scenarios',
	inPack: 'In this pack',
	preview: 'Preview as learner',
	noPreview: 'Add a step first.',
	about: 'About the lesson',
	steps: 'Steps',
	stepsNote: `Tasks and questions in their order; at most ${PACK_LIMITS.steps}. Ask for a prediction before the task that shows it.`,
	noStep: 'No step yet',
	noStepNote: 'Add a task, and do it yourself to say what counts.',
	fullSteps: `A lesson holds ${PACK_LIMITS.steps} steps at most.`,
	add: { task: 'Add a task', number: 'Ask for a number', choice: 'Ask for a choice' },
	stepTitle: 'Title of the step',
	stepText: 'Text',
	stepTextHint: `What to do or to answer. ${MARKDOWN}`,
	hints: 'Hints',
	hintsNote: `Three at most, from general to exact; a learner opens one after the other. ${most(PACK_LIMITS.hint)}`,
	goal: 'Goal',
	goalNote: 'What must be so in the end, whatever way leads there. Never a click, never a word on screen.',
	noGoal: 'Nothing counts yet. Do the task, then tick what it came to.',
	record: 'Do the task',
	byHand: 'Say the goal by hand',
	byHandNote: 'For what doing the task does not offer: either of two ways, or something that must not be.',
	recordTitle: 'Where do you begin?',
	recordNote: '“Show me” already does something in this lesson.',
	fromHere: 'After what “Show me” does',
	fromHereNote: 'For the next task. What you do is added to “Show me”.',
	fromStart: 'At the lesson’s start',
	fromStartNote: 'To do it all again. What you do replaces “Show me”.',
	begin: 'Begin',
	answer: 'Right answer',
	answerNote: 'Computed when the question is asked, so it stays right when the start changes.',
	plus: 'plus',
	minus: 'minus',
	sign: 'Sign',
	amount: 'Figure',
	number: 'Number',
	aNumber: 'a number',
	addFigure: 'Add a figure',
	after: 'What the question supposes',
	afterNote: 'Tried on a copy before the figures are read; the learner’s scenario does not change.',
	noAfter: 'Nothing: the figures are those of the scenario as it stands.',
	recordAfter: 'Do what it supposes',
	takeSolution: 'Take it from “Show me”',
	noSolutionYet: '“Show me” does nothing yet.',
	explanation: 'Explanation',
	explanationHint: `Shown once a number is given. ${most(PACK_LIMITS.text)}`,
	wrong: 'Wrong numbers that are known',
	wrongNote: 'A figure that a usual mistake leads to, and what to say to it.',
	addWrong: 'Add a wrong number',
	wrongText: 'What to say',
	choices: 'Choices',
	choicesNote: `Two to ${PACK_LIMITS.choices}, each with the reply that it gets.`,
	choice: 'Choice',
	reply: 'Reply',
	right: 'Right',
	addChoice: 'Add a choice',
	mistakes: 'Known mistakes',
	mistakesNote:
		'What many do wrong in the scenario: when it is seen, the learner is told by name. For example, a permission of Billing given instead of one of Analytics.',
	noMistake: 'No known mistake',
	addMistake: 'Add a mistake',
	mistakeText: 'What to say',
	when: 'Seen when',
	debrief: 'Debrief',
	debriefText: 'What the lesson comes to',
	debriefHint: `Shown at the end, beside the figure. ${most(PACK_LIMITS.text)}`,
	show: 'Figure to explain',
	solution: '“Show me”',
	solutionNote: 'What is played on a fresh start when a learner asks to be shown.',
	noSolution: 'Nothing yet. Do a task: what you do becomes “Show me”.',
	clearSolution: 'Clear “Show me”',
	notes: 'Instructor’s notes',
	notesHint: `Only in the notes file, never in the pack. ${most(PACK_LIMITS.text)}`
} as const;

export const STEP_KINDS: Readonly<Record<LessonStep['kind'], string>> = {
	task: 'Task',
	number: 'Number',
	choice: 'Choice'
};

/** What a lesson consists of, in its pack’s list. */
export function lessonFacts({ steps, minutes }: Lesson): string {
	const tasks = steps.filter(({ kind }) => kind === 'task').length;
	return [
		countText(tasks, 'task'),
		countText(steps.length - tasks, 'question'),
		countText(minutes, 'minute')
	].join(', ');
}

/** Which edition a pack is, or will be. */
export const editionSentence = (revision: number, last: HandedOut | undefined): string =>
	last === undefined
		? 'Never handed out from here.'
		: `Edition ${numberText(last.revision)} was handed out${revision > last.revision ? `; what you hand out now is edition ${numberText(revision)}` : ' and has not changed since'}.`;

/** What a lesson’s own start is called: its name, and how much of the pack’s file it takes. */
export const ownStartText = (name: string, bytes: number): string =>
	`“${isolated(nameText(name))}”, ${sizeText(bytes)}`;

/** The names of files that are handed out. */
export function packFileName(title: string, revision: number): string {
	const plain = title
		.normalize('NFKD')
		.replaceAll(/\p{M}/gu, '')
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, '-')
		.replaceAll(/^-+|-+$/g, '')
		.slice(0, 60)
		.replace(/-$/, '');
	return `${plain === '' ? 'lessons' : plain}-${revision}.json`;
}
export const notesFileName = (title: string, revision: number): string =>
	`notes-${packFileName(title, revision)}`;

/** What was done to a draft, in passing. */
export const removedText = (what: string): string => `${what} removed`;
/** Why a scenario was not taken as a start; sizes in bytes. */
export const tooLargeText = (name: string, bytes: number, limit: number): string =>
	`“${isolated(nameText(name).slice(0, 60))}” is too large for a lesson to start from: it has ${sizeText(bytes)}, and ${sizeText(limit)} is the most. The lesson starts from what it did before.`;
