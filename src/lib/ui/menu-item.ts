import { type Component } from 'svelte';

export interface MenuAction {
	readonly label: string;
	readonly onselect: () => void;
	readonly icon?: Component;
	/** Quiet text at the end: a shortcut or a count. */
	readonly detail?: string;
	/** A string is the reason, shown under the label. */
	readonly disabled?: boolean | string;
	readonly danger?: boolean;
}
export type MenuItem = MenuAction | 'separator';
