import { type Compared, type Comparison } from '$lib/domain/comparison';
import { type Forecast } from '$lib/domain/forecast';
import { type ScenarioHead } from '$lib/domain/scenario';
import { type WhatIf } from '$lib/domain/what-if';
import { type WhatIfAnswer } from '$lib/domain/what-if-rows';
import { nameText } from '$lib/text/format';
import { Latest } from '$lib/ui/latest.svelte';
import { type Session } from '$lib/worker/session.svelte';

const TODAY = { id: 'today', name: 'Today', changes: [] };

class Column {
	readonly answer = new Latest<WhatIfAnswer>();
	readonly forecast = new Latest<Forecast>();
}

/** What today and each what-if come to, asked of the worker again whenever one of them changes (I3). */
export class Columns {
	readonly #columns = new Map<string, Column>();
	readonly #session: Session;

	constructor(session: Session) {
		this.#session = session;
	}

	/** Call it in an effect: figures first, the days after them. */
	follow(whatIfs: readonly WhatIf[]): void {
		const session = this.#session;
		if (session.revision === 0) return;
		const all = [TODAY, ...whatIfs];
		for (const { id, changes } of all)
			this.#of(id).answer.follow(
				session
					.ask('whatIf', { changes }, `whatIf ${id}`)
					.then((asked) => (asked.ok ? asked.value : undefined))
			);
		for (const { id, changes } of all)
			this.#of(id).forecast.follow(
				session
					.ask('forecast', { changes }, `forecast ${id}`)
					.then((asked) => (asked.ok ? asked.value : undefined))
			);
	}

	answer(id: string = TODAY.id): WhatIfAnswer | undefined {
		return this.#of(id).answer.value;
	}

	forecast(id: string = TODAY.id): Forecast | undefined {
		return this.#of(id).forecast.value;
	}

	/** Undefined until today's figures are there; a what-if that is not yet counted is left out. */
	comparison(head: ScenarioHead, whatIfs: readonly WhatIf[]): Comparison | undefined {
		const columns = [TODAY, ...whatIfs].flatMap(({ id, name }): readonly Compared[] => {
			const answer = this.answer(id);
			if (!answer) return [];
			const relief = this.forecast(id)?.relief ?? null;
			return [{ name: nameText(name), changes: [], summary: answer.summary, costs: answer.costs, relief }];
		});
		if (columns.length < whatIfs.length + 1) return undefined;
		const { account, asOf } = head;
		return {
			scenario: head.name,
			account: account.name,
			asOf,
			timeZone: account.timeZone,
			currency: account.currency,
			centers: account.costCenters,
			columns
		};
	}

	#of(id: string): Column {
		let column = this.#columns.get(id);
		if (!column) this.#columns.set(id, (column = new Column()));
		return column;
	}
}
