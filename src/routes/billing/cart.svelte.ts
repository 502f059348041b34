import { createContext } from 'svelte';
import { type Cart, parseCart } from '$lib/domain/cart';

const keyOf = (scenarioId: string) => `live-reports-sandbox/cart/${scenarioId}`;

/** The cart of the open scenario: a matter of this tab, kept over a reload, and no part of the scenario. */
export class CartKeeper {
	readonly #id: () => string | null;
	readonly #storage: () => Storage;
	#lines = $derived.by(() => this.#read(this.#id()));

	constructor(id: () => string | null, storage: () => Storage) {
		this.#id = id;
		this.#storage = storage;
	}

	get lines(): Cart {
		return this.#lines;
	}

	set lines(lines: Cart) {
		this.#lines = lines;
		const id = this.#id();
		if (id === null) return;
		try {
			if (lines.length === 0) this.#storage().removeItem(keyOf(id));
			else this.#storage().setItem(keyOf(id), JSON.stringify(lines));
		} catch {
			// No storage, or a full one: the cart then lasts as long as the page.
		}
	}

	#read(id: string | null): Cart {
		if (id === null) return [];
		try {
			return parseCart(this.#storage().getItem(keyOf(id)));
		} catch {
			return []; // the browser keeps its storage from the page
		}
	}
}

export const [getCart, setCart] = createContext<CartKeeper>();
