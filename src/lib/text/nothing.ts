import { type OptionReason, type PriceName } from '$lib/domain/options';
import { isolated } from './format';
import { missingPricesSentence, optionReasonSentence } from './options';

/** Why a picture is empty, and where to change that. */
export interface Nothing {
	readonly title: string;
	readonly text: string;
	readonly link: {
		readonly to: '/settings/' | '/admin/queues/' | '/analytics/live-reports/';
		readonly label: string;
	} | null;
}

const LIVE_REPORTS = { to: '/analytics/live-reports/', label: 'Open Live Reports' } as const;
const SETTINGS = { to: '/settings/', label: 'Open Settings' } as const;

export const NO_SEATS: Nothing = {
	title: 'No seat to show',
	text: 'Nobody viewed a dashboard and no monitored queue had a member in these days, and no license is owned.',
	link: LIVE_REPORTS
};

export const NO_MEMBERS: Nothing = {
	title: 'No monitored queue has a member now',
	text: 'An agent is a member of a queue that a dashboard watches. Add members to a call queue, and a widget that watches it.',
	link: { to: '/admin/queues/', label: 'Open Call queues' }
};

export const NO_PEOPLE: Nothing = {
	title: 'There is nobody and no queue yet',
	text: 'Once there are users and call queues, this shows since when somebody is a member and what was viewed on which day.',
	link: { to: '/admin/queues/', label: 'Open Call queues' }
};

export const GONE: Nothing = {
	title: 'No longer in the scenario',
	text: 'Choose another.',
	link: null
};

export const noDates = (name: string): Nothing => ({
	title: 'Nothing in these 30 days',
	text: `“${isolated(name)}” was assigned to nothing, and nothing was viewed.`,
	link: null
});

export const noPrices = (missing: readonly PriceName[]): Nothing => ({
	title: missing.length === 1 ? 'A price is missing' : 'Prices are missing',
	text: missingPricesSentence(missing),
	link: SETTINGS
});

export const noCost = (what: string): Nothing => ({
	title: `No cost: there are no ${what.toLowerCase()}`,
	text: 'Nothing is counted, so there is nothing to pay for.',
	link: null
});

export const noOption = (reasons: readonly OptionReason[]): Nothing => ({
	title: 'No option to compare',
	text: [...new Set(reasons.map((reason) => optionReasonSentence(reason)))].join(' '),
	link: null
});
