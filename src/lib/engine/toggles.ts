import type { Scenario } from '$lib/domain/scenario';
import type { Index } from './columnar';
import { agentsOf } from './rules/agents';
import { type Moment, momentOf } from './rules/moment';
import { type Monitored, monitoredIn } from './rules/monitored';
import { permissionCounts } from './rules/needed';
import { viewersOf } from './rules/viewers';

/**
 * Needed seats (L7) as reference counts: a person has one for a permission that counts and one for each
 * monitored queue that they are a member of now; who has any is needed. Taking a thing away, or putting it
 * back, costs its own size. Queues, dashboards and people are ordinals of the index.
 */
export interface Toggles {
	/** Needed seats as things stand. */
	readonly needed: number;
	/** Stops monitoring a queue whatever watches it, or lets it be monitored again. */
	readonly toggleQueue: (queue: number) => void;
	readonly toggleDashboard: (dashboard: number) => void;
	/** The widgets of one dashboard that watch one queue. Nothing happens where there is none now. */
	readonly toggleQueueOnDashboard: (queue: number, dashboard: number) => void;
	/** The person's Live Reports permission. Nothing happens where it does not count today. */
	readonly togglePersonPermission: (person: number) => void;
	readonly state: ToggleState;
}

/** Members now and watchings now, each pair once, and the counts. Read it; only the toggles write it. */
export interface ToggleState {
	readonly memberStart: Uint32Array;
	readonly member: Uint32Array;
	/** Watchings by queue: `watch…[i]`; and `byDashboard` lists them, dashboard by dashboard. */
	readonly watchStart: Uint32Array;
	readonly watchQueue: Uint32Array;
	readonly watchDashboard: Uint32Array;
	readonly dashboardStart: Uint32Array;
	readonly byDashboard: Uint32Array;
	readonly watchOff: Uint8Array;
	readonly queueOff: Uint8Array;
	readonly dashboardOff: Uint8Array;
	readonly permissionOff: Uint8Array;
	/** By person: 1 where a permission counts, before any toggle. */
	readonly permission: Uint8Array;
	/** By queue: how many of its watchings are on. */
	readonly watchers: Uint32Array;
	/** By person: how many reasons to be needed are on. */
	readonly reasons: Uint32Array;
}

export function createToggles(index: Index, scenario: Scenario): Toggles {
	const moment = momentOf(index, scenario);
	const monitored = monitoredIn(index, moment);
	const { agentNow } = agentsOf(index, moment, monitored);
	const permission = permissionCounts(index, moment, viewersOf(index, moment));
	const members = membersNow(index, moment, monitored);
	const watchings = watchingsNow(index, moment);
	const queues = index.queues.names.length;
	const watchers = new Uint32Array(queues);
	for (let q = 0; q < queues; q++) watchers[q] = watchings.watchStart[q + 1]! - watchings.watchStart[q]!;
	const reasons = Uint32Array.from(permission);
	for (const p of members.member) reasons[p]!++;

	const state: ToggleState = {
		...members,
		...watchings,
		watchOff: new Uint8Array(watchings.watchQueue.length),
		queueOff: new Uint8Array(queues),
		dashboardOff: new Uint8Array(index.dashboards.names.length),
		permissionOff: new Uint8Array(permission.length),
		permission,
		watchers,
		reasons
	};
	let needed = 0;
	for (let p = 0; p < permission.length; p++) needed += permission[p]! | agentNow[p]!;

	const addReason = (p: number) => {
		if (reasons[p]!++ === 0) needed++;
	};
	const dropReason = (p: number) => {
		if (--reasons[p]! === 0) needed--;
	};
	const setMonitored = (q: number, on: boolean) => {
		for (let i = state.memberStart[q]!, end = state.memberStart[q + 1]!; i < end; i++)
			if (on) addReason(state.member[i]!);
			else dropReason(state.member[i]!);
	};
	const setWatching = (i: number, on: boolean) => {
		const q = state.watchQueue[i]!;
		const before = watchers[q]!;
		watchers[q] = on ? before + 1 : before - 1;
		if (!state.queueOff[q] && before === (on ? 0 : 1)) setMonitored(q, on);
	};

	return {
		get needed() {
			return needed;
		},
		toggleQueue(q) {
			state.queueOff[q]! ^= 1;
			if (watchers[q]! > 0) setMonitored(q, !state.queueOff[q]);
		},
		toggleDashboard(d) {
			state.dashboardOff[d]! ^= 1;
			for (let i = state.dashboardStart[d]!; i < state.dashboardStart[d + 1]!; i++) {
				const w = state.byDashboard[i]!;
				if (!state.watchOff[w]) setWatching(w, !state.dashboardOff[d]);
			}
		},
		toggleQueueOnDashboard(q, d) {
			for (let w = state.watchStart[q]!; w < state.watchStart[q + 1]!; w++) {
				if (state.watchDashboard[w] !== d) continue;
				state.watchOff[w]! ^= 1;
				if (!state.dashboardOff[d]) setWatching(w, !state.watchOff[w]);
			}
		},
		togglePersonPermission(p) {
			if (!permission[p]) return;
			state.permissionOff[p]! ^= 1;
			if (state.permissionOff[p]) dropReason(p);
			else addReason(p);
		},
		state
	};
}

/** (queue, person) pairs at as-of, each once, of queues that are monitored and people who count. */
function membersNow(index: Index, { asOf, counts }: Moment, { now }: Monitored) {
	const { start, person, from, to } = index.members;
	const memberStart = new Uint32Array(now.length + 1);
	const member = new Uint32Array(person.length);
	const lastQueue = new Int32Array(counts.length).fill(-1);
	let count = 0;
	for (let q = 0; q < now.length; q++) {
		if (now[q])
			for (let i = start[q]!; i < start[q + 1]!; i++) {
				const p = person[i]!;
				if (from[i]! > asOf || to[i]! <= asOf || !counts[p] || lastQueue[p] === q) continue;
				lastQueue[p] = q;
				member[count++] = p;
			}
		memberStart[q + 1] = count;
	}
	return { memberStart, member: member.slice(0, count) };
}

/** (queue, dashboard) pairs that watch at as-of, each once, by queue and by dashboard. */
function watchingsNow(index: Index, { asOf }: Moment) {
	const { start, dashboard, from, to } = index.watchings;
	const dashboards = index.dashboards.names.length;
	const lastQueue = new Int32Array(dashboards).fill(-1);
	const watchStart = new Uint32Array(start.length);
	const dashboardStart = new Uint32Array(dashboards + 1);
	const queueOf: number[] = [];
	const dashboardOf: number[] = [];
	for (let q = 0; q + 1 < start.length; q++) {
		for (let i = start[q]!; i < start[q + 1]!; i++) {
			const d = dashboard[i]!;
			if (from[i]! > asOf || to[i]! <= asOf || lastQueue[d] === q) continue;
			lastQueue[d] = q;
			queueOf.push(q);
			dashboardOf.push(d);
			dashboardStart[d + 1]!++;
		}
		watchStart[q + 1] = queueOf.length;
	}
	for (let d = 1; d <= dashboards; d++) dashboardStart[d]! += dashboardStart[d - 1]!;
	const next = dashboardStart.slice();
	const byDashboard = new Uint32Array(queueOf.length);
	dashboardOf.forEach((d, w) => (byDashboard[next[d]!++] = w));
	return {
		watchStart,
		watchQueue: Uint32Array.from(queueOf),
		watchDashboard: Uint32Array.from(dashboardOf),
		dashboardStart,
		byDashboard
	};
}
