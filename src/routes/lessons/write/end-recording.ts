import { goto } from '$app/navigation';
import { type App } from '$lib/app';
import { type Recording } from '$lib/domain/lesson-shelf';
import { type Desk } from '../../desk.svelte';

/** Puts a recording's scenario into the bin and goes back to its step, with no scenario open. */
export async function endRecording(
	app: App,
	desk: Desk,
	draft: string,
	{ scenarioId, lessonId, stepId }: Recording
): Promise<void> {
	await goto(
		desk.without('/lessons/write/lesson/', { draft, lesson: lessonId, part: 'steps', step: stepId })
	);
	desk.take(await app.bin(scenarioId));
}
