import { type Amount } from '$lib/domain/goal';
import { type Sum } from '$lib/domain/lesson';

/** One part of a sum as a row of its form. */
export interface SumRow {
	readonly sign: 'plus' | 'minus';
	readonly amount: Amount;
}

export const rowsOf = ({ plus, minus = [] }: Sum): readonly SumRow[] => [
	...plus.map((amount) => ({ sign: 'plus' as const, amount })),
	...minus.map((amount) => ({ sign: 'minus' as const, amount }))
];

/** A sum adds something: where every row takes away, it adds 0. */
export function sumOfRows(rows: readonly SumRow[]): Sum {
	const of = (sign: SumRow['sign']) => rows.flatMap((row) => (row.sign === sign ? [row.amount] : []));
	const [plus, minus] = [of('plus'), of('minus')];
	return { plus: plus.length > 0 ? plus : [0], ...(minus.length > 0 && { minus }) };
}
