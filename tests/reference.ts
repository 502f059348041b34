/**
 * The rules of src/lib/engine/SPEC.md once more, in the plainest loops over plain objects: slow, short, and
 * sharing no code with the engine. Property tests hold the two against each other.
 */
import { type Seconds, toInstant, toSeconds } from '$lib/domain/instant';
import { type Person } from '$lib/domain/person';
import { holds, roleById } from '$lib/domain/role';
import { type Scenario } from '$lib/domain/scenario';
import { type NeededParts, type Waterfall } from '$lib/domain/snapshot';
import { Temporal } from '$lib/domain/temporal';
import { unpackViewings } from '$lib/domain/viewing';

export interface ReferenceSeat {
	personId: string;
	viewer: boolean;
	agent: boolean;
	lastViewed: Seconds | null;
	queues: number;
	dashboards: number;
	license: 'none' | 'live-reports' | 'booster';
	firstActivity: Seconds;
}

export interface ReferenceDetail {
	personId: string;
	queueId: string | null;
	dashboardId: string;
	lastViewed: Seconds | null;
	license: ReferenceSeat['license'];
}

export interface Reference {
	windowStart: Seconds;
	needed: number;
	neededParts: NeededParts;
	neededIds: string[];
	activeIds: string[];
	waterfall: Waterfall;
	seats: ReferenceSeat[];
	details: ReferenceDetail[];
}

// L1
const dayOf = (at: Seconds, timeZone: string) =>
	Temporal.Instant.fromEpochMilliseconds(at * 1000)
		.toZonedDateTimeISO(timeZone)
		.toPlainDate();
const startOf = (day: Temporal.PlainDate, timeZone: string): Seconds =>
	day.toZonedDateTime({ timeZone }).epochMilliseconds / 1000;

interface Span {
	from: Seconds;
	to: Seconds;
}
const spanOf = (from: string | undefined, to: string | undefined): Span => ({
	from: from === undefined ? -Infinity : toSeconds(from),
	to: to === undefined ? Infinity : toSeconds(to)
});
const holdsAt = (span: Span, at: Seconds) => span.from <= at && at < span.to;

// Everything that the rules ask of a scenario's dated facts, as lists of objects.
function factsOf(scenario: Scenario) {
	return {
		memberships: scenario.queues.flatMap((queue) =>
			queue.members.map((member) => ({
				personId: member.personId,
				queueId: queue.id,
				span: spanOf(member.from, member.to)
			}))
		),
		// L3
		watchings: scenario.dashboards
			.flatMap((dashboard) =>
				dashboard.widgets.map((widget) => {
					const life = spanOf(dashboard.createdAt, dashboard.deletedAt);
					const own = spanOf(widget.from, widget.to);
					return {
						queueId: widget.queueId,
						dashboardId: dashboard.id,
						span: { from: Math.max(life.from, own.from), to: Math.min(life.to, own.to) }
					};
				})
			)
			.filter(({ span }) => span.from < span.to),
		viewings: scenario.viewings
			.flatMap((block) => [...unpackViewings(block)])
			.map((viewing) => ({ ...viewing, seconds: toSeconds(viewing.at) }))
	};
}

