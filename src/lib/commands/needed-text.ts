import { isBlank } from '$lib/domain/blank';
import { type Refusal } from '$lib/domain/refusal';

/** The first of an item's texts that is blank though it must not be, as a refusal with its path. */
export function blankText<Key extends string>(
	item: Readonly<Record<Key, string>>,
	keys: readonly Key[],
	at = ''
): Refusal | undefined {
	const key = keys.find((one) => isBlank(item[one]));
	return key === undefined ? undefined : { code: 'EMPTY_NAME', path: at + key };
}

/** The same for items of a list: `people.3.name`. */
export function blankIn<Key extends string>(
	items: readonly Readonly<Record<Key, string>>[],
	keys: readonly Key[],
	list: string
): Refusal | undefined {
	for (const [i, item] of items.entries()) {
		const refusal = blankText(item, keys, `${list}.${i}.`);
		if (refusal) return refusal;
	}
	return undefined;
}
