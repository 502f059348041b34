import { type SeatChanges } from '$lib/domain/frame-rows';
import { type Instant } from '$lib/domain/instant';
import { changesNote, NAMED_CHANGES } from '$lib/text/changes';
import { type NotDone, type Session } from '$lib/worker/session.svelte';
import { type Desk } from '../desk.svelte';

/** How many seats the list of changes holds. */
const LISTED = 200;

/** Moves the clock, and says in passing who left the active count or entered it by that (L1, L15). */
export class ClockMoves {
	/** What the list shows. */
	changes = $state.raw<SeatChanges>();
	readonly #desk: Desk;
	#note: number | undefined;

	constructor(desk: Desk) {
		this.#desk = desk;
	}

	step = async (days: number): Promise<void> => {
		const error = await this.#moved(() => this.#desk.dispatch('stepClock', { days }));
		if (error) this.#desk.complain(error);
	};

	set = (local: string): Promise<NotDone | null> =>
		this.#moved(() => this.#desk.dispatch('setClock', { local }));

	/** What changed since the clock stood at `from`, in a sentence; null: nothing, or nobody knows. */
	async since(session: Session, from: Instant): Promise<string | null> {
		const changes = this.#desk.take(await session.ask('changes', { from, limit: NAMED_CHANGES }, 'changes'));
		return changes ? changesNote(changes) : null;
	}

	/** Opens the list of what changed since the clock stood at `from`. */
	async list(session: Session, from: Instant): Promise<void> {
		const changes = this.#desk.take(await session.ask('changes', { from, limit: LISTED }, 'changes'));
		if (!changes || this.#desk.session !== session) return;
		this.changes = changes;
		this.#desk.dialog = 'changes';
	}

	async #moved(move: () => Promise<NotDone | null>): Promise<NotDone | null> {
		const { session, toasts } = this.#desk;
		const from = session?.summary?.asOf;
		const error = await move();
		if (error || !session || from === undefined) return error;
		void this.since(session, from).then((text) => {
			if (text === null || this.#desk.session !== session) return;
			if (this.#note !== undefined) toasts.dismiss(this.#note); // one note: the newest
			const action = { label: 'See list', run: () => void this.list(session, from) };
			this.#note = toasts.show(text, { action });
		});
		return null;
	}
}
