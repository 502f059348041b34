import { type Suggest } from './outcome-of';

/** What was seen beside the scenario: ways into Live Reports, the report downloaded, its tabs looked at. */
export const wayOutcomes: Suggest = function* ({ after }) {
	for (const event of after.events) {
		if (event.kind === 'way') yield { kind: 'way', way: event.way };
		if (event.kind === 'tab') yield { kind: 'tab', tab: event.tab };
		if (event.kind === 'downloaded') yield { kind: 'downloaded' };
	}
};
