import type { Toggles, ToggleState } from './toggles';

/** Needed seats that would be freed if one thing alone went, and needed seats it shares with other reasons. */
export interface MarginalSeats {
	readonly freed: Uint32Array;
	readonly shared: Uint32Array;
}

export interface Marginal {
	/** By person: the person going altogether. Never shared. */
	readonly people: MarginalSeats;
	/** By person: their Live Reports permission going. */
	readonly permissions: MarginalSeats;
	readonly queues: MarginalSeats;
	readonly dashboards: MarginalSeats;
	/** By queue-on-dashboard, as `queue` and `dashboard` name it. */
	readonly queueOnDashboard: MarginalSeats & { readonly queue: Uint32Array; readonly dashboard: Uint32Array };
}

/** L14, for everything at once, as the toggles stand. What is off frees nothing and shares nothing. */
export function marginal({ state }: Toggles): Marginal {
	const queues = queueSeats(state);
	return {
		people: columns(state.reasons.length, (p) => [state.reasons[p]! > 0 ? 1 : 0, 0]),
		permissions: columns(state.reasons.length, (p) => {
			if (!state.permission[p] || state.permissionOff[p]) return [0, 0];
			return state.reasons[p] === 1 ? [1, 0] : [0, 1];
		}),
		queues,
		dashboards: dashboardSeats(state),
		queueOnDashboard: {
			queue: state.watchQueue,
			dashboard: state.watchDashboard,
			...columns(state.watchQueue.length, (w) => {
				if (!isOn(state, w)) return [0, 0];
				const q = state.watchQueue[w]!;
				const freed = queues.freed[q]!;
				const shared = queues.shared[q]!;
				return state.watchers[q] === 1 ? [freed, shared] : [0, freed + shared];
			})
		}
	};
}

function columns(
	count: number,
	seats: (i: number) => readonly [freed: number, shared: number]
): MarginalSeats {
	const freed = new Uint32Array(count);
	const shared = new Uint32Array(count);
	for (let i = 0; i < count; i++) [freed[i], shared[i]] = seats(i);
	return { freed, shared };
}

/** Whether watching `w` makes its queue monitored, alone or with others. */
const isOn = (state: ToggleState, w: number): boolean =>
	!state.watchOff[w] &&
	!state.dashboardOff[state.watchDashboard[w]!] &&
	!state.queueOff[state.watchQueue[w]!];

function queueSeats(state: ToggleState): MarginalSeats {
	return columns(state.watchers.length, (q) => {
		if (state.queueOff[q] || state.watchers[q] === 0) return [0, 0];
		let freed = 0;
		for (let i = state.memberStart[q]!; i < state.memberStart[q + 1]!; i++)
			if (state.reasons[state.member[i]!] === 1) freed++;
		return [freed, state.memberStart[q + 1]! - state.memberStart[q]! - freed];
	});
}

/** A person is freed by a dashboard when all their reasons are queues that it alone watches. */
function dashboardSeats(state: ToggleState): MarginalSeats {
	const lastDashboard = new Int32Array(state.reasons.length).fill(-1);
	const only = new Uint32Array(state.reasons.length);
	return columns(state.dashboardOff.length, (d) => {
		let freed = 0;
		let touched = 0;
		for (let i = state.dashboardStart[d]!; i < state.dashboardStart[d + 1]!; i++) {
			const w = state.byDashboard[i]!;
			if (!isOn(state, w)) continue;
			const q = state.watchQueue[w]!;
			const alone = state.watchers[q] === 1;
			for (let m = state.memberStart[q]!; m < state.memberStart[q + 1]!; m++) {
				const p = state.member[m]!;
				if (lastDashboard[p] !== d) {
					lastDashboard[p] = d;
					only[p] = 0;
					touched++;
				}
				if (alone && ++only[p]! === state.reasons[p]) freed++;
			}
		}
		return [freed, touched - freed];
	});
}
