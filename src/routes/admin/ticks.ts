import { SvelteSet } from 'svelte/reactivity';

/** The rows of a table that are ticked, by id: they stay ticked while the table scrolls, sorts and filters. */
export class Ticks {
	readonly ids = new SvelteSet<string>();

	get count(): number {
		return this.ids.size;
	}

	set(id: string, isTicked: boolean): void {
		if (isTicked) this.ids.add(id);
		else this.ids.delete(id);
	}

	add(ids: readonly string[]): void {
		for (const id of ids) this.ids.add(id);
	}

	clear = (): void => this.ids.clear();
}
