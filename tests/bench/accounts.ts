/** Seeded accounts of three sizes for benchmarks: the same seed makes the same account. */
import { DEFAULT_ASSUMPTIONS } from '$lib/domain/assumption';
import { type Dashboard, type Widget } from '$lib/domain/dashboard';
import { toInstant } from '$lib/domain/instant';
import { type Person } from '$lib/domain/person';
import { type Membership, type Queue } from '$lib/domain/queue';
import { type Scenario } from '$lib/domain/scenario';
import { type ViewingBlock, VIEWINGS_PER_BLOCK } from '$lib/domain/viewing';

export const SIZES = {
	small: { people: 50, queues: 12, dashboards: 6, memberships: 150, viewings: 1_500 },
	medium: { people: 5_000, queues: 500, dashboards: 200, memberships: 50_000, viewings: 100_000 },
	large: { people: 100_000, queues: 5_000, dashboards: 2_000, memberships: 1_000_000, viewings: 2_000_000 }
} as const;
export type Size = keyof typeof SIZES;

const DAY = 86_400;
const AS_OF = Date.parse('2026-11-24T14:00:00Z') / 1000;
const WINDOW_START = Date.parse('2026-10-26T04:00:00Z') / 1000;

const FIRST =
	'Alice Bob Carla David Emma Farid Grace Hiro Ines John Karen Lisa Mark Nadia Omar Priya Quinn Rosa Sarah Tomás Uma Viktor Wanda Xavier Yuki Zoë'.split(
		' '
	);
const LAST =
	'Adams Baker Castillo Diaz Evans Fischer García Hansen Ivanova Jones Kim López Miller Nowak Okafor Patel Quist Rossi Smith Tanaka Ueda Vega Wong Xu Young Zhang'.split(
		' '
	);
const TEAMS = 'Support Sales Billing Returns Claims Onboarding Dispatch Renewals'.split(' ');
const CITIES = 'Detroit Belmont Denver Manila Leeds Toronto Austin Lyon'.split(' ');

/** Chance in [0, 1) from a seed (mulberry32). */
function chanceFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

export function makeAccount(size: Size, seed = 1): Scenario {
	const chance = chanceFrom(seed);
	const below = (n: number) => Math.floor(chance() * n);
	const counts = SIZES[size];
	const people = Array.from({ length: counts.people }, (_, i) => makePerson(i, chance, below));
	const queues = makeQueues(counts, people, chance, below);
	const dashboards = makeDashboards(counts, people, queues, chance, below);
	return {
		name: `Account, ${size}`,
		asOf: toInstant(AS_OF),
		account: {
			name: `Account, ${size}`,
			plan: 'standard',
			timeZone: 'America/Detroit',
			currency: 'USD',
			prices: { liveReports: null, callQueuesBooster: null, customerEngagementBundle: null },
			costCenters: [{ id: 'root', name: 'Root' }]
		},
		assumptions: DEFAULT_ASSUMPTIONS,
		roles: [
			{ id: 'viewers', name: 'Manager - Live Reports View Access', permissions: ['live-reports.view'] }
		],
		people,
		queues,
		dashboards,
		viewings: makeViewings(counts, people, dashboards, chance, below),
		orders: [
			{
				id: 'o1',
				at: toInstant(AS_OF - 200 * DAY),
				lines: [
					{ product: 'live-reports', quantity: Math.round(counts.people * 0.6), costCenterId: 'root' },
					{ product: 'call-queues-booster', quantity: Math.round(counts.people * 0.1), costCenterId: 'root' }
				]
			}
		]
	};
}

function makePerson(i: number, chance: () => number, below: (n: number) => number): Person {
	const role = chance();
	const middle = chance() < 0.4 ? ` ${String.fromCharCode(65 + below(26))}.` : '';
	return {
		id: `person-${i}`,
		name: `${FIRST[below(FIRST.length)]}${middle} ${LAST[below(LAST.length)]}`,
		extension: String(1000 + i),
		roleId: role < 0.002 ? 'super-admin' : role < 0.07 ? 'viewers' : 'standard',
		...(chance() < 0.02 ? { status: 'disabled' as const } : {}),
		...(chance() < 0.05 ? { booster: true } : {})
	};
}

interface Counts {
	readonly queues: number;
	readonly dashboards: number;
	readonly memberships: number;
	readonly viewings: number;
}

/** Queue sizes fall off as in real centers: a few are large, most are small. */
function makeQueues(
	counts: Counts,
	people: readonly Person[],
	chance: () => number,
	below: (n: number) => number
): Queue[] {
	const weights = Array.from({ length: counts.queues }, (_, q) => 1 / Math.sqrt(q + 1));
	const scale = counts.memberships / weights.reduce((sum, weight) => sum + weight, 0);
	let left: number = counts.memberships;
	return weights.map((weight, q) => {
		const wanted = q + 1 === counts.queues ? left : Math.min(left, Math.round(weight * scale));
		left -= wanted;
		const first = below(people.length);
		const step = 1 + below(7);
		const members: Membership[] = [];
		for (let k = 0; members.length < wanted; k++) {
			const personId = people[(first + k * step) % people.length]!.id;
			const from = chance() < 0.2 ? {} : { from: toInstant(AS_OF - below(900) * DAY - below(DAY)) };
			const fate = chance();
			if (fate < 0.85) members.push({ personId, ...from });
			else if (fate < 0.9) members.push({ personId, from: toInstant(AS_OF - below(30 * DAY)) });
			else {
				const to = AS_OF - 1 - below(45 * DAY);
				members.push({ personId, to: toInstant(to) });
				if (fate > 0.98 && members.length < wanted)
					members.push({ personId, from: toInstant(to + below(AS_OF - to)) });
			}
		}
		const name = `${CITIES[below(CITIES.length)]} ${TEAMS[below(TEAMS.length)]} ${q + 1}`;
		return { id: `queue-${q}`, name, extension: String(900_000 + q), members };
	});
}

