import { ASSUMPTION_IDS, ASSUMPTIONS } from '$lib/domain/assumption';
import { PLANS } from '$lib/domain/account';
import { type Goal, type LeafGoal, REPORT_TABS, type Thing, THINGS, WAYS } from '$lib/domain/goal';
import { PRODUCTS } from '$lib/domain/order';
import { PERMISSIONS } from '$lib/domain/permission';
import { STATUSES } from '$lib/domain/person';
import { PERMISSION_LABELS, STATUS_NAMES } from '$lib/text/admin';
import { ASSUMPTION_TEXT } from '$lib/text/assumptions';
import { PLAN_NAMES, PRODUCT_NAMES } from '$lib/text/figures';
import { GOAL_FIELD, GOAL_KIND_NAMES, THING_LABELS } from '$lib/text/goal-forms';
import { choiceName } from '$lib/text/goals';
import { REPORT_TAB_NAMES, WAY_NAMES } from '$lib/text/lessons';

interface Option {
	readonly value: string;
	readonly label: string;
}

/** One field of a goal's form. `none`: what an absent value is called; without it, a value must be chosen. */
export type GoalFormField =
	| { readonly type: 'ref'; readonly key: string; readonly thing: Thing; readonly none?: string }
	| { readonly type: 'refs'; readonly key: string; readonly thing: Thing; readonly label: string }
	| {
			readonly type: 'pick';
			readonly key: string;
			readonly label: string;
			readonly options: readonly Option[];
			readonly none?: string;
	  }
	| { readonly type: 'permissions'; readonly key: string; readonly label: string }
	| { readonly type: 'amount' }
	| { readonly type: 'figure' }
	| { readonly type: 'lines' }
	| { readonly type: 'clock' }
	| { readonly type: 'booster' }
	| { readonly type: 'question' };

const options = <Value extends string>(
	values: readonly Value[],
	name: (value: Value) => string
): readonly Option[] => values.map((value) => ({ value, label: name(value) }));
const ref = (thing: Thing, none?: string, key: string = KEYS[thing]): GoalFormField => ({
	type: 'ref',
	key,
	thing,
	...(none !== undefined && { none })
});
const KEYS: Readonly<Record<Thing, string>> = {
	person: 'person',
	role: 'role',
	queue: 'queue',
	dashboard: 'dashboard',
	'cost-center': 'costCenter'
};
const product: GoalFormField = {
	type: 'pick',
	key: 'product',
	label: GOAL_FIELD.product,
	options: options(PRODUCTS, (one) => PRODUCT_NAMES[one]),
	none: GOAL_FIELD.bothProducts
};

/** The fields that each kind of goal has. */
const FIELDS: Readonly<Record<LeafGoal['kind'], readonly GoalFormField[]>> = {
	figure: [{ type: 'figure' }, { type: 'amount' }],
	purchased: [product, ref('cost-center', GOAL_FIELD.allCenters), { type: 'amount' }],
	order: [{ type: 'lines' }],
	may: [
		ref('person'),
		{
			type: 'pick',
			key: 'permission',
			label: GOAL_FIELD.permission,
			options: options(PERMISSIONS, (one) => PERMISSION_LABELS[one])
		}
	],
	role: [
		ref('role', GOAL_FIELD.anyRole),
		ref('role', GOAL_FIELD.anyBase, 'basedOn'),
		{ type: 'permissions', key: 'includes', label: GOAL_FIELD.includes },
		{ type: 'permissions', key: 'excludes', label: GOAL_FIELD.excludes },
		{ type: 'refs', key: 'heldBy', thing: 'person', label: GOAL_FIELD.heldBy }
	],
	person: [
		ref('person'),
		ref('role', GOAL_FIELD.noMatter),
		ref('cost-center', GOAL_FIELD.noMatter),
		{
			type: 'pick',
			key: 'status',
			label: GOAL_FIELD.status,
			options: options(STATUSES, (one) => STATUS_NAMES[one]),
			none: GOAL_FIELD.noMatter
		},
		{ type: 'booster' }
	],
	exists: [
		{
			type: 'pick',
			key: 'thing',
			label: GOAL_FIELD.thing,
			options: options(THINGS, (one) => THING_LABELS[one])
		}
	],
	member: [ref('person'), ref('queue')],
	monitored: [ref('queue'), ref('dashboard', GOAL_FIELD.anyDashboard)],
	shared: [ref('dashboard'), ref('person')],
	sees: [ref('person'), ref('dashboard', GOAL_FIELD.anyDashboard)],
	viewed: [
		ref('person', GOAL_FIELD.anybody),
		ref('dashboard', GOAL_FIELD.anyDashboard),
		{
			type: 'pick',
			key: 'during',
			label: GOAL_FIELD.during,
			options: [
				{ value: 'lesson', label: GOAL_FIELD.inLesson },
				{ value: 'window', label: GOAL_FIELD.inWindow }
			]
		}
	],
	pinned: [ref('person', GOAL_FIELD.anybody)],
	plan: [
		{ type: 'pick', key: 'plan', label: GOAL_FIELD.plan, options: options(PLANS, (one) => PLAN_NAMES[one]) }
	],
	assumption: [
		{
			type: 'pick',
			key: 'id',
			label: GOAL_FIELD.assumption,
			options: options(ASSUMPTION_IDS, (one) => `${one}: ${ASSUMPTION_TEXT[one].question}`)
		}
	],
	clock: [{ type: 'clock' }],
	way: [{ type: 'pick', key: 'way', label: GOAL_FIELD.way, options: options(WAYS, (one) => WAY_NAMES[one]) }],
	downloaded: [],
	tab: [
		{
			type: 'pick',
			key: 'tab',
			label: GOAL_FIELD.tab,
			options: options(REPORT_TABS, (one) => REPORT_TAB_NAMES[one])
		}
	],
	answered: [{ type: 'question' }]
};

