import { civilText, numberText } from '$lib/text/format';
import { daySpanText } from '$lib/text/pictures';
import { usageDayText, usageSentence } from '$lib/text/usage';
import { type Story } from './story';

/** One civil day. */
export interface UsageDay {
	/** YYYY-MM-DD. */
	readonly date: string;
	readonly active: number;
	/** Licenses owned on that day; missing: nothing is bought in this plan. */
	readonly purchased?: number;
}

/** Another course of the same days. */
export interface UsageWhatIf {
	readonly name: string;
	/** As many as there are days. */
	readonly active: readonly number[];
	/** Missing: as without the what-if; null: nothing is bought in its plan. */
	readonly purchased?: readonly number[] | null;
}

/** Indices of days, `[from, to)`. */
export interface Run {
	readonly from: number;
	readonly to: number;
}

/** The runs of days in which a condition holds. */
export function runsWhere(count: number, holds: (day: number) => boolean): readonly Run[] {
	const runs: { from: number; to: number }[] = [];
	for (let day = 0; day < count; day++) {
		if (!holds(day)) continue;
		const last = runs.at(-1);
		if (last?.to === day) last.to = day + 1;
		else runs.push({ from: day, to: day + 1 });
	}
	return runs;
}

const isBought = (day: UsageDay | undefined): day is UsageDay & { readonly purchased: number } =>
	day?.purchased !== undefined;
const overOn = (day: UsageDay): number => Math.max(0, day.active - (day.purchased ?? Infinity));

/** The days as they are with the what-if. */
export const withWhatIf = (days: readonly UsageDay[], whatIf: UsageWhatIf): readonly UsageDay[] =>
	days.map((day, index) => {
		const purchased = whatIf.purchased === null ? undefined : (whatIf.purchased?.[index] ?? day.purchased);
		return {
			date: day.date,
			active: whatIf.active[index] ?? day.active,
			...(purchased !== undefined && { purchased })
		};
	});

/** The first day without overage, where the days begin with one (I6): later ones may have some again. */
export function firstClearDay(days: readonly UsageDay[]): number | undefined {
	const over = runsWhere(days.length, (day) => overOn(days[day]!) > 0)[0];
	return over?.from === 0 && over.to < days.length ? over.to : undefined;
}

export interface Usage {
	readonly days: readonly UsageDay[];
	readonly whatIf?: UsageWhatIf | undefined;
	/** The days of the what-if. */
	readonly other?: readonly UsageDay[] | undefined;
	/** Highest of all figures. */
	readonly most: number;
	/** Runs of days with overage, and the day on which it is greatest. */
	readonly over: readonly Run[];
	readonly worst?: { readonly day: number; readonly over: number } | undefined;
	/** First day without overage: of the what-if, else of the days themselves. */
	readonly clear: number | undefined;
}

export function usageOf(days: readonly UsageDay[], whatIf?: UsageWhatIf): Usage {
	const other = whatIf && withWhatIf(days, whatIf);
	const overs = days.map(overOn);
	const greatest = Math.max(0, ...overs);
	return {
		days,
		whatIf,
		other,
		most: Math.max(0, ...[...days, ...(other ?? [])].map((day) => Math.max(day.active, day.purchased ?? 0))),
		over: runsWhere(days.length, (day) => overs[day]! > 0),
		worst: greatest > 0 ? { day: overs.indexOf(greatest), over: greatest } : undefined,
		clear: firstClearDay(other ?? days)
	};
}

/** What one day is said to have. */
export const dayWords = (usage: Usage, index: number): string =>
	usageDayText(usage.days[index]!, usage.whatIf && { name: usage.whatIf.name, ...usage.other![index]! });

export function usageStory(title: string, usage: Usage): Story {
	const { days, whatIf, other } = usage;
	const end = { align: 'end' as const };
	const number = (value: number | undefined) => (value === undefined ? '' : numberText(value));
	/** Three columns of a course of days; those of what is bought only where something is. */
	const columns = (course: readonly UsageDay[], hasPurchased: boolean, suffix: string) => [
		{ heading: `Active${suffix}`, cell: (at: number) => number(course[at]?.active) },
		...(hasPurchased
			? [{ heading: `Purchased${suffix}`, cell: (at: number) => number(course[at]?.purchased) }]
			: []),
		...(course.some(isBought)
			? [
					{
						heading: `Overage${suffix}`,
						cell: (at: number) => (isBought(course[at]) ? number(overOn(course[at])) : '')
					}
				]
			: [])
	];
	const all = [
		...columns(days, days.some(isBought), ''),
		...(whatIf && other ? columns(other, Boolean(whatIf.purchased), `, ${whatIf.name}`) : [])
	];
	return {
		title,
		sentence: usageSentence({
			span: daySpanText(days[0]?.date ?? '', days.at(-1)?.date ?? ''),
			days,
			whatIf: whatIf && other && { name: whatIf.name, days: other, clear: usage.clear }
		}),
		table: {
			columns: [{ heading: 'Day' }, ...all.map(({ heading }) => ({ heading, ...end }))],
			rows: days.map(({ date }, at) => [civilText(date), ...all.map(({ cell }) => cell(at))])
		}
	};
}
