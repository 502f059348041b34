import { type SeatChange, type SeatChanges } from '$lib/domain/frame-rows';
import { type Instant, toSeconds } from '$lib/domain/instant';
import { type Scenario } from '$lib/domain/scenario';
import { type Because, type Reason, type Snapshot, VIEWER } from '$lib/domain/snapshot';
import { because } from '../engine/because';
import { evaluate } from '../engine/evaluate';
import { type Held } from './held';

type Counted = Pick<Held, 'document' | 'index' | 'snapshot'>;

/**
 * How the active seats differ from those at `from`, and what each stood or stands on (L1, L13). The
 * scenario is counted at `from` as it is now, so it tells what the clock did, and nothing else.
 */
export async function seatChanges(
	{ document, index, snapshot }: Counted,
	from: Instant,
	limit: number,
	pause: () => Promise<void>
): Promise<SeatChanges> {
	const { scenario } = document;
	const earlier: Scenario = { ...scenario, asOf: from };
	const before = evaluate(index, earlier);
	const asOf = toSeconds(scenario.asOf); // by then, what was to come at the step's start has a date
	const [was, is] = [seatsOf(before), seatsOf(snapshot)];
	const left = lost(was, is, before);
	const entered = lost(is, was, snapshot);
	const seats: SeatChange[] = [];
	for (const [kind, people] of [['left', left] as const, ['entered', entered] as const])
		for (const { person, role } of people) {
			if (seats.length === limit) break;
			if (seats.length % 20 === 19) await pause();
			const personId = snapshot.people.ids[person]!;
			const told =
				kind === 'left'
					? because(index, earlier, before, personId, asOf)
					: because(index, scenario, snapshot, personId);
			if (told) seats.push(seatChange(kind, told, role));
		}
	const { summary } = snapshot;
	return {
		from,
		to: summary.asOf,
		timeZone: summary.timeZone,
		windowStart: summary.window.startsAt,
		left: left.length,
		entered: entered.length,
		seats
	};
}

/** How many seats each person has, and of which parts. With A-DUAL `two` somebody may lose one of two. */
interface Seats {
	readonly count: Uint8Array;
	readonly role: Uint8Array;
}

function seatsOf(snapshot: Snapshot): Seats {
	const { person, role } = snapshot.seats();
	const size = snapshot.people.ids.length;
	const seats = { count: new Uint8Array(size), role: new Uint8Array(size) };
	for (let i = 0; i < person.length; i++) {
		seats.count[person[i]!]!++;
		seats.role[person[i]!]! |= role[i]!;
	}
	return seats;
}

interface Lost {
	readonly person: number;
	/** The parts that went with the seat. */
	readonly role: number;
}

/** The people with fewer seats in `is` than in `was`, in the order of the report. */
function lost(was: Seats, is: Seats, order: Snapshot): readonly Lost[] {
	const people = new Set(order.seats().person);
	const found: Lost[] = [];
	for (const person of people)
		if (is.count[person]! < was.count[person]!)
			found.push({ person, role: was.role[person]! & ~is.role[person]! });
	return found;
}

function seatChange(kind: SeatChange['kind'], told: Because, role: number): SeatChange {
	const { personId, name, extension } = told;
	return { personId, name, extension, kind, reason: lastReason(told.active, role) };
}

/** The reason that held longest, which is the one that a seat goes with; of the part that went. */
function lastReason(reasons: readonly Reason[], role: number): Reason | null {
	const until = (reason: Reason) => {
		if (reason.kind === 'viewed') return reason.lastAt;
		return reason.kind === 'member' ? (reason.until ?? Infinity) : 0;
	};
	const own = reasons.filter((reason) => (reason.kind === 'viewed') === ((role & VIEWER) !== 0));
	return (own.length > 0 ? own : reasons).reduce<Reason | null>(
		(last, one) => (last === null || until(one) > until(last) ? one : last),
		null
	);
}
