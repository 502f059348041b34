import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayOpen, existsAt } from '$lib/commands/viewing-access';
import { ENDS_LATER, HAD_NO_ACCESS, LEFT_BEFORE, LOST_ACCESS, STOPPED } from '$lib/domain/forecast';
import { type Instant, toInstant, toSeconds } from '$lib/domain/instant';
import { type Person } from '$lib/domain/person';
import { holds, roleById } from '$lib/domain/role';
import { type Scenario } from '$lib/domain/scenario';
import { Temporal } from '$lib/domain/temporal';
import { packViewings, type Viewing } from '$lib/domain/viewing';
import { buildIndex } from '$lib/engine/columnar';
import { evaluate } from '$lib/engine/evaluate';
import { forecast } from '$lib/engine/forecast';
import { usage } from '$lib/engine/usage';
import { scenarios } from './generate';
import { reference } from './reference';

const indexed = (scenario: Scenario) => ({ index: buildIndex(scenario), scenario });

/** The days that exist from `from` days after as-of's day on, and their reports' moments: by its definition. */
function reportDays(
	{ asOf, account }: Scenario,
	from: number,
	to: number
): { date: string; asOf: Instant }[] {
	const { timeZone } = account;
	const now = Temporal.Instant.from(asOf).toZonedDateTimeISO(timeZone);
	const days: { date: string; asOf: Instant }[] = [];
	for (let ahead = from; ahead <= to; ahead++) {
		const date = now.toPlainDate().add({ days: ahead });
		if (!date.toZonedDateTime(timeZone).toPlainDate().equals(date)) continue; // the zone skips it
		const last = date.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds / 1000 - 1;
		days.push({ date: date.toString(), asOf: ahead === 0 ? asOf : toInstant(last) });
	}
	return days;
}

const figuresOf = (scenario: Scenario) => {
	const { waterfall } = reference(scenario);
	const { agents, viewers, active, overage, purchased } = waterfall;
	return { agents, viewers, active, overage, purchased };
};
const shown = <T extends { agents: number; viewers: number; active: number; overage: number }>(
	days: readonly (T & { date: string; asOf: Instant; purchased: { total: number } })[]
) =>
	days.map(({ date, asOf, agents, viewers, active, overage, purchased }) => ({
		date,
		asOf,
		agents,
		viewers,
		active,
		overage,
		purchased: purchased.total
	}));

/** What a what-if may do to a scenario, each part or not. */
function changed(scenario: Scenario, other: Scenario, parts: number): Scenario {
	const { asOf } = scenario;
	const boards = scenario.dashboards.map((board, i) => ({
		...board,
		sharedWith: scenario.people.filter((_, p) => (p + i) % 2 === 0).map(({ id }) => id)
	}));
	return {
		...scenario,
		dashboards: boards.flatMap((board, i) => {
			if (parts & 1 && i === 0) return [{ ...board, widgets: [] }];
			if (parts & 2 && i === 1 && (board.createdAt ?? '') <= asOf) return [{ ...board, deletedAt: asOf }];
			return [board];
		}),
		queues: scenario.queues.map((queue, q) => ({
			...queue,
			members: queue.members.map((member, m) =>
				parts & 4 && (q + m) % 2 === 0 && (member.from ?? '') <= asOf ? { ...member, to: asOf } : member
			)
		})),
		people: scenario.people
			.filter((_, p) => !(parts & 8) || p !== 1)
			.map((person, p) => (parts & 16 && p % 2 === 0 ? { ...person, roleId: 'standard' } : person)),
		orders: parts & 32 ? [...scenario.orders, ...other.orders] : scenario.orders,
		assumptions: parts & 64 ? other.assumptions : scenario.assumptions,
		account: parts & 128 ? { ...scenario.account, plan: other.account.plan } : scenario.account,
		asOf: parts & 256 ? toInstant(toSeconds(asOf) + 9 * 86_400) : asOf
	};
}

const isViewer = (scenario: Scenario, id: string) =>
	reference(scenario).seats.some((seat) => seat.personId === id && seat.viewer);

/** What somebody may view at as-of: undefined where nothing. */
function viewable({ asOf, assumptions, dashboards, roles }: Scenario, person: Person) {
	const role = roleById(roles, person.roleId);
	if ((person.status ?? 'enabled') !== 'enabled' || !role) return undefined;
	if (assumptions['A-OPEN'] === 'yes' && holds(role, 'live-reports.view')) return null;
	return dashboards.find((board) => existsAt(board, asOf) && mayOpen(person, role, board))?.id;
}

