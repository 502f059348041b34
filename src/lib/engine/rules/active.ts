import type { Moment } from './moment';

export interface Active {
	readonly agents: number;
	readonly viewers: number;
	/** People who are both and take one seat for it; 0 with A-DUAL `two`. */
	readonly both: number;
	readonly active: number;
}

/** L6: unique agents and unique viewers; their union is active, or with A-DUAL `two` their sum. */
export function activeOf(agent: Uint8Array, viewer: Uint8Array, { twoSeats }: Moment): Active {
	let agents = 0;
	let viewers = 0;
	let dual = 0;
	for (let p = 0; p < agent.length; p++) {
		agents += agent[p]!;
		viewers += viewer[p]!;
		dual += agent[p]! & viewer[p]!;
	}
	const both = twoSeats ? 0 : dual;
	return { agents, viewers, both, active: agents + viewers - both };
}
