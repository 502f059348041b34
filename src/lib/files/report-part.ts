import { type Assumptions, DEFAULT_ASSUMPTIONS } from '$lib/domain/assumption';
import { type Dashboard, type Widget } from '$lib/domain/dashboard';
import { type Order, type OrderLine } from '$lib/domain/order';
import { ROOT } from '$lib/domain/account';
import { toInstant } from '$lib/domain/instant';
import { type Viewing } from '$lib/domain/viewing';
import { type ReadDate } from './dates';
import { nameKey, type PersonName, type ReportFacts, type SeatFact } from './facts';
import { type PeopleBook, type Somebody } from './people-book';
import { type Problems } from './problems';
import { type QueueBook, type SomeQueue } from './queue-book';
import { type ReportTime } from './report-time';
import { type Slots, slotsOf } from './slots';
import { type ImportPlace } from '$lib/domain/import';

/** What the report gives to a scenario. */
export interface ReportPart {
	readonly dashboards: readonly Dashboard[];
	readonly viewings: readonly Viewing[];
	readonly orders: readonly Order[];
	readonly assumptions: Assumptions;
	/** Dated memberships by queue. */
	readonly slots: ReadonlyMap<SomeQueue, Slots>;
}

/** A dashboard as gathered so far; its watchings come last. */
interface Board {
	readonly id: string;
	readonly name: string;
	readonly viewers: Map<Somebody, number>;
	first: Somebody;
}

interface Seat {
	viewer: boolean;
	agent: boolean;
	rows: number;
	lastViewed: ReadDate | null;
	place: ImportPlace;
}

const UNNAMED_QUEUE = 'Queue that the report does not name';
const UNNAMED_DASHBOARD = 'Dashboard that the report does not name';
const SLICE = 4_096;

