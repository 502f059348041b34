const kept = new WeakMap<readonly string[], Uint32Array>();

/** The rank of each text among all, equal texts equal ranks. Kept as long as the list is. */
export function rankTexts(texts: readonly string[], compare: (a: string, b: string) => number): Uint32Array {
	const known = kept.get(texts);
	if (known) return known;
	const distinct = [...new Set(texts)].sort(compare);
	const rankOf = new Map(distinct.map((text, rank) => [text, rank]));
	const ranks = Uint32Array.from(texts, (text) => rankOf.get(text)!);
	kept.set(texts, ranks);
	return ranks;
}
