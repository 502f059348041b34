import { type Fix, type ImportPlace } from '$lib/domain/import';
import { nameKey, type PersonFact, type PersonName } from './facts';
import { shownText } from './faults';
import { type Problems } from './problems';

/** Somebody of the draft, as gathered so far. */
export interface Somebody {
	readonly id: string;
	name: string;
	extension: string;
	email: string;
	role: string;
	status: string;
	costCenter: string;
	/** Where role and status stand; null: in no list. */
	place: ImportPlace | null;
	/** Named by a list of people, which knows better than a report. */
	readonly isListed: boolean;
	booster: boolean;
	/** Views, so that the role must let them. */
	views: boolean;
}

/** Everybody of the draft, found by the vendor's id, by extension and name, or by name alone. */
export class PeopleBook {
	readonly all: Somebody[] = [];
	readonly #problems: Problems;
	readonly #byApi = new Map<string, Somebody>();
	readonly #byExtension = new Map<string, Somebody[]>();
	readonly #byName = new Map<string, Somebody[]>();
	readonly #settled = new Map<string, Somebody>();

	constructor(problems: Problems) {
		this.#problems = problems;
	}

	/** Adds somebody of a list; a second row with the same extension and name completes the first. */
	list(fact: PersonFact): void {
		const known = this.#byApi.get(fact.apiId ?? '') ?? this.#sameIn(fact);
		if (known !== undefined) {
			this.#complete(known, fact);
			return;
		}
		const others = fact.extension === '' ? [] : (this.#byExtension.get(fact.extension) ?? []);
		const other = others.find(({ isListed }) => isListed);
		if (other !== undefined) {
			const detail = {
				extension: shownText(fact.extension),
				first: shownText(other.name),
				second: shownText(fact.name)
			};
			const fix = this.#problems.add('DOUBLE_EXTENSION', fact.place, ['keep', 'use-first', 'skip'], detail);
			if (fix === 'skip') return;
			if (fix === 'use-first') return this.#complete(other, fact);
		}
		this.#add(fact, true, fact);
	}

	/** Whom a row means; undefined: nobody who is known, and `unknown` says to leave it so. */
	find(
		who: PersonName,
		place: ImportPlace,
		unknown: (place: ImportPlace) => Fix | null
	): Somebody | undefined {
		const key = `${who.apiId ?? ''}\n${who.extension}\n${nameKey(who.name)}`;
		const settled = this.#settled.get(key);
		if (settled !== undefined) return settled;
		const found = this.#search(who, place) ?? (unknown(place) === 'skip' ? undefined : this.#add(who, false));
		if (found !== undefined) this.#settled.set(key, found);
		return found;
	}

	#search(who: PersonName, place: ImportPlace): Somebody | undefined {
		const byApi = who.apiId === undefined ? undefined : this.#byApi.get(who.apiId);
		if (byApi !== undefined) return byApi;
		if (who.extension === '') return this.#searchName(who, place);
		const same = this.#sameIn(who);
		if (same !== undefined) return same;
		const holders = this.#byExtension.get(who.extension) ?? [];
		if (who.name.trim() === '' && holders.length > 0) {
			if (holders.length > 1)
				this.#problems.add('AMBIGUOUS_PERSON', place, ['use-first'], {
					who: shownText(who.extension),
					count: holders.length
				});
			return holders[0];
		}
		const listed = holders.filter(({ isListed }) => isListed);
		const unnamed = holders.find(({ name }) => name.trim() === '');
		if (unnamed !== undefined && listed.length === 0) {
			unnamed.name = who.name;
			return unnamed;
		}
		if (listed.length !== 1) return this.#sameUnnumbered(who);
		const detail = {
			key: `${who.extension} ${nameKey(who.name)}`,
			extension: shownText(who.extension),
			first: shownText(listed[0]!.name),
			second: shownText(who.name)
		};
		const fix = this.#problems.add('CONFLICT', place, ['use-first', 'use-second', 'keep'], detail);
		if (fix === 'keep') return undefined;
		if (fix === 'use-second') listed[0]!.name = who.name;
		return listed[0];
	}

	#searchName(who: PersonName, place: ImportPlace): Somebody | undefined {
		const named = this.#byName.get(nameKey(who.name)) ?? [];
		if (named.length > 1)
			this.#problems.add('AMBIGUOUS_PERSON', place, ['use-first'], {
				who: shownText(who.name),
				count: named.length
			});
		return who.name.trim() === '' ? undefined : named[0];
	}

	/** The same name, so far without an extension: it was named by a file that has none. */
	#sameUnnumbered(who: PersonName): Somebody | undefined {
		const found = (this.#byName.get(nameKey(who.name)) ?? []).find(({ extension }) => extension === '');
		if (found === undefined || who.name.trim() === '') return undefined;
		found.extension = who.extension;
		push(this.#byExtension, who.extension, found);
		return found;
	}

	#sameIn(who: PersonName): Somebody | undefined {
		const holders = this.#byExtension.get(who.extension) ?? [];
		return holders.find(({ name }) => nameKey(name) === nameKey(who.name));
	}

	#complete(known: Somebody, fact: PersonFact): void {
		if (known.role === '' && known.status === '') known.place = fact.place;
		known.email ||= fact.email;
		known.role ||= fact.role;
		known.status ||= fact.status;
		known.costCenter ||= fact.costCenter;
		if (known.extension === '' && fact.extension !== '') {
			known.extension = fact.extension;
			push(this.#byExtension, fact.extension, known);
		}
		if (fact.apiId !== undefined) this.#byApi.set(fact.apiId, known);
	}

	#add(who: PersonName, isListed: boolean, fact?: PersonFact): Somebody {
		const somebody: Somebody = {
			id: `p${this.all.length + 1}`,
			name: who.name,
			extension: who.extension,
			email: fact?.email ?? '',
			role: fact?.role ?? '',
			status: fact?.status ?? '',
			costCenter: fact?.costCenter ?? '',
			place: fact?.place ?? null,
			isListed,
			booster: false,
			views: false
		};
		this.all.push(somebody);
		push(this.#byExtension, who.extension, somebody);
		push(this.#byName, nameKey(who.name), somebody);
		if (who.apiId !== undefined) this.#byApi.set(who.apiId, somebody);
		return somebody;
	}
}

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
	const list = map.get(key);
	if (list === undefined) map.set(key, [item]);
	else list.push(item);
}
