import {
	ENDS_LATER,
	type Forecast,
	FORECAST_DAYS,
	type ForecastDay,
	HAD_NO_ACCESS,
	type LeaverColumns,
	LEFT_BEFORE,
	type LeftBy,
	LOST_ACCESS,
	type Relief,
	STOPPED
} from '$lib/domain/forecast';
import type { Scenario } from '$lib/domain/scenario';
import type { Index } from './columnar';
import { dayCounts, dayOf } from './day-counts';
import { once } from './once';
import { type PartsByDay, partsByDay } from './parts-by-day';
import { daysAhead } from './report-days';
import { agentsOf } from './rules/agents';
import { momentOf } from './rules/moment';
import { monitoredIn } from './rules/monitored';
import { viewersOf } from './rules/viewers';
import { viewingAccess } from './viewing-access';

/** A scenario with its index. */
export interface Indexed {
	readonly index: Index;
	readonly scenario: Scenario;
}

export interface ForecastAnswer extends Forecast {
	/** Every seat that leaves, and why; made on first use. */
	readonly leavers: () => LeaverColumns;
}

/**
 * I6: the active count of as-of's day and of `days` (1 to 30) days after it, if the change is made now. Day 0 is
 * `after` as it is counted at its as-of; each later day is its report, of the day's last second, by the premise
 * that domain's Forecast states.
 */
export function forecast(before: Indexed, after: Indexed, days: number = FORECAST_DAYS): ForecastAnswer {
	const { index, scenario } = after;
	const { plan, timeZone } = scenario.account;
	const dates = daysAhead(scenario.asOf, timeZone, days);
	const was = standing(before);
	const is = standing(after);
	const old = placesIn(before.index, index);
	const { agent, viewer, all } = partsByDay(index, scenario, dates);
	const { counts } = momentOf(index, scenario);
	let goOnViewing = 0;
	for (let p = 0; p < viewer.length; p++) {
		const isViewer = is.viewer[p] === 1 || was.viewer[old(p)] === 1;
		if (!isViewer || is.access[p] === 0 || counts[p] === 0) continue;
		goOnViewing++;
		viewer[p]! |= all & ~1; // from tomorrow on: today is counted as it is
	}
	const parts: PartsByDay = { agent, viewer, all };
	const leaving = seatsLeaving(parts, scenario.assumptions['A-DUAL'] === 'two');
	const left = leftBy(leaving, dates.length);
	const counted = dayCounts(scenario, dates, parts).map((day, i): ForecastDay => ({
		...day,
		leftBy: left[i]!
	}));
	const reasonOf = (p: number, role: number): number => {
		let reason = 0;
		if (role & AGENT)
			if (is.agentNow[p] === 1 || !(agent[p]! & 1)) reason |= ENDS_LATER;
			else reason |= was.agentNow[old(p)] === 1 ? STOPPED : LEFT_BEFORE;
		if (role & VIEWER) reason |= was.access[old(p)] === 1 ? LOST_ACCESS : HAD_NO_ACCESS;
		return reason;
	};
	return {
		plan,
		timeZone,
		goOnViewing,
		days: counted,
		relief: reliefOf(plan === 'customer-engagement-bundle', counted),
		leavers: once(() => leaverColumns(index, leaving, reasonOf))
	};
}

/** Who views, who is an agent, and who may view, at as-of. */
function standing({ index, scenario }: Indexed) {
	const moment = momentOf(index, scenario);
	return {
		viewer: viewersOf(index, moment),
		agentNow: agentsOf(index, moment, monitoredIn(index, moment)).agentNow,
		access: viewingAccess(index, scenario)
	};
}

/** Where people of `after` stood before; a place that nobody has for those who are new. */
function placesIn(before: Index, after: Index): (p: number) => number {
	const { ids } = after.people.ordinals;
	if (before.people.ordinals === after.people.ordinals) return (p) => p;
	const places = Int32Array.from(ids, (id) => before.people.ordinals.of(id) ?? -1);
	return (p) => places[p]!;
}

const AGENT = 1;
const VIEWER = 2;

/** Seats that leave, person by person: the day, and the parts that went with the seat. */
interface Leaving {
	readonly person: number[];
	readonly day: number[];
	readonly role: number[];
}

/** With A-DUAL `two` the parts of a person are seats that leave for themselves. */
function seatsLeaving({ agent, viewer, all }: PartsByDay, isTwo: boolean): Leaving {
	const leaving: Leaving = { person: [], day: [], role: [] };
	const leave = (p: number, bits: number, roleOn: (day: number) => number) => {
		for (let rest = (bits << 1) & all & ~bits; rest !== 0; rest &= rest - 1) {
			const day = dayOf(rest);
			leaving.person.push(p);
			leaving.day.push(day);
			leaving.role.push(roleOn(day - 1));
		}
	};
	for (let p = 0; p < agent.length; p++) {
		const a = agent[p]!;
		const v = viewer[p]!;
		if (isTwo) {
			leave(p, a, () => AGENT);
			leave(p, v, () => VIEWER);
		} else leave(p, a | v, (day) => ((a >> day) & 1) * AGENT + ((v >> day) & 1) * VIEWER);
	}
	return leaving;
}

function leftBy({ day, role }: Leaving, days: number): readonly LeftBy[] {
	const left = Array.from({ length: days }, () => ({ member: 0, viewing: 0, both: 0 }));
	for (let i = 0; i < day.length; i++)
		left[day[i]!]![role[i] === AGENT ? 'member' : role[i] === VIEWER ? 'viewing' : 'both']++;
	return left;
}

function leaverColumns(
	index: Index,
	{ person, day, role }: Leaving,
	reasonOf: (p: number, role: number) => number
): LeaverColumns {
	const { rank } = index.people.byName();
	const people = rank.length;
	// One exact number holds day, place of the name, and entry: the order is that of numbers.
	const keys = Float64Array.from(person, (p, i) => (day[i]! * people + rank[p]!) * person.length + i).sort();
	const order = Array.from(keys, (key) => key % person.length);
	return {
		count: order.length,
		person: Uint32Array.from(order, (i) => person[i]!),
		day: Uint8Array.from(order, (i) => day[i]!),
		reason: Uint8Array.from(order, (i) => reasonOf(person[i]!, role[i]!))
	};
}

function reliefOf(isUnlimited: boolean, days: readonly ForecastDay[]): Relief {
	if (isUnlimited) return { kind: 'unlimited' };
	const first = days.findIndex(({ overage }) => overage === 0);
	if (first === -1) return { kind: 'not-within', days: days.length - 1, overage: days.at(-1)!.overage };
	const again = days.slice(first).find(({ overage }) => overage > 0)?.date ?? null;
	if (first === 0) return { kind: 'already', again };
	return { kind: 'on', on: days[first]!.date, inDays: first, again };
}
