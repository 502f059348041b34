import { type Widget } from '$lib/domain/dashboard';
import { type Refusal } from '$lib/domain/refusal';
import { type Scenario } from '$lib/domain/scenario';

/** The first widget whose queue is not there, as a refusal. */
export function unknownQueue({ queues }: Scenario, widgets: readonly Widget[]): Refusal | undefined {
	const known = new Set(queues.map((queue) => queue.id));
	const stray = widgets.find((widget) => !known.has(widget.queueId));
	return stray && { code: 'UNKNOWN_QUEUE', queueId: stray.queueId };
}