export function reference(scenario: Scenario): Reference {
	const { assumptions } = scenario;
	const { timeZone, plan } = scenario.account;
	const asOf = toSeconds(scenario.asOf);
	const start = startOf(dayOf(asOf, timeZone).subtract({ days: 29 }), timeZone);
	const { memberships, watchings, viewings } = factsOf(scenario);
	const two = assumptions['A-DUAL'] === 'two';
	const people = scenario.people.filter(
		(person) => assumptions['A-STATUS'] === 'all' || (person.status ?? 'enabled') === 'enabled'
	);

	// L4 with L2: every overlap of a membership and a watching, as (person, queue, dashboard, since).
	const overlaps = memberships.flatMap((member) =>
		watchings
			.filter((watching) => watching.queueId === member.queueId)
			.filter((watching) => {
				const from = Math.max(member.span.from, watching.span.from, start);
				const to = Math.min(member.span.to, watching.span.to);
				if (assumptions['A-LEAVER'] === 'at-end')
					return holdsAt(member.span, asOf) && holdsAt(watching.span, asOf);
				return from <= asOf && from < to;
			})
			.map((watching) => ({
				personId: member.personId,
				queueId: member.queueId,
				dashboardId: watching.dashboardId,
				since: Math.max(member.span.from, watching.span.from, start)
			}))
	);
	const overlapsOf = (id: string) => overlaps.filter((one) => one.personId === id);

	// L5
	const viewed = viewings.filter(
		(one) =>
			one.seconds >= start &&
			one.seconds <= asOf &&
			(one.dashboardId !== null || assumptions['A-OPEN'] === 'yes')
	);
	const viewedBy = (id: string) => viewed.filter((one) => one.personId === id);

	const agents = people.filter((person) => overlapsOf(person.id).length > 0);
	const viewers = people.filter((person) => viewedBy(person.id).length > 0);
	const dual = agents.filter((person) => viewers.includes(person));
	const both = two ? 0 : dual.length;
	const active = agents.length + viewers.length - both;

	// L7
	const agentsNow = people.filter((person) =>
		memberships.some(
			(member) =>
				member.personId === person.id &&
				holdsAt(member.span, asOf) &&
				watchings.some((one) => one.queueId === member.queueId && holdsAt(one.span, asOf))
		)
	);
	const holders = people.filter((person) => {
		const role = roleById(scenario.roles, person.roleId);
		return role !== undefined && holds(role, 'live-reports.view');
	});
	const withPermission = holders.filter(
		(person) =>
			person.roleId !== 'super-admin' || assumptions['A-ADMIN'] === 'always' || viewers.includes(person)
	);
	const neededBoth = withPermission.filter((person) => agentsNow.includes(person)).length;
	const neededIds = people
		.filter((person) => withPermission.includes(person) || agentsNow.includes(person))
		.map((person) => person.id);

	// L8, L9, L10
	const lines = scenario.orders
		.filter((order) => toSeconds(order.at) <= asOf)
		.flatMap((order) => order.lines);
	const sum = (product: string) =>
		lines.filter((line) => line.product === product).reduce((total, line) => total + line.quantity, 0);
	const liveReports = sum('live-reports');
	const boosters = sum('call-queues-booster');
	const purchased = liveReports + boosters;
	const overage = plan === 'customer-engagement-bundle' ? 0 : Math.max(0, active - purchased);

	// L11
	const firstAgent = (id: string) => Math.min(...overlapsOf(id).map((one) => one.since));
	const firstView = (id: string) => Math.min(...viewedBy(id).map((one) => one.seconds));
	const seats: (ReferenceSeat & { person: Person })[] = [...people].sort(byName).flatMap((person) => {
		const viewer = viewers.includes(person);
		const agent = agents.includes(person);
		const mine = overlapsOf(person.id);
		const views = viewedBy(person.id).map((one) => one.seconds);
		const base = {
			person,
			personId: person.id,
			lastViewed: views.length > 0 ? Math.max(...views) : null,
			license: 'none' as const
		};
		const asAgent = {
			queues: new Set(mine.map((one) => one.queueId)).size,
			dashboards: new Set(mine.map((one) => one.dashboardId)).size
		};
		const none = { queues: 0, dashboards: 0 };
		if (viewer && agent && !two) {
			const firstActivity = Math.min(firstView(person.id), firstAgent(person.id));
			return [{ ...base, ...asAgent, viewer, agent, firstActivity }];
		}
		return [
			...(viewer ? [{ ...base, ...none, viewer, agent: false, firstActivity: firstView(person.id) }] : []),
			...(agent ? [{ ...base, ...asAgent, viewer: false, agent, firstActivity: firstAgent(person.id) }] : [])
		];
	});
	const queue = [...seats].sort(
		(a, b) =>
			a.firstActivity - b.firstActivity ||
			byExtension(a.person, b.person) ||
			Number(b.viewer) - Number(a.viewer)
	);
	let boostersLeft = boosters;
	let liveReportsLeft = liveReports;
	for (const seat of queue)
		if (seat.person.booster && boostersLeft > 0) {
			seat.license = 'booster';
			boostersLeft--;
		}
	for (const seat of queue.filter((one) => one.license === 'none'))
		if (liveReportsLeft > 0) {
			seat.license = 'live-reports';
			liveReportsLeft--;
		} else if (boostersLeft > 0) {
			seat.license = 'booster';
			boostersLeft--;
		}

	// W5
	const byItsName = <T extends { id: string; name: string; extension?: string }>(items: readonly T[]) =>
		[...items].sort((a, b) => names(a.name, b.name) || byExtension(a, b));
	const latest = (personId: string, dashboardId: string) => {
		const times = viewedBy(personId)
			.filter((one) => one.dashboardId === dashboardId)
			.map((one) => one.seconds);
		return times.length > 0 ? Math.max(...times) : null;
	};
	const details: ReferenceDetail[] = [...people].sort(byName).flatMap((person) => {
		const licenseOf = (part: 'viewer' | 'agent') =>
			seats.find((seat) => seat.personId === person.id && seat[part])!.license;
		const row = (queueId: string | null, dashboardId: string): ReferenceDetail => ({
			personId: person.id,
			queueId,
			dashboardId,
			lastViewed: latest(person.id, dashboardId),
			license: licenseOf(queueId === null ? 'viewer' : 'agent')
		});
		const boards = byItsName(scenario.dashboards);
		return [
			...boards.filter((one) => latest(person.id, one.id) !== null).map((one) => row(null, one.id)),
			...byItsName(scenario.queues).flatMap((q) =>
				boards
					.filter((board) =>
						overlapsOf(person.id).some((one) => one.queueId === q.id && one.dashboardId === board.id)
					)
					.map((board) => row(q.id, board.id))
			)
		];
	});

	const pairs = new Set(
		agents.flatMap((person) =>
			overlapsOf(person.id).map((one) => JSON.stringify([one.personId, one.queueId]))
		)
	).size;
	return {
		windowStart: start,
		needed: neededIds.length,
		neededParts: {
			withPermission: withPermission.length,
			agentsNow: agentsNow.length,
			both: neededBoth,
			adminsLeftOut: holders.length - withPermission.length
		},
		neededIds,
		activeIds: people
			.filter((person) => agents.includes(person) || viewers.includes(person))
			.map((p) => p.id),
		waterfall: {
			memberships: pairs,
			repeats: pairs - agents.length,
			agents: agents.length,
			viewers: viewers.length,
			both,
			active,
			purchased,
			overage
		},
		seats: seats.map(withoutPerson),
		details
	};
}

