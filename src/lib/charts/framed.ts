import { type Snippet } from 'svelte';
import { type OnSave } from './story';

/** What stands around every picture, whatever it draws. */
export interface Framed {
	title: string;
	/** What the figures stand on. */
	note?: string | undefined;
	onsave: OnSave;
	/** Controls that choose what is drawn. */
	tools?: Snippet | undefined;
	/** Stands in the picture's place where there is nothing to draw. */
	otherwise?: Snippet | undefined;
}
