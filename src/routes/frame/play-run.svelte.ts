import { type PlayPlan } from '$lib/domain/frame-rows';
import { type NotDone } from '$lib/worker/session.svelte';
import { type Desk } from '../desk.svelte';
import { type ClockMoves } from './clock-moves.svelte';
import { Player, RoutineDraft } from './play.svelte';

/** One go at "Play 30 days": reads the routine, keeps what was edited, plays, and says what it changed. */
export class PlayRun {
	readonly player = new Player();
	plan = $state.raw<PlayPlan>();
	draft = $state.raw<RoutineDraft>();
	/** Why it could not go on, or undefined. */
	error = $state.raw<NotDone>();
	/** The user tried to play: what is missing is said. */
	isTried = $state(false);
	note = $state<string | null>(null);
	readonly #desk: Desk;
	readonly #clock: ClockMoves;

	constructor(desk: Desk, clock: ClockMoves) {
		this.#desk = desk;
		this.#clock = clock;
	}

	/** Reads the routine anew: for a dialog that opens. */
	async load(): Promise<void> {
		if (this.player.isBusy) return;
		this.player.state = 'idle';
		[this.isTried, this.error, this.note] = [false, undefined, null];
		const { session } = this.#desk;
		if (!session) return;
		const plan = await session.ask('playPlan', {}, 'playPlan');
		if (!plan.ok) {
			if (plan.error.code !== 'CANCELLED') this.error = plan.error;
			return;
		}
		this.plan = plan.value;
		this.draft = new RoutineDraft(plan.value);
	}

	again = (): Promise<void> => this.load();

	start = async (): Promise<void> => {
		const [desk, draft] = [this.#desk, this.draft];
		const { session } = desk;
		if (!draft || !session) return;
		this.isTried = true;
		this.error = undefined;
		if (!draft.isWhole) return;
		if (draft.isChanged)
			this.error = (await desk.dispatch('setRoutine', { routine: draft.routine })) ?? undefined;
		if (this.error) return;
		const from = session.summary?.asOf;
		await this.player.run(async () => {
			if (desk.session !== session) return false; // another scenario was opened meanwhile
			this.error = (await desk.dispatch('playDay', {})) ?? undefined;
			return !this.error;
		});
		if (from !== undefined && this.player.day > 0) this.note = await this.#clock.since(session, from);
	};
}
