import { tick } from 'svelte';

/** Where the controls of a file go with it, the focus goes to where files are chosen, not to nowhere. */
export async function focusFiles(): Promise<void> {
	await tick();
	document.querySelector<HTMLInputElement>('main input[type=file]')?.focus();
}
