import { Currency, type Minor } from '$lib/domain/money';

/** How many decimals a currency has: 2 for USD, 0 for JPY, 3 for BHD. */
export const minorDigits = (currency: string): number =>
	new Intl.NumberFormat('en-US', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
	2;

/** By how many decimals an amount moves from one currency to another; 0 where either is none. */
export function decimalShift(from: string, to: string): number {
	const isCurrency = (text: string) => Currency.safeParse(text).success;
	return isCurrency(from) && isCurrency(to) ? minorDigits(to) - minorDigits(from) : 0;
}

/** An amount as a field holds it: “35.00” of 3500 cents; empty where it is not known. */
export function amountText(amount: Minor | bigint | null, currency: string): string {
	if (amount === null) return '';
	const digits = minorDigits(currency);
	const text = String(amount).padStart(digits + 1, '0');
	return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** What somebody typed as an amount, in minor units. Null: nothing, so not known. Undefined: not an amount. */
export function parseAmount(text: string, currency: string): Minor | null | undefined {
	const trimmed = text.trim();
	if (trimmed === '') return null;
	const digits = minorDigits(currency);
	const match = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(trimmed);
	const [, whole = '', part = ''] = match ?? [];
	if (!match || part.length > digits) return undefined;
	const amount = Number(whole.replaceAll(',', '') + part.padEnd(digits, '0'));
	return Number.isSafeInteger(amount) ? amount : undefined;
}

/** Said beside a field whose text is not an amount. */
export function amountProblem(currency: string): string {
	const digits = minorDigits(currency);
	const example = digits === 0 ? '35' : `35.${'0'.repeat(digits)}`;
	return `Write an amount such as ${example}, or leave the field empty when the price is not known.`;
}

/** Said beside an amount that is larger than this sandbox holds. */
export const amountTooLarge = (most: Minor, currency: string): string =>
	`Write ${amountText(most, currency)} or less.`;

/** An amount of money as people read it: “$1,234.50”. */
export const moneyText = (amount: number | bigint, currency: string): string =>
	new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(
		amountText(amount, currency) as `${number}`
	);
