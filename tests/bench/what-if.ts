/** What the what-if page asks: a change's new numbers, the other questions, and the search of I5. */
import { runFit } from './fit';
import { runChanges } from './what-if-changes';
import { runQuestions } from './what-if-questions';

export async function run(log: (line: string) => void): Promise<void> {
	await runChanges(log);
	runQuestions(log);
	runFit(log);
}
