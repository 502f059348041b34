import { type Lack } from '$lib/domain/missing';

/** A single goal looked at: whether it holds, and what is to be said, of it holding or of it not holding. */
export interface Leaf {
	readonly holds: boolean;
	readonly lacks: readonly Lack[];
}

export const leaf = (holds: boolean, lack: Lack): Leaf => ({ holds, lacks: [lack] });

/** The item that lacks least, and what it lacks; undefined where there is none. */
export function nearest<T>(
	items: readonly T[],
	lacking: (item: T) => readonly unknown[]
): { readonly item: T; readonly lacks: number } | undefined {
	let best: { readonly item: T; readonly lacks: number } | undefined;
	for (const item of items) {
		const lacks = lacking(item).length;
		if (!best || lacks < best.lacks) best = { item, lacks };
	}
	return best;
}
