import { type ImportPlace } from '$lib/domain/import';
import { nameKey, type QueueFact, type QueueName } from './facts';
import { shownText } from './faults';
import { type PeopleBook, type Somebody } from './people-book';
import { type Problems } from './problems';

/** A queue of the draft, as gathered so far. */
export interface SomeQueue {
	readonly id: string;
	name: string;
	extension: string;
	readonly managers: Set<Somebody>;
	/** Members by a list or an API answer: today's, undated. */
	readonly members: Set<Somebody>;
	/** Whether any list says who its members are. */
	hasList: boolean;
}

/** The queues of the draft, found by the vendor's id, by extension, or by name. */
export class QueueBook {
	readonly all: SomeQueue[] = [];
	readonly #problems: Problems;
	readonly #people: PeopleBook;
	readonly #byApi = new Map<string, SomeQueue>();
	readonly #byExtension = new Map<string, SomeQueue>();
	readonly #byName = new Map<string, SomeQueue[]>();

	constructor(problems: Problems, people: PeopleBook) {
		this.#problems = problems;
		this.#people = people;
	}

	/** Adds what a list says of a queue. */
	list(fact: QueueFact): void {
		const queue = this.find(fact, fact.place);
		const unknown = (code: 'MEMBER_UNKNOWN' | 'MANAGER_UNKNOWN', who: string) => (place: ImportPlace) =>
			// Without a list of people, members are how people become known: nothing is in doubt.
			this.#people.all.some(({ isListed }) => isListed)
				? this.#problems.add(code, place, ['add-person', 'skip'], {
						key: who,
						who: shownText(who),
						queue: shownText(queue.name)
					})
				: 'add-person';
		for (const { person, place } of fact.members) {
			const who = person.name || person.extension || (person.apiId ?? '');
			const found = this.#people.find(person, place, unknown('MEMBER_UNKNOWN', who));
			if (found !== undefined) queue.members.add(found);
			queue.hasList = true;
		}
		for (const manager of fact.managers) {
			const found = this.#people.find(
				manager,
				fact.place,
				unknown('MANAGER_UNKNOWN', manager.name || manager.extension)
			);
			if (found !== undefined) queue.managers.add(found);
		}
	}

	/** The queue that a row means; a new one where there is none. */
	find(who: QueueName, place: ImportPlace): SomeQueue {
		const key = nameKey(who.name);
		const named = key === '' ? [] : (this.#byName.get(key) ?? []);
		const known =
			(who.apiId === undefined ? undefined : this.#byApi.get(who.apiId)) ??
			(who.extension === '' ? undefined : this.#byExtension.get(who.extension)) ??
			named.find(({ extension }) => extension === '' || who.extension === '');
		if (known === undefined) return this.#add(who);
		if (known.name === '') this.#name(known, who.name);
		else if (key !== '' && nameKey(known.name) !== key) {
			const detail = {
				key,
				extension: shownText(who.extension),
				first: shownText(known.name),
				second: shownText(who.name)
			};
			const fix = this.#problems.add('CONFLICT', place, ['use-first', 'use-second', 'keep'], detail);
			if (fix === 'keep') return this.#add(who);
			if (fix === 'use-second') this.#name(known, who.name);
		}
		if (known.extension === '' && who.extension !== '') {
			known.extension = who.extension;
			this.#byExtension.set(who.extension, known);
		}
		if (who.apiId !== undefined && !this.#byApi.has(who.apiId)) this.#byApi.set(who.apiId, known);
		return known;
	}

	#add(who: QueueName): SomeQueue {
		const queue: SomeQueue = {
			id: `q${this.all.length + 1}`,
			name: '',
			extension: who.extension,
			managers: new Set(),
			members: new Set(),
			hasList: false
		};
		this.all.push(queue);
		this.#name(queue, who.name);
		if (who.extension !== '' && !this.#byExtension.has(who.extension))
			this.#byExtension.set(who.extension, queue);
		if (who.apiId !== undefined && !this.#byApi.has(who.apiId)) this.#byApi.set(who.apiId, queue);
		return queue;
	}

	#name(queue: SomeQueue, name: string): void {
		queue.name = name;
		if (name === '') return;
		const key = nameKey(name);
		this.#byName.set(key, [...(this.#byName.get(key) ?? []), queue]);
	}
}
