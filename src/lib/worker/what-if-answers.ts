import { type Forecast } from '$lib/domain/forecast';
import { type WhatIfChange } from '$lib/domain/what-if';
import { type WhatIfAnswer } from '$lib/domain/what-if-rows';
import { aboutText, type NameOf } from '$lib/text/history';
import { commandLabel } from '../commands/labels';
import { askedBy } from '../commands/what-if';
import { forecast, type ForecastAnswer } from '../engine/forecast';
import { namesOf } from './frame-calls';
import { type Held } from './held';
import { tried } from './tried';

/** The what-if's figures, its money, and its changes in words. */
export function answerOf(held: Held, changes: readonly WhatIfChange[]): WhatIfAnswer {
	const { scenario, snapshot, refusals, costs } = tried(held, changes);
	// Nearly all names are today's, and today's are looked up already: only what is new is looked for after it.
	const today = namesOf(held.document.scenario);
	const then = namesOf(scenario);
	const nameOf: NameOf = (kind, id) => today(kind, id) ?? then(kind, id);
	return {
		changes: changes.map((change) => {
			const { name, input } = askedBy(change);
			return {
				id: change.id,
				what: commandLabel(name),
				about: aboutText(name, input, nameOf),
				refusal: refusals.get(change.id) ?? null
			};
		}),
		summary: snapshot.summary,
		costs: costs()
	};
}

const kept = new WeakMap<object, ForecastAnswer>();

/** The days after a what-if, kept as long as its snapshot is: a table asks again for each window of rows. */
export function forecastOf(held: Held, changes: readonly WhatIfChange[]): ForecastAnswer {
	const after = tried(held, changes);
	const known = kept.get(after.snapshot);
	if (known) return known;
	const made = forecast({ index: held.index, scenario: held.document.scenario }, after);
	kept.set(after.snapshot, made);
	return made;
}

/** Without what can't be posted. */
export function forecastDays(held: Held, changes: readonly WhatIfChange[]): Forecast {
	const { plan, timeZone, goOnViewing, days, relief } = forecastOf(held, changes);
	return { plan, timeZone, goOnViewing, days, relief };
}
