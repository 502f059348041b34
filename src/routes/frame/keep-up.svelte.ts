import { untrack } from 'svelte';
import { type App } from '$lib/app';
import { type Place } from '$lib/text/places';
import { type Desk } from '../desk.svelte';

/** Keeps what lives outside the components up with what is open. To be called while the frame is made. */
export function keepUp(app: App, desk: Desk, place: () => Place | null): void {
	let isKnown = false;
	$effect(() => {
		document.documentElement.dataset['place'] = place() ?? 'none';
	});
	$effect(() => desk.session?.follow());
	$effect(() => desk.followActor());
	$effect(() => {
		const rows = app.scenarios.current;
		const lessons = app.lessonStates.current;
		if (!rows || !lessons) return;
		if (!isKnown) {
			isKnown = true;
			untrack(() => {
				void app.recovery.look(rows, lessons);
				void app.tidy();
			});
		}
		app.remember();
	});
}
