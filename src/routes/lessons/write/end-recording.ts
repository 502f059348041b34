import { goto } from '$app/navigation';
import { type App } from '$lib/app';
import { type Recording } from '$lib/domain/lesson-shelf';
import { type Desk } from '../../desk.svelte';

/** Puts a recording's scenario into the bin and goes back to its step, the focus too, with no scenario open. */
export async function endRecording(
	app: App,
	desk: Desk,
	draft: string,
	{ scenarioId, lessonId, stepId }: Recording
): Promise<void> {
	const params = { draft, lesson: lessonId, part: 'steps', step: stepId, at: 'step-title' };
	await goto(desk.without('/lessons/write/lesson/', params));
	desk.take(await app.bin(scenarioId));
}
