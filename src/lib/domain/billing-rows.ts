import type { Id } from './id';
import type { Instant } from './instant';
import type { Minor } from './money';
import type { Product } from './order';

/** Licenses of each product, owned (L8) and used by active seats (L11), at as-of. */
export interface LicenseCounts {
	readonly owned: Readonly<Record<Product, number>>;
	readonly used: Readonly<Record<Product, number>>;
	/** Active seats without a license (L11); 0 under CEB (L10). */
	readonly without: number;
}

/** The account's licenses, and the same by cost center; a center that is not named has none. */
export interface LicenseOverview extends LicenseCounts {
	/** Owned: by the order's cost center. Used: by the cost center of the seat's person. */
	readonly byCenter: readonly (LicenseCounts & { readonly costCenterId: Id })[];
}

/** An order as the list shows it. */
export interface OrderRow {
	readonly id: Id;
	/** Its place among the scenario's orders, from 1. */
	readonly number: number;
	readonly at: Instant;
	/** The name of who placed it; null: the Trainer, or nobody is named. */
	readonly placedBy: string | null;
	readonly quantity: Readonly<Record<Product, number>>;
	/** False: dated later than as-of, not yet true (L8). */
	readonly counts: boolean;
}

export type OrderColumn = 'number' | 'at' | 'placedBy' | Product;

/** An order with its lines: what the confirmation prints. */
export interface OrderDetail extends OrderRow {
	readonly lines: readonly {
		readonly product: Product;
		readonly quantity: number;
		readonly unitPrice: Minor | null;
		readonly costCenter: string;
	}[];
}
