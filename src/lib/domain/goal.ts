import { Plan } from './account';
import { type AssumptionId, ASSUMPTION_IDS } from './assumption';
import { Id } from './id';
import { Instant } from './instant';
import { LARGEST } from './money';
import { Product } from './order';
import { Permission } from './permission';
import { Status } from './person';
import { z } from './zod';

/** How many goals may stand inside each other, and beside each other (E1). */
export const GOAL_DEPTH = 4;
const MOST_GOALS = 20;

/**
 * What a goal points at, so that it lasts: the id of something in the start, the extension of a person or queue,
 * or a name, where capitals and spaces don't matter. Of several with that name or extension, any one will do.
 */
export const Ref = z.strictObject({
	by: z.enum(['id', 'extension', 'name']),
	value: z.string().min(1).max(200)
});
export type Ref = z.infer<typeof Ref>;

/** Every number of a summary that a goal or a question can name (L7 to L12). */
export const LESSON_FIGURES = [
	'needed',
	'agents',
	'viewers',
	'active',
	'purchased',
	'purchased-live-reports',
	'purchased-boosters',
	'overage',
	'memberships',
	'repeats',
	'both',
	'with-permission',
	'agents-now',
	'needed-both',
	'admins-left-out'
] as const;
export const LessonFigure = z.enum(LESSON_FIGURES);
export type LessonFigure = z.infer<typeof LessonFigure>;

export const COMPARATORS = ['=', '!=', '<', '<=', '>', '>='] as const;
const Comparator = z.enum(COMPARATORS);
export type Comparator = z.infer<typeof Comparator>;

const Count = z.int().nonnegative().max(LARGEST);
/** A number, or a figure that is read when the goal is. */
export const Amount = z.union([Count, LessonFigure]);
export type Amount = z.infer<typeof Amount>;

/** The ways into Live Reports that the source names. */
export const WAYS = ['analytics-portal', 'admin-portal', 'desktop-app', 'mobile-app'] as const;
export const Way = z.enum(WAYS);
export type Way = z.infer<typeof Way>;

/** The tabs of the report (W2). */
export const REPORT_TABS = ['summary', 'active-users', 'detailed-usage'] as const;
export const ReportTab = z.enum(REPORT_TABS);
export type ReportTab = z.infer<typeof ReportTab>;

export const THINGS = ['person', 'role', 'queue', 'dashboard', 'cost-center'] as const;
const Thing = z.enum(THINGS);
export type Thing = z.infer<typeof Thing>;

const SomePermissions = z.array(Permission).max(8);

