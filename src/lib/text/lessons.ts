import { ASSUMPTIONS, type Assumptions, type AssumptionId } from '$lib/domain/assumption';
import { type ReportTab, type Thing, type Way } from '$lib/domain/goal';
import { type Missing, type WantedLine } from '$lib/domain/missing';
import { type Product } from '$lib/domain/order';
import { PERMISSION_LABELS, STATUS_NAMES } from './admin';
import { choiceText } from './assumptions';
import { PLAN_NAMES, PRODUCT_NAMES } from './figures';
import { countText, isolated, listText, momentText, nameText, numberText } from './format';
import { compared, COUNTED, countSentence, LESSON_FIGURE_NAMES } from './lesson-figures';
import { TAB_NAMES } from './report';

export const WAY_NAMES: Readonly<Record<Way, string>> = {
	'analytics-portal': 'the Analytics Portal',
	'admin-portal': 'Analytics & Logs in the Admin Portal',
	'desktop-app': 'More in the RingCentral app for desktop and web',
	'mobile-app': 'More in the RingCentral app for mobile'
};

export const REPORT_TAB_NAMES: Readonly<Record<ReportTab, string>> = {
	summary: TAB_NAMES[0],
	'active-users': TAB_NAMES[1],
	'detailed-usage': TAB_NAMES[2]
};

const THING_NAMES: Readonly<Record<Thing, string>> = {
	person: 'user',
	role: 'role',
	queue: 'call queue',
	dashboard: 'dashboard',
	'cost-center': 'cost center'
};

const LONGEST = 60;
const NAMED = 4;
/** A name within a sentence: short, never nothing, and unable to turn the words around it. */
function short(name: string): string {
	const letters = [...nameText(name).slice(0, 4 * LONGEST)];
	return isolated(letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : letters.join(''));
}
const quoted = (name: string): string => `“${short(name)}”`;
const many = (names: readonly string[]): string =>
	listText(
		names.length > NAMED
			? [...names.slice(0, NAMED - 1), countText(names.length - NAMED + 1, 'other')]
			: names
	);

/** What keeps a goal from being met, in one sentence (E2). */
export function missingSentence(missing: Missing): string {
	const { wanted } = missing;
	switch (missing.code) {
		case 'FIGURE': {
			const { figure, found, is, to } = missing;
			const counted = COUNTED[figure];
			if (counted) return countSentence(missing, ...counted);
			return `${LESSON_FIGURE_NAMES[figure]} is ${numberText(found)}; it should ${wanted ? '' : 'not '}be ${compared(is, to)}.`;
		}
		case 'PURCHASED': {
			const { product, costCenter } = missing;
			const what = product === null ? 'purchased license' : `purchased ${PRODUCT_NAMES[product]} license`;
			const where = costCenter === null ? '' : ` for ${short(costCenter)}`;
			return countSentence(missing, what + where, `${what}s${where}`);
		}
		case 'ORDER':
			return wanted
				? `No order holds all that is asked for; still to be ordered: ${listText(missing.lines.map(lineText))}.`
				: `An order holds ${listText(missing.lines.map(lineText))}, and none should.`;
		case 'MAY': {
			const { person, role, permission } = missing;
			const label = PERMISSION_LABELS[permission];
			return wanted
				? `${short(person)} does not hold “${label}”: the role ${quoted(role)} lacks it.`
				: `${short(person)} holds “${label}” by the role ${quoted(role)}, and should not.`;
		}
		case 'ROLE':
			return roleSentence(missing);
		case 'PERSON_ROLE':
			return `${short(missing.person)} has the role ${quoted(missing.found)}, not ${quoted(missing.role)}.`;
		case 'PERSON_CENTER':
			return `${short(missing.person)} belongs to the cost center ${quoted(missing.found)}, not ${quoted(missing.costCenter)}.`;
		case 'PERSON_STATUS':
			return `${short(missing.person)} is not ${STATUS_NAMES[missing.status]}.`;
		case 'PERSON_BOOSTER':
			return missing.booster
				? `${short(missing.person)} is not marked as holding a Call Queues Booster.`
				: `${short(missing.person)} is marked as holding a Call Queues Booster, and should not be.`;
		case 'PERSON':
			return `${short(missing.person)} is still as before: role, cost center, status or Booster mark should be another.`;
		case 'THING': {
			const { thing, by, value } = missing;
			const what =
				by === 'name'
					? quoted(value)
					: by === 'extension'
						? `extension ${quoted(value)}`
						: `id ${quoted(value)}`;
			const who = `${THING_NAMES[thing]} ${by === 'name' ? what : `with ${what}`}`;
			return wanted ? `There is no ${who}.` : `There still is a ${who}.`;
		}
		case 'MEMBER':
			return wanted
				? `${short(missing.person)} is not a member of ${short(missing.queue)} now.`
				: `${short(missing.person)} is still a member of ${short(missing.queue)}.`;
		case 'MONITORED': {
			const { queue, dashboard, on } = missing;
			if (!wanted) return `${short(queue)} is still on ${many(on.map(quoted))}.`;
			return `${short(queue)} is not on ${dashboard === null ? 'any dashboard' : quoted(dashboard)}.`;
		}
		case 'SHARED':
			return wanted
				? `${quoted(missing.dashboard)} is not shared with ${short(missing.person)}.`
				: `${quoted(missing.dashboard)} is still shared with ${short(missing.person)}.`;
		case 'SEES': {
			const { person, hasPermission } = missing;
			const what = missing.dashboard === null ? 'a dashboard' : quoted(missing.dashboard);
			if (!wanted) return `${short(person)} can still open ${what}.`;
			return hasPermission
				? `${short(person)} can’t open ${what} yet: it is not shared with ${short(person)}.`
				: `${short(person)} can’t open ${what} yet: the role holds no Live Reports permission.`;
		}
		case 'VIEWED': {
			const who = missing.person === null ? 'Nobody' : short(missing.person);
			const what = missing.dashboard === null ? 'a dashboard' : quoted(missing.dashboard);
			const when = missing.during === 'lesson' ? ' in this lesson' : ' in the last 30 days';
			if (!wanted)
				return `${missing.person === null ? 'Somebody' : who} viewed ${what}${when}, and ${missing.person === null ? 'nobody ' : ''}should not have.`;
			return missing.person === null
				? `${who} has viewed ${what}${when}.`
				: `${who} has not viewed ${what}${when}.`;
		}
		case 'PINNED': {
			const whose = missing.person === null ? 'anybody’s' : `${short(missing.person)}’s`;
			return wanted
				? `Analytics is not on ${whose} main bar of the RingCentral app.`
				: `Analytics is still on ${missing.person === null ? 'somebody’s' : whose} main bar of the RingCentral app.`;
		}
		case 'PLAN':
			return `The plan should ${wanted ? '' : 'not '}be ${PLAN_NAMES[missing.plan]}.`;
		case 'ASSUMPTION':
			return `The assumption ${missing.id} should ${wanted ? '' : 'not '}be “${assumptionChoice(missing.id, missing.choice)}”`;
		case 'CLOCK': {
			const { at, asOf, timeZone } = missing;
			const now = momentText(asOf, timeZone);
			const then = momentText(at, timeZone);
			return wanted
				? `It is ${now} in the sandbox; ${then} has not come yet.`
				: `It is ${now} in the sandbox; it should be before ${then}.`;
		}
		case 'WAY':
			return wanted
				? `Live Reports has not been opened by way of ${WAY_NAMES[missing.way]}.`
				: `Live Reports was opened by way of ${WAY_NAMES[missing.way]}, and should not have been.`;
		case 'DOWNLOADED':
			return wanted
				? 'The License Status Report has not been downloaded.'
				: 'The License Status Report was downloaded, and should not have been.';
		case 'TAB':
			return wanted
				? `The tab “${REPORT_TAB_NAMES[missing.tab]}” has not been looked at.`
				: `The tab “${REPORT_TAB_NAMES[missing.tab]}” was looked at, and should not have been.`;
		case 'ANSWERED':
			return wanted
				? `The question ${quoted(missing.question)} has not been answered.`
				: `The question ${quoted(missing.question)} was answered already.`;
		case 'ONE_OF': {
			const options = missing.options.map((option) =>
				option.map((one) => bare(missingSentence(one))).join('; ')
			);
			return `One of these is still to be done: ${options.map((option, i) => `(${i + 1}) ${option}`).join(' ')}.`;
		}
	}
}

