import type { DayCount } from '$lib/domain/forecast';
import type { Scenario } from '$lib/domain/scenario';
import type { PartsByDay } from './parts-by-day';
import type { ReportDay } from './report-days';
import { overageOf } from './rules/overage';
import { purchasedAt } from './rules/purchased';

/** How many people have a bit on each day, and how many have got it, and lost it, since the day before. */
interface Tally {
	readonly count: Int32Array;
	readonly entered: Int32Array;
	readonly left: Int32Array;
}

/** L6, A-DUAL: the seats of each day, from the parts that people have on it. */
export function dayCounts(
	scenario: Scenario,
	days: readonly ReportDay[],
	{ agent, viewer, all }: PartsByDay
): readonly DayCount[] {
	const tallyOf = (bits: (p: number) => number) => tally(agent.length, days.length, all, bits);
	const agents = tallyOf((p) => agent[p]!);
	const viewers = tallyOf((p) => viewer[p]!);
	const either = tallyOf((p) => agent[p]! | viewer[p]!);
	const isTwo = scenario.assumptions['A-DUAL'] === 'two';
	const seats = (name: keyof Tally, day: number): number =>
		isTwo ? agents[name][day]! + viewers[name][day]! : either[name][day]!;
	return days.map(({ date, asOf }, day) => {
		const active = seats('count', day);
		const purchased = purchasedAt({ orders: scenario.orders, asOf });
		return {
			date,
			asOf,
			agents: agents.count[day]!,
			viewers: viewers.count[day]!,
			active,
			purchased,
			overage: overageOf(scenario.account.plan, active, purchased.total),
			entered: day === 0 ? null : seats('entered', day),
			left: day === 0 ? null : seats('left', day)
		};
	});
}

/** Costs what changes, not days times people. */
function tally(people: number, days: number, all: number, bitsOf: (p: number) => number): Tally {
	const entered = new Int32Array(days);
	const left = new Int32Array(days);
	for (let p = 0; p < people; p++) {
		const bits = bitsOf(p);
		if (bits === 0) continue;
		const before = (bits << 1) & all;
		for (let rest = bits & ~before; rest !== 0; rest &= rest - 1) entered[dayOf(rest)]!++;
		for (let rest = before & ~bits; rest !== 0; rest &= rest - 1) left[dayOf(rest)]!++;
	}
	const count = new Int32Array(days);
	for (let day = 0; day < days; day++) count[day] = (count[day - 1] ?? 0) + entered[day]! - left[day]!;
	return { count, entered, left };
}

/** The first of the days that bits stand for. */
export const dayOf = (bits: number): number => 31 - Math.clz32(bits & -bits);
