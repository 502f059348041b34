/** The other questions of the what-if page, each from a held scenario to its answer. */
import { forecast } from '$lib/engine/forecast';
import { coverOptions } from '$lib/engine/options';
import { overlap } from '$lib/engine/overlap';
import { reclaim } from '$lib/engine/reclaim';
import { goOn, type Work } from '$lib/engine/work';
import { makeAccount } from './accounts';
import { heldOf, shown, timed } from './what-if-changes';

const ROUNDS = { medium: 15, large: 5 } as const;

const whole = <T>(work: Work<T>): T => {
	const end = goOn(work, Infinity);
	if (!end.done) throw new Error('it goes on to the end');
	return end.value;
};

export function runQuestions(log: (line: string) => void): void {
	for (const size of ['medium', 'large'] as const) {
		const scenario = makeAccount(size);
		const { index, snapshot } = heldOf(scenario);
		const boosters = scenario.people.filter(({ booster }) => booster).map(({ id }) => id);
		const questions: [string, () => unknown][] = [
			['reclaim list (I7)', () => reclaim(index, scenario, snapshot, [])],
			['options (I4)', () => coverOptions(index, scenario, snapshot, boosters)],
			['30 days ahead (I6)', () => forecast({ index, scenario }, { index, scenario })],
			['overlap of queues', () => whole(overlap(index, scenario, { kind: 'queues', search: '' }))],
			['overlap of dashboards', () => whole(overlap(index, scenario, { kind: 'dashboards', search: '' }))]
		];
		log('');
		log(`${size}: other questions, ${ROUNDS[size]} rounds, medians in ms [best]`);
		for (const [name, ask] of questions) {
			ask();
			const times = Array.from({ length: ROUNDS[size] }, () => timed(ask).ms);
			log(`${name.padEnd(24)}${shown(times).padStart(18)}`);
		}
	}
}
