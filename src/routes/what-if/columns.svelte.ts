import { type Comparison } from '$lib/domain/comparison';
import { type Forecast } from '$lib/domain/forecast';
import { type ScenarioHead } from '$lib/domain/scenario';
import { type WhatIf } from '$lib/domain/what-if';
import { type WhatIfAnswer } from '$lib/domain/what-if-rows';
import { comparedColumn, comparisonOf } from '$lib/text/comparison';
import { type Session } from '$lib/worker/session.svelte';

const TODAY = { id: 'today', name: 'Today', changes: [] };

/** Milliseconds: what is answered sooner needs no word. */
const SLOW = 400;

interface Column {
	readonly answer?: WhatIfAnswer;
	/** What `answer` is the answer to. */
	readonly changes?: WhatIf['changes'];
	readonly forecast?: Forecast;
}

interface Asked {
	readonly changes: WhatIf['changes'];
	/** The revision that it is asked of, as far as figures go. */
	readonly counted: number;
	/** The figures are on their way. */
	isWaiting: boolean;
	hasFailed: boolean;
}

/** What today and each what-if come to, asked of the worker again where one of them changes (I3). */
export class Columns {
	readonly #session: Session;
	#columns = $state.raw<Readonly<Record<string, Column>>>({});
	/** The figures take so long that the page should say so. */
	isSlow = $state(false);
	/** By column, the newest question. */
	readonly #asked: Record<string, Asked> = {};
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(session: Session) {
		this.#session = session;
	}

	/** Call it in an effect: figures first, the days after them. What was asked already is not asked again: edits are saved meanwhile. */
	follow(whatIfs: readonly WhatIf[]): void {
		const { counted } = this.#session;
		if (counted === 0) return;
		const anew = [TODAY, ...whatIfs].flatMap(({ id, changes }) => {
			const known = this.#asked[id];
			const isKnown = known?.counted === counted && sameChanges(known.changes, changes);
			if (isKnown && !known.hasFailed) return [];
			return [{ id, asked: { changes, counted, isWaiting: true, hasFailed: false } }];
		});
		for (const { id, asked } of anew) {
			if (!this.#isWaiting) this.#timer = setTimeout(() => (this.isSlow = true), SLOW);
			this.#asked[id] = asked;
			void this.#ask('whatIf', 'answer', id, asked).then(() => this.#arrived(id, asked));
		}
		for (const { id, asked } of anew) void this.#ask('forecast', 'forecast', id, asked);
	}

	/** An older answer than the newest question is dropped; the one before stays until then. */
	async #ask(call: 'whatIf' | 'forecast', part: keyof Column, id: string, asked: Asked): Promise<void> {
		const { changes } = asked;
		const answer = await this.#session.ask(call, { changes }, `${call} ${id}`);
		if (asked !== this.#asked[id]) return;
		asked.hasFailed ||= !answer.ok;
		if (!answer.ok) return;
		const of = call === 'whatIf' ? { changes } : {};
		const column = { ...this.#columns[id], [part]: answer.value, ...of };
		this.#columns = { ...this.#columns, [id]: column };
	}

	get #isWaiting(): boolean {
		return Object.values(this.#asked).some(({ isWaiting }) => isWaiting);
	}

	#arrived(id: string, asked: Asked): void {
		asked.isWaiting = false;
		if (asked !== this.#asked[id] || this.#isWaiting) return;
		clearTimeout(this.#timer);
		this.isSlow = false;
	}

	answer(id: string = TODAY.id): WhatIfAnswer | undefined {
		return this.#columns[id]?.answer;
	}

	/** The answer about exactly these changes; undefined while it is on its way. */
	answerTo({ id, changes }: WhatIf): WhatIfAnswer | undefined {
		const known = this.#columns[id];
		return known?.changes && sameChanges(known.changes, changes) ? known.answer : undefined;
	}

	forecast(id: string = TODAY.id): Forecast | undefined {
		return this.#columns[id]?.forecast;
	}

	/** Undefined until today and every what-if are counted. */
	comparison(head: ScenarioHead, whatIfs: readonly WhatIf[]): Comparison | undefined {
		const columns = [TODAY, ...whatIfs].flatMap(({ id, name }) => {
			const answer = this.answer(id);
			return answer ? [comparedColumn(name, answer, this.forecast(id)?.relief ?? null)] : [];
		});
		return columns.length === whatIfs.length + 1 ? comparisonOf(head, columns) : undefined;
	}
}

const sameChanges = (a: WhatIf['changes'], b: WhatIf['changes']): boolean =>
	a === b ||
	(a.length === b.length && a.every(({ id, input }, at) => id === b[at]!.id && input === b[at]!.input));
