/** Whole scenarios for property tests, small and nasty: every instant lies near something that matters. */
import * as fc from 'fast-check';
import { ASSUMPTIONS } from '$lib/domain/assumption';
import { PLANS } from '$lib/domain/account';
import { type Instant, toInstant } from '$lib/domain/instant';
import { PRODUCTS } from '$lib/domain/order';
import { STATUSES } from '$lib/domain/person';
import { type Scenario } from '$lib/domain/scenario';
import { Temporal } from '$lib/domain/temporal';
import { packViewings } from '$lib/domain/viewing';

/** Zones, each with a day on which its clocks change, skip midnight, or skip the day itself. */
const CLOCK_CHANGES = [
	['UTC', '2026-11-24'],
	['America/Detroit', '2026-11-01'],
	['America/Detroit', '2026-03-08'],
	['Europe/Warsaw', '2026-10-25'],
	['Europe/Warsaw', '2026-03-29'],
	['Australia/Lord_Howe', '2026-10-04'],
	['Australia/Lord_Howe', '2026-04-05'],
	['Pacific/Apia', '2011-12-30'],
	['Pacific/Apia', '2011-12-10'], // the skipped day is a release date
	['Asia/Kathmandu', '1986-01-01'],
	['America/Sao_Paulo', '2018-11-04'],
	['America/Sao_Paulo', '2018-02-18'],
	['Africa/Cairo', '2026-04-24'],
	['Pacific/Kiritimati', '1995-01-01']
] as const;

const NAMES = ['', 'Ann', 'ann', 'Ánn', 'Bo 2', 'Bo 10', 'bo-2', 'Ann', 'Zoë'];
const EXTENSIONS = ['9', '10', '10a', '010', '1', '01', 'a9', '9'];
const PEOPLE = 6;
const QUEUES = 4;
const DASHBOARDS = 3;

/** Seconds of the instants that facts lie on: boundaries, each also a second before and after, and far ones. */
function boundaries(asOf: number, timeZone: string): number[] {
	const today = Temporal.Instant.fromEpochMilliseconds(asOf * 1000)
		.toZonedDateTimeISO(timeZone)
		.toPlainDate();
	const midnight = (days: number) =>
		today.add({ days }).toZonedDateTime({ timeZone }).epochMilliseconds / 1000;
	const edges = [asOf, midnight(-29), midnight(0), midnight(1), midnight(-10), midnight(-30)];
	return [
		...edges.flatMap((at) => [at, at - 1, at + 1]),
		...[-400, -60, -28, -20, -3, 2, 10].map((days) => asOf + days * 86_400)
	];
}
const BOUNDARIES = 25;

const when = fc.nat({ max: BOUNDARIES - 1 });
const interval = fc.record({ from: fc.option(when), to: fc.option(when) });
const pick = <T>(items: readonly T[]) => fc.constantFrom(...items);

const raw = fc.record({
	change: pick(CLOCK_CHANGES),
	daysLater: fc.integer({ min: -1, max: 31 }),
	secondOfDay: fc.oneof(pick([0, 1, 86_399, 43_200]), fc.integer({ min: 0, max: 86_399 })),
	plan: fc.oneof({ weight: 4, arbitrary: fc.constant(PLANS[0]) }, { weight: 1, arbitrary: pick(PLANS) }),
	assumptions: fc.record({
		'A-DUAL': pick(ASSUMPTIONS['A-DUAL'].choices),
		'A-LEAVER': pick(ASSUMPTIONS['A-LEAVER'].choices),
		'A-OPEN': pick(ASSUMPTIONS['A-OPEN'].choices),
		'A-STATUS': pick(ASSUMPTIONS['A-STATUS'].choices),
		'A-ADMIN': pick(ASSUMPTIONS['A-ADMIN'].choices)
	}),
	people: fc.array(
		fc.record({
			name: pick(NAMES),
			extension: pick(EXTENSIONS),
			roleId: pick(['standard', 'view', 'full', 'super-admin', 'billing-admin', 'nothing']),
			status: pick([undefined, ...STATUSES, 'enabled' as const]),
			booster: pick([undefined, true, false])
		}),
		{ maxLength: PEOPLE }
	),
	queues: fc.array(
		fc.record({
			name: pick(NAMES),
			extension: pick(EXTENSIONS),
			members: fc.array(fc.record({ person: fc.nat(), ...{ span: interval } }), { maxLength: 5 })
		}),
		{ maxLength: QUEUES }
	),
	dashboards: fc.array(
		fc.record({
			name: pick(NAMES),
			life: fc.oneof({ weight: 2, arbitrary: fc.constant({ from: null, to: null }) }, interval),
			widgets: fc.array(fc.record({ queue: fc.nat(), span: interval }), { maxLength: 4 })
		}),
		{ maxLength: DASHBOARDS }
	),
	viewings: fc.array(fc.record({ person: fc.nat(), dashboard: fc.nat(), at: when }), { maxLength: 8 }),
	cut: fc.nat({ max: 8 }),
	orders: fc.array(
		fc.record({ at: when, lines: fc.array(fc.tuple(pick(PRODUCTS), fc.nat({ max: 4 })), { maxLength: 2 }) }),
		{ maxLength: 3 }
	)
});

