import { type Goal, type Thing } from '$lib/domain/goal';

/** What each kind of goal is called where one is chosen, in the order of the list. */
export const GOAL_KIND_NAMES: Readonly<Record<Goal['kind'], string>> = {
	all: 'All of these',
	any: 'One of these',
	not: 'Not this',
	monitored: 'A queue is monitored',
	exists: 'Something is there',
	shared: 'A dashboard is shared',
	sees: 'Somebody can open a dashboard',
	viewed: 'Somebody looked at a dashboard',
	may: 'Somebody holds a permission',
	role: 'A role permits something',
	person: 'Role, cost center, status or Booster mark of somebody',
	member: 'Somebody is a member of a queue',
	purchased: 'Licenses purchased',
	order: 'One order with these lines',
	figure: 'A figure',
	clock: 'The clock',
	plan: 'The plan',
	assumption: 'An open question is set',
	pinned: 'Analytics on the app’s main bar',
	way: 'A way into Live Reports',
	downloaded: 'The report was downloaded',
	tab: 'A tab of the report was looked at',
	answered: 'A question was answered'
};

/** Labels of the fields of a goal. */
export const GOAL_FIELD = {
	kind: 'What counts',
	part: 'Part',
	figure: 'Figure',
	is: 'Comparison',
	to: 'Compared with',
	number: 'Number',
	aNumber: 'a number',
	product: 'Product',
	bothProducts: 'both products',
	costCenter: 'Cost center',
	allCenters: 'all cost centers',
	permission: 'Permission',
	includes: 'Holds',
	excludes: 'Lacks',
	heldBy: 'Held by',
	basedOn: 'Based on',
	anyRole: 'any custom role',
	anyBase: 'any role',
	thing: 'What',
	anyDashboard: 'any dashboard',
	anybody: 'anybody',
	during: 'When',
	inLesson: 'in this lesson',
	inWindow: 'in the last 30 days',
	status: 'Status',
	booster: 'Booster mark',
	marked: 'marked',
	notMarked: 'not marked',
	noMatter: 'does not matter',
	plan: 'Plan',
	assumption: 'Open question',
	choice: 'Set to',
	at: 'Date and time, or later',
	way: 'Way in',
	tab: 'Tab',
	question: 'Question',
	noQuestion: 'This lesson has no question yet.',
	line: 'Line',
	addLine: 'Add a line',
	addPart: 'Add a part',
	choose: 'Choose…'
} as const;

/** The name of the field that picks something. */
export const THING_LABELS: Readonly<Record<Thing, string>> = {
	person: 'User',
	role: 'Role',
	queue: 'Call queue',
	dashboard: 'Dashboard',
	'cost-center': 'Cost center'
};

/** Offered where something is meant that the learner has yet to make. */
export const namedText = (text: string): string => `named “${text}”`;
export const NAMED_DETAIL = 'as the learner will call it';
