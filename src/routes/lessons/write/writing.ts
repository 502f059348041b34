import { createContext } from 'svelte';
import { type App } from '$lib/app';
import { type Desk } from '../../desk.svelte';
import { Draft } from './draft.svelte';
import { Drafts } from './drafts.svelte';

/** What the pages of author mode share: the list, and each draft as one object. */
export class Writing {
	readonly drafts: Drafts;
	readonly #open: (id: string) => Draft;

	constructor(app: App, desk: Desk) {
		this.drafts = new Drafts(app, desk);
		const known = new Map<string, Draft>();
		this.#open = (id) => {
			const draft = known.get(id) ?? new Draft(app, desk, id);
			known.set(id, draft);
			return draft;
		};
	}

	draft(id: string): Draft {
		return this.#open(id);
	}
}

export const [getWriting, setWriting] = createContext<Writing>();
