import { type Ref, type Thing } from '$lib/domain/goal';
import { type Id } from '$lib/domain/id';
import { type Scenario } from '$lib/domain/scenario';
import { type GoalWords } from '$lib/text/goals';
import { type Choice } from '$lib/ui/combobox.svelte';
import { choiceOf, choicesOf, nameOf } from './things';

/** How many choices a search answers: one more than a list shows, so that it says so. */
const LIMIT = 51;

/** What the fields of a goal need to know of the lesson that it belongs to. */
export class GoalDesk {
	readonly start: Scenario;
	/** The lesson's questions, for goals that ask for an answer. */
	readonly questions: readonly { readonly id: Id; readonly title: string }[];

	constructor(start: Scenario, questions: GoalDesk['questions']) {
		this.start = start;
		this.questions = questions;
	}

	/** What goals are said with. */
	get words(): GoalWords {
		return {
			nameOf: (thing, ref) => nameOf(this.start, thing, ref),
			zone: this.start.account.timeZone
		};
	}

	choice = (thing: Thing, ref: Ref | undefined): Choice | null => choiceOf(this.start, thing, ref);
	search = async (thing: Thing, text: string): Promise<readonly Choice[]> =>
		choicesOf(this.start, thing, text, LIMIT);
}
