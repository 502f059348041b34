import { FIT_KINDS, type FitKind } from '$lib/domain/fit';

const WORDS: Readonly<Record<FitKind, string>> = {
	queues: 'Queues',
	dashboards: 'Dashboards',
	widgets: 'Queues on a dashboard'
};

/** What can be stopped, as a choice. */
export const FIT_KIND_OPTIONS = FIT_KINDS.map((value) => ({ value, label: WORDS[value] }));
