import { type LeafGoal } from '$lib/domain/goal';
import { type WantedLine } from '$lib/domain/missing';
import { type Order, type OrderLine } from '$lib/domain/order';
import { type GoalContext } from './context';
import { amountOf, compares } from './figures';
import { findAll, idsOf, lost } from './find';
import { type Leaf, leaf, nearest } from './leaf';

type Purchased = Extract<LeafGoal, { kind: 'purchased' }>;
type Ordered = Extract<LeafGoal, { kind: 'order' }>;

/** The orders that count (L8). */
const ordersOf = ({ scenario }: GoalContext): readonly Order[] =>
	scenario.orders.filter(({ at }) => at <= scenario.asOf);

const added = (lines: readonly OrderLine[], counts: (line: OrderLine) => boolean): number =>
	lines.reduce((sum, line) => (counts(line) ? sum + line.quantity : sum), 0);

/** Licenses of all orders: how many for a product and a cost center. */
export function purchasedGoal(goal: Purchased, context: GoalContext): Leaf {
	const { product, costCenter, is } = goal;
	const centers = costCenter && findAll(context.scenario, 'cost-center', costCenter);
	if (centers?.length === 0) return { holds: false, lacks: lost([['cost-center', costCenter, centers]]) };
	const ids = centers && idsOf(centers);
	const found = added(
		ordersOf(context).flatMap(({ lines }) => lines),
		(line) => (!product || line.product === product) && (!ids || ids.has(line.costCenterId))
	);
	const to = amountOf(context.summary, goal.to);
	return leaf(compares(found, is, to), {
		code: 'PURCHASED',
		product: product ?? null,
		costCenter: centers?.[0]?.name ?? null,
		found,
		is,
		to
	});
}

/** One order with these lines, however it was split. */
export function orderGoal(goal: Ordered, context: GoalContext): Leaf {
	const lines = goal.lines.map((line) => ({
		line,
		centers: line.costCenter && findAll(context.scenario, 'cost-center', line.costCenter)
	}));
	const gone = lost(lines.map(({ line, centers = [] }) => ['cost-center', line.costCenter, centers]));
	if (gone.length > 0) return { holds: false, lacks: gone };
	const wanted = lines.map(({ line, centers }) => {
		const ids = centers && idsOf(centers);
		const says: WantedLine = {
			product: line.product,
			costCenter: centers?.[0]?.name ?? null,
			is: line.is,
			quantity: line.quantity
		};
		const counts = (one: OrderLine) => one.product === line.product && (!ids || ids.has(one.costCenterId));
		return { says, isIn: (order: Order) => compares(added(order.lines, counts), line.is, line.quantity) };
	});
	const lackingIn = (order: Order) => wanted.filter(({ isIn }) => !isIn(order));
	const best = nearest(ordersOf(context), lackingIn);
	const holds = best?.lacks === 0;
	const told = best && !holds ? lackingIn(best.item) : wanted;
	return leaf(holds, { code: 'ORDER', lines: told.map(({ says }) => says) });
}
