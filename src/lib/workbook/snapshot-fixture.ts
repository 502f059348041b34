import { DEFAULT_ASSUMPTIONS } from '$lib/domain/assumption';
import { toSeconds, type Instant } from '$lib/domain/instant';
import { NEVER, NONE, type Snapshot, type Summary } from '$lib/domain/snapshot';

/** 30 days to 24 November 2026 in Detroit, where 1 November has 25 hours. */
const days = Array.from({ length: 30 }, (_, i) => ({
	date: new Date(Date.UTC(2026, 9, 26 + i)).toISOString().slice(0, 10),
	startsAt: Date.UTC(2026, 9, 26 + i, i <= 6 ? 4 : 5) / 1000
}));

const purchased = { liveReports: 2, callQueuesBooster: 1, total: 3 };
const counts = { agents: 3, viewers: 2, active: 4, overage: 1 };

/** A summary by hand: figures that agree with each other, not with any rows. */
export const madeSummary: Summary = {
	asOf: '2026-11-24T14:05:09Z',
	timeZone: 'America/Detroit',
	plan: 'standard',
	assumptions: DEFAULT_ASSUMPTIONS,
	window: { startsAt: days[0]!.startsAt, endsAt: toSeconds('2026-11-24T14:05:09Z'), days },
	figures: { ...counts, needed: 5, purchased },
	waterfall: { ...counts, memberships: 4, repeats: 1, both: 1, purchased: 3 },
	neededParts: { withPermission: 2, agentsNow: 3, both: 0, adminsLeftOut: 0 }
};

/** Tables by hand: ordinals into people, queues and dashboards; null for "none" and "never". */
export interface MadeTables {
	readonly people: readonly (readonly [name: string, extension: string])[];
	readonly queues: readonly string[];
	readonly dashboards: readonly string[];
	readonly seats: readonly {
		person: number;
		role: number;
		lastViewed: Instant | null;
		queues: number;
		dashboards: number;
		license: number;
	}[];
	readonly details: readonly {
		person: number;
		queue: number | null;
		dashboard: number;
		lastViewed: Instant | null;
		license: number;
	}[];
}

/** A snapshot with these tables, for tests of what reads snapshots. */
export function madeSnapshot({ people, queues, dashboards, seats, details }: MadeTables): Snapshot {
	const seconds = (at: Instant | null) => (at === null ? NEVER : toSeconds(at));
	const seatColumns = {
		count: seats.length,
		person: Uint32Array.from(seats, (seat) => seat.person),
		role: Uint8Array.from(seats, (seat) => seat.role),
		lastViewed: Float64Array.from(seats, (seat) => seconds(seat.lastViewed)),
		queues: Uint32Array.from(seats, (seat) => seat.queues),
		dashboards: Uint32Array.from(seats, (seat) => seat.dashboards),
		license: Uint8Array.from(seats, (seat) => seat.license),
		firstActivity: new Float64Array(seats.length)
	};
	const detailColumns = {
		count: details.length,
		person: Uint32Array.from(details, (detail) => detail.person),
		queue: Uint32Array.from(details, (detail) => detail.queue ?? NONE),
		dashboard: Uint32Array.from(details, (detail) => detail.dashboard),
		lastViewed: Float64Array.from(details, (detail) => seconds(detail.lastViewed)),
		license: Uint8Array.from(details, (detail) => detail.license)
	};
	return {
		summary: madeSummary,
		people: {
			ids: people.map((_, i) => `p${i}`),
			names: people.map(([name]) => name),
			extensions: people.map(([, extension]) => extension)
		},
		queueNames: queues,
		dashboardNames: dashboards,
		neededBy: () => new Uint8Array(0),
		seatLicenses: () => ({ viewer: new Uint8Array(0), agent: new Uint8Array(0) }),
		needed: () => ({ count: 0, person: new Uint32Array(0), basis: new Uint8Array(0) }),
		seats: () => seatColumns,
		details: () => detailColumns
	};
}

/** Four people who show every kind of row. */
export const smallSnapshot: Snapshot = madeSnapshot({
	people: [
		['Alice', '101'],
		['Bob', '0101'],
		['Chloë', '103'],
		['=1+1', '+104']
	],
	queues: ['Detroit Support', 'Belmont Support'],
	dashboards: ['Floor wallboard', 'Back office'],
	seats: [
		{ person: 3, role: 2, lastViewed: null, queues: 1, dashboards: 1, license: 0 },
		{ person: 0, role: 1, lastViewed: '2026-11-02T04:59:59Z', queues: 0, dashboards: 0, license: 1 },
		{ person: 1, role: 3, lastViewed: '2026-11-24T14:00:00Z', queues: 2, dashboards: 2, license: 2 },
		{ person: 2, role: 2, lastViewed: null, queues: 1, dashboards: 1, license: 1 }
	],
	details: [
		{ person: 3, queue: 0, dashboard: 0, lastViewed: null, license: 0 },
		{ person: 0, queue: null, dashboard: 0, lastViewed: '2026-11-02T04:59:59Z', license: 1 },
		{ person: 1, queue: null, dashboard: 1, lastViewed: '2026-11-24T14:00:00Z', license: 2 },
		{ person: 1, queue: 1, dashboard: 1, lastViewed: '2026-11-24T14:00:00Z', license: 2 },
		{ person: 2, queue: 0, dashboard: 0, lastViewed: null, license: 1 }
	]
});
