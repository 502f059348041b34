import { type Scenario } from '$lib/domain/scenario';
import { type Snapshot } from '$lib/domain/snapshot';
import { buildIndex, type Index } from '../engine/columnar';
import { evaluate } from '../engine/evaluate';
import { type Document } from '../store/document';
import { detailTable, neededTable, pager, seatTable } from './row-pages';

/** One scenario at one revision, with everything computed from it; made anew for each revision. */
export interface Held {
	readonly document: Document;
	readonly index: Index;
	readonly snapshot: Snapshot;
	/** The revision that `snapshot` was counted at: later ones differ in practice alone. */
	readonly counted: number;
	/** The newest revision that another tab wrote. */
	readonly foreign: number;
	readonly pages: () => Pages;
}

type Pages = ReturnType<typeof pagesOf>;

const pagesOf = (document: Document, snapshot: Snapshot) => ({
	seats: lazily(() => pager(seatTable(snapshot))),
	details: lazily(() => pager(detailTable(snapshot))),
	needed: lazily(() => pager(neededTable(snapshot, document.scenario)))
});

/** Indexes and evaluates a document; what did not change is taken from `before`. */
export function hold(document: Document, before: Held | undefined, foreign: number): Held {
	if (before && countsSame(before.document.scenario, document.scenario))
		return { ...before, document, foreign };
	const index = buildIndex(document.scenario, before?.index);
	const snapshot = evaluate(index, document.scenario);
	const pages = lazily(() => pagesOf(document, snapshot));
	return { document, index, snapshot, counted: document.revision, foreign, pages };
}

export function lazily<T>(make: () => T): () => T {
	let made: { readonly value: T } | undefined;
	return () => (made ??= { value: make() }).value;
}

/** Nothing that is counted differs: what belongs to practicing alone is never counted anew. */
function countsSame(a: Scenario, b: Scenario): boolean {
	const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof Scenario>;
	return [...keys].every((key) => key === 'practice' || a[key] === b[key]);
}
