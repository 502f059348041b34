import { type Cart, MOST_LICENSES, quantityOf } from '$lib/domain/cart';
import { type Product } from '$lib/domain/order';
import { QUANTITY_MISSING, tooMany } from '$lib/text/billing';

export type Wanted = readonly { readonly product: Product; readonly quantity: number }[];

/** What is entered on the purchase page, and why it can't be added. */
export class Entry {
	/** Null or missing: no quantity, because the field is empty or holds something else. */
	quantities = $state<Partial<Record<Product, number | null>>>({});
	errors = $state<Partial<Record<Product, string | undefined>>>({});

	take(product: Product, quantity: number | null): void {
		this.quantities[product] = quantity;
		this.errors[product] = undefined;
	}

	/** What can be added of these products; null where one can't: beside its field stands why. */
	read(cart: Cart, products: readonly Product[], isEmpty: (product: Product) => boolean): Wanted | null {
		const wanted = products.flatMap((product) => {
			const quantity = this.quantities[product];
			return quantity == null ? [] : [{ product, quantity }];
		});
		for (const product of products) this.errors[product] = undefined;
		for (const { product, quantity } of wanted) {
			const inCart = quantityOf(cart, product);
			if (inCart + quantity > MOST_LICENSES) this.errors[product] = tooMany(inCart);
		}
		const empty = products.filter(isEmpty);
		// Buying what is in the cart needs no further quantity; putting nothing into it is a slip.
		const [first] = empty;
		if (first && empty.length === products.length && (products.length === 1 || cart.length === 0))
			this.errors[first] = QUANTITY_MISSING;
		const isWhole = wanted.length + empty.length === products.length;
		return isWhole && products.every((product) => !this.errors[product]) ? wanted : null;
	}
}
