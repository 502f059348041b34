import type { Instant } from './instant';

/** How many of anything the placeholders of a scenario may be: a limit of this sandbox. */
export const MOST_PLACEHOLDERS = 100_000;

/** What a buyer without data knows of an account. All whole numbers. */
export interface OwnNumbers {
	/** An empty name: "Queue 1", "Queue 2", … */
	readonly queues: readonly { readonly name: string; readonly members: number }[];
	/** Members of these two queues (places in `queues`), and of no third. */
	readonly overlaps: readonly { readonly first: number; readonly second: number; readonly members: number }[];
	/** People who look at dashboards. */
	readonly viewers: number;
	/** Of the viewers, those who are members of a queue too. */
	readonly viewersWhoAreMembers: number;
}

/** What else the scenario needs, and no number tells. */
export interface NewAccount {
	readonly name: string;
	readonly asOf: Instant;
	readonly timeZone: string;
	readonly currency: string;
}

/** Why numbers make no account: which field, and the figures that contradict each other. */
export type NumberFault =
	/** Not a whole number from 0 to `most`. `field`: as "queues.0.members" or "viewers". */
	| { readonly code: 'NOT_A_COUNT'; readonly field: string; readonly most: number }
	/** An overlap names a queue that is not there, or the same one twice. */
	| { readonly code: 'NOT_TWO_QUEUES'; readonly overlap: number }
	| {
			readonly code: 'OVERLAP_TWICE';
			readonly overlap: number;
			readonly first: string;
			readonly second: string;
	  }
	/** More members in both than one of the two has. */
	| {
			readonly code: 'OVERLAP_TOO_LARGE';
			readonly overlap: number;
			readonly members: number;
			readonly queue: string;
			readonly size: number;
	  }
	/** Each overlap fits, but together they are more than the queue has. */
	| {
			readonly code: 'OVERLAPS_TOO_MANY';
			readonly queue: string;
			readonly size: number;
			readonly members: number;
	  }
	/** More viewers who are members than there are viewers. */
	| { readonly code: 'MORE_THAN_VIEWERS'; readonly members: number; readonly viewers: number }
	/** More viewers who are members than there are members, each person once. */
	| { readonly code: 'MORE_THAN_MEMBERS'; readonly members: number; readonly unique: number }
	| { readonly code: 'TOO_MANY_PEOPLE'; readonly people: number; readonly most: number };

/** A queue's name, or its number where it has none. */
export const queueName = ({ queues }: OwnNumbers, place: number): string => {
	const name = queues[place]?.name.trim() ?? '';
	return name === '' ? `Queue ${place + 1}` : name;
};