function makeDashboards(
	counts: Counts,
	people: readonly Person[],
	queues: readonly Queue[],
	chance: () => number,
	below: (n: number) => number
): Dashboard[] {
	return Array.from({ length: counts.dashboards }, (_, d) => {
		const home = below(queues.length);
		const widgets = Array.from({ length: 3 + below(12) }, (_, w): Widget => {
			const near = (home + below(20)) % queues.length;
			return {
				id: `widget-${d}-${w}`,
				kind: 'service-level',
				name: 'Service level',
				queueId: queues[chance() < 0.85 ? near : below(queues.length)]!.id,
				...(chance() < 0.1 ? { from: toInstant(AS_OF - below(30 * DAY)) } : {}),
				...(chance() < 0.05 ? { to: toInstant(AS_OF + 1 + below(DAY)) } : {})
			};
		});
		return {
			id: `dashboard-${d}`,
			name: `${CITIES[below(CITIES.length)]} wallboard ${d + 1}`,
			ownerId: people[below(people.length)]!.id,
			createdAt: toInstant(AS_OF - 60 * DAY - below(600 * DAY)),
			...(chance() < 0.05 ? { deletedAt: toInstant(AS_OF - below(50 * DAY)) } : {}),
			widgets
		};
	});
}

/** Viewings in the order of time, a quarter of them before the window; by people who hold the permission. */
function makeViewings(
	counts: Counts,
	people: readonly Person[],
	dashboards: readonly Dashboard[],
	chance: () => number,
	below: (n: number) => number
): ViewingBlock[] {
	const viewers = people.filter((person) => person.roleId !== 'standard');
	const at = new Float64Array(counts.viewings);
	for (let i = 0; i < at.length; i++)
		at[i] =
			chance() < 0.25 ? WINDOW_START - 1 - below(60 * DAY) : WINDOW_START + below(AS_OF - WINDOW_START + 1);
	at.sort();
	const blocks: ViewingBlock[] = [];
	for (let start = 0; start < at.length; start += VIEWINGS_PER_BLOCK) {
		const length = Math.min(VIEWINGS_PER_BLOCK, at.length - start);
		const person = numbering();
		const dashboard = numbering();
		const persons = new Uint32Array(length);
		const boards = new Uint32Array(length);
		for (let i = 0; i < length; i++) {
			const v = below(viewers.length);
			persons[i] = person.of(viewers[v]!.id);
			const board = dashboards[(v * 3 + below(12)) % dashboards.length]!;
			boards[i] = dashboard.of(chance() < 0.03 ? null : board.id);
		}
		blocks.push({
			personIds: person.keys().filter((id) => id !== null),
			dashboardIds: dashboard.keys(),
			person: persons,
			dashboard: boards,
			at: at.slice(start, start + length)
		});
	}
	return blocks;
}

function numbering() {
	const numbers = new Map<string | null, number>();
	return {
		of(key: string | null): number {
			const known = numbers.get(key) ?? numbers.size;
			numbers.set(key, known);
			return known;
		},
		keys: () => [...numbers.keys()]
	};
}

/** An account of sites that share little: each site has its people, queues and dashboards. */
export interface Sites {
	readonly sites: number;
	/** Of each site. */
	readonly people: number;
	readonly queues: number;
	readonly dashboards: number;
	/** Chance that a member or a widget's queue is of another site. */
	readonly across: number;
}

export function makeSites({ sites, people, queues, dashboards, across }: Sites, seed = 1): Scenario {
	const chance = chanceFrom(seed);
	const below = (n: number) => Math.floor(chance() * n);
	const everybody = Array.from({ length: sites * people }, (_, i) => makePerson(i, chance, below));
	/** One of a site's, or now and then another site's. */
	const near = (site: number, each: number) => (chance() < across ? below(sites) : site) * each + below(each);
	const membersEach = 2;
	return {
		...makeAccount('small'),
		name: `Account, ${sites} sites`,
		people: everybody,
		queues: Array.from({ length: sites * queues }, (_, q) => {
			const site = Math.floor(q / queues);
			const size = Math.max(1, Math.round(((people * membersEach) / queues) * (0.4 + 1.2 * chance())));
			const ids = new Set(Array.from({ length: size }, () => everybody[near(site, people)]!.id));
			return {
				id: `queue-${q}`,
				name: `Site ${site + 1} queue ${q}`,
				extension: String(900_000 + q),
				members: [...ids].map((personId) => ({ personId }))
			};
		}),
		dashboards: Array.from({ length: sites * dashboards }, (_, d) => {
			const site = Math.floor(d / dashboards);
			return {
				id: `dashboard-${d}`,
				name: `Site ${site + 1} wallboard ${d}`,
				ownerId: everybody[0]!.id,
				widgets: Array.from({ length: 2 + below(5) }, (_, w) => ({
					id: `widget-${d}-${w}`,
					kind: 'service-level' as const,
					name: 'Service level',
					queueId: `queue-${near(site, queues)}`
				}))
			};
		}),
		viewings: [],
		orders: []
	};
}
