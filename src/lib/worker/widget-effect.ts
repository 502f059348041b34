import { type Widget } from '$lib/domain/dashboard';
import { type WidgetEffect } from '$lib/domain/dashboard-rows';
import { type Id } from '$lib/domain/id';
import { type Membership, membersOf } from '$lib/domain/queue';
import { AGENT, NO_LICENSE, type Snapshot } from '$lib/domain/snapshot';
import { apply } from '../commands';
import { buildIndex } from '../engine/columnar';
import { evaluate } from '../engine/evaluate';
import { type Held } from './held';

/** How many people are named. */
const NAMED = 5;
/** Stands for "no seat" among license codes. */
export const NO_SEAT = 255;

const kept = new WeakMap<Snapshot, Uint8Array>();

/** The license of each person's seat (L11), or NO_SEAT; of two seats (A-DUAL) the agent's. Kept as long as the snapshot. */
export function licensesByPerson(snapshot: Snapshot): Uint8Array {
	const known = kept.get(snapshot);
	if (known) return known;
	const { count, person, role, license } = snapshot.seats();
	const licenses = new Uint8Array(snapshot.people.ids.length).fill(NO_SEAT);
	for (let seat = 0; seat < count; seat++)
		if (licenses[person[seat]!] === NO_SEAT || (role[seat]! & AGENT) !== 0)
			licenses[person[seat]!] = license[seat]!;
	kept.set(snapshot, licenses);
	return licenses;
}

/** The ordinals of a queue's members at as-of, each once. */
export function membersNow({ index, document }: Held, members: readonly Membership[]): ReadonlySet<number> {
	const now = [...membersOf(members, document.scenario.asOf)].flatMap(
		(id) => index.people.ordinals.of(id) ?? []
	);
	return new Set(now);
}

function seatsByPerson(snapshot: Snapshot): Uint8Array {
	const { count, person } = snapshot.seats();
	const seats = new Uint8Array(snapshot.people.ids.length);
	for (let seat = 0; seat < count; seat++) seats[person[seat]!]!++;
	return seats;
}

/**
 * What saving a widget would do (L4, L11): the engine counts the scenario as the command would leave it,
 * and the seats of both snapshots are compared. Null: the command would refuse, and says why when it is sent.
 */
export function widgetEffect(held: Held, dashboardId: Id, widget: Widget): WidgetEffect | null {
	const { index, document, snapshot } = held;
	const done = apply(document.scenario, { name: 'addWidget', input: { dashboardId, widget } });
	if (!done.ok) return null;
	const after = evaluate(buildIndex(done.value, index), done.value);
	const [was, is] = [seatsByPerson(snapshot), seatsByPerson(after)];
	const [hadLicense, getsLicense] = [licensesByPerson(snapshot), licensesByPerson(after)];
	const assigned: number[] = [];
	const without: number[] = [];
	for (const p of index.people.byName().sorted) {
		if (is[p]! <= was[p]!) continue;
		(getsLicense[p] === NO_LICENSE ? without : assigned).push(p);
	}
	const queue = done.value.queues.find((one) => one.id === widget.queueId);
	const members = membersNow(held, queue?.members ?? []);
	let [hadOne, hadNone, uncounted] = [0, 0, 0];
	for (const p of members) {
		if (is[p] === 0) uncounted++;
		else if (is[p]! > was[p]!) continue;
		else if (hadLicense[p] === NO_LICENSE) hadNone++;
		else hadOne++;
	}
	const names = (people: readonly number[]) => people.slice(0, NAMED).map((p) => after.people.names[p]!);
	return {
		members: members.size,
		assigned: assigned.length,
		assignedNames: names(assigned),
		without: without.length,
		withoutNames: names(without),
		hadOne,
		hadNone,
		uncounted,
		overage: { before: snapshot.summary.figures.overage, after: after.summary.figures.overage }
	};
}
