import { type AssumptionId, ASSUMPTIONS } from '$lib/domain/assumption';
import {
	type Amount,
	type Comparator,
	type Goal,
	type LeafGoal,
	type Ref,
	type Thing
} from '$lib/domain/goal';
import { type Permission } from '$lib/domain/permission';
import { PERMISSION_LABELS, STATUS_NAMES } from './admin';
import { ASSUMPTION_TEXT } from './assumptions';
import { PLAN_NAMES, PRODUCT_NAMES } from './figures';
import { isolated, listText, momentText, nameText, numberText } from './format';
import { COUNTED, LESSON_FIGURE_NAMES } from './lesson-figures';
import { REPORT_TAB_NAMES, WAY_NAMES } from './lessons';

/** What goals are told with: what a reference means in the lesson's start, if anything, and the account's zone. */
export interface GoalWords {
	readonly nameOf: (thing: Thing, ref: Ref) => string | undefined;
	readonly zone: string;
}

const LONGEST = 60;
function short(name: string): string {
	const letters = [...nameText(name).slice(0, 4 * LONGEST)];
	return isolated(letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : letters.join(''));
}
const quoted = (name: string): string => `“${short(name)}”`;

export const COMPARATOR_NAMES: Readonly<Record<Comparator, string>> = {
	'=': 'is',
	'!=': 'is not',
	'<': 'is less than',
	'<=': 'is at most',
	'>': 'is more than',
	'>=': 'is at least'
};
const BARE: Readonly<Record<Comparator, string>> = {
	'=': '',
	'!=': 'other than ',
	'<': 'less than ',
	'<=': 'at most ',
	'>': 'more than ',
	'>=': 'at least '
};
/** A figure within a sentence: its first letter small, unless it is a product's or part of the report's own words. */
const AS_THEY_ARE = /^(Live|Call|Monitored)/;
const amountText = (amount: Amount): string => {
	if (typeof amount === 'number') return numberText(amount);
	const name = LESSON_FIGURE_NAMES[amount];
	return AS_THEY_ARE.test(name) ? name : name[0]!.toLowerCase() + name.slice(1);
};

const permissionList = (permissions: readonly Permission[]): string =>
	listText(permissions.map((one) => `“${PERMISSION_LABELS[one]}”`));

/** What a goal asks for, as one sentence: “Detroit Support is monitored.” */
export const goalSentence = (goal: Goal, words: GoalWords): string => `${clause(goal, words, true)}.`;

/** What a goal asks for, without its end; `wanted` false: the opposite. */
function clause(goal: Goal, words: GoalWords, wanted: boolean): string {
	if (goal.kind === 'not') return clause(goal.goal, words, !wanted);
	if (goal.kind !== 'all' && goal.kind !== 'any') return leafClause(goal, namesOf(words), wanted);
	if (goal.goals.length === 0) return 'Nothing is asked for yet';
	const parts = goal.goals.map((one) => clause(one, words, wanted));
	if (parts.length === 1) return parts[0]!;
	const isAll = (goal.kind === 'all') === wanted;
	return `${isAll ? 'All of these' : 'One of these'}: ${parts.map((part, i) => `(${i + 1}) ${part}`).join('; ')}`;
}

/** How references are said: somebody or something without a name is told by what the goal knows. */
function namesOf({ nameOf, zone }: GoalWords) {
	const bare = (thing: Thing, ref: Ref): string => {
		if (ref.value === '') return '(not chosen yet)';
		const name = nameOf(thing, ref) ?? (ref.by === 'name' ? ref.value : undefined);
		return name === undefined ? `${ref.by} ${quoted(ref.value)}` : short(name);
	};
	return {
		zone,
		bare,
		quoted: (thing: Thing, ref: Ref): string =>
			ref.value === '' ? bare(thing, ref) : `“${bare(thing, ref)}”`
	};
}
type Names = ReturnType<typeof namesOf>;