/** A sentence without its end, to stand within another. */
const bare = (sentence: string): string => sentence.replace(/[.:]$/, '');

const lineText = ({ product, costCenter, is, quantity }: WantedLine): string =>
	`${compared(is, quantity)} ${productText(product)}${costCenter === null ? '' : ` for ${short(costCenter)}`}`;
const productText = (product: Product): string => PRODUCT_NAMES[product];

function roleSentence({
	wanted,
	role,
	lacks,
	tooMuch,
	basedOn,
	without
}: Extract<Missing, { code: 'ROLE' }>): string {
	const labels = (permissions: typeof lacks) =>
		listText(permissions.map((one) => `“${PERMISSION_LABELS[one]}”`));
	if (!wanted) return `The role ${quoted(role ?? '')} fits, and no such role should.`;
	const parts = [
		...(lacks.length > 0 ? [`lacks ${labels(lacks)}`] : []),
		...(tooMuch.length > 0 ? [`holds ${labels(tooMuch)}, which is too much`] : []),
		...(basedOn === null ? [] : [`is not based on ${quoted(basedOn)}`]),
		...(without.length > 0 ? [`is not the role of ${many(without.map(short))}`] : [])
	];
	if (role === null)
		return lacks.length > 0
			? `There is no custom role yet; make one with ${labels(lacks)}.`
			: 'There is no custom role yet.';
	return `The role ${quoted(role)} ${listText(parts)}.`;
}

function assumptionChoice(id: AssumptionId, choice: string): string {
	const { choices } = ASSUMPTIONS[id];
	return (choices as readonly string[]).includes(choice)
		? choiceText(id, choice as Assumptions[typeof id])
		: choice;
}

/** Said on every certificate and above every table of results (E6), to whoever reads. */
export const SELF_REPORTED =
	'Self-reported: the browser in which the lessons were done wrote this, and nobody has checked it.';
/** The same, said in that browser. */
export const SELF_REPORTED_HERE = 'Self-reported: this browser writes it, and nobody checks it.';

/** Headings of the table of results that every pack has; a column for each lesson follows. */
export const RESULT_HEADINGS = [
	'Group',
	'Learner',
	'Pack',
	'Revision',
	'Same pack as here',
	'Lessons done',
	'Lessons',
	'Steps met',
	'Steps',
	'Predictions right',
	'Predictions',
	'Hints',
	'Attempts',
	'Resets',
	'Lessons shown',
	'Active minutes',
	'Saved at (UTC)',
	'File'
] as const;

/** Said of a pack that is, or is not, the trainer's own. */
export const samePackText = (samePack: boolean | null): string =>
	samePack === null ? 'unknown' : samePack ? 'yes' : 'no';

/** “3 of 4”: never “3/4”, which a spreadsheet takes for a date. */
export const shareText = (done: number, of: number): string => `${numberText(done)} of ${numberText(of)}`;
