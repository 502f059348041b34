import { isolated, numberText } from './format';

interface ChainPart {
	readonly label: string;
	readonly sign: string;
	readonly value: number;
}

/** “Memberships 10 − repeats 2 = agents 8.”: a waterfall in one line. */
export const chainSentence = (parts: readonly ChainPart[]): string =>
	parts.length === 0
		? 'There is nothing to add up.'
		: `${parts.map(({ label, sign, value }) => `${sign === '' ? '' : `${sign} `}${label}: ${numberText(value)}`).join(' ')}.`;

/** The waterfall's title; null: of today. */
export const reasonsTitle = (whatIf: string | null): string =>
	whatIf === null ? 'Seats by reason, today' : `Seats by reason, with “${isolated(whatIf)}”`;
