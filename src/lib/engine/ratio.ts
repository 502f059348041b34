import type { Ratio } from '$lib/domain/options';

function gcd(a: bigint, b: bigint): bigint {
	let [one, other] = [a < 0n ? -a : a, b < 0n ? -b : b];
	while (other !== 0n) [one, other] = [other, one % other];
	return one;
}

/** `numerator` / `denominator` (not 0) in lowest terms. */
export function ratio(numerator: bigint, denominator: bigint): Ratio {
	const common = gcd(numerator, denominator) * (denominator < 0n ? -1n : 1n);
	return { numerator: numerator / common, denominator: denominator / common };
}

/** Whether the first is less than the second. */
export const isLess = (a: Ratio, b: Ratio): boolean =>
	a.numerator * b.denominator < b.numerator * a.denominator;
