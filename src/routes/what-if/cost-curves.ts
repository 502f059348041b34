import { type Curves } from '$lib/charts/cost-curve';
import { type StoreFault } from '$lib/domain/fault';
import { type CoverOptions } from '$lib/domain/options';
import { type Result } from '$lib/domain/result';
import { type Summary } from '$lib/domain/snapshot';
import { boostersNote, markerText, OPTION_SHORT } from '$lib/text/cost';
import { noOption, noPrices, type Nothing } from '$lib/text/nothing';
import { missingPricesSentence } from '$lib/text/options';
import { type Session } from '$lib/worker/session.svelte';
import { missingOf, moneyIn, type Named, tickIn, TODAY } from './pictured';
import { all } from './question.svelte';

export interface CurveAnswer {
	/** The what-if's name; null: today alone. */
	readonly name: string | null;
	readonly today: Summary;
	readonly then: Summary;
	/** Of the what-if, with curves as far as the markers. */
	readonly options: CoverOptions;
}

/** Figures first: the curves must reach beyond whatever is marked on them. */
export async function askCurves(
	session: Session,
	whatIf: Named | null
): Promise<Result<CurveAnswer, StoreFault>> {
	const { changes } = whatIf ?? TODAY;
	const figures = await all(
		[TODAY.changes, changes].map((each, at) =>
			session.ask('whatIf', { changes: each }, `picture curve ${at}`)
		)
	);
	if (!figures.ok) return figures;
	const [today, then] = figures.value.map(({ summary }) => summary) as [Summary, Summary];
	const marked = [today, then].flatMap(({ figures: of }) => [of.needed, of.purchased.total]);
	const options = await session.ask(
		'options',
		{ changes, chosen: null, reach: Math.ceil(Math.max(...marked) * 1.15) },
		'picture curve'
	);
	if (!options.ok) return options;
	return { ok: true, value: { name: whatIf?.name ?? null, today, then, options: options.value } };
}

interface Drawn {
	readonly curves: Curves;
	readonly note: string | undefined;
	readonly nothing: Nothing | undefined;
}

/** The options whose prices are known as curves, and what is needed and owned as markers. */
export function curvePicture(answer: CurveAnswer | undefined, currency: string): Drawn {
	const words = { format: moneyIn(currency), tick: tickIn(currency) };
	if (!answer) return { curves: { lines: [], markers: [], ...words }, note: undefined, nothing: undefined };
	const { options, curves } = answer.options;
	const missing = missingOf(answer.options);
	const reasons = options.flatMap((one) => (one.state === 'refused' ? one.reasons : []));
	const lines = curves.curves.map(({ option, points }) => ({
		name: OPTION_SHORT[option],
		points: points.map(({ licenses, cost }) => ({ licenses, cost: Number(cost) }))
	}));
	const hasBoosters = curves.curves.some(({ option }) => option === 'boosters');
	const notes = [
		hasBoosters ? boostersNote(curves.boosters) : '',
		missing.length > 0 ? missingPricesSentence(missing) : ''
	];
	return {
		curves: { lines, markers: markersOf(answer), ...words },
		note: notes.filter(Boolean).join(' ') || undefined,
		nothing: lines.length > 0 ? undefined : missing.length > 0 ? noPrices(missing) : noOption(reasons)
	};
}

/** Needed and owned, today and in the what-if; what does not differ is marked once. */
function markersOf({ name, today, then }: CurveAnswer): Curves['markers'] {
	const pair = (text: 'needed' | 'owned', of: (summary: Summary) => number) => [
		{ name: markerText(text, null), licenses: of(today) },
		...(name === null || of(then) === of(today) ? [] : [{ name: markerText(text, name), licenses: of(then) }])
	];
	return [
		...pair('needed', ({ figures }) => figures.needed),
		...pair('owned', ({ figures }) => figures.purchased.total)
	];
}
