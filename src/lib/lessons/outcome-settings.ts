import { ASSUMPTION_IDS } from '$lib/domain/assumption';
import { compared, not, personRefs, refsIn, type Suggest } from './outcome-of';

/** The clock, the plan, the open questions, cost centers, and Analytics on the app's main bar. */
export const settingOutcomes: Suggest = function* (change) {
	const [was, is] = [change.before.scenario, change.after.scenario];
	const { plan } = is.account;
	if (plan !== was.account.plan) yield { kind: 'plan', plan };
	for (const id of ASSUMPTION_IDS)
		if (is.assumptions[id] !== was.assumptions[id])
			yield { kind: 'assumption', id, choice: is.assumptions[id] };
	if (is.asOf > was.asOf) yield { kind: 'clock', at: is.asOf };

	const ref = refsIn(change);
	const { made, gone } = compared(was.account.costCenters, is.account.costCenters);
	for (const one of made) {
		const center = ref('cost-center', one);
		if (center) yield { kind: 'exists', thing: 'cost-center', ref: center };
	}
	for (const one of gone) {
		const center = ref('cost-center', one);
		if (center) yield not({ kind: 'exists', thing: 'cost-center', ref: center });
	}

	const [then, now] = [new Set(was.practice?.pinned), new Set(is.practice?.pinned)];
	const person = personRefs(change);
	for (const id of new Set([...then, ...now])) {
		const who = id === null ? undefined : person(id);
		if (then.has(id) === now.has(id) || (id !== null && !who)) continue;
		const pinned = { kind: 'pinned', ...(who && { person: who }) } as const;
		yield pinned;
		yield not(pinned);
	}
};
