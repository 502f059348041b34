import { type StoreFault } from '$lib/domain/fault';
import { type FitAnswer, type FitQuestion } from '$lib/domain/fit';
import { type Progress } from '$lib/domain/progress';
import { type Refusal } from '$lib/domain/refusal';
import { failed, ok, type Result } from '$lib/domain/result';
import {
	type Acting,
	type DetailColumn,
	type DetailRow,
	type NeededColumn,
	type NeededRow,
	type PersonChoice,
	type RowPage,
	type RowQuery,
	type SeatColumn,
	type SeatRow
} from '$lib/domain/rows';
import { type Because, type Summary } from '$lib/domain/snapshot';
import { type CommandInput, type CommandName } from '../commands';
import { type ScenarioRow } from '../store/db';
import { type Conflict } from '../store/dispatch';
import { type Live } from '../store/live.svelte';
import { type NothingLeft } from '../store/undo';
import { type WorkerClient } from './client';
import { type At, type EngineCalls, type Evaluated, type MadeFile, type PurchaseLine } from './protocol';
import { type Work } from './work.svelte';

/** What a session needs from outside; the clock and ids are inputs. */
export interface SessionParts {
	readonly engine: WorkerClient<EngineCalls>;
	readonly row: Live<ScenarioRow | null>;
	readonly work: Work;
	readonly newId: () => string;
	readonly now: () => number;
	/** Told after each change that is saved. */
	readonly onsaved?: () => void;
}

/** The calls that only ask: they answer from the scenario as it stands. */
type Asked = { [K in keyof EngineCalls]: EngineCalls[K]['input'] extends At ? K : never }[keyof EngineCalls];

/** Those that answer with a window of rows. */
type Listed = {
	[K in Asked]: EngineCalls[K] extends { input: { query: unknown }; output: RowPage<unknown> } ? K : never;
}[Asked];

export type NotDone = Refusal | Conflict | NothingLeft | StoreFault;

/** One open scenario: what it says now, what its figures are, and the way to change it. */
export class Session {
	readonly id: string;
	readonly #parts: SessionParts;
	#evaluated = $state.raw<Evaluated>();
	readonly #counted = $derived(this.#evaluated?.counted ?? 0);
	/** The base of commands while a form is open. */
	#held: number | undefined;
	#fault = $state.raw<StoreFault>();
	#saving = $state(0);
	/** Who acts: a person's id, or null for the Trainer. */
	actor = $state<string | null>(null);

	constructor(id: string, parts: SessionParts) {
		this.id = id;
		this.#parts = parts;
	}

	/** The scenario's row; undefined while it is read, null when there is no such scenario. */
	get row(): ScenarioRow | null | undefined {
		return this.#parts.row.current;
	}

	/** The newest figures; undefined until the first. */
	get summary(): Summary | undefined {
		return this.#evaluated?.summary;
	}

	/** The revision that the figures stand for: what pages hand to tables so that they ask again. */
	get revision(): number {
		return this.#evaluated?.revision ?? 0;
	}

	/** The revision since which nothing that is counted changed: what asks for figures alone need not ask again. 0: none yet. */
	get counted(): number {
		return this.#counted;
	}

	/** The figures are older than the scenario: new ones are on their way. */
	get isCounting(): boolean {
		return (this.row?.revision ?? 0) > this.revision;
	}

	get isSaving(): boolean {
		return this.#saving > 0;
	}

	get fault(): StoreFault | undefined {
		return this.#fault ?? this.#parts.row.fault;
	}

	/** Asks for the figures of the row's revision. Call it in an effect: it follows the row, other tabs' changes too. */
	follow(): void {
		const revision = this.row?.revision;
		if (revision === undefined || revision <= this.revision) return;
		void this.#parts.work
			.run('opening', (options) =>
				this.#parts.engine.call(
					'summarize',
					{ scenarioId: this.id, revision },
					{ ...options, key: `summarize ${this.id}` }
				)
			)
			.then((result) => this.#take(result));
	}

	/** Does one command (S1). Answers after it is saved (S2) and the row says so: forms show the new state at once. */
	async dispatch<Name extends CommandName>(
		name: Name,
		input: CommandInput<Name>
	): Promise<Result<null, NotDone>> {
		const request = {
			id: this.#parts.newId(),
			name,
			input: JSON.parse(JSON.stringify(input)) as unknown, // a proxy can't be posted
			actor: this.actor,
			at: this.#parts.now()
		};
		const done = await this.#write(() =>
			this.#parts.engine.call('dispatch', { scenarioId: this.id, base: this.#held ?? this.#base, request })
		);
		if (!done.ok && done.error.code === 'CONFLICT' && this.#held !== undefined)
			this.#held = done.error.revision;
		return done;
	}

