import { type Curves } from '$lib/charts/cost-curve';
import { type StoreFault } from '$lib/domain/fault';
import { type CoverOptions } from '$lib/domain/options';
import { type Result } from '$lib/domain/result';
import { type Summary } from '$lib/domain/snapshot';
import { boostersNote, markerText, NEEDED_MARKER, OPTION_SHORT } from '$lib/text/cost';
import { noOption, noPrices, type Nothing } from '$lib/text/nothing';
import { missingPricesSentence, type OptionPlace } from '$lib/text/options';
import { type NumbersAnswer } from '$lib/worker/protocol';
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
	const missing = missingOf(answer.options);
	const reasons = answer.options.options.flatMap((one) => (one.state === 'refused' ? one.reasons : []));
	const lines = linesOf(answer.options);
	return {
		curves: { lines, markers: markersOf(answer), ...words },
		note: noteOf(answer.options, 'scenario'),
		nothing: lines.length > 0 ? undefined : missing.length > 0 ? noPrices(missing) : noOption(reasons)
	};
}

/** The same of numbers alone, where only the need is marked; null: no option has its prices. */
export function numbersCurves(
	{ summary, options }: Pick<NumbersAnswer, 'summary' | 'options'>,
	currency: string
): Pick<Drawn, 'curves' | 'note'> | null {
	const lines = linesOf(options);
	const markers = [{ name: NEEDED_MARKER, licenses: summary.figures.needed }];
	const words = { format: moneyIn(currency), tick: tickIn(currency) };
	return lines.length === 0
		? null
		: { curves: { lines, markers, ...words }, note: noteOf(options, 'numbers') };
}

const linesOf = ({ curves }: CoverOptions): Curves['lines'] =>
	curves.curves.map(({ option, points }) => ({
		name: OPTION_SHORT[option],
		points: points.map(({ licenses, cost }) => ({ licenses, cost: Number(cost) }))
	}));

/** What the curves stand on, and which prices are missing. */
function noteOf(options: CoverOptions, place: OptionPlace): string | undefined {
	const { curves, boosters } = options.curves;
	const missing = missingOf(options);
	const notes = [
		curves.some(({ option }) => option === 'boosters') ? boostersNote(boosters, place) : '',
		missing.length > 0 ? missingPricesSentence(missing, place) : ''
	];
	return notes.filter(Boolean).join(' ') || undefined;
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
