import { type Sets } from '$lib/charts/overlap';
import { type OverlapAnswer, type Pair } from '$lib/domain/overlap';
import { nameText } from '$lib/text/format';

const NONE = { names: [], sizes: [], total: 0, several: 0, greatest: null, count: 0 };
const named = ({ a, b, shared }: Pair): Pair => ({ a: nameText(a), b: nameText(b), shared });

/** Queues or dashboards as the picture of their overlap names them; without an answer, none. */
export function agentSets(answer: OverlapAnswer | undefined): Sets {
	const unit = { one: 'agent', many: 'agents' };
	if (!answer) return { ...NONE, unit, kind: 'regions', regions: [] };
	const shown = {
		...answer,
		unit,
		names: answer.names.map(nameText),
		greatest: answer.greatest && named(answer.greatest)
	};
	return shown.kind === 'pairs' ? { ...shown, pairs: shown.pairs.map(named) } : shown;
}
