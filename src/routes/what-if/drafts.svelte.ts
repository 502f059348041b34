import { tick } from 'svelte';
import { type Id } from '$lib/domain/id';
import { MOST_CHANGES, MOST_WHAT_IFS, type WhatIf } from '$lib/domain/what-if';
import { type Session } from '$lib/worker/session.svelte';
import { type Desk } from '../desk.svelte';
import { type Changes } from './changes';

/**
 * The what-ifs as they are edited: what is shown is the newest edit at once; it is saved as a step of the
 * scenario's history, so that undo, export and another tab have it too (I1). Edits made while one is saved are one step.
 */
export class Drafts {
	readonly #session: Session;
	readonly #desk: Desk;
	readonly #newId: () => Id;
	/** What was edited and is not yet what the scenario says. */
	#edited = $state.raw<readonly WhatIf[]>();
	#selected = $state<Id>();
	/** Stands in until the first edit, so that there is always one to edit. */
	#first: WhatIf;
	#saving: Promise<void> | undefined;

	constructor(session: Session, desk: Desk, newId: () => Id) {
		this.#session = session;
		this.#desk = desk;
		this.#newId = newId;
		this.#first = { id: newId(), name: 'What-if 1', changes: [] };
	}

	/** Those that are kept. */
	get kept(): readonly WhatIf[] {
		return this.#edited ?? this.#session.row?.head.practice?.whatIfs ?? [];
	}

	/** At least one: an empty one stands in where none is kept. */
	get list(): readonly WhatIf[] {
		return this.kept.length > 0 ? this.kept : [this.#first];
	}

	get current(): WhatIf {
		return this.list.find(({ id }) => id === this.#selected) ?? this.list.at(-1)!;
	}

	get isFull(): boolean {
		return this.kept.length >= MOST_WHAT_IFS;
	}

	select(id: Id): void {
		this.#selected = id;
	}

	/** Adds a what-if and selects it; undefined: there are four already. */
	add(name = this.#freeName(), changes: Changes = []): WhatIf | undefined {
		if (this.isFull) {
			this.#desk.toasts.show(
				`There are ${MOST_WHAT_IFS} what-ifs already. Delete one that you no longer need.`,
				{ tone: 'warn' }
			);
			return undefined;
		}
		const added: WhatIf = { id: this.#newId(), name, changes: [...changes] };
		// An empty one beside the one that stands in; what has changes takes its place.
		this.#put([...(changes.length === 0 ? this.list : this.kept), added]);
		this.#selected = added.id;
		return added;
	}

	remove(id: Id): void {
		this.#put(this.kept.filter((one) => one.id !== id));
	}

	rename(name: string): void {
		this.#replace({ ...this.current, name });
	}

	/** Changes what the current one does; false: it would be too much, and a message says so. */
	edit(change: (changes: Changes) => Changes): boolean {
		const changes = change(this.current.changes);
		if (changes === this.current.changes) return true;
		if (changes.length > MOST_CHANGES) {
			this.#desk.toasts.show(
				`A what-if has ${MOST_CHANGES} changes at most. Save it as a scenario and go on there.`,
				{ tone: 'warn' }
			);
			return false;
		}
		this.#replace({ ...this.current, changes: [...changes] });
		return true;
	}

	/** An id for a change. */
	freshId = (): Id => this.#newId();

	/** Waits until what was edited is saved, or refused. */
	async flush(): Promise<void> {
		await this.#saving;
	}

	async #save(): Promise<void> {
		await tick(); // the page asks for the new figures first: they would wait for the disk
		for (let whatIfs = this.#edited; whatIfs; whatIfs = this.#edited) {
			await this.#desk.do('setWhatIfs', { whatIfs: whatIfs as WhatIf[] });
			// Saved or refused: from here on the scenario says what there is, unless it was edited on.
			if (this.#edited === whatIfs) this.#edited = undefined;
		}
		this.#saving = undefined;
	}

	#replace(whatIf: WhatIf): void {
		const isKept = this.kept.some(({ id }) => id === whatIf.id);
		this.#put(
			isKept ? this.kept.map((one) => (one.id === whatIf.id ? whatIf : one)) : [...this.kept, whatIf]
		);
		this.#selected = whatIf.id;
	}

	#put(whatIfs: readonly WhatIf[]): void {
		this.#edited = whatIfs;
		if (whatIfs.length === 0) this.#first = { id: this.#newId(), name: 'What-if 1', changes: [] };
		this.#saving ??= this.#save();
	}

	#freeName(): string {
		const names = this.list.map(({ name }) => name);
		for (let n = 1; ; n++) if (!names.includes(`What-if ${n}`)) return `What-if ${n}`;
	}
}
