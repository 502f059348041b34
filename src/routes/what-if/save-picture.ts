import { type OnSave } from '$lib/charts/story';
import { download } from '$lib/components/download';
import { NOT_DRAWN } from '$lib/text/pictures';
import { type Desk } from '../desk.svelte';

/** Hands a picture's file to the user, or says in words that this browser could not make it. */
export const savePicture =
	({ toasts }: Pick<Desk, 'toasts'>): OnSave =>
	(saved) => {
		if (saved.ok) download(saved.value);
		else toasts.show(NOT_DRAWN, { tone: 'bad' });
	};