const LeafGoal = z.discriminatedUnion('kind', [
	/** A figure compares so to a number or another figure. */
	z.strictObject({ kind: z.literal('figure'), figure: LessonFigure, is: Comparator, to: Amount }),
	/** Licenses of orders up to as-of, of one product or both, for one cost center or all (L8). */
	z.strictObject({
		kind: z.literal('purchased'),
		product: Product.optional(),
		costCenter: Ref.optional(),
		is: Comparator,
		to: Amount
	}),
	/** One order up to as-of whose lines, added up for a product and cost center, compare so. */
	z.strictObject({
		kind: z.literal('order'),
		lines: z
			.array(
				z.strictObject({ product: Product, costCenter: Ref.optional(), is: Comparator, quantity: Count })
			)
			.min(1)
			.max(MOST_GOALS)
	}),
	/** Somebody's role holds a permission; Full Access implies View Only. */
	z.strictObject({ kind: z.literal('may'), person: Ref, permission: Permission }),
	/** A role, this one or any custom one, holds some permissions and lacks others, and these people have it. */
	z.strictObject({
		kind: z.literal('role'),
		role: Ref.optional(),
		basedOn: Ref.optional(),
		includes: SomePermissions.optional(),
		excludes: SomePermissions.optional(),
		heldBy: z.array(Ref).max(MOST_GOALS).optional()
	}),
	/** Somebody has this role, cost center, status and Booster mark; what is absent does not matter. */
	z.strictObject({
		kind: z.literal('person'),
		person: Ref,
		role: Ref.optional(),
		costCenter: Ref.optional(),
		status: Status.optional(),
		booster: z.boolean().optional()
	}),
	/** It is there; a dashboard: not deleted, and created already. */
	z.strictObject({ kind: z.literal('exists'), thing: Thing, ref: Ref }),
	/** Somebody is, at as-of, a member of a queue. */
	z.strictObject({ kind: z.literal('member'), person: Ref, queue: Ref }),
	/** A queue is, at as-of, monitored: on any dashboard, or on this one (L3). */
	z.strictObject({ kind: z.literal('monitored'), queue: Ref, dashboard: Ref.optional() }),
	/** A dashboard that exists is shared with somebody. */
	z.strictObject({ kind: z.literal('shared'), dashboard: Ref, person: Ref }),
	/** Somebody may open a dashboard, or any: by Full Access, or View Only and being its owner or shared with. */
	z.strictObject({ kind: z.literal('sees'), person: Ref, dashboard: Ref.optional() }),
	/** Somebody, or anybody, viewed a dashboard, or any: in the 30 days, or by a look in this lesson. */
	z.strictObject({
		kind: z.literal('viewed'),
		person: Ref.optional(),
		dashboard: Ref.optional(),
		during: z.enum(['window', 'lesson'])
	}),
	/** Analytics is on the app's main bar of somebody, or of anybody (the Trainer too). */
	z.strictObject({ kind: z.literal('pinned'), person: Ref.optional() }),
	z.strictObject({ kind: z.literal('plan'), plan: Plan }),
	z.strictObject({
		kind: z.literal('assumption'),
		id: z.enum(ASSUMPTION_IDS as [AssumptionId, ...AssumptionId[]]),
		choice: z.string().min(1).max(40)
	}),
	/** As-of has come to this moment, or is past it. */
	z.strictObject({ kind: z.literal('clock'), at: Instant }),
	/** Live Reports was reached by this way. */
	z.strictObject({ kind: z.literal('way'), way: Way }),
	/** The License Status Report was downloaded. */
	z.strictObject({ kind: z.literal('downloaded') }),
	/** A tab of the report was looked at. */
	z.strictObject({ kind: z.literal('tab'), tab: ReportTab }),
	/** A question of the lesson was answered, rightly or not. */
	z.strictObject({ kind: z.literal('answered'), question: Id })
]);
export type LeafGoal = z.infer<typeof LeafGoal>;

/**
 * An end that a lesson asks for, as data: a predicate over scenario, figures, journal and progress (E1). Never a
 * click path, never a word on screen. What it points at and is not there makes a leaf false.
 */
export type Goal =
	LeafGoal | { kind: 'all'; goals: Goal[] } | { kind: 'any'; goals: Goal[] } | { kind: 'not'; goal: Goal };

const Goals = z
	.array(z.lazy(() => AnyGoal))
	.min(1)
	.max(MOST_GOALS);

const AnyGoal: z.ZodType<Goal> = z.discriminatedUnion('kind', [
	...LeafGoal.options,
	z.strictObject({ kind: z.literal('all'), goals: Goals }),
	z.strictObject({ kind: z.literal('any'), goals: Goals }),
	z.strictObject({ kind: z.literal('not'), goal: z.lazy(() => AnyGoal) })
]);

/** How deep goals stand inside each other: 1 for a leaf. */
export function depthOf(goal: Goal): number {
	if (goal.kind === 'not') return 1 + depthOf(goal.goal);
	if (goal.kind === 'all' || goal.kind === 'any') return 1 + Math.max(...goal.goals.map(depthOf));
	return 1;
}

/** A goal with all that is in it; deeper than GOAL_DEPTH is refused. */
export const Goal: z.ZodType<Goal> = AnyGoal.refine((goal) => depthOf(goal) <= GOAL_DEPTH, {
	error: `goals inside goals, at most ${GOAL_DEPTH} deep`
});

/** The leaves of a goal, wherever they stand. */
export function leavesOf(goal: Goal): readonly LeafGoal[] {
	if (goal.kind === 'not') return leavesOf(goal.goal);
	if (goal.kind === 'all' || goal.kind === 'any') return goal.goals.flatMap(leavesOf);
	return [goal];
}
