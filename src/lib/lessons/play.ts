import { type LessonCommand } from '$lib/domain/lesson';
import { type LessonEntry } from '$lib/domain/lesson-progress';
import { type Refusal } from '$lib/domain/refusal';
import { type Result } from '$lib/domain/result';
import { type Scenario } from '$lib/domain/scenario';
import { type Summary } from '$lib/domain/snapshot';

/** What playing a lesson needs of rooms that this one does not know: commands and counting. */
export interface Player {
	readonly apply: (scenario: Scenario, asked: LessonCommand) => Result<Scenario, Refusal>;
	readonly summarize: (scenario: Scenario) => Summary;
}

/** What some commands come to. */
export interface Played {
	readonly scenario: Scenario;
	readonly entries: readonly LessonEntry[];
	/** Those that were refused, by their place from 0; the others were done all the same. */
	readonly refused: readonly { readonly place: number; readonly name: string; readonly refusal: Refusal }[];
}

/** Does commands one after the other; one that is refused is passed over and told. */
export function play(
	start: Scenario,
	commands: readonly LessonCommand[],
	{ apply }: Pick<Player, 'apply'>
): Played {
	let scenario = start;
	const entries: LessonEntry[] = [];
	const refused: Played['refused'][number][] = [];
	for (const [place, asked] of commands.entries()) {
		const { name, input, actor = null } = asked;
		const { asOf } = scenario;
		const done = apply(scenario, asked);
		if (!done.ok) refused.push({ place, name, refusal: done.error });
		else if (done.value !== scenario) {
			scenario = done.value;
			entries.push({ name, input, actor, asOf });
		}
	}
	return { scenario, entries, refused };
}

/** The commands of journal entries, as a lesson keeps them. */
export const commandsOf = (entries: readonly LessonEntry[]): LessonCommand[] =>
	entries.map(({ name, input, actor }) => ({
		name,
		input: input as LessonCommand['input'],
		...(actor !== null && { actor })
	}));
