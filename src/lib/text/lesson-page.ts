import { countText, isolated, nameText, numberText } from './format';
import { shareText } from './lessons';

/** The Lessons page, its packs, and what comes from elsewhere. */
export const LESSONS_TEXT = {
	intro:
		'Each lesson opens a scenario of its own and stands beside the places while you work in them. Nothing of yours is changed.',
	write: 'Write lessons',
	results: 'Results',
	open: 'Open a lesson pack',
	openHint: 'A lesson pack of this sandbox (.json). You see what it holds before it is kept.',
	save: 'Save my result',
	remove: 'Remove this pack',
	removed: 'Pack removed. What you did in its lessons stays.',
	shipped: 'Comes with the sandbox',
	start: 'Start',
	goOn: 'Go on',
	again: 'Do it again',
	none: 'Not begun',
	done: 'Done',
	reading: 'Reading the lessons'
} as const;

/** “3 of 5 steps”. */
export const stepsText = (met: number, of: number): string => `${shareText(met, of)} steps`;
export const minutesText = (minutes: number): string => `${numberText(minutes)} min`;

/** “11 lessons, about 82 minutes, 3 done”. */
export const packSentence = (lessons: number, minutes: number, done: number): string =>
	`${countText(lessons, 'lesson')}, about ${countText(minutes, 'minute')}, ${numberText(done)} done`;

/** A file, an address or a link on its way onto the shelf. */
export const PACK_TEXT = {
	title: 'Lesson pack',
	about: 'You see what it holds. Nothing is kept unless you say so.',
	reading: 'Reading the lesson pack',
	cannot: 'This lesson pack can’t be opened',
	nothing: 'Nothing was kept.',
	keep: 'Keep this pack',
	drop: 'Don’t keep',
	dropped: 'The lesson pack was not kept.',
	again: 'Look again',
	close: 'Close',
	stop: 'Cancel',
	stranger:
		'A pack does not prove who wrote it. Its lessons open scenarios of their own; nothing of yours is replaced.'
} as const;
export const keptSentence = (title: string): string => `“${isolated(title)}” is on the list of lessons.`;

/** How large a pack is, rounded up: “14 kB”. */
export const sizeText = (bytes: number): string => `${numberText(Math.max(1, Math.ceil(bytes / 1024)))} kB`;

/** The line about lessons on Home. */
export const HOME_LESSONS = {
	title: 'Lessons',
	begin: 'RingCentral’s text as a course: short exercises that check themselves, with hints.',
	see: 'See the lessons',
	badge: 'Lesson'
} as const;
export const lessonsSentence = (done: number, of: number): string => `${shareText(done, of)} lessons done.`;
export const goOnLabel = (title: string): string => `Go on with “${isolated(title)}”`;
export const startLabel = (title: string): string => `Start “${isolated(title)}”`;

/** What a learner hands in. */
export const RESULT_TEXT = {
	title: 'Save my result',
	about: 'A file for whoever teaches you, and a certificate to print. Nothing is sent anywhere.',
	name: 'Your name',
	group: 'Class or group',
	nameHint: 'Both may stay empty. They go into the file, and are kept in this browser for the next time.',
	file: 'Save result file',
	certificate: 'Certificate',
	saved: 'Result saved:',
	nothing: 'Nothing was begun in this pack yet.'
} as const;
export const resultFileName = (title: string, learner: string): string =>
	[title, learner]
		.map((part) =>
			part
				.replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
				.replaceAll(/\s+/g, ' ')
				.trim()
				.slice(0, 60)
		)
		.concat('result')
		.filter(Boolean)
		.join(' - ') + '.json';

export const CERTIFICATE_TEXT = {
	title: 'Certificate',
	heading: 'Certificate of practice',
	whose: 'Learner',
	group: 'Class or group',
	pack: 'Lessons',
	day: 'Saved on',
	lessons: 'Lessons done',
	predictions: 'Predictions right at first',
	table: 'What was done, lesson by lesson',
	columns: ['Lesson', 'Steps met', 'Predictions right', 'Hints', 'Attempts', 'Minutes'],
	shown: 'with “Show me”',
	print: 'Print',
	back: 'All lessons',
	none: 'There is nothing to certify yet',
	noneAbout: 'Begin a lesson first. What you do in it is kept in this browser.'
} as const;
/** A name as the learner typed it, or that there is none. */
export const learnerText = (name: string): string => nameText(name).slice(0, 120);