type Raw = typeof raw extends fc.Arbitrary<infer T> ? T : never;

/** A scenario of at most 6 people, 4 queues, 3 dashboards and 8 viewings, in one or two blocks. */
export const scenarios: fc.Arbitrary<Scenario> = raw.map(scenarioOf);

function scenarioOf(drawn: Raw): Scenario {
	const [timeZone, day] = drawn.change;
	const asOf = Date.parse(`${day}T00:00:00Z`) / 1000 + drawn.daysLater * 86_400 + drawn.secondOfDay;
	const times = boundaries(asOf, timeZone);
	const instant = (i: number): Instant => toInstant(times[i]!);
	// A fact's end never lies before its beginning; it may lie on it.
	const dated = <From extends string, To extends string>(
		{ from, to }: { from: number | null; to: number | null },
		names: readonly [From, To]
	) => {
		const turned = from !== null && to !== null && times[to]! < times[from]!;
		const [first, last] = turned ? [to, from] : [from, to];
		return {
			...(first === null ? {} : { [names[0]]: instant(first) }),
			...(last === null ? {} : { [names[1]]: instant(last) })
		} as Partial<Record<From | To, Instant>>;
	};
	const people = drawn.people.map(({ status, booster, ...person }, i) => ({
		id: `p${i}`,
		...person,
		...(status === undefined ? {} : { status }),
		...(booster === undefined ? {} : { booster })
	}));
	const some = people.length > 0;
	const queues = drawn.queues.map(({ members, ...queue }, i) => ({
		id: `q${i}`,
		...queue,
		members: (some ? members : []).map(({ person, span }) => ({
			personId: `p${person % people.length}`,
			...dated(span, ['from', 'to'])
		}))
	}));
	const dashboards = drawn.dashboards.map(({ name, life, widgets }, i) => ({
		id: `d${i}`,
		name,
		ownerId: 'p0',
		...dated(life, ['createdAt', 'deletedAt']),
		widgets: (queues.length > 0 ? widgets : []).map(({ queue, span }, w) => ({
			id: `w${i}.${w}`,
			kind: 'service-level' as const,
			name: '',
			queueId: `q${queue % queues.length}`,
			...dated(span, ['from', 'to'])
		}))
	}));
	const viewings = (some ? drawn.viewings : []).map(({ person, dashboard, at }) => {
		const d = dashboard % (dashboards.length + 1);
		return {
			personId: `p${person % people.length}`,
			dashboardId: d === dashboards.length ? null : `d${d}`,
			at: instant(at)
		};
	});
	return {
		name: 'generated',
		asOf: toInstant(asOf),
		account: {
			name: '',
			plan: drawn.plan,
			timeZone,
			currency: 'USD',
			prices: { liveReports: null, callQueuesBooster: null, customerEngagementBundle: null },
			costCenters: [{ id: 'root', name: 'Root' }]
		},
		assumptions: drawn.assumptions,
		roles: [
			{ id: 'view', name: 'Can view', permissions: ['live-reports.view'] },
			{ id: 'full', name: 'Can edit', permissions: ['live-reports.full', 'billing.purchase'] },
			{ id: 'nothing', name: 'Based on Super Admin', basedOn: 'super-admin', permissions: [] }
		],
		people,
		queues,
		dashboards,
		viewings: [...packViewings(viewings.slice(0, drawn.cut)), ...packViewings(viewings.slice(drawn.cut))],
		orders: drawn.orders.map(({ at, lines }, i) => ({
			id: `o${i}`,
			at: instant(at),
			lines: lines.map(([product, quantity]) => ({ product, quantity, costCenterId: 'root' }))
		}))
	};
}
