import { ROOT } from '$lib/domain/account';
import { type Goal, type LessonFigure, type Ref } from '$lib/domain/goal';
import { type Order, type Product, PRODUCTS } from '$lib/domain/order';
import { figureOf } from './figures';
import { compared, refsIn, type Suggest } from './outcome-of';

const FIGURES: readonly LessonFigure[] = ['needed', 'active', 'purchased', 'overage', 'agents', 'viewers'];

/** The figures that are others than before, and that the licenses now suffice (L7 to L9). */
export const figureOutcomes: Suggest = function* ({ before, after }) {
	for (const figure of FIGURES) {
		const to = figureOf(after.summary, figure);
		if (to !== figureOf(before.summary, figure)) yield { kind: 'figure', figure, is: '=', to };
	}
	yield { kind: 'figure', figure: 'purchased', is: '>=', to: 'needed' };
	yield { kind: 'figure', figure: 'purchased', is: '>=', to: 'active' };
};

/** Licenses that were bought: in all, for a cost center, and as one order (L8). */
export const orderOutcomes: Suggest = function* (change) {
	const { before, after } = change;
	const made = compared(before.scenario.orders, after.scenario.orders).made;
	if (made.length === 0) return;
	const { costCenters } = after.scenario.account;
	const bought = (product: Product, center?: string) =>
		after.scenario.orders
			.filter(({ at }) => at <= after.scenario.asOf)
			.flatMap(({ lines }) => lines)
			.filter((line) => line.product === product && (!center || line.costCenterId === center))
			.reduce((sum, { quantity }) => sum + quantity, 0);
	const ref = refsIn(change);
	for (const order of made) {
		const lines = linesOf(order, (id) => {
			const center = costCenters.find((one) => one.id === id);
			return center && ref('cost-center', center);
		});
		if (lines.length === 0) continue;
		yield orderGoal(lines, costCenters.length > 1);
		if (costCenters.length > 1) yield orderGoal(lines, false);
	}
	for (const product of PRODUCTS) {
		yield { kind: 'purchased', product, is: '=', to: bought(product) };
		for (const center of costCenters) {
			const costCenter = costCenters.length > 1 && ref('cost-center', center);
			if (costCenter)
				yield { kind: 'purchased', product, costCenter, is: '=', to: bought(product, center.id) };
		}
	}
};

interface Line {
	readonly product: Product;
	readonly costCenter: Ref;
	readonly quantity: number;
}

const linesOf = ({ lines }: Order, center: (id: string) => Ref | undefined): readonly Line[] =>
	lines.map(({ product, quantity, costCenterId }) => ({
		product,
		quantity,
		costCenter: center(costCenterId) ?? { by: 'id', value: ROOT }
	}));

/** An order with these lines, those of one product and cost center added up. */
function orderGoal(lines: readonly Line[], withCenters: boolean): Goal {
	const sums = new Map<string, Line>();
	for (const line of lines) {
		const key = withCenters ? JSON.stringify([line.product, line.costCenter]) : line.product;
		const known = sums.get(key);
		sums.set(key, { ...line, quantity: line.quantity + (known?.quantity ?? 0) });
	}
	return {
		kind: 'order',
		lines: [...sums.values()].slice(0, 20).map(({ product, costCenter, quantity }) => ({
			product,
			...(withCenters && { costCenter }),
			is: '=',
			quantity
		}))
	};
}