/** Rebuilds who met which dashboard through which queue, and who viewed what (W4, W5). Yields now and then. */
export function* reportPart(
	report: ReportFacts,
	people: PeopleBook,
	queues: QueueBook,
	time: ReportTime,
	problems: Problems
): Generator<void, ReportPart> {
	const boards = new Map<string, Board>();
	const met = new Map<SomeQueue, Map<string, Set<string>>>();
	const seen = new Set<string>();
	const viewed = new Map<Somebody, string>();
	const agents = new Map<Somebody, Set<SomeQueue>>();
	const viewings: Viewing[] = [];
	const lookUp = (who: PersonName, place: ImportPlace): Somebody =>
		people.find(who, place, () => 'add-person')!;

	const boardOf = (name: string, who: Somebody): Board => {
		const key = nameKey(name);
		let board = boards.get(key);
		if (board === undefined) {
			board = { id: `d${boards.size + 1}`, name, viewers: new Map(), first: who };
			boards.set(key, board);
		}
		return board;
	};
	const meet = (who: Somebody, queue: SomeQueue, board: Board): void => {
		let ofQueue = met.get(queue);
		if (ofQueue === undefined) met.set(queue, (ofQueue = new Map<string, Set<string>>()));
		const dashboards = ofQueue.get(who.id);
		if (dashboards === undefined) ofQueue.set(who.id, new Set([board.id]));
		else dashboards.add(board.id);
		const own = agents.get(who);
		if (own === undefined) agents.set(who, new Set([queue]));
		else own.add(queue);
	};
	const view = (who: Somebody, board: Board | null, date: ReadDate): void => {
		const at = time.viewing(date);
		const key = `${who.id}\n${board?.id ?? ''}\n${at}`;
		const latest = viewed.get(who);
		if (latest === undefined || latest < date.day) viewed.set(who, date.day);
		if (board !== null) board.viewers.set(who, (board.viewers.get(who) ?? 0) + 1);
		if (seen.has(key)) return;
		seen.add(key);
		viewings.push({ personId: who.id, dashboardId: board?.id ?? null, at });
		who.views = true;
	};

	const seats = new Map<Somebody, Seat>();
	let done = 0;
	let twoRows = 0;
	for (const row of report.seats) {
		if (++done % SLICE === 0) yield;
		const who = lookUp(row, row.place);
		const known = seats.get(who);
		if (known === undefined) seats.set(who, seatOf(row));
		else if (known.viewer !== known.agent && row.viewer === known.agent && row.agent === known.viewer) {
			twoRows++;
			join(known, row);
		} else {
			const fix = problems.add('DOUBLE_ROW', row.place, ['count-once']);
			if (fix !== null) join(known, row);
		}
	}

	const rows = new Set<string>();
	for (const row of report.details) {
		if (++done % SLICE === 0) yield;
		const who = lookUp(row, row.place);
		if (row.booster) who.booster = true;
		const key = `${who.id}\n${nameKey(row.queue)}\n${nameKey(row.dashboard)}\n${row.lastViewed?.day ?? ''} ${row.lastViewed?.second ?? ''}`;
		if (rows.has(key)) {
			problems.add('DOUBLE_ROW', row.place, ['count-once']);
			continue;
		}
		rows.add(key);
		if (row.dashboard === '' && row.queue === '') {
			if (row.lastViewed !== null) view(who, null, row.lastViewed);
			continue;
		}
		const board = boardOf(row.dashboard || UNNAMED_DASHBOARD, who);
		if (row.queue !== '') meet(who, queues.find({ name: row.queue, extension: '' }, row.place), board);
		const date = row.lastViewed ?? (row.queue === '' ? (seats.get(who)?.lastViewed ?? lastDay(time)) : null);
		if (date !== null) view(who, board, date);
		if (report.hasSeats && !seats.has(who)) {
			problems.add('SEAT_MISSING', row.place);
			seats.set(who, { viewer: false, agent: false, rows: 0, lastViewed: null, place: row.place });
		}
	}

	let opened = 0;
	let dual = 0;
	for (const [who, seat] of seats) {
		if (seat.agent && !agents.has(who)) {
			const fix = problems.add('AGENT_WITHOUT_QUEUE', seat.place, ['unnamed-queue', 'skip']);
			const queue = fix === 'skip' ? null : queues.find({ name: UNNAMED_QUEUE, extension: '' }, seat.place);
			if (queue !== null) meet(who, queue, boardOf(UNNAMED_DASHBOARD, who));
		}
		const latest = viewed.get(who);
		if (seat.viewer && (latest === undefined || (seat.lastViewed !== null && seat.lastViewed.day > latest))) {
			view(who, null, seat.lastViewed ?? lastDay(time));
			opened++;
		}
		if (viewed.has(who) && agents.has(who)) dual++;
	}
	compareCounts(report, lookUp, met, agents, problems);

	const slots = new Map<SomeQueue, Slots>();
	let partial = 0;
	for (const [queue, ofQueue] of met) {
		yield;
		const found = slotsOf(ofQueue, time.start, time.end);
		slots.set(queue, found);
		partial += found.partial;
	}
	if (partial > 0) problems.note('PARTIAL_ROWS', { count: partial });
	return {
		dashboards: dashboardsOf(boards, slots),
		viewings,
		orders: ordersOf(report, time),
		assumptions: assumptionsOf(report, { twoRows, opened, dual }, problems),
		slots
	};
}

const seatOf = (row: SeatFact): Seat => ({
	viewer: row.viewer === true,
	agent: row.agent === true,
	rows: 1,
	lastViewed: row.lastViewed,
	place: row.place
});

function join(seat: Seat, row: SeatFact): void {
	seat.viewer ||= row.viewer === true;
	seat.agent ||= row.agent === true;
	seat.rows++;
	if (row.lastViewed !== null && (seat.lastViewed === null || row.lastViewed.day > seat.lastViewed.day))
		seat.lastViewed = row.lastViewed;
}

const lastDay = (time: ReportTime): ReadDate => ({ day: time.lastDay, second: null });

