import type { FitAnswer, FitProgress, FitQuestion } from '$lib/domain/fit';
import type { Scenario } from '$lib/domain/scenario';
import type { Index } from '../columnar';
import { fewest, type Found } from './fewest';
import { type FitCase, fitCase } from './problem';
import { goOn, SLICE } from '../work';

/**
 * "Fit within N" (I5): the fewest queues, dashboards or widgets to stop so that needed seats (L7) are at
 * most N. Yields after each slice of work with the best answer so far; stop asking to cancel. It ends when
 * the answer is proved, or after `steps` slices. Same input, same answers.
 */
export function* fitWithin(
	index: Index,
	scenario: Scenario,
	question: FitQuestion,
	steps: number
): Generator<FitProgress, FitAnswer> {
	const reading = fitCase(index, scenario, question);
	let step = 0;
	let read = goOn(reading, SLICE);
	for (; !read.done; read = goOn(reading, SLICE)) yield { phase: 'first answer', step: ++step, answer: null };
	const the = read.value;
	const { needed, floor } = the;
	if (needed <= question.licenses) return { outcome: 'fits', needed, floor };
	if (floor.seats > question.licenses) return { outcome: 'impossible', needed, floor };
	const search = fewest(the.problem, needed - question.licenses);
	let told: { readonly found: Found; readonly answer: FitAnswer } | null = null;
	for (;;) {
		step++;
		const { value, done } = search.next();
		const found = done ? value : value.found;
		if (found && (told === null || !same(found, told.found))) told = { found, answer: answerOf(the, found) };
		if (told && (done || step >= steps)) return told.answer;
		if (!done) yield { phase: value.phase, step, answer: told?.answer ?? null };
	}
}

const same = (a: Found, b: Found): boolean => a.point === b.point && a.bound === b.bound;

function answerOf({ needed, floor, problem }: FitCase, { point, bound }: Found): FitAnswer {
	return {
		outcome: 'drops',
		needed,
		neededAfter: needed - point.freed,
		floor,
		drop: problem.drops.filter((_, i) => point.dropped[i]).flat(),
		bound,
		proved: point.cost === bound
	};
}
