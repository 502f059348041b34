import { type CostCenter, type Prices, ROOT } from './account';
import { Id } from './id';
import { type Minor } from './money';
import { type OrderLine, Product } from './order';
import { z } from './zod';

/** How many licenses of one product an order can hold: a limit of this sandbox, none of RingCentral's. */
export const MOST_LICENSES = 999_999;
/** How many lines a cart can hold, all products together. */
const MOST_LINES = 200;

/** One line of a cart: a product, or a part of it that was split off, and the cost center it goes to. */
export const CartLine = z.strictObject({
	id: Id,
	product: Product,
	quantity: z.int().min(1).max(MOST_LICENSES),
	costCenterId: Id
});
export type CartLine = z.infer<typeof CartLine>;

const CartLines = z
	.array(CartLine)
	.max(MOST_LINES)
	.refine((lines) => new Set(lines.map(({ id }) => id)).size === lines.length)
	.refine((lines) => lines.every(({ product }) => quantityOf(lines, product) <= MOST_LICENSES));

/**
 * What somebody is about to order. A product's quantity is the sum of its lines, so that its parts always
 * add up to it: there is nothing else that they could differ from.
 */
export type Cart = readonly CartLine[];

/** A stored cart; an empty one where the text is none, whatever it is instead. */
export function parseCart(text: string | null): Cart {
	if (text === null) return [];
	try {
		const parsed = CartLines.safeParse(JSON.parse(text));
		return parsed.success ? parsed.data : [];
	} catch {
		return []; // not JSON: somebody else's, or cut off
	}
}

/** How many licenses of a product the cart holds. */
export function quantityOf(cart: Cart, product: Product): number {
	let sum = 0;
	for (const line of cart) if (line.product === product) sum += line.quantity;
	return sum;
}

/** A product of the cart with its parts: one, unless it was split. */
export interface CartItem {
	readonly product: Product;
	readonly quantity: number;
	readonly parts: readonly CartLine[];
}

/** The cart by product, in the order in which they were added. */
export const itemsOf = (cart: Cart): readonly CartItem[] =>
	[...new Set(cart.map(({ product }) => product))].map((product) => ({
		product,
		quantity: quantityOf(cart, product),
		parts: cart.filter((line) => line.product === product)
	}));

/** Puts licenses into the cart; more of a product that is there join its last part. Root is where they start. */
export function addToCart(cart: Cart, { id, product, quantity }: Omit<CartLine, 'costCenterId'>): Cart {
	const before = quantityOf(cart, product);
	if (before > 0) return setQuantity(cart, product, before + quantity);
	return [...cart, { id, product, quantity, costCenterId: ROOT }];
}

/** The cart with this quantity, 1 or more, of a product: parts grow at the last, and go from the last. */
export function setQuantity(cart: Cart, product: Product, quantity: number): Cart {
	let over = quantityOf(cart, product) - quantity;
	const last = cart.findLast((line) => line.product === product);
	if (over < 0) return withQuantity(cart, last?.id, (had) => had - over);
	return cart
		.toReversed()
		.flatMap((line) => {
			if (line.product !== product || over === 0) return [line];
			const taken = Math.min(line.quantity, over);
			over -= taken;
			return taken === line.quantity ? [] : [{ ...line, quantity: line.quantity - taken }];
		})
		.toReversed();
}

/** The cart without a product. */
export const withoutProduct = (cart: Cart, product: Product): Cart =>
	cart.filter((line) => line.product !== product);

/** Gives a cost center to these lines. */
export const assign = (cart: Cart, ids: ReadonlySet<Id>, costCenterId: Id): Cart =>
	cart.map((line) => (ids.has(line.id) ? { ...line, costCenterId } : line));

/** Whether a line can become two. */
export const canSplit = (cart: Cart, { quantity }: CartLine): boolean =>
	quantity > 1 && cart.length < MOST_LINES;

/** Makes two parts of a line, as equal as can be; the new one, `newId`, comes after it. */
export function split(cart: Cart, id: Id, newId: Id): Cart {
	return cart.flatMap((line) => {
		if (line.id !== id || !canSplit(cart, line)) return [line];
		const second = Math.floor(line.quantity / 2);
		return [
			{ ...line, quantity: line.quantity - second },
			{ ...line, id: newId, quantity: second }
		];
	});
}

