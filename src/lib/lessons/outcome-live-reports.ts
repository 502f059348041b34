import { holdsAt } from '$lib/domain/instant';
import { type Dashboard } from '$lib/domain/dashboard';
import { type Id } from '$lib/domain/id';
import { membersOf } from '$lib/domain/queue';
import { type Scenario } from '$lib/domain/scenario';
import { living } from './find';
import { compared, not, personRefs, refsIn, type Suggest } from './outcome-of';

/** Queues that came or went, and who is a member of which now. */
export const queueOutcomes: Suggest = function* (change) {
	const [was, is] = [change.before.scenario, change.after.scenario];
	const ref = refsIn(change);
	const person = personRefs(change);
	const { made, gone } = compared(was.queues, is.queues);
	for (const one of made) {
		const queue = ref('queue', one);
		if (queue) yield { kind: 'exists', thing: 'queue', ref: queue };
	}
	const old = new Map(was.queues.map((one) => [one.id, one]));
	for (const one of is.queues) {
		const before = old.get(one.id);
		const queue = before === one && was.asOf === is.asOf ? undefined : ref('queue', one);
		if (!queue) continue;
		const [then, now] = [membersOf(before?.members ?? [], was.asOf), membersOf(one.members, is.asOf)];
		for (const id of now) {
			const who = then.has(id) ? undefined : person(id);
			if (who) yield { kind: 'member', person: who, queue };
		}
		for (const id of then) {
			const who = now.has(id) ? undefined : person(id);
			if (who) yield not({ kind: 'member', person: who, queue });
		}
	}
	for (const one of gone) {
		const queue = ref('queue', one);
		if (queue) yield not({ kind: 'exists', thing: 'queue', ref: queue });
	}
};

const watched = ({ widgets }: Dashboard, { asOf }: Scenario): ReadonlySet<Id> =>
	new Set(widgets.flatMap((one) => (holdsAt(one, asOf) ? [one.queueId] : [])));
const watchedOn = (dashboards: readonly Dashboard[], scenario: Scenario): ReadonlySet<Id> =>
	new Set(dashboards.flatMap((one) => [...watched(one, scenario)]));

/** Which queues are monitored now: anywhere, and on which dashboard (L3). */
export const monitoredOutcomes: Suggest = function* (change) {
	const [was, is] = [change.before.scenario, change.after.scenario];
	const [old, now] = [living(was.dashboards, was), living(is.dashboards, is)];
	const ref = refsIn(change);
	const [wasOn, isOn] = [watchedOn(old, was), watchedOn(now, is)];
	const queues = new Map([...was.queues, ...is.queues].map((one) => [one.id, one]));
	for (const id of new Set([...wasOn, ...isOn])) {
		const one = queues.get(id);
		const queue = one && ref('queue', one);
		if (!queue) continue;
		if (wasOn.has(id) !== isOn.has(id)) {
			yield { kind: 'monitored', queue };
			yield not({ kind: 'monitored', queue });
		}
		for (const board of new Map([...old, ...now].map((each) => [each.id, each])).values()) {
			const dashboard = ref('dashboard', board);
			if (!dashboard) continue;
			yield { kind: 'monitored', queue, dashboard };
			yield not({ kind: 'monitored', queue, dashboard });
		}
	}
};

/** Dashboards that came or went, with whom they are shared, and who may open them. */
export const dashboardOutcomes: Suggest = function* (change) {
	const [was, is] = [change.before.scenario, change.after.scenario];
	const { made, kept, gone } = compared(living(was.dashboards, was), living(is.dashboards, is));
	const ref = refsIn(change);
	const person = personRefs(change);
	for (const one of made) {
		const dashboard = ref('dashboard', one);
		if (dashboard) yield { kind: 'exists', thing: 'dashboard', ref: dashboard };
	}
	for (const [before, one] of [...kept, ...made.map((each) => [undefined, each] as const)]) {
		const dashboard = ref('dashboard', one);
		if (!dashboard) continue;
		const [then, now] = [new Set(before?.sharedWith), new Set(one.sharedWith)];
		for (const id of new Set([...then, ...now])) {
			const who = then.has(id) === now.has(id) ? undefined : person(id);
			if (!who) continue;
			yield { kind: 'shared', dashboard, person: who };
			yield { kind: 'sees', person: who, dashboard };
			yield { kind: 'sees', person: who };
			yield not({ kind: 'shared', dashboard, person: who });
			yield not({ kind: 'sees', person: who, dashboard });
		}
	}
	for (const one of gone) {
		const dashboard = ref('dashboard', one);
		if (dashboard) yield not({ kind: 'exists', thing: 'dashboard', ref: dashboard });
	}
};

/** Who looked at what while the task was done (L5). */
export const viewingOutcomes: Suggest = function* (change) {
	const { scenario, entries } = change.after;
	const ref = refsIn(change);
	const who = personRefs(change);
	for (const { name, input } of entries) {
		if (name !== 'recordViewing' || typeof input !== 'object' || input === null) continue;
		const { personId, dashboardId } = input as { personId?: unknown; dashboardId?: unknown };
		const person = typeof personId === 'string' ? who(personId) : undefined;
		const board = scenario.dashboards.find(({ id }) => id === dashboardId);
		const dashboard = board && ref('dashboard', board);
		if (!person) continue;
		if (dashboard) yield { kind: 'viewed', person, dashboard, during: 'lesson' };
		yield { kind: 'viewed', person, during: 'lesson' };
		if (dashboard) yield { kind: 'viewed', dashboard, during: 'lesson' };
	}
};
