import { type Id } from '$lib/domain/id';
import { type Refusal } from '$lib/domain/refusal';
import { type Scenario } from '$lib/domain/scenario';

/** Somebody or something with an extension: a person or a queue. */
interface Extended {
	readonly id: Id;
	readonly name: string;
	readonly extension: string;
}

/**
 * The first of the new extensions that somebody else has: of the account's people and queues, or of the new
 * ones themselves. What is replaced, by id, does not count. An empty one is none.
 */
export function doubleExtension(
	{ people, queues }: Scenario,
	added: readonly Extended[],
	replaced: Extended | null = null
): Refusal | undefined {
	const holders = new Map<string, string>();
	for (const { name, extension } of added) {
		const holder = holders.get(extension);
		if (holder !== undefined && extension !== '') return taken(extension, holder);
		holders.set(extension, name);
	}
	holders.delete('');
	const other = [people, queues].flatMap(
		(list: readonly Extended[]) => list.find((one) => one !== replaced && holders.has(one.extension)) ?? []
	)[0];
	return other && taken(other.extension, other.name);
}

const taken = (extension: string, name: string): Refusal => ({ code: 'DOUBLE_EXTENSION', extension, name });
