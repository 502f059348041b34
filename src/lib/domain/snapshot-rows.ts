import { type Seconds } from './instant';
import { type DetailRow, type SeatRow } from './rows';
import { AGENT, NEVER, NONE, type ReportWindow, type Snapshot, VIEWER } from './snapshot';

const DAY: Seconds = 86_400;

/**
 * The civil day (YYYY-MM-DD, account's zone) of an instant inside the window (L1), or null for NEVER.
 * Days of 23 or 25 hours put the guess off by one at most; the neighbors settle it.
 */
export function civilDate({ days }: ReportWindow, at: Seconds): string | null {
	const first = days[0];
	if (at === NEVER || !first) return null;
	let i = Math.min(days.length - 1, Math.max(0, Math.floor((at - first.startsAt) / DAY)));
	while (i > 0 && days[i]!.startsAt > at) i--;
	while (i + 1 < days.length && days[i + 1]!.startsAt <= at) i++;
	return days[i]!.date;
}

/** Row `i` of Total Active Users (W4), 0 ≤ i < seats().count. */
export function seatRow(snapshot: Snapshot, i: number): SeatRow {
	const seats = snapshot.seats();
	const { people, summary } = snapshot;
	const person = seats.person[i]!;
	const role = seats.role[i]!;
	return {
		personId: people.ids[person]!,
		name: people.names[person]!,
		extension: people.extensions[person]!,
		viewer: (role & VIEWER) !== 0,
		agent: (role & AGENT) !== 0,
		lastViewed: civilDate(summary.window, seats.lastViewed[i]!),
		queues: seats.queues[i]!,
		dashboards: seats.dashboards[i]!,
		license: seats.license[i]!
	};
}

/** Row `i` of Detailed Usage (W5), 0 ≤ i < details().count. */
export function detailRow(snapshot: Snapshot, i: number): DetailRow {
	const details = snapshot.details();
	const { people, summary, queueNames, dashboardNames } = snapshot;
	const person = details.person[i]!;
	const queue = details.queue[i]!;
	return {
		name: people.names[person]!,
		extension: people.extensions[person]!,
		queue: queue === NONE ? null : queueNames[queue]!,
		dashboard: dashboardNames[details.dashboard[i]!]!,
		lastViewed: civilDate(summary.window, details.lastViewed[i]!),
		license: details.license[i]!
	};
}
