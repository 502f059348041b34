import { type Comparator, type LessonFigure } from '$lib/domain/goal';
import { type Missing } from '$lib/domain/missing';
import { countText, numberText } from './format';

/** The figures that lessons name, as the subject of a sentence. */
export const LESSON_FIGURE_NAMES: Readonly<Record<LessonFigure, string>> = {
	needed: 'Needed',
	agents: 'Monitored Users (Agents)',
	viewers: 'Live Report Viewers',
	active: 'Active',
	purchased: 'Purchased',
	'purchased-live-reports': 'Live Reports licenses purchased',
	'purchased-boosters': 'Call Queues Booster licenses purchased',
	overage: 'Overage',
	memberships: 'Memberships of monitored queues',
	repeats: 'Repeats among the memberships',
	both: 'Viewers who are agents too',
	'with-permission': 'People who may view',
	'agents-now': 'Agents now',
	'needed-both': 'People who may view and are agents now',
	'admins-left-out': 'Super Admins who are left out of Needed'
};

/** Figures that count something, as it is counted: one, many. The others are known by the name in the header. */
export const COUNTED: Readonly<Partial<Record<LessonFigure, readonly [one: string, many: string]>>> = {
	agents: ['Monitored User (Agent)', 'Monitored Users (Agents)'],
	viewers: ['Live Report Viewer', 'Live Report Viewers'],
	'purchased-live-reports': ['purchased Live Reports license', 'purchased Live Reports licenses'],
	'purchased-boosters': ['purchased Call Queues Booster license', 'purchased Call Queues Booster licenses'],
	memberships: ['membership of a monitored queue', 'memberships of monitored queues'],
	repeats: ['repeat among the memberships', 'repeats among the memberships'],
	both: ['viewer who is an agent too', 'viewers who are agents too'],
	'with-permission': ['person who may view', 'people who may view'],
	'agents-now': ['agent now', 'agents now'],
	'needed-both': ['person who may view and is an agent now', 'people who may view and are agents now'],
	'admins-left-out': ['Super Admin who is left out of Needed', 'Super Admins who are left out of Needed']
};

const COMPARED: Readonly<Record<Comparator, (to: string, less: string) => string>> = {
	'=': (to) => to,
	'!=': (to) => `another number than ${to}`,
	'<': (to, less) => `${less} than ${to}`,
	'<=': (to, less) => `${to} or ${less}`,
	'>': (to) => `more than ${to}`,
	'>=': (to) => `${to} or more`
};
/** `less`: of what is counted, fewer. */
export const compared = (is: Comparator, to: number, less = 'less'): string =>
	COMPARED[is](numberText(to), less);

type Compared = Pick<Extract<Missing, { code: 'FIGURE' }>, 'wanted' | 'found' | 'is' | 'to'>;
/** How many there are of something, and how many there should be. */
export const countSentence = ({ wanted, found, is, to }: Compared, one: string, many: string): string =>
	`There ${found === 1 ? 'is' : 'are'} ${countText(found, one, many)}; there should ${wanted ? '' : 'not '}be ${compared(is, to, 'fewer')}.`;
