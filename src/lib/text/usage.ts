import { civilText, countText, isolated, numberText } from './format';
import { shortDayText } from './pictures';

interface Day {
	readonly date: string;
	readonly active: number;
	readonly purchased?: number;
}

const overText = (active: number, purchased: number): string =>
	active > purchased
		? `${numberText(active - purchased)} over`
		: active === purchased
			? 'none to spare'
			: `${numberText(purchased - active)} to spare`;

const ofText = ({ active, purchased }: Omit<Day, 'date'>): string =>
	purchased === undefined
		? `${numberText(active)} active`
		: `${numberText(active)} active of ${numberText(purchased)} purchased, ${overText(active, purchased)}`;

/** “104 active of 100 purchased, 4 over. Fewer queues: 90 active of 100 purchased, 10 to spare”. */
export const usageDayText = (
	day: Omit<Day, 'date'>,
	whatIf?: Omit<Day, 'date'> & { readonly name: string }
): string => ofText(day) + (whatIf ? `. ${isolated(whatIf.name)}: ${ofText(whatIf)}` : '');

interface UsageStory {
	/** As `daySpanText` has it. */
	readonly span: string;
	readonly days: readonly Day[];
	readonly whatIf?:
		{ readonly name: string; readonly days: readonly Day[]; readonly clear?: number | undefined } | undefined;
}

const isOver = ({ active, purchased }: Day): boolean => active > (purchased ?? Infinity);

/** What the steps of active seats show. */
export function usageSentence({ span, days, whatIf }: UsageStory): string {
	const [first] = days;
	if (!first) return 'There is no day to show.';
	const peak = days.reduce((best, day) => (day.active > best.active ? day : best), first);
	const isFlat = days.every(({ active }) => active === first.active);
	const course = isFlat
		? `${span}: ${countText(first.active, 'active seat')} every day`
		: `${span}: active seats peak at ${numberText(peak.active)} on ${shortDayText(peak.date)}`;
	const over = days.filter(isOver).length;
	const bought = days.some(({ purchased }) => purchased !== undefined);
	const above = !bought
		? ''
		: over === 0
			? ', never above the licenses purchased'
			: `, above the licenses purchased ${over === days.length ? 'every day' : `on ${numberText(over)} of ${countText(days.length, 'day')}`}`;
	return `${course}${above}.${whatIf ? ` ${whatIfText(whatIf)}` : ''}`;
}

function whatIfText({ name, days, clear }: NonNullable<UsageStory['whatIf']>): string {
	const who = `With “${isolated(name)}”`;
	if (clear !== undefined) {
		const again = days.slice(clear).find(isOver);
		return `${who}, the first day without overage is ${civilText(days[clear]!.date)}${again ? `; on ${civilText(again.date)} there is some again` : ''}.`;
	}
	const last = days.at(-1);
	const over = days.find(isOver);
	if (!last || !over) {
		const none = days.some(({ purchased }) => purchased !== undefined) ? ', and there is no overage' : '';
		return `${who}, ${numberText(last?.active ?? 0)} are active on the last day${none}.`;
	}
	const seats = ({ active, purchased = 0 }: Day) =>
		`${countText(active - purchased, 'seat')} ${active - purchased === 1 ? 'is' : 'are'}`;
	return over === days[0]
		? `${who}, ${seats(last)} still over on the last day.`
		: `${who}, there is no overage until ${civilText(over.date)}, when ${seats(over)} over.`;
}

/** Said where today's days are other days than the what-if's. */
export const MOVED_NOTE = 'The what-if moves the clock, so today’s course is not drawn beside it.';
