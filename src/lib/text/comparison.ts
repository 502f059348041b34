import { type CenterFigure } from '$lib/domain/center-costs';
import { type Compared, type Comparison } from '$lib/domain/comparison';
import { type ScenarioHead } from '$lib/domain/scenario';
import { type Summary } from '$lib/domain/snapshot';
import { type ToldChange, type WhatIfAnswer } from '$lib/domain/what-if-rows';
import { assumptionLines } from './assumptions';
import { civilText, isolated, nameText, numberText } from './format';
import { moneyText } from './money';
import { refusalSentence } from './refusals';
import { fileStamp, UNOFFICIAL } from './report';

/** One figure of the comparison: today's, or a what-if's with how it differs from today. */
export interface ComparedCell {
	/** A count, an amount in minor units, or words; null: not known. */
	readonly value: number | bigint | string | null;
	readonly text: string;
	/** “+2”, “−35.00”, or '' where nothing differs, or nothing can be said. */
	readonly delta: string;
	/** Whether fewer, or less, is better here and it is; null: neither. */
	readonly isBetter: boolean | null;
}

export interface ComparedRow {
	readonly label: string;
	/** The rule that the figure follows. */
	readonly rule: string;
	readonly kind: 'count' | 'money' | 'text';
	/** Today's first, then one a what-if. */
	readonly cells: readonly ComparedCell[];
}

export interface ComparedGroup {
	readonly title: string;
	readonly rows: readonly ComparedRow[];
}

const signed = (difference: number | bigint, text: (size: number | bigint) => string): string => {
	if (difference === 0 || difference === 0n) return '';
	return difference > 0 ? `+${text(difference)}` : `−${text(-difference)}`;
};

interface Wanted {
	readonly label: string;
	readonly rule: string;
	/** True: fewer is better. */
	readonly isBurden: boolean;
}

function countRow(
	columns: readonly Compared[],
	wanted: Wanted,
	countOf: (column: Compared) => number
): ComparedRow {
	const counts = columns.map(countOf);
	const now = counts[0] ?? 0;
	return {
		label: wanted.label,
		rule: wanted.rule,
		kind: 'count',
		cells: counts.map((value) => ({
			value,
			text: numberText(value),
			delta: signed(value - now, (size) => numberText(Number(size))),
			isBetter: !wanted.isBurden || value === now ? null : value < now
		}))
	};
}

function moneyRow(
	columns: readonly Compared[],
	currency: string,
	wanted: Wanted,
	costOf: (column: Compared) => bigint | null
): ComparedRow {
	const costs = columns.map(costOf);
	const now = costs[0] ?? null;
	return {
		label: wanted.label,
		rule: wanted.rule,
		kind: 'money',
		cells: costs.map((value) => ({
			value,
			text: value === null ? 'not known' : moneyText(value, currency),
			delta:
				value === null || now === null
					? ''
					: signed(value - now, (size) => moneyText(BigInt(size), currency)),
			isBetter: value === null || now === null || value === now ? null : value < now
		}))
	};
}

/** When there is no overage, in few words (I6). */
export function reliefText({ relief }: Compared): string {
	if (relief === null) return '…';
	switch (relief.kind) {
		case 'unlimited':
			return 'unlimited';
		case 'already':
			return relief.again === null ? 'none now' : `again ${civilText(relief.again)}`;
		case 'on':
			return civilText(relief.on);
		case 'not-within':
			return `not within ${numberText(relief.days)} days`;
	}
}

const TOTAL_COST = 'Cost a month';
const NO_FIGURE: CenterFigure = { count: 0, boosters: 0, cost: 0n };
const centerFigure = ({ costs }: Compared, id: string, name: 'needed' | 'active' | 'purchased') =>
	costs.centers.find(({ costCenterId }) => costCenterId === id)?.own[name] ?? NO_FIGURE;

