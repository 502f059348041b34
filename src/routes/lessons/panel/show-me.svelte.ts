import { goto } from '$app/navigation';
import { type ResolvedPathname } from '$app/types';
import { type App } from '$lib/app';
import { type CommandInput, type CommandName } from '$lib/commands';
import { commandLabel } from '$lib/commands/labels';
import { type Lesson, type LessonCommand } from '$lib/domain/lesson';
import { aboutText } from '$lib/text/history';
import { actorText, pageName } from '$lib/text/lesson-panel';
import { painted } from '$lib/ui/painted';
import { type Session } from '$lib/worker/session.svelte';
import { type Desk } from '../../desk.svelte';
import { spotOf } from './command-places';
import { namesIn } from './names-in';

/** One command of a solution as it is told. */
export interface ShownStep {
	/** “Call queues”. */
	readonly where: string;
	/** The page where it happens, as the Trainer; null: the header, which is in view everywhere. */
	readonly address: ResolvedPathname | null;
	/** “, as Sam”. */
	readonly by: string;
	/** “Add queue members”. */
	readonly what: string;
	/** “Detroit Support · Karen”. */
	readonly about: string;
}

/** A lesson's solution, played command by command in the scenario that was begun for it (E1). */
export class ShowMe {
	readonly steps: readonly ShownStep[];
	readonly scenarioId: string;
	/** How many were played. */
	played = $state(0);
	isBusy = $state(false);
	readonly #commands: readonly LessonCommand[];
	readonly #session: Session;
	readonly #desk: Desk;

	constructor({ start, solution }: Lesson, app: App, session: Session, desk: Desk) {
		this.#commands = solution;
		this.#session = session;
		this.#desk = desk;
		this.scenarioId = session.id;
		const file =
			start.kind === 'scenario'
				? start.scenario
				: app.samples.find((sample) => sample.id === start.sample)?.file;
		const names = namesIn([file, solution]);
		this.steps = solution.map(({ name, input, actor }) => {
			const spot = spotOf(name, input);
			return {
				where: pageName(spot?.path ?? null),
				address: spot && desk.open(session.id, spot.path, spot.extra),
				by: actorText(actor === undefined ? null : (names.get(actor) ?? '')),
				what: commandLabel(name),
				about: aboutText(name, input, (_, id) => names.get(id))
			};
		});
	}

	get isDone(): boolean {
		return this.played === this.steps.length;
	}

	/** Goes where the next one happens and plays it, as whoever does it; why it was not done is said. */
	next = (): Promise<void> =>
		this.#once(async () => {
			const command = this.#commands[this.played];
			const spot = command && spotOf(command.name, command.input);
			if (spot) await goto(this.#desk.open(this.scenarioId, spot.path, spot.extra), { keepFocus: true });
			await painted();
			return this.#play();
		});

	/** Plays what is left, one after the other, wherever somebody is. */
	all = (): Promise<void> =>
		this.#once(async () => {
			while (!this.isDone && (await this.#play())) await painted();
			return this.isDone;
		});

	async #play(): Promise<boolean> {
		const command = this.#commands[this.played];
		if (!command) return false;
		const session = this.#session;
		session.actor = command.actor ?? null;
		// The registry checks name and input once more (S1).
		const { name, input } = command as unknown as { name: CommandName; input: CommandInput<CommandName> };
		const done = await session.dispatch(name, input);
		if (this.#desk.take(done) === undefined) return false;
		this.played++;
		return true;
	}

	async #once(work: () => Promise<boolean>): Promise<void> {
		if (this.isBusy) return;
		this.isBusy = true;
		await work().finally(() => (this.isBusy = false));
	}
}
