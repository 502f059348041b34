import { type OnSave } from '$lib/charts/story';
import { type Session } from '$lib/worker/session.svelte';
import { type Desk } from '../desk.svelte';

/** What every picture of the page has: whom it asks, where its links lead, and what takes a download. */
export interface Asking {
	session: Session;
	desk: Desk;
	onsave: OnSave;
}