/** Puts a part back into the part before it, or, if it is the first, into the next. */
export function join(cart: Cart, id: Id): Cart {
	const parts = siblings(cart, id);
	const at = parts.findIndex((line) => line.id === id);
	const into = parts[at - 1] ?? parts[at + 1];
	const gone = parts[at];
	if (!into || !gone) return cart;
	return withQuantity(cart, into.id, (had) => had + gone.quantity).filter((line) => line.id !== id);
}

/** The largest quantity a part can have: each other part of the product keeps one license. */
export function mostOfPart(cart: Cart, { product }: CartLine): number {
	const parts = cart.filter((line) => line.product === product);
	return quantityOf(cart, product) - (parts.length - 1);
}

/**
 * Gives a part another quantity, from 1 to `mostOfPart`. The next parts, around the end, take what it loses
 * or give what it gains, so that the product's quantity stays.
 */
export function setPart(cart: Cart, id: Id, quantity: number): Cart {
	const parts = siblings(cart, id);
	const at = parts.findIndex((line) => line.id === id);
	const part = parts[at];
	if (!part || parts.length === 1 || quantity < 1 || quantity > mostOfPart(cart, part)) return cart;
	const after = new Map([[id, quantity]]);
	let gained = quantity - part.quantity;
	for (const other of [...parts.slice(at + 1), ...parts.slice(0, at)]) {
		const given = Math.min(gained, other.quantity - 1); // below zero: the first one takes it all
		after.set(other.id, other.quantity - given);
		gained -= given;
	}
	return cart.map((line) => ({ ...line, quantity: after.get(line.id) ?? line.quantity }));
}

/** The cart with Root where a cost center is no longer in the account. */
export function settle(cart: Cart, centers: readonly CostCenter[]): Cart {
	const known = new Set(centers.map(({ id }) => id));
	return cart.every((line) => known.has(line.costCenterId))
		? cart
		: cart.map((line) => (known.has(line.costCenterId) ? line : { ...line, costCenterId: ROOT }));
}

/** Which price of the account is a product's. */
const PRICE: Readonly<Record<Product, keyof Prices>> = {
	'live-reports': 'liveReports',
	'call-queues-booster': 'callQueuesBooster'
};

/** The price of a product for a seat and month, or null: not known. */
export const priceOf = (prices: Prices, product: Product): Minor | null => prices[PRICE[product]];

/** The lines of the order that a cart becomes, each with the price of now. */
export const orderLines = (cart: Cart, prices: Prices): OrderLine[] =>
	cart.map(({ product, quantity, costCenterId }) => ({
		product,
		quantity,
		unitPrice: priceOf(prices, product),
		costCenterId
	}));

/** What an order costs a month, in minor units: exact, so bigint. */
export interface Charges {
	/** By line; null where the price is not known. */
	readonly amounts: readonly (bigint | null)[];
	/** The sum of the amounts that are known. */
	readonly known: bigint;
	/** Whether any, and all, amounts are known. */
	readonly coverage: 'all' | 'some' | 'none';
}

/** The charges of order lines (taxes, fees and prorates are not in it). */
export function chargesOf(lines: readonly Pick<OrderLine, 'quantity' | 'unitPrice'>[]): Charges {
	const amounts = lines.map(({ quantity, unitPrice }) =>
		unitPrice == null ? null : BigInt(unitPrice) * BigInt(quantity)
	);
	const priced = amounts.filter((amount) => amount !== null);
	return {
		amounts,
		known: priced.reduce((sum, amount) => sum + amount, 0n),
		coverage: priced.length === amounts.length ? 'all' : priced.length > 0 ? 'some' : 'none'
	};
}

function siblings(cart: Cart, id: Id): readonly CartLine[] {
	const product = cart.find((line) => line.id === id)?.product;
	return cart.filter((line) => line.product === product);
}

const withQuantity = (cart: Cart, id: Id | undefined, change: (quantity: number) => number): Cart =>
	cart.map((line) => (line.id === id ? { ...line, quantity: change(line.quantity) } : line));
