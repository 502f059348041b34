import { type OrderColumn, type OrderDetail, type OrderRow } from '$lib/domain/billing-rows';
import { type Id } from '$lib/domain/id';
import { type Order, type Product } from '$lib/domain/order';
import { type Scenario } from '$lib/domain/scenario';
import { buyerText } from '$lib/text/billing';
import { licenseOverview } from '../engine/license-overview';
import { type Held } from './held';
import { type At, type EngineCalls } from './protocol';
import { rankTexts } from './rank-texts';
import { pager, type Table } from './row-pages';
import { type Context, type Handlers } from './serve';

type BillingCalls = Pick<Handlers<EngineCalls>, 'licenses' | 'orderRows' | 'orderDetail'>;

/** What the Billing Portal asks of the scenario that is held in memory. */
export function billingCalls(at: (input: At, context: Context) => Promise<Held>): BillingCalls {
	return {
		licenses: async (input, context) => {
			const { document, snapshot } = await at(input, context);
			return licenseOverview(document.scenario, snapshot);
		},
		orderRows: async (input, context) =>
			orderPager((await at(input, context)).document.scenario)(input.query),
		orderDetail: async (input, context) =>
			orderDetail((await at(input, context)).document.scenario, input.orderId)
	};
}

const perProduct = (): Record<Product, number> => ({ 'live-reports': 0, 'call-queues-booster': 0 });

const pagers = new WeakMap<Scenario, ReturnType<typeof pager<OrderColumn, OrderRow>>>();

/** The orders' pages, kept as long as the scenario is. */
function orderPager(scenario: Scenario) {
	let known = pagers.get(scenario);
	if (!known) pagers.set(scenario, (known = pager(orderTable(scenario))));
	return known;
}

const byName = new Intl.Collator('en', { numeric: true }).compare;

/** The orders, newest first; of equal dates, the one that was written last. */
export function orderTable(scenario: Scenario): Table<OrderColumn, OrderRow> {
	const rows = orderRows(scenario).toSorted((a, b) =>
		a.at === b.at ? b.number - a.number : a.at < b.at ? 1 : -1
	);
	const dates = rows.map((row) => row.at);
	const texts = rows.map((row) => buyerText(row.placedBy)); // what is shown is what is sorted and found
	const numbers = rows.map((row) => `Order ${row.number}`);
	const places = rows.map((_, place) => place);
	return {
		count: rows.length,
		keys: (column) => {
			switch (column) {
				case 'number':
					return rows.map((row) => row.number);
				case 'at':
					return rankTexts(dates, (a, b) => (a < b ? -1 : 1));
				case 'placedBy':
					return rankTexts(texts, byName);
				case 'live-reports':
				case 'call-queues-booster':
					// Ranks: an imported order may hold more than a key of the pager can.
					return rankTexts(
						rows.map((row) => String(row.quantity[column])),
						(a, b) => Number(a) - Number(b)
					);
			}
		},
		texts: [
			[texts, places],
			[numbers, places]
		],
		row: (i) => rows[i]!
	};
}

function orderRows({ orders, people, asOf }: Scenario): readonly OrderRow[] {
	const buyers = new Set(orders.flatMap(({ placedBy }) => placedBy ?? []));
	const names = new Map(people.filter(({ id }) => buyers.has(id)).map(({ id, name }) => [id, name]));
	return orders.map((order, place) => ({
		id: order.id,
		number: place + 1,
		at: order.at,
		placedBy: order.placedBy === undefined ? null : (names.get(order.placedBy) ?? order.placedBy),
		quantity: quantities(order),
		counts: order.at <= asOf
	}));
}

function quantities({ lines }: Order): Record<Product, number> {
	const sums = perProduct();
	for (const { product, quantity } of lines) sums[product] += quantity;
	return sums;
}

/** One order with its lines; null: there is none with this id. */
export function orderDetail(scenario: Scenario, orderId: Id): OrderDetail | null {
	const place = scenario.orders.findIndex(({ id }) => id === orderId);
	const order = scenario.orders[place];
	if (!order) return null;
	const names = new Map(scenario.account.costCenters.map(({ id, name }) => [id, name]));
	return {
		...orderRows({ ...scenario, orders: [order] })[0]!,
		number: place + 1,
		lines: order.lines.map(({ product, quantity, unitPrice, costCenterId }) => ({
			product,
			quantity,
			unitPrice: unitPrice ?? null,
			costCenter: names.get(costCenterId) ?? costCenterId
		}))
	};
}
