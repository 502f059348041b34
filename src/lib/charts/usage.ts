import { numberText } from '$lib/text/format';
import { daySpanText, shortDayText, usageDayText, usageSentence } from '$lib/text/pictures';
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
	/** Missing: as without the what-if. */
	readonly purchased?: readonly number[];
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

const overOn = (day: UsageDay): number => Math.max(0, day.active - (day.purchased ?? Infinity));

/** The days as they are with the what-if. */
export const withWhatIf = (days: readonly UsageDay[], whatIf: UsageWhatIf): readonly UsageDay[] =>
	days.map((day, index) => {
		const purchased = whatIf.purchased?.[index] ?? day.purchased;
		return {
			date: day.date,
			active: whatIf.active[index] ?? day.active,
			...(purchased !== undefined && { purchased })
		};
	});

/** The first day after which no day has an overage, if there is an overage before it. */
export function firstClearDay(days: readonly UsageDay[]): number | undefined {
	const over = runsWhere(days.length, (day) => overOn(days[day]!) > 0).at(-1);
	return over && over.to < days.length ? over.to : undefined;
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
	readonly clear?: number | undefined;
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
	const hasPurchased = days.some((day) => day.purchased !== undefined);
	const differs = whatIf?.purchased !== undefined;
	const end = { align: 'end' as const };
	const number = (value: number | undefined) => (value === undefined ? '' : numberText(value));
	const mine = (day: UsageDay) => [
		number(day.active),
		...(hasPurchased ? [number(day.purchased), number(overOn(day))] : [])
	];
	return {
		title,
		sentence: usageSentence({
			span: daySpanText(days[0]?.date ?? '', days.at(-1)?.date ?? ''),
			days,
			whatIf: whatIf && { name: whatIf.name, days: other!, clear: usage.clear }
		}),
		table: {
			columns: [
				{ heading: 'Day' },
				{ heading: 'Active', ...end },
				...(hasPurchased
					? [
							{ heading: 'Purchased', ...end },
							{ heading: 'Overage', ...end }
						]
					: []),
				...(whatIf ? [{ heading: `Active, ${whatIf.name}`, ...end }] : []),
				...(whatIf && differs ? [{ heading: `Purchased, ${whatIf.name}`, ...end }] : []),
				...(whatIf && hasPurchased ? [{ heading: `Overage, ${whatIf.name}`, ...end }] : [])
			],
			rows: days.map((day, index) => {
				const then = other?.[index];
				return [
					`${shortDayText(day.date)} ${day.date.slice(0, 4)}`,
					...mine(day),
					...(then
						? [
								number(then.active),
								...(differs ? [number(then.purchased)] : []),
								...(hasPurchased ? [number(overOn(then))] : [])
							]
						: [])
				];
			})
		}
	};
}
