import { type QueueDetail, type QueueRow } from '$lib/domain/admin-rows';
import { type Instant } from '$lib/domain/instant';
import { type PersonChoice } from '$lib/domain/rows';
import { shortIsolated } from '$lib/text/admin';
import { type NotDoneReason } from '$lib/text/refusals';
import { type Desk } from '../../desk.svelte';
import { type Dispatch } from '$lib/components/dispatch';

export type QueueAct = 'edit' | 'remove';

/** What the form of a queue holds. */
export class QueueDraft {
	name = $state('');
	extension = $state('');
	managers = $state.raw<readonly PersonChoice[]>([]);
	/** Only when it is added; later they join and leave with dates. */
	members = $state.raw<readonly PersonChoice[]>([]);
	error = $state.raw<NotDoneReason | null>(null);
	readonly id: string;
	readonly isNew: boolean;

	constructor(id: string, known: QueueDetail | null) {
		this.id = id;
		this.isNew = known === null;
		if (!known) return;
		this.name = known.name;
		this.extension = known.extension;
		this.managers = known.managerChoices;
	}
}

/** What is open on the queues' page, and what its menus and forms do. */
export class QueueDesk {
	draft = $state.raw<QueueDraft | null>(null);
	#isBusy = false;
	readonly #desk: Desk;
	readonly #newId: () => string;
	readonly #go: (queueId: string | null) => void;

	/** `go`: shows a queue, or the list. */
	constructor(desk: Desk, newId: () => string, go: (queueId: string | null) => void) {
		this.#desk = desk;
		this.#newId = newId;
		this.#go = go;
	}

	dispatch: Dispatch = (name, input) => this.#desk.dispatch(name, input);

	add(): void {
		this.draft = new QueueDraft(this.#newId(), null);
	}

	async act(what: QueueAct, row: Pick<QueueRow, 'id' | 'name'>): Promise<void> {
		if (what === 'edit') {
			const answer = await this.#desk.session?.ask('queueDetail', { queueId: row.id });
			const known = answer && this.#desk.take(answer);
			if (known) this.draft = new QueueDraft(row.id, known);
		} else if (await this.#desk.do('removeQueue', { queueId: row.id })) {
			this.#desk.toasts.show(`${shortIsolated(row.name)} removed`);
			this.#go(null);
		}
	}

	/** Adds or changes the queue of the form; members join at as-of. */
	async save(draft: QueueDraft, asOf: Instant): Promise<void> {
		if (this.#isBusy) return;
		this.#isBusy = true;
		const done = draft.isNew ? this.#added(draft, asOf) : this.#edited(draft);
		draft.error = await done.finally(() => (this.#isBusy = false));
		if (draft.error !== null || this.draft !== draft) return;
		this.draft = null;
		if (draft.isNew) this.#go(draft.id);
	}

	#added({ id, name, extension, managers, members }: QueueDraft, asOf: Instant) {
		const managerIds = managers.map((person) => person.id);
		const queue = {
			id,
			name: name.trim(),
			extension: extension.trim(),
			...(managerIds.length > 0 && { managerIds }),
			members: members.map((person) => ({ personId: person.id, from: asOf }))
		};
		return this.dispatch('addQueues', { queues: [queue] });
	}

	#edited({ id, name, extension, managers }: QueueDraft) {
		const managerIds = managers.map((person) => person.id);
		return this.dispatch('editQueue', { id, name: name.trim(), extension: extension.trim(), managerIds });
	}
}