/** The fields of a goal; what is picked in one may decide about another. */
export function fieldsOf(goal: LeafGoal): readonly GoalFormField[] {
	if (goal.kind === 'exists') return [...FIELDS.exists, ref(goal.thing, undefined, 'ref')];
	if (goal.kind !== 'assumption') return FIELDS[goal.kind];
	const choices = ASSUMPTIONS[goal.id].choices as readonly string[];
	return [
		...FIELDS.assumption,
		{
			type: 'pick',
			key: 'choice',
			label: GOAL_FIELD.choice,
			options: options(choices, (choice) => choiceName(goal.id, choice))
		}
	];
}

/** What can be chosen at a depth: within the deepest goal no other fits. */
export const kindOptions = (mayNest: boolean): readonly Option[] =>
	options(Object.keys(GOAL_KIND_NAMES) as Goal['kind'][], (kind) => GOAL_KIND_NAMES[kind]).filter(
		({ value }) => mayNest || !['all', 'any', 'not'].includes(value)
	);

const nobody = { by: 'id', value: '' } as const;

/** A goal of a kind with nothing chosen yet. `asOf`: the start's clock. */
export function blankGoal(kind: Goal['kind'], asOf: string): Goal {
	switch (kind) {
		case 'all':
		case 'any':
			return { kind, goals: [] };
		case 'not':
			return { kind, goal: { kind: 'monitored', queue: nobody } };
		case 'figure':
			return { kind, figure: 'needed', is: '=', to: 0 };
		case 'purchased':
			return { kind, is: '>=', to: 0 };
		case 'order':
			return { kind, lines: [{ product: 'live-reports', is: '=', quantity: 1 }] };
		case 'may':
			return { kind, person: nobody, permission: 'live-reports.view' };
		case 'role':
			return { kind, includes: ['live-reports.view'] };
		case 'person':
			return { kind, person: nobody };
		case 'exists':
			return { kind, thing: 'dashboard', ref: nobody };
		case 'member':
			return { kind, person: nobody, queue: nobody };
		case 'monitored':
			return { kind, queue: nobody };
		case 'shared':
			return { kind, dashboard: nobody, person: nobody };
		case 'sees':
			return { kind, person: nobody };
		case 'viewed':
			return { kind, during: 'lesson' };
		case 'pinned':
		case 'downloaded':
			return { kind };
		case 'plan':
			return { kind, plan: 'customer-engagement-bundle' };
		case 'assumption':
			return { kind, id: 'A-DUAL', choice: 'two' };
		case 'clock':
			return { kind, at: asOf };
		case 'way':
			return { kind, way: 'analytics-portal' };
		case 'tab':
			return { kind, tab: 'summary' };
		case 'answered':
			return { kind, question: '' };
	}
}

/** The same goal as another kind: a group keeps what is in it. */
export function asKind(goal: Goal, kind: Goal['kind'], asOf: string): Goal {
	if (kind === goal.kind) return goal;
	const inside =
		goal.kind === 'all' || goal.kind === 'any' ? goal.goals : goal.kind === 'not' ? [goal.goal] : [];
	if (kind === 'all' || kind === 'any') return { kind, goals: inside.length > 0 ? [...inside] : [goal] };
	if (kind === 'not') return { kind, goal: inside.length === 1 ? inside[0]! : goal };
	return blankGoal(kind, asOf);
}

/** A goal with one of its fields set; undefined takes it away. Only what its form offers gets here. */
export function withField(goal: LeafGoal, key: string, value: unknown): LeafGoal {
	const next: Record<string, unknown> = { ...goal, [key]: value };
	if (value === undefined) delete next[key];
	if (goal.kind === 'exists' && key === 'thing') next['ref'] = nobody;
	if (goal.kind === 'assumption' && key === 'id')
		next['choice'] = ASSUMPTIONS[value as keyof typeof ASSUMPTIONS].choices[0];
	return next as LeafGoal;
}

/** What stands at a key of a goal. */
export const fieldOf = (goal: LeafGoal, key: string): unknown => (goal as Record<string, unknown>)[key];
