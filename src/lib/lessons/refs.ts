import { type Ref, type Thing } from '$lib/domain/goal';
import { type Scenario } from '$lib/domain/scenario';
import { findAll } from './find';

/** How long a reference's value may be. */
const LONGEST = 200;
const fits = (text: string): boolean => text.trim() !== '' && text.length <= LONGEST;

interface Named {
	readonly id: string;
	readonly name: string;
	readonly extension?: string;
}

/**
 * How a goal points at something so that it lasts: by extension where only one thing has it, else by the id that it has
 * in the start; what a learner has yet to make has another id each time, so it is meant by its name. Undefined: nothing
 * would mean it and nothing else.
 */
export function refTo(thing: Thing, one: Named, start: Scenario, end: Scenario): Ref | undefined {
	const isIn = (scenario: Scenario, ref: Ref) =>
		findAll(scenario, thing, ref).some(({ id }) => id === one.id);
	const { extension = '' } = one;
	const byExtension: Ref = { by: 'extension', value: extension };
	const isAlone = [start, end].every((scenario) =>
		findAll(scenario, thing, byExtension).every(({ id }) => id === one.id)
	);
	if (fits(extension) && isAlone) return byExtension;
	const byId: Ref = { by: 'id', value: one.id };
	if (isIn(start, byId)) return byId;
	return fits(one.name) ? { by: 'name', value: one.name } : undefined;
}
