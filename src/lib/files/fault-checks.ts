import { type Id } from '$lib/domain/id';
import { type Instant } from '$lib/domain/instant';
import { type Faults, type Path, pathText, shown, shownText } from './faults';

/** The questions that checkScenario asks over and over, each adding its own fault. */
export class FaultChecks {
	readonly #faults: Faults;

	constructor(faults: Faults) {
		this.#faults = faults;
	}

	/** The ids of a list; a fault at each that stood there before, naming where. */
	ids(items: readonly { readonly id: Id }[], at: Path): ReadonlyMap<Id, number> {
		const known = new Map<Id, number>();
		items.forEach(({ id }, i) => {
			const first = known.get(id);
			if (first === undefined) known.set(id, i);
			else
				this.#faults.add('DOUBLE_ID', [...at, i, 'id'], {
					id: shownText(id),
					first: pathText([...at, first, 'id'])
				});
		});
		return known;
	}

	known(isKnown: boolean, id: Id, at: Path): void {
		if (!isKnown) this.dangling(id, at);
	}

	allKnown(ids: readonly Id[] | undefined, known: ReadonlyMap<Id, number>, at: Path): void {
		ids?.forEach((id, i) => this.known(known.has(id), id, [...at, i]));
	}

	dangling(id: Id, at: Path): void {
		this.#faults.add('DANGLING_ID', at, { id: shownText(id) });
	}

	backwards(from: Instant | undefined, to: Instant | undefined, at: Path): void {
		this.#faults.add('TO_BEFORE_FROM', at, { from: from ?? '', to: to ?? '' });
	}

	/** JSON.stringify writes -0 as 0: a file could not give back what it was given. */
	quantity(amount: number | null | undefined, at: Path): void {
		if (Object.is(amount, -0))
			this.#faults.add('NOT_A_QUANTITY', at, { found: 'number', value: shown(amount) });
	}
}