const withoutPerson = ({ person, ...seat }: ReferenceSeat & { person: Person }): ReferenceSeat => ({
	...seat,
	personId: person.id
});

/** L15 by its definition: as-of goes from day's end to day's end, and nothing new happens. */
export function releaseDate(scenario: Scenario, personId: string): string | null {
	const still = nothingNew(scenario);
	const { timeZone } = scenario.account;
	if (!reference(still).activeIds.includes(personId)) return null;
	const today = dayOf(toSeconds(scenario.asOf), timeZone);
	for (let n = 0; n < 40; n++) {
		const day = today.add({ days: n });
		const next = startOf(day.add({ days: 1 }), timeZone);
		if (startOf(day, timeZone) === next) continue; // the zone's clocks skip this day
		if (!reference({ ...still, asOf: toInstant(next - 1) }).activeIds.includes(personId))
			return day.toString();
	}
	return null;
}

/** The scenario without anything that is later than as-of: no beginnings, no viewings, and no ends. */
function nothingNew(scenario: Scenario): Scenario {
	const isNow = (at: string | undefined) => at === undefined || at <= scenario.asOf;
	const lasting = <T extends { to?: string | undefined }>({ to, ...rest }: T) =>
		to !== undefined && isNow(to) ? { ...rest, to } : rest;
	return {
		...scenario,
		queues: scenario.queues.map((queue) => ({
			...queue,
			members: queue.members.filter((member) => isNow(member.from)).map(lasting)
		})),
		dashboards: scenario.dashboards.map(({ deletedAt, ...dashboard }) => ({
			...dashboard,
			...(deletedAt !== undefined && isNow(deletedAt) ? { deletedAt } : {}),
			widgets: isNow(dashboard.createdAt)
				? dashboard.widgets.filter((widget) => isNow(widget.from)).map(lasting)
				: []
		})),
		viewings: scenario.viewings.map((block) => {
			const kept = [...block.at.keys()].filter((i) => block.at[i]! <= toSeconds(scenario.asOf));
			return {
				...block,
				person: Uint32Array.from(kept, (i) => block.person[i]!),
				dashboard: Uint32Array.from(kept, (i) => block.dashboard[i]!),
				at: Float64Array.from(kept, (i) => block.at[i]!)
			};
		})
	};
}

const collator = new Intl.Collator('en', { numeric: true });
const units = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);
const names = (a: string, b: string) => collator.compare(a, b) || units(a, b);

function natural(a: string, b: string): number {
	const one = a.match(/\d+|\D/g) ?? [];
	const other = b.match(/\d+|\D/g) ?? [];
	for (let i = 0; i < Math.min(one.length, other.length); i++) {
		const [x, y] = [one[i]!, other[i]!];
		const digits = /^\d/.test(x) && /^\d/.test(y);
		const order = digits ? Math.sign(Number(BigInt(x) - BigInt(y))) : units(x, y);
		if (order) return order;
	}
	return one.length - other.length || units(a, b);
}

const byExtension = (a: { id: string; extension?: string }, b: { id: string; extension?: string }) =>
	natural(a.extension ?? '', b.extension ?? '') || units(a.id, b.id);
const byName = (a: Person, b: Person) => names(a.name, b.name) || byExtension(a, b);
