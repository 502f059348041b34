import { type CostCenter, ROOT } from '$lib/domain/account';

export interface Branch {
	readonly center: CostCenter;
	readonly depth: number;
}

/** The cost centers as a tree, each under its parent, by name; what hangs on nothing comes at the top. */
export function branchesOf(centers: readonly CostCenter[]): readonly Branch[] {
	const ids = new Set(centers.map((center) => center.id));
	const under = new Map<string | null, CostCenter[]>();
	for (const center of centers) {
		const parent = center.parentId != null && ids.has(center.parentId) ? center.parentId : null;
		under.set(parent, [...(under.get(parent) ?? []), center]);
	}
	const byName = (a: CostCenter, b: CostCenter) =>
		Number(b.id === ROOT) - Number(a.id === ROOT) || a.name.localeCompare(b.name, 'en');
	const walk = (parent: string | null, depth: number): Branch[] =>
		(under.get(parent) ?? [])
			.sort(byName)
			.flatMap((center) => [{ center, depth }, ...walk(center.id, depth + 1)]);
	return walk(null, 0);
}

/** A center and everything under it: what can't become its parent. */
export function withinOf(centers: readonly CostCenter[], id: string): ReadonlySet<string> {
	const within = new Set([id]);
	for (let size = 0; size < within.size;) {
		size = within.size;
		for (const center of centers)
			if (center.parentId != null && within.has(center.parentId)) within.add(center.id);
	}
	return within;
}
