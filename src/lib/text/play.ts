import { countText, numberText } from './format';

export const PLAY_DAYS = 30;

export const PLAY_DESCRIPTION =
	'Lets the days pass one by one. Each day, the people below view their dashboards, then the clock moves to the next day; who does not view any more ages out of the count. Each day is a change that Undo takes back.';

export const PLAY_SUGGESTED =
	'Suggested from the viewings of the last 30 days. Change it as you like; it is kept with the scenario when you play.';

export const PLAY_NOBODY = 'Nobody views anything: the days pass, and viewers age out of the count.';

export const SEED_HINT = 'The same number gives the same days again.';
export const NO_SEED = 'Enter a whole number: any will do.';

/** What the player says about where it is. */
export function playedSentence(state: 'playing' | 'paused' | 'stopping' | 'ended', day: number): string {
	const of = `day ${numberText(day)} of ${PLAY_DAYS}`;
	switch (state) {
		case 'playing':
			return `Playing ${of}`;
		case 'paused':
			return `Paused after ${of}`;
		case 'stopping':
			return `Stopping after ${of}`;
		case 'ended':
			return `${countText(day, 'day')} played`;
	}
}
