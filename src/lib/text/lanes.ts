import { civilText, countText, isolated, numberText } from './format';
import { daySpanText } from './pictures';

interface Dated {
	readonly name: string;
	readonly from: string | null;
	readonly to: string | null;
}

/** What a person or queue can be assigned to, as the lanes name it. */
export const COURSE_TEXT = {
	member: 'Member',
	monitored: 'On a dashboard',
	watching: 'Watches the queue',
	viewed: 'Viewed',
	opened: 'Live Reports, no dashboard opened'
};

/** “Member, from 3 Nov 2026, still so”, “Member, 3 Nov to 5 Nov 2026”: both days are days with it. */
export function spanText({ name, from, to }: Dated): string {
	const who = isolated(name);
	if (to === null) return `${who}, ${from === null ? 'always' : `from ${civilText(from)}`}, still so`;
	return `${who}, ${from === null ? `until ${civilText(to)}` : daySpanText(from, to)}`;
}

/** “Viewed Floor wallboard, 20 Nov 2026”. */
export const pointText = ({ name, at }: { readonly name: string; readonly at: string }): string =>
	`${isolated(name)}, ${civilText(at)}`;

/** What the lanes show: how much, and between which days. */
export function lanesSentence(course: {
	readonly from: string;
	readonly to: string;
	readonly rows: readonly { readonly spans: readonly Dated[]; readonly points: readonly unknown[] }[];
}): string {
	const spans = course.rows.flatMap((row) => row.spans);
	const points = course.rows.flatMap((row) => row.points).length;
	const open = spans.filter(({ to }) => to === null).length;
	const going =
		open === 0
			? spans.length === 1
				? 'ended'
				: 'all ended'
			: spans.length === 1
				? 'still going on'
				: `${open === spans.length ? 'all' : numberText(open)} still going on`;
	const facts = [
		...(spans.length === 0 ? [] : [`${countText(spans.length, 'period')}, ${going}`]),
		...(points === 0 ? [] : [countText(points, 'day with a viewing', 'days with a viewing')])
	];
	return `${daySpanText(course.from, course.to)}: ${facts.join('; ') || 'nothing'}.`;
}

/** Said below a list of dates that was cut. */
export const moreRowsNote = (more: number): string =>
	`${countText(more, 'further row is', 'further rows are')} left out.`;
