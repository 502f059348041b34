import { type AccountCosts } from '$lib/domain/center-costs';
import { type Id } from '$lib/domain/id';
import { type Refusal } from '$lib/domain/refusal';
import { type Scenario } from '$lib/domain/scenario';
import { type Snapshot } from '$lib/domain/snapshot';
import { type WhatIfChange } from '$lib/domain/what-if';
import { apply } from '../commands';
import { askedBy } from '../commands/what-if';
import { accountCosts } from '../engine/center-costs';
import { buildIndex, type Index } from '../engine/columnar';
import { evaluate } from '../engine/evaluate';
import { type Held, lazily } from './held';

/** A scenario with the changes of a what-if made, counted by the same engine (I1). */
export interface Tried {
	readonly scenario: Scenario;
	readonly index: Index;
	readonly snapshot: Snapshot;
	/** Made when first asked for. */
	readonly costs: () => AccountCosts;
	/** By change: why it could not be made. What follows it is tried all the same. */
	readonly refusals: ReadonlyMap<Id, Refusal>;
}

/** What-ifs that are kept while nothing that is counted changes: the four, and what one was just changed from. */
const KEPT = 8;
const kept = new WeakMap<Snapshot, Map<string, Tried>>();

/** Makes the changes, in their order, as the Trainer would: whether who acts may make them is asked when they are applied. */
export function tried(held: Held, changes: readonly WhatIfChange[]): Tried {
	const known = kept.get(held.snapshot) ?? new Map<string, Tried>();
	kept.set(held.snapshot, known);
	const key = JSON.stringify(changes);
	const found = known.get(key) ?? attempt(held, changes);
	known.delete(key);
	known.set(key, found);
	for (const oldest of known.keys()) if (known.size > KEPT) known.delete(oldest);
	return found;
}

function attempt({ document, index, snapshot }: Held, changes: readonly WhatIfChange[]): Tried {
	const refusals = new Map<Id, Refusal>();
	let { scenario } = document;
	for (const change of changes) {
		const done = apply(scenario, askedBy(change));
		if (done.ok) scenario = done.value;
		else refusals.set(change.id, done.error);
	}
	if (scenario === document.scenario) return made(scenario, index, snapshot, refusals);
	const changed = buildIndex(scenario, index);
	return made(scenario, changed, evaluate(changed, scenario), refusals);
}

const made = (
	scenario: Scenario,
	index: Index,
	snapshot: Snapshot,
	refusals: ReadonlyMap<Id, Refusal>
): Tried => ({ scenario, index, snapshot, refusals, costs: lazily(() => accountCosts(scenario, snapshot)) });