/** Tab 2 counts each agent's queues and dashboards; tab 3 names them. Where they differ, tab 3 is followed. */
function compareCounts(
	report: ReportFacts,
	lookUp: (who: PersonName, place: ImportPlace) => Somebody,
	met: ReadonlyMap<SomeQueue, ReadonlyMap<string, ReadonlySet<string>>>,
	agents: ReadonlyMap<Somebody, ReadonlySet<SomeQueue>>,
	problems: Problems
): void {
	const { stated, summary } = report;
	if (report.hasSeats && stated?.active != null && summary !== null && report.seats.length !== stated.active)
		problems.add('COUNT_DIFFERS', summary, [], {
			key: 'rows',
			stated: stated.active,
			found: report.seats.length
		});
	if (!report.hasDetails) return;
	for (const row of report.seats) {
		if (row.agent !== true) continue;
		const who = lookUp(row, row.place);
		const own = [...(agents.get(who) ?? [])];
		const dashboards = new Set(own.flatMap((queue) => [...(met.get(queue)?.get(who.id) ?? [])]));
		if (row.queues !== null && row.queues !== own.length)
			problems.add('COUNT_DIFFERS', row.place, [], { key: 'queues', stated: row.queues, found: own.length });
		if (row.dashboards !== null && row.dashboards !== dashboards.size)
			problems.add('COUNT_DIFFERS', row.place, [], {
				key: 'dashboards',
				stated: row.dashboards,
				found: dashboards.size
			});
	}
}

function dashboardsOf(boards: ReadonlyMap<string, Board>, slots: ReadonlyMap<SomeQueue, Slots>): Dashboard[] {
	const widgets = new Map<string, Widget[]>();
	let count = 0;
	for (const [queue, { watching }] of slots)
		for (const [board, spans] of watching)
			for (const span of spans) {
				const widget: Widget = {
					id: `w${++count}`,
					kind: 'service-level',
					name: queue.name,
					queueId: queue.id,
					...span
				};
				const own = widgets.get(board);
				if (own === undefined) widgets.set(board, [widget]);
				else own.push(widget);
			}
	return [...boards.values()].map(({ id, name, viewers, first }) => {
		const sorted = [...viewers].sort((a, b) => b[1] - a[1]).map(([who]) => who.id);
		const [owner = first.id, ...others] = sorted;
		return {
			id,
			name,
			ownerId: owner,
			...(others.length === 0 ? {} : { sharedWith: others }),
			widgets: widgets.get(id) ?? []
		};
	});
}

/** Tab 1 says how many are owned, not since when: they are dated the window's first moment. */
function ordersOf({ stated }: ReportFacts, time: ReportTime): Order[] {
	const lines: OrderLine[] = [];
	const add = (product: OrderLine['product'], quantity: number | null | undefined) => {
		if (quantity) lines.push({ product, quantity, costCenterId: ROOT });
	};
	add('live-reports', stated?.liveReports);
	add('call-queues-booster', stated?.callQueuesBooster);
	return lines.length === 0 ? [] : [{ id: 'o1', at: toInstant(time.start), lines }];
}

/** What the report's own notes say, else what its rows show. */
function assumptionsOf(
	{ assumptions, stated }: ReportFacts,
	{ twoRows, opened, dual }: { twoRows: number; opened: number; dual: number },
	problems: Problems
): Assumptions {
	const read = Object.keys(assumptions).join(', ');
	if (read !== '') problems.note('ASSUMPTION_READ', { ids: read });
	const { agents, viewers, active } = stated ?? {};
	const sums = dual > 0 && agents != null && viewers != null && active != null && active === agents + viewers;
	const shown: Partial<Assumptions> = {
		...(twoRows > 0 || sums ? { 'A-DUAL': 'two' as const } : {}),
		...(opened > 0 ? { 'A-OPEN': 'yes' as const } : {})
	};
	const inferred = Object.keys(shown).filter((id) => !(id in assumptions));
	if (inferred.length > 0) problems.note('ASSUMPTION_INFERRED', { ids: inferred.join(', ') });
	return { ...DEFAULT_ASSUMPTIONS, ...shown, ...assumptions };
}
