import { type Product } from '$lib/domain/order';

/** Takes what an option asks to be bought into the what-if; nothing is ordered. */
export type OnBuy = (lines: readonly { readonly product: Product; readonly quantity: number }[]) => void;