/** The comparison as the page, the workbook and the CSV show it: today, then each what-if with its deltas (I3). */
export function comparisonGroups({ columns, currency, centers }: Comparison): readonly ComparedGroup[] {
	const count = (label: string, rule: string, isBurden: boolean, of: (column: Compared) => number) =>
		countRow(columns, { label, rule, isBurden }, of);
	const money = (label: string, rule: string, of: (column: Compared) => bigint | null) =>
		moneyRow(columns, currency, { label, rule, isBurden: true }, of);
	const used = centers.filter(({ id }) =>
		columns.some((column) => column.costs.centers.some(({ costCenterId }) => costCenterId === id))
	);
	const groups: readonly ComparedGroup[] = [
		{
			title: 'Seats',
			rows: [
				count('Needed', 'L7', true, ({ summary }) => summary.figures.needed),
				count('Monitored Users (Agents)', 'L4', true, ({ summary }) => summary.figures.agents),
				count('Live Report Viewers', 'L5', true, ({ summary }) => summary.figures.viewers),
				count('Active', 'L6', true, ({ summary }) => summary.figures.active),
				count('Live Reports owned', 'L8', false, ({ summary }) => summary.figures.purchased.liveReports),
				count(
					'Call Queues Booster owned',
					'L8',
					false,
					({ summary }) => summary.figures.purchased.callQueuesBooster
				),
				count('Overage', 'L9', true, ({ summary }) => summary.figures.overage),
				{
					label: 'First day without overage',
					rule: 'I6',
					kind: 'text',
					cells: columns.map((column) => ({
						value: reliefText(column),
						text: reliefText(column),
						delta: '',
						isBetter: null
					}))
				}
			]
		},
		{
			title: TOTAL_COST,
			rows: [
				money('Needed seats', 'I4', ({ costs }) => costs.all.needed.cost),
				money('Active seats', 'I3', ({ costs }) => costs.all.active.cost),
				money('Licenses owned', 'I3', ({ costs }) => costs.all.purchased.cost)
			]
		},
		{
			title: 'Needed seats by cost center',
			rows: used.map(({ id, name }) =>
				count(isolated(nameText(name)), 'I3', true, (column) => centerFigure(column, id, 'needed').count)
			)
		},
		{
			title: 'Cost of needed seats by cost center, a month',
			rows: used.map(({ id, name }) =>
				money(isolated(nameText(name)), 'I3', (column) => centerFigure(column, id, 'needed').cost)
			)
		},
		{
			title: 'Cost of licenses owned by cost center, a month',
			rows: used.map(({ id, name }) =>
				money(isolated(nameText(name)), 'I3', (column) => centerFigure(column, id, 'purchased').cost)
			)
		}
	];
	return groups.filter(
		({ title, rows }) => rows.length > 0 && (title === TOTAL_COST || !rows.every(saysNothing))
	);
}

/** Without prices a center's cost is nothing or not known: such rows say less than the total does. */
const saysNothing = ({ kind, cells }: ComparedRow): boolean =>
	kind === 'money' && cells.every(({ value }) => value === null || value === 0n);

/** What the comparison stands on: what it is, then the assumptions in force, today's and those that a what-if answers otherwise. */
export function comparisonNotes({ columns }: Comparison): readonly string[] {
	const [today] = columns;
	if (!today) return [UNOFFICIAL];
	const lines = assumptionLines(today.summary.assumptions);
	const others = columns.slice(1).flatMap(({ name, summary }) =>
		assumptionLines(summary.assumptions)
			.filter((line) => !lines.includes(line))
			.map((line) => `${isolated(nameText(name))}: ${line}`)
	);
	return [UNOFFICIAL, PRICES_NOTE, ...lines, ...others];
}

const PRICES_NOTE =
	'Costs are the account’s own prices for a seat and month; where one is not entered, the cost is not known.';

/** A change in words, and why it can't be made. */
function changeText({ what, about, refusal }: ToldChange): string {
	const words = about === '' ? what : `${what}: ${about}`;
	return refusal ? `${words} (not possible: ${refusalSentence(refusal)})` : words;
}

/** Today or a what-if as a column, its changes in words; `relief` null: it is still being counted. */
export const comparedColumn = (
	name: string,
	{ changes, summary, costs }: WhatIfAnswer,
	relief: Compared['relief']
): Compared => ({ name: nameText(name), changes: changes.map(changeText), summary, costs, relief });

/** The columns, under what they are a comparison of. */
export const comparisonOf = (
	{ name, account, asOf }: Pick<ScenarioHead, 'name' | 'account' | 'asOf'>,
	columns: readonly Compared[]
): Comparison => ({
	scenario: name,
	account: account.name,
	asOf,
	timeZone: account.timeZone,
	currency: account.currency,
	centers: account.costCenters,
	columns
});

/** File name of the comparison: as-of in the account's zone, as the report's. */
export const comparisonFileName = (summary: Summary, format: 'xlsx' | 'csv'): string =>
	`Live Reports What-if_${fileStamp(summary)}.${format}`;
