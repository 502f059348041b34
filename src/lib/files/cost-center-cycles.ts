import { type CostCenter } from '$lib/domain/account';
import { type Id } from '$lib/domain/id';

/** A circle of parents: the place of its first cost center in the list, and all its names. */
export interface CostCenterCycle {
	readonly index: number;
	readonly names: readonly string[];
}

/** Each circle once, by its first cost center in the list. A parent that is not there ends a line. */
export function costCenterCycles(costCenters: readonly CostCenter[]): CostCenterCycle[] {
	const indexOf = new Map<Id, number>(costCenters.map(({ id }, i) => [id, i]));
	const walkOf = new Int32Array(costCenters.length).fill(-1);
	const cycles: CostCenterCycle[] = [];
	costCenters.forEach((_, start) => {
		let at: number | undefined = start;
		while (at !== undefined && walkOf[at] === -1) {
			walkOf[at] = start;
			at = parentOf(at);
		}
		// Met again on the same walk: from here the line bites its tail.
		if (at !== undefined && walkOf[at] === start) cycles.push(cycleFrom(at));
	});
	return cycles;

	function parentOf(index: number): number | undefined {
		const parentId = costCenters[index]!.parentId;
		return parentId == null ? undefined : indexOf.get(parentId);
	}

	function cycleFrom(entry: number): CostCenterCycle {
		const members = [entry];
		for (let at = parentOf(entry); at !== undefined && at !== entry; at = parentOf(at)) members.push(at);
		const index = members.reduce((least, member) => Math.min(least, member));
		return { index, names: members.map((member) => costCenters[member]!.name) };
	}
}
