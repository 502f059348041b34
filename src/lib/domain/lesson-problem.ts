import { type FileFault } from './fault';
import { type Id } from './id';
import { type Missing } from './missing';
import { type Refusal } from './refusal';

/** Where in a pack a problem can be mended. */
export type ProblemField =
	| 'pack-title'
	| 'pack-lessons'
	| 'title'
	| 'start'
	| 'steps'
	| 'step-title'
	| 'step-text'
	| 'goal'
	| 'after'
	| 'answer'
	| 'choices'
	| 'mistakes'
	| 'solution';

/** What is wrong, with what is to be said of it. The sentence is text/'s. */
export type ProblemKind =
	| { readonly code: 'NO_TITLE' }
	| { readonly code: 'NO_LESSONS' }
	| { readonly code: 'NO_STEPS' }
	| { readonly code: 'NO_TEXT' }
	| { readonly code: 'NO_GOAL' }
	/** A goal points at nothing, or asks for nothing. */
	| { readonly code: 'GOAL_OPEN' }
	| { readonly code: 'MET_AT_START' }
	| { readonly code: 'NOT_SOLVED'; readonly missing: readonly Missing[] }
	/** `place`: which command, from 1. */
	| { readonly code: 'REFUSED'; readonly place: number; readonly name: string; readonly refusal: Refusal }
	| { readonly code: 'FEW_CHOICES' }
	| { readonly code: 'EMPTY_CHOICE' }
	| { readonly code: 'NO_RIGHT_CHOICE' }
	| { readonly code: 'MISTAKE_IS_RIGHT'; readonly answer: number }
	| { readonly code: 'MISTAKE_AT_START'; readonly place: number }
	| { readonly code: 'MISTAKE_IN_SOLUTION'; readonly place: number }
	| { readonly code: 'MISTAKE_OPEN'; readonly place: number }
	| { readonly code: 'NO_START' }
	/** What reading the file would say. */
	| { readonly code: 'UNREADABLE'; readonly fault: FileFault };

/** Something that keeps a pack from being handed out (E5). */
export type LessonProblem = ProblemKind & {
	readonly field: ProblemField;
	/** Null: of the pack itself. */
	readonly lessonId: Id | null;
	/** Null: of the lesson, not of a step. */
	readonly stepId: Id | null;
};
