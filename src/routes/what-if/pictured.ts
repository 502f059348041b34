import { type UsageDay, type UsageWhatIf } from '$lib/charts/usage';
import { type Costs } from '$lib/charts/cost-bars';
import { type CostCenter, type Plan, type Prices } from '$lib/domain/account';
import { type AccountCosts, type CenterFigures } from '$lib/domain/center-costs';
import { type DayCount, type Forecast } from '$lib/domain/forecast';
import { type CoverOptions, type PriceName } from '$lib/domain/options';
import { type WhatIfChange } from '$lib/domain/what-if';
import { moneyText } from '$lib/text/money';
import { nameText } from '$lib/text/format';
import { othersText } from '$lib/text/cost';
import { MOVED_NOTE } from '$lib/text/usage';
import { forecastPremise } from '$lib/text/forecast';

/** A what-if as pictures know it. */
export interface Named {
	readonly name: string;
	readonly changes: readonly WhatIfChange[];
}

/** Those that differ from today, each with a name that can be read. */
export const named = (whatIfs: readonly Named[]): readonly Named[] =>
	whatIfs
		.filter(({ changes }) => changes.length > 0)
		.map(({ name, changes }) => ({ name: nameText(name), changes }));

export const TODAY: Named = { name: 'Today', changes: [] };

interface Days {
	readonly plan: Plan;
	readonly days: readonly DayCount[];
}

/** Days as they are drawn: under CEB nothing is bought, so there is no line of it (L10). */
export const usageDays = ({ plan, days }: Days): readonly UsageDay[] =>
	days.map(({ date, active, purchased }) => ({
		date,
		active,
		...(plan === 'standard' && { purchased: purchased.total })
	}));

/** Neither a seat nor a license on any day. */
export const isBlank = (days: readonly UsageDay[]): boolean =>
	days.every(({ active, purchased }) => active === 0 && (purchased ?? 0) === 0);

export interface Forecasts {
	/** Of the what-if. */
	readonly name: string;
	readonly today: Forecast;
	/** Undefined without a what-if. */
	readonly then: Forecast | undefined;
}

/** Today's course with the what-if's beside it; a what-if that moves the clock has other days, and stands alone. */
export function forecastPicture({ name, today, then }: Forecasts): {
	readonly days: readonly UsageDay[];
	readonly whatIf?: UsageWhatIf;
	readonly note: string;
} {
	const note = forecastPremise(then ?? today);
	const days = usageDays(today);
	if (!then) return { days, note };
	const other = usageDays(then);
	if (other[0]?.date !== days[0]?.date) return { days: other, note: `${MOVED_NOTE} ${note}` };
	const isSame = other.every(({ purchased }, at) => purchased === days[at]?.purchased);
	const bought = then.plan === 'standard' ? other.map(({ purchased = 0 }) => purchased) : null;
	return {
		days,
		whatIf: { name, active: other.map(({ active }) => active), ...(!isSame && { purchased: bought }) },
		note
	};
}

/** An amount in minor units as people read it. */
export const moneyIn =
	(currency: string) =>
	(amount: number): string =>
		moneyText(BigInt(Math.round(amount)), currency);

/** The same where round amounts stand one over the other: “$1,200”. */
export const tickIn =
	(currency: string) =>
	(amount: number): string =>
		moneyIn(currency)(amount).replace(/\.0+$/, '');

/** The prices that keep options from being drawn, each once. */
export const missingOf = ({ options }: CoverOptions): readonly PriceName[] => [
	...new Set(options.flatMap((option) => (option.state === 'incomplete' ? option.missing : [])))
];

/** One column of costs: today, or a what-if with its own plan. */
export interface Column {
	readonly name: string;
	readonly plan: Plan;
	readonly costs: AccountCosts;
}

/** The prices that a cost by cost center waits for, each once. */
export const pricesWanted = (
	columns: readonly Column[],
	what: keyof CenterFigures,
	prices: Prices
): readonly PriceName[] => {
	const wanted = columns.flatMap(({ plan, costs }): readonly PriceName[] => {
		const { count, boosters, cost } = costs.all[what];
		if (cost !== null) return [];
		if (plan !== 'standard' && what !== 'purchased') return ['customerEngagementBundle'];
		return [
			...(count > boosters ? (['liveReports'] as const) : []),
			...(boosters > 0 ? (['callQueuesBooster'] as const) : [])
		];
	});
	return [...new Set(wanted)].filter((price) => prices[price] === null);
};

/** Cost centers that get bars of their own; the rest stands together. */
const MOST_CENTERS = 20;

/** Cost by cost center, the dearest ones first where there are too many for bars of their own. */
export function centerCosts(
	columns: readonly Column[],
	what: keyof CenterFigures,
	centers: readonly CostCenter[],
	format: Costs['format']
): Costs {
	const groups = centers
		.map(({ id, name }) => {
			const figures = columns.map(
				({ costs }) => costs.centers.find(({ costCenterId }) => costCenterId === id)?.own[what]
			);
			return {
				name: nameText(name),
				count: figures.reduce((sum, figure) => sum + (figure?.count ?? 0), 0),
				amounts: figures.map((figure) => (figure === undefined ? 0 : toNumber(figure.cost)))
			};
		})
		.filter(({ count }) => count > 0);
	const series = columns.map(({ name }) => name);
	if (groups.length <= MOST_CENTERS) return { series, groups, format };
	const sorted = groups.toSorted((a, b) => greatest(b) - greatest(a));
	const rest = sorted.slice(MOST_CENTERS - 1);
	const others = {
		name: othersText(rest.length),
		amounts: series.map((_, at) => total(rest.map(({ amounts }) => amounts[at] ?? null)))
	};
	return { series, groups: [...sorted.slice(0, MOST_CENTERS - 1), others], format };
}

const toNumber = (cost: bigint | null): number | null => (cost === null ? null : Number(cost));
const greatest = ({ amounts }: { readonly amounts: readonly (number | null)[] }): number =>
	Math.max(...amounts.map((amount) => amount ?? 0));
const total = (amounts: readonly (number | null)[]): number | null =>
	amounts.reduce<number | null>((sum, amount) => (sum === null || amount === null ? null : sum + amount), 0);