describe('for generated scenarios', () => {
	it('[I6] [W8] each day of a forecast is the report of that day, with the viewings of the premise', () => {
		let ended = 0;
		fc.assert(
			fc.property(scenarios, scenarios, fc.nat(511), (scenario, other, parts) => {
				const after = changed(scenario, other, parts);
				const before = changed(scenario, other, 0);
				const answer = forecast(indexed(before), indexed(after));
				const days = reportDays(after, 0, 33).slice(0, 31);
				const keepers = after.people.flatMap((person) => {
					const dashboardId = viewable(after, person);
					const views = isViewer(after, person.id) || isViewer(before, person.id);
					const counts =
						after.assumptions['A-STATUS'] === 'all' || (person.status ?? 'enabled') === 'enabled';
					return views && counts && dashboardId !== undefined ? [{ personId: person.id, dashboardId }] : [];
				});
				const viewings: Viewing[] = days
					.slice(1)
					.flatMap(({ asOf }) => keepers.map((one) => ({ ...one, at: asOf })));
				const going = { ...after, viewings: [...after.viewings, ...packViewings(viewings)] };
				expect(answer.goOnViewing).toBe(keepers.length);
				expect(shown(answer.days)).toEqual(
					days.map(({ date, asOf }) => ({ date, asOf, ...figuresOf({ ...going, asOf }) }))
				);
				expect(answer.days[0]!.active).toBe(evaluate(buildIndex(after), after).summary.figures.active);
				ended += Number(answer.relief.kind === 'on');
			}),
			{ numRuns: 400 }
		);
		expect(ended).toBeGreaterThan(0); // else the changes would free nothing
	});

	it('[I6] the seats that leave are those of the day before and no longer of the day, each with its end', () => {
		const seen = new Set<number>();
		fc.assert(
			fc.property(scenarios, scenarios, fc.nat(511), (scenario, other, parts) => {
				const after = changed(scenario, other, parts);
				const before = changed(scenario, other, 0);
				const answer = forecast(indexed(before), indexed(after), 30);
				const leavers = answer.leavers();
				let active = answer.days[0]!.active;
				answer.days.forEach((day, i) => {
					const mine = [...leavers.day.keys()].filter((at) => leavers.day[at] === i);
					const { member, viewing, both } = day.leftBy;
					expect(member + viewing + both).toBe(mine.length);
					expect(day.left).toBe(i === 0 ? null : mine.length);
					if (i > 0) active += day.entered! - day.left!;
					expect(active).toBe(day.active);
					const ofAgents = (at: number) => leavers.reason[at]! & (STOPPED | LEFT_BEFORE | ENDS_LATER);
					const ofViewers = (at: number) => leavers.reason[at]! & (LOST_ACCESS | HAD_NO_ACCESS);
					expect(mine.filter((at) => ofAgents(at) && !ofViewers(at))).toHaveLength(member);
					expect(mine.filter((at) => !ofAgents(at) && ofViewers(at))).toHaveLength(viewing);
				});
				for (const reason of leavers.reason) seen.add(reason);
				expect(leavers.day).toEqual(leavers.day.slice().sort());
			}),
			{ numRuns: 400 }
		);
		for (const bit of [STOPPED, LEFT_BEFORE, ENDS_LATER, LOST_ACCESS, HAD_NO_ACCESS])
			expect(seen).toContain(bit);
	});

	it('[I6] without a change: as many days as asked for, and the first day without overage is the relief', () => {
		fc.assert(
			fc.property(scenarios, fc.integer({ min: 1, max: 30 }), (scenario, days) => {
				const one = indexed(scenario);
				const { relief, days: counted } = forecast(one, one, days);
				expect(counted).toHaveLength(days + 1);
				const isCeb = scenario.account.plan !== 'standard';
				const free = counted.findIndex(({ overage }) => overage === 0);
				expect(relief.kind).toBe(
					isCeb ? 'unlimited' : free === 0 ? 'already' : free > 0 ? 'on' : 'not-within'
				);
				if (relief.kind === 'on') expect(relief.on).toBe(counted[relief.inDays]!.date);
				if (isCeb) expect(counted.every(({ overage }) => overage === 0)).toBe(true);
			}),
			{ numRuns: 200 }
		);
	});

	it('[I3] [W8] each day of the usage is the report of that day', () => {
		fc.assert(
			fc.property(scenarios, (scenario) => {
				const days = reportDays(scenario, -29, 0);
				const { days: counted } = usage(buildIndex(scenario), scenario);
				expect(shown(counted)).toEqual(
					days.map(({ date, asOf }) => ({ date, asOf, ...figuresOf({ ...scenario, asOf }) }))
				);
				expect(counted.at(-1)!.asOf).toBe(scenario.asOf);
			}),
			{ numRuns: 500 }
		);
	});

	it('[I3] [L2] whoever joins in the second in which watching ends is no agent on any day', () => {
		const [any] = fc.sample(scenarios, { numRuns: 1, seed: 1 });
		const at = '2026-10-26T00:00:01Z' as Instant; // in the window of every day
		const widget = { id: 'w', kind: 'service-level', name: '', queueId: 'q', to: at } as const;
		const touching: Scenario = {
			...any!,
			asOf: '2026-11-24T00:00:00Z',
			account: { ...any!.account, timeZone: 'UTC' },
			assumptions: { ...any!.assumptions, 'A-LEAVER': 'any-time', 'A-ADMIN': 'when-viewed' },
			people: [{ id: 'p', name: 'Ann', extension: '9', roleId: 'standard' }],
			queues: [{ id: 'q', name: 'Sales', extension: '201', members: [{ personId: 'p', from: at }] }],
			dashboards: [{ id: 'd', name: 'Day', ownerId: 'p', widgets: [widget] }],
			viewings: packViewings([])
		};
		const { days } = usage(buildIndex(touching), touching);
		expect(new Set(days.map(({ agents }) => agents))).toEqual(new Set([0]));
	});
});