	/**
	 * From now on, commands are of what is seen now: what another tab writes is a conflict, for a form shows the state
	 * that it was opened on and saves it whole (S4). Told once, whoever repeats means it. Answers how to end it.
	 */
	hold(): () => void {
		this.#held = this.#base;
		return () => (this.#held = undefined);
	}

	undo = (): Promise<Result<null, NotDone>> => this.#step('undo');
	redo = (): Promise<Result<null, NotDone>> => this.#step('redo');

	/** Undoes or repeats up to a point of the history: all of it, or nothing. */
	stepTo = (target: number): Promise<Result<null, NotDone>> =>
		this.#write(() =>
			this.#parts.engine.call('stepTo', {
				scenarioId: this.id,
				base: this.#base,
				target,
				at: this.#parts.now()
			})
		);

	/** Asks the worker something of this scenario; with a `key`, a newer question of that key wins. */
	ask<K extends Asked>(
		name: K,
		input: Omit<EngineCalls[K]['input'], keyof At>,
		key?: string
	): Promise<Result<EngineCalls[K]['output'], StoreFault>> {
		return this.#parts.engine.call(name, { ...this.#at, ...input }, key === undefined ? {} : { key });
	}

	/** "Fit within N" (I5). `onfound` hears each better answer; aborting `signal` ends the search with CANCELLED. */
	fit(
		question: FitQuestion,
		signal: AbortSignal,
		onfound: (answer: FitAnswer) => void
	): Promise<Result<FitAnswer, StoreFault>> {
		const onProgress = ({ found }: Progress) => found && onfound(found);
		return this.#parts.engine.call('fit', { ...this.#at, question }, { signal, onProgress, key: 'fit' });
	}

	/** A window of rows of one of the worker's tables, as a table's source wants it. */
	async rows<K extends Listed>(
		name: K,
		query: EngineCalls[K]['input']['query'],
		rest?: Omit<EngineCalls[K]['input'], keyof At | 'query'>
	): Promise<EngineCalls[K]['output']> {
		const page = await this.#parts.work.run('sorting', (options) =>
			this.#parts.engine.call(name, { ...this.#at, ...rest, query } as EngineCalls[K]['input'], options)
		);
		if (page.ok) return page.value;
		if (page.error.code !== 'CANCELLED') this.#fault = page.error;
		return { from: query.from, total: 0, rows: [] } as EngineCalls[K]['output'];
	}

	seatRows = (query: RowQuery<SeatColumn>): Promise<RowPage<SeatRow>> => this.rows('seatRows', query);
	detailRows = (query: RowQuery<DetailColumn>): Promise<RowPage<DetailRow>> => this.rows('detailRows', query);
	neededRows = (query: RowQuery<NeededColumn>): Promise<RowPage<NeededRow>> => this.rows('neededRows', query);

	because(personId: string): Promise<Result<Because | null, StoreFault>> {
		return this.#parts.engine.call('because', { ...this.#at, personId });
	}

	purchases(): Promise<Result<readonly PurchaseLine[], StoreFault>> {
		return this.#parts.engine.call('purchases', this.#at);
	}

	/** `queueId`: only its members at as-of. */
	findPeople(
		text: string,
		limit: number,
		queueId?: string
	): Promise<Result<readonly PersonChoice[], StoreFault>> {
		const asked = { ...this.#at, text, limit, ...(queueId !== undefined && { queueId }) };
		return this.#parts.engine.call('findPeople', asked, { key: 'findPeople' });
	}

	acting(personId: string): Promise<Result<Acting | null, StoreFault>> {
		return this.#parts.engine.call('acting', { ...this.#at, personId });
	}

	/** The License Status Report as a file (W1–W9). */
	workbook(): Promise<Result<MadeFile, StoreFault>> {
		return this.#parts.work.run('writing', (options) =>
			this.#parts.engine.call('workbook', this.#at, options)
		);
	}

	get #at(): At {
		return { scenarioId: this.id, revision: this.revision };
	}

	/** The revision that the user sees: the row's, which live queries keep true. */
	get #base(): number {
		return Math.max(this.row?.revision ?? 0, this.revision);
	}

	#step(direction: 'undo' | 'redo'): Promise<Result<null, NotDone>> {
		return this.#write(() =>
			this.#parts.engine.call('step', {
				scenarioId: this.id,
				base: this.#base,
				direction,
				at: this.#parts.now()
			})
		);
	}

	async #write<E extends NotDone>(
		call: () => Promise<Result<Result<Evaluated, E>, StoreFault>>
	): Promise<Result<null, NotDone>> {
		this.#saving++;
		try {
			const answer = await call();
			if (!answer.ok) return answer;
			if (!answer.value.ok) return failed(answer.value.error);
			this.#take(answer.value);
			this.#parts.onsaved?.();
			const { revision } = answer.value.value;
			await this.#parts.row.until((row) => !row || row.revision >= revision);
			return ok(null);
		} finally {
			this.#saving--;
		}
	}

	#take(result: Result<Evaluated, StoreFault>): void {
		if (result.ok) {
			this.#fault = undefined;
			if (result.value.revision >= this.revision) this.#evaluated = result.value;
		} else if (result.error.code !== 'CANCELLED') this.#fault = result.error;
	}
}
