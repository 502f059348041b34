import { type Instant, toInstant } from '$lib/domain/instant';

/** When somebody was a member, or a dashboard watched. Undated: always has been, still is. */
export interface Span {
	readonly from?: Instant;
	readonly to?: Instant;
}

/** Dates under which exactly these people and dashboards met, in one queue. */
export interface Slots {
	/** By person. */
	readonly members: ReadonlyMap<string, Span>;
	/** By dashboard, one for each time that it watched the queue. */
	readonly watching: ReadonlyMap<string, readonly Span[]>;
	/** People whose rows lack a dashboard that others in the queue have. */
	readonly partial: number;
}

/**
 * Detailed Usage names who met which dashboard in a queue, not when. Most often everybody met all of them, and nothing
 * needs a date. Where somebody lacks a dashboard, they can't have been there together: then the window is cut into
 * slots, one for each set of dashboards that occurs; its people were members in it, and its dashboards watched. The
 * last slot, which lasts, is the whole set's, or else the most frequent one's.
 */
export function slotsOf(met: ReadonlyMap<string, ReadonlySet<string>>, start: number, end: number): Slots {
	const patterns = new Map<string, { dashboards: ReadonlySet<string>; people: string[] }>();
	const all = new Set<string>();
	for (const [person, dashboards] of met) {
		const key = [...dashboards].sort().join('\n');
		const pattern = patterns.get(key) ?? { dashboards, people: [] };
		pattern.people.push(person);
		patterns.set(key, pattern);
		for (const dashboard of dashboards) all.add(dashboard);
	}
	const sorted = [...patterns.values()].sort(
		(a, b) => b.dashboards.size - a.dashboards.size || b.people.length - a.people.length
	);
	const whole = sorted.find(({ dashboards }) => dashboards.size === all.size);
	const current = whole ?? sorted.toSorted((a, b) => b.people.length - a.people.length)[0];
	const others = sorted.filter((pattern) => pattern !== current);
	const width = Math.floor((end - start) / (others.length + 1));
	const at = (slot: number): Instant => toInstant(start + slot * width);

	const members = new Map<string, Span>();
	const watching = new Map<string, Span[]>();
	for (const dashboard of all) watching.set(dashboard, []);
	let partial = 0;
	others.forEach(({ dashboards, people }, slot) => {
		const span: Span = { ...(slot === 0 ? {} : { from: at(slot) }), to: at(slot + 1) };
		for (const person of people) members.set(person, span);
		for (const dashboard of dashboards) addSlot(watching.get(dashboard)!, span);
		partial += people.length;
	});
	const last: Span = others.length === 0 ? {} : { from: at(others.length) };
	for (const person of current?.people ?? []) members.set(person, whole === undefined ? last : {});
	for (const dashboard of current?.dashboards ?? []) addSlot(watching.get(dashboard)!, last);
	return { members, watching, partial };
}

/** Adds a span, joined to the one before where they touch. */
function addSlot(spans: Span[], span: Span): void {
	const before = spans.at(-1);
	if (before?.to === undefined || before.to !== span.from) {
		spans.push(span);
		return;
	}
	const { from } = before;
	spans[spans.length - 1] = {
		...(from === undefined ? {} : { from }),
		...(span.to === undefined ? {} : { to: span.to })
	};
}