function leafClause(goal: LeafGoal, names: Names, wanted: boolean): string {
	const isNot = wanted ? 'is' : 'is not';
	const has = wanted ? 'has' : 'does not have';
	const person = (ref: Ref) => names.bare('person', ref);
	const thereIs = wanted ? 'There is a' : 'There is no';
	switch (goal.kind) {
		case 'figure': {
			const { figure, is, to } = goal;
			const said = COUNTED[figure]
				? `${LESSON_FIGURE_NAMES[figure]}: ${BARE[is]}${amountText(to)}`
				: `${LESSON_FIGURE_NAMES[figure]} ${COMPARATOR_NAMES[is]} ${amountText(to)}`;
			return wanted ? said : `Not so: ${said}`;
		}
		case 'purchased': {
			const { product, costCenter, is, to } = goal;
			const what = product ? `${PRODUCT_NAMES[product]} licenses purchased` : 'Licenses purchased';
			const where = costCenter ? ` for ${names.bare('cost-center', costCenter)}` : '';
			return `${wanted ? '' : 'Not so: '}${what}${where}: ${BARE[is]}${amountText(to)}`;
		}
		case 'order':
			return `${wanted ? 'One order holds' : 'No order holds'} ${listText(goal.lines.map((line) => lineText(line, names)))}`;
		case 'may':
			return `${person(goal.person)} ${wanted ? 'holds' : 'does not hold'} “${PERMISSION_LABELS[goal.permission]}”`;
		case 'role':
			return roleClause(goal, names, thereIs);
		case 'person':
			return personClause(goal, names, wanted);
		case 'exists':
			return `${thereIs} ${THING_WORDS[goal.thing]} ${names.quoted(goal.thing, goal.ref)}`;
		case 'member':
			return `${person(goal.person)} ${isNot} a member of ${names.bare('queue', goal.queue)}`;
		case 'monitored': {
			const on = goal.dashboard ? ` on ${names.quoted('dashboard', goal.dashboard)}` : '';
			return `${names.bare('queue', goal.queue)} ${isNot} monitored${on}`;
		}
		case 'shared':
			return `${names.quoted('dashboard', goal.dashboard)} ${isNot} shared with ${person(goal.person)}`;
		case 'sees': {
			const what = goal.dashboard ? names.quoted('dashboard', goal.dashboard) : 'a dashboard';
			return `${person(goal.person)} ${wanted ? 'can' : 'can’t'} open ${what}`;
		}
		case 'viewed': {
			const what = goal.dashboard ? names.quoted('dashboard', goal.dashboard) : 'a dashboard';
			const who = goal.person ? person(goal.person) : wanted ? 'Somebody' : 'Nobody';
			const verb = wanted || !goal.person ? 'looked at' : 'did not look at';
			return `${who} ${verb} ${what} ${goal.during === 'lesson' ? 'in this lesson' : 'in the last 30 days'}`;
		}
		case 'pinned': {
			if (!goal.person) return `${wanted ? 'Somebody' : 'Nobody'} has Analytics on the app’s main bar`;
			return `${person(goal.person)} ${has} Analytics on the app’s main bar`;
		}
		case 'plan':
			return `The plan ${isNot} ${PLAN_NAMES[goal.plan]}`;
		case 'assumption':
			return `${goal.id} ${isNot} set to “${choiceName(goal.id, goal.choice)}”`;
		case 'clock': {
			const at = momentText(goal.at, names.zone);
			return wanted ? `The clock stands at ${at} or later` : `The clock stands before ${at}`;
		}
		case 'way':
			return `Live Reports was ${wanted ? '' : 'not '}reached by ${WAY_NAMES[goal.way]}`;
		case 'downloaded':
			return `The License Status Report was ${wanted ? '' : 'not '}downloaded`;
		case 'tab':
			return `The report’s tab “${REPORT_TAB_NAMES[goal.tab]}” was ${wanted ? '' : 'not '}looked at`;
		case 'answered':
			return `The question ${quoted(goal.question)} was ${wanted ? '' : 'not '}answered`;
	}
}

/** What a thing is called in a sentence, and in the list of things. */
export const THING_WORDS: Readonly<Record<Thing, string>> = {
	person: 'user',
	role: 'role',
	queue: 'call queue',
	dashboard: 'dashboard',
	'cost-center': 'cost center'
};

/** How a choice of an open question is called; a choice that the sandbox doesn't know is said as it is. */
export function choiceName(id: AssumptionId, choice: string): string {
	const words = ASSUMPTION_TEXT[id].choices as Readonly<Record<string, string>>;
	return (ASSUMPTIONS[id].choices as readonly string[]).includes(choice)
		? (words[choice] ?? choice).replace(/\.$/, '')
		: choice;
}

const lineText = (
	{ product, costCenter, is, quantity }: Extract<LeafGoal, { kind: 'order' }>['lines'][number],
	names: Names
): string =>
	`${BARE[is]}${numberText(quantity)} ${PRODUCT_NAMES[product]} ${quantity === 1 ? 'license' : 'licenses'}${costCenter ? ` for ${names.bare('cost-center', costCenter)}` : ''}`;

function roleClause(
	{ role, basedOn, includes = [], excludes = [], heldBy = [] }: Extract<LeafGoal, { kind: 'role' }>,
	names: Names,
	thereIs: string
): string {
	const parts = [
		...(includes.length > 0 ? [`holds ${permissionList(includes)}`] : []),
		...(excludes.length > 0 ? [`lacks ${permissionList(excludes)}`] : []),
		...(basedOn ? [`is based on ${names.quoted('role', basedOn)}`] : []),
		...(heldBy.length > 0
			? [`is the role of ${listText(heldBy.map((ref) => names.bare('person', ref)))}`]
			: [])
	];
	const which = role ? ` ${names.quoted('role', role)}` : '';
	return `${thereIs} role${which}${parts.length > 0 ? ` that ${listText(parts)}` : ''}`;
}

function personClause(
	{ person, role, costCenter, status, booster }: Extract<LeafGoal, { kind: 'person' }>,
	names: Names,
	wanted: boolean
): string {
	const parts = [
		...(role ? [`has the role ${names.quoted('role', role)}`] : []),
		...(costCenter ? [`belongs to the cost center ${names.quoted('cost-center', costCenter)}`] : []),
		...(status ? [`is ${STATUS_NAMES[status]}`] : []),
		...(booster === undefined ? [] : [`is ${booster ? '' : 'not '}marked as holding a Call Queues Booster`])
	];
	const said = `${names.bare('person', person)} ${parts.length > 0 ? listText(parts) : 'is there'}`;
	return wanted ? said : `Not so: ${said}`;
}
