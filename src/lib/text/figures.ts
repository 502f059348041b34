import { type Plan } from '$lib/domain/account';
import { type Product } from '$lib/domain/order';
import { type RuleId } from '$lib/domain/rule';
import { type NeededParts, type Purchased, type Summary } from '$lib/domain/snapshot';

/** The figures that stand in the header. */
export const HEADER_FIGURES = ['needed', 'active', 'purchased', 'overage'] as const;
export type HeaderFigure = (typeof HEADER_FIGURES)[number];

export interface FigureText {
	readonly term: string;
	/** What the number is founded on, in few words. */
	readonly basis: string;
	/** The question that its explanation answers. */
	readonly question: string;
	readonly meaning: string;
	readonly rules: readonly RuleId[];
}

export const FIGURE_TEXT: Readonly<Record<HeaderFigure, FigureText>> = {
	needed: {
		term: 'Needed',
		basis: 'now, by permission or queue',
		question: 'Why are this many seats needed?',
		meaning:
			'Seats to plan for: whoever holds a Live Reports permission, and whoever is now a member of a queue that a dashboard watches. Each person once; what happened in the past does not matter.',
		rules: ['L7', 'L6']
	},
	active: {
		term: 'Active',
		basis: 'used in the last 30 days',
		question: 'Why are this many seats active?',
		meaning:
			'Seats that the last 30 days used: agents of queues that a dashboard watched, and people who viewed a dashboard. The report calls them Total Active Users; billing counts these.',
		rules: ['L12', 'L6', 'L1']
	},
	purchased: {
		term: 'Purchased',
		basis: 'licenses ordered so far',
		question: 'Where do the purchased licenses come from?',
		meaning:
			'Licenses of confirmed orders up to now: Live Reports and Call Queues Booster together. An order with a later date does not count yet.',
		rules: ['L8']
	},
	overage: {
		term: 'Overage',
		basis: 'active beyond purchased',
		question: 'Which seats have no license?',
		meaning:
			'Active seats beyond the purchased licenses. It is shown, and nothing more: it blocks nobody and bills nothing here.',
		rules: ['L9', 'L11']
	}
};

/** The basis of a figure where the plan changes it: under CEB there is nothing to buy (L10). */
export function basisOf(figure: HeaderFigure, plan: Plan): string {
	if (plan === 'standard') return FIGURE_TEXT[figure].basis;
	if (figure === 'purchased') return 'unlimited in this plan';
	return figure === 'overage' ? 'none in this plan' : FIGURE_TEXT[figure].basis;
}

/** The sentence about a plan with unlimited Live Reports (L10). */
export const CEB_NOTE =
	'The plan is Customer Engagement Bundle: Live Reports is unlimited, so there is nothing to buy, no overage and no License Status Report. The counts stay as information.';

/** The plans as people read them. */
export const PLAN_NAMES: Readonly<Record<Plan, string>> = {
	standard: 'Standard',
	'customer-engagement-bundle': 'Customer Engagement Bundle (CEB)'
};

/** The value of a header figure. */
export function figureValue(figure: HeaderFigure, { figures }: Summary): number {
	return figure === 'purchased' ? figures.purchased.total : figures[figure];
}

/** One step of a sum: a part that is added or taken away, or what comes out. */
export interface Step {
	readonly label: string;
	readonly sign: '' | '+' | '−' | '=';
	readonly value: number;
	readonly note: string;
	readonly rule: RuleId;
}

/** What the waterfall is told from. */
export type Counted = Pick<Summary, 'waterfall' | 'plan' | 'assumptions'>;

/** The seat waterfall (L12), from memberships to overage. */
export function waterfallSteps({ waterfall: w, plan, assumptions }: Counted): readonly Step[] {
	const isOne = assumptions['A-DUAL'] === 'one';
	const active: Step[] = [
		{
			label: 'Memberships of monitored queues',
			sign: '',
			value: w.memberships,
			note: 'one for each person and queue that a dashboard watched',
			rule: 'L4'
		},
		{
			label: 'Repeats',
			sign: '−',
			value: w.repeats,
			note: 'the same person in a further queue',
			rule: 'L6'
		},
		{
			label: 'Agents',
			sign: '=',
			value: w.agents,
			note: 'Monitored Users (Agents) in the report',
			rule: 'L4'
		},
		{ label: 'Viewers', sign: '+', value: w.viewers, note: 'people who viewed a dashboard', rule: 'L5' },
		{
			label: 'Both',
			sign: '−',
			value: w.both,
			note: isOne
				? 'viewers who are agents too: one seat, not two'
				: 'nothing: a viewer who is an agent too takes two seats (A-DUAL)',
			rule: 'L6'
		},
		{ label: 'Active', sign: '=', value: w.active, note: 'Total Active Users in the report', rule: 'L6' }
	];
	if (plan !== 'standard') return active;
	return [
		...active,
		{ label: 'Purchased', sign: '−', value: w.purchased, note: 'licenses ordered so far', rule: 'L8' },
		{
			label: 'Overage',
			sign: '=',
			value: w.overage,
			note: w.active < w.purchased ? 'none: there are licenses to spare' : 'active seats without a license',
			rule: 'L9'
		}
	];
}

/** How needed comes about (L7). */
export const neededSteps = (parts: NeededParts, needed: number): readonly Step[] => [
	{
		label: 'May view',
		sign: '',
		value: parts.withPermission,
		note: 'people who hold a Live Reports permission',
		rule: 'L7'
	},
	{
		label: 'Agents now',
		sign: '+',
		value: parts.agentsNow,
		note: 'members now of a queue that is monitored now',
		rule: 'L7'
	},
	{ label: 'Both', sign: '−', value: parts.both, note: 'each person is counted once', rule: 'L6' },
	{ label: 'Needed', sign: '=', value: needed, note: 'seats to plan for', rule: 'L7' }
];

/** How overage comes about (L9). */
export const overageSteps = (counted: Counted): readonly Step[] =>
	waterfallSteps(counted)
		.slice(5)
		.map((step, index) => (index === 0 ? { ...step, sign: '' } : step));

/** The products as the Billing Portal calls them. */
export const PRODUCT_NAMES: Readonly<Record<Product, string>> = {
	'live-reports': 'Live Reports',
	'call-queues-booster': 'Call Queues Booster'
};

/** How purchased comes about (L8). */
export const purchasedSteps = (purchased: Purchased): readonly Step[] => [
	{
		label: 'Live Reports',
		sign: '',
		value: purchased.liveReports,
		note: 'licenses of confirmed orders',
		rule: 'L8'
	},
	{
		label: 'Call Queues Booster',
		sign: '+',
		value: purchased.callQueuesBooster,
		note: 'a Booster license counts for a seat too',
		rule: 'L8'
	},
	{ label: 'Purchased', sign: '=', value: purchased.total, note: 'licenses in all', rule: 'L8' }
];
