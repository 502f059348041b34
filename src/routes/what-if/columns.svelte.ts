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

/** What today and each what-if come to, asked of the worker again whenever one of them changes (I3). */
export class Columns {
	readonly #session: Session;
	#columns = $state.raw<Readonly<Record<string, Column>>>({});
	/** The figures take so long that the page should say so. */
	isSlow = $state(false);
	#turn = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(session: Session) {
		this.#session = session;
	}

	/** Call it in an effect: figures first, the days after them. */
	follow(whatIfs: readonly WhatIf[]): void {
		if (this.#session.revision === 0) return;
		const turn = ++this.#turn;
		const all = [TODAY, ...whatIfs];
		const figures = all.map(({ id, changes }) => this.#ask('whatIf', 'answer', id, changes, turn));
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => (this.isSlow = true), SLOW);
		void Promise.all(figures).then(() => {
			if (turn !== this.#turn) return;
			clearTimeout(this.#timer);
			this.isSlow = false;
		});
		for (const { id, changes } of all) void this.#ask('forecast', 'forecast', id, changes, turn);
	}

	/** An older answer than the newest question is dropped; the one before stays until then. */
	async #ask(
		call: 'whatIf' | 'forecast',
		part: keyof Column,
		id: string,
		changes: WhatIf['changes'],
		turn: number
	): Promise<void> {
		const asked = await this.#session.ask(call, { changes }, `${call} ${id}`);
		if (!asked.ok || turn !== this.#turn) return;
		const of = call === 'whatIf' ? { changes } : {};
		const column = { ...this.#columns[id], [part]: asked.value, ...of };
		this.#columns = { ...this.#columns, [id]: column };
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
