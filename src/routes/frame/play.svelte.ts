import { type PlayPlan } from '$lib/domain/frame-rows';
import { nameText } from '$lib/text/format';
import { PLAY_DAYS } from '$lib/text/play';
import { type Choice } from '$lib/ui/combobox.svelte';

/** Plays days one after the other. A pause and a stop wait for the day that is being played: days are whole. */
export class Player {
	state = $state<'idle' | 'playing' | 'paused' | 'stopping' | 'ended'>('idle');
	/** Days that are played. */
	day = $state(0);
	#resume: (() => void) | undefined;

	/** Plays up to 30 days; `playDay` answers whether it was done. */
	async run(playDay: () => Promise<boolean>): Promise<void> {
		if (this.isBusy) return;
		this.day = 0;
		this.state = 'playing';
		while (this.day < PLAY_DAYS && (await playDay())) {
			this.day++;
			// While the day was played, the user may have changed it.
			if ((this.state as string) === 'paused' && this.day < PLAY_DAYS)
				await new Promise<void>((go) => (this.#resume = go));
			if ((this.state as string) === 'stopping') break;
		}
		this.state = 'ended';
	}

	get isBusy(): boolean {
		return this.state === 'playing' || this.state === 'paused' || this.state === 'stopping';
	}

	pause(): void {
		if (this.state === 'playing') this.state = 'paused';
	}

	resume(): void {
		if (this.state !== 'paused') return;
		this.state = 'playing';
		this.#resume?.();
		this.#resume = undefined;
	}

	stop(): void {
		if (!this.isBusy) return;
		this.state = 'stopping';
		this.#resume?.();
		this.#resume = undefined;
	}
}

/** One habit while it is edited. */
export class HabitDraft {
	readonly key: number;
	person = $state.raw<Choice | null>(null);
	/** Its value is the dashboard's id, '' where only Live Reports is opened. */
	dashboard = $state.raw<Choice | null>(null);
	everyDays = $state<number | null>(1);

	constructor(key: number) {
		this.key = key;
	}

	/** What is missing, or undefined. */
	get problem(): string | undefined {
		if (!this.person) return 'Choose a person.';
		if (!this.dashboard) return 'Choose a dashboard.';
		return this.everyDays === null ? 'Enter every how many days, 1 to 30.' : undefined;
	}
}

const ONLY_OPENS: Choice = { value: '', label: 'Opens Live Reports only' };

/** The routine while it is edited: a draft beside the scenario. */
export class RoutineDraft {
	seed = $state<number | null>(1);
	habits = $state.raw<readonly HabitDraft[]>([]);
	readonly #dashboards: readonly Choice[];
	#keys = 0;
	readonly #was: string;

	constructor({ seed, viewers, dashboards, suggested }: PlayPlan) {
		this.seed = seed;
		this.#dashboards = [
			ONLY_OPENS,
			...dashboards.map(({ id, name }) => ({ value: id, label: nameText(name) }))
		];
		this.habits = viewers.map(({ personId, person, dashboardId, everyDays }) => {
			const habit = new HabitDraft(++this.#keys);
			habit.person = { value: personId, label: nameText(person) };
			habit.dashboard = this.#dashboards.find((one) => one.value === (dashboardId ?? '')) ?? null;
			habit.everyDays = everyDays;
			return habit;
		});
		this.#was = suggested ? '' : JSON.stringify(this.routine);
	}

	/** Dashboards by name, for a field that searches. */
	search = async (text: string): Promise<readonly Choice[]> => {
		const wanted = text.trim().toLocaleLowerCase('en');
		return this.#dashboards.filter((one) => one.label.toLocaleLowerCase('en').includes(wanted));
	};

	add(): void {
		this.habits = [...this.habits, new HabitDraft(++this.#keys)];
	}

	remove(habit: HabitDraft): void {
		this.habits = this.habits.filter((one) => one !== habit);
	}

	get isWhole(): boolean {
		return this.seed !== null && this.habits.every((habit) => habit.problem === undefined);
	}

	get isChanged(): boolean {
		return JSON.stringify(this.routine) !== this.#was;
	}

	/** What `setRoutine` takes; only when `isWhole`. */
	get routine() {
		return {
			seed: this.seed ?? 1,
			viewers: this.habits.map(({ person, dashboard, everyDays }) => ({
				personId: person?.value ?? '',
				dashboardId: dashboard?.value || null,
				everyDays: everyDays ?? 1
			}))
		};
	}
}
