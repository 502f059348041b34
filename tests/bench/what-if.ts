/** What-if (I5): the searches behind it. */
import { runFit } from './fit';

export async function run(log: (line: string) => void): Promise<void> {
	await runFit(log);
}
