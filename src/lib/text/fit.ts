import { type FitAnswer, type FitFloor, type FitKind, type FitQuestion } from '$lib/domain/fit';
import { countText, numberText } from './format';

const THING: Readonly<Record<FitKind, readonly [one: string, many: string]>> = {
	queues: ['queue', 'queues'],
	dashboards: ['dashboard', 'dashboards'],
	widgets: ['queue on a dashboard', 'queues on dashboards']
};

export interface FitTold {
	readonly tone: 'good' | 'info' | 'warn';
	readonly title: string;
	readonly sentences: readonly string[];
}

/** What an answer of "Fit within" says (I5). `isStopped`: it ended before it was proved; `active`: of the report of now. */
export function fitSentences(
	answer: FitAnswer,
	question: FitQuestion,
	isStopped: boolean,
	active: number
): FitTold {
	const { licenses, kind } = question;
	const { needed, floor } = answer;
	const available = countText(licenses, 'license');
	switch (answer.outcome) {
		case 'fits':
			return {
				tone: 'good',
				title: 'It fits already',
				sentences: [
					`${countText(needed, 'seat is', 'seats are')} needed, and ${available} ${licenses === 1 ? 'is' : 'are'} available. There is nothing to stop.`,
					...(active > licenses ? [stillShown(active)] : [])
				]
			};
		case 'impossible':
			return {
				tone: 'warn',
				title: 'Stopping alone can’t reach it',
				sentences: [
					`Even with everything stopped that may go, ${countText(floor.seats, 'seat stays', 'seats stay')} needed: more than ${available}.`,
					...floorSentences(floor)
				]
			};
		case 'drops': {
			const [one, many] = THING[kind];
			const count = answer.drop.length;
			return {
				tone: answer.proved ? 'good' : 'info',
				title: answer.proved
					? `Optimal: ${countText(count, one, many)} to stop`
					: `Best found: ${countText(count, one, many)} to stop`,
				sentences: [
					`Needed goes from ${numberText(needed)} to ${numberText(answer.neededAfter)}, for ${available}.`,
					answer.proved
						? 'Proved: nothing shorter exists.'
						: `Best found, at least ${numberText(answer.bound)}: it may be that ${numberText(count - answer.bound)} fewer would do. ${isStopped ? 'The search was ended before it was settled.' : 'The search goes on.'}`,
					...(floor.seats > 0 ? floorSentences(floor) : [])
				]
			};
		}
	}
}

/** Needed fits, active does not yet: an overage that ages out, which stopping things would not hasten. */
const stillShown = (active: number): string =>
	`The report still counts ${countText(active, 'active seat')}, for what the last 30 days used: “When it shows” tells from which day it is free of overage.`;

/** Why some needed seats can't be freed by stopping anything. */
const floorSentences = ({ byPermission, byExemption }: FitFloor): readonly string[] => [
	...(byPermission > 0
		? [
				`${countText(byPermission, 'seat can’t', 'seats can’t')} be freed so, because ${byPermission === 1 ? 'its holder has' : 'their holders have'} a Live Reports permission: revoke viewing to free ${byPermission === 1 ? 'it' : 'them'}.`
			]
		: []),
	...(byExemption > 0
		? [
				`${countText(byExemption, 'seat stays', 'seats stay')} because of what is exempt. Take an exemption away to free ${byExemption === 1 ? 'it' : 'them'}.`
			]
		: [])
];
