import { type Dated, type Instant } from '$lib/domain/instant';
import { type Refusal } from '$lib/domain/refusal';

/** An end before its beginning, as a refusal; both at one moment is a fact of no length. Instants compare as text. */
export const backwards = (
	from: Instant | undefined,
	to: Instant | undefined,
	path: string
): Refusal | undefined =>
	from !== undefined && to !== undefined && to < from
		? { code: 'TO_BEFORE_FROM', path, from, to }
		: undefined;

/** The first of a list that ends before it begins: `members.3.to`. */
export function backwardsIn(facts: readonly Dated[], list: string): Refusal | undefined {
	for (const [i, { from, to }] of facts.entries()) {
		const refusal = backwards(from, to, `${list}.${i}.to`);
		if (refusal) return refusal;
	}
	return undefined;
}
