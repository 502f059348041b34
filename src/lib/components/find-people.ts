import { type StoreFault } from '$lib/domain/fault';
import { type Result } from '$lib/domain/result';
import { type PersonChoice } from '$lib/domain/rows';

export type FindPeople = (text: string, limit: number) => Promise<readonly PersonChoice[]>;

/** Whoever can find people: an open scenario's session. */
interface Finds {
	findPeople(
		text: string,
		limit: number,
		queueId?: string
	): Promise<Result<readonly PersonChoice[], StoreFault>>;
}

/** Finds people for a picker, of a queue: its members. What goes wrong is thrown, because the picker's list says it. */
export const finder =
	(session: Finds, queueId?: string): FindPeople =>
	async (text, limit) => {
		const found = await session.findPeople(text, limit, queueId);
		if (!found.ok) throw new Error(found.error.detail);
		return found.value;
	};
