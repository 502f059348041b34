import { type Charges, MOST_LICENSES } from '$lib/domain/cart';
import { type Product } from '$lib/domain/order';
import { type Permission } from '$lib/domain/permission';
import { type RoleRow } from '$lib/domain/admin-rows';
import { PERMISSION_LABELS } from './admin';
import { PRODUCT_NAMES } from './figures';
import { countText, isolated, listText, nameText, numberText } from './format';
import { moneyText } from './money';

/** The parts of the Billing Portal, in the order of its left panel. */
export const BILLING_PARTS = [
	{ path: '/billing/', name: 'Licenses' },
	{ path: '/billing/purchase/', name: 'Purchase' },
	{ path: '/billing/orders/', name: 'Orders' }
] as const;

/** What each product is for, in a line. */
export const PRODUCT_TEXT: Readonly<Record<Product, string>> = {
	'live-reports': 'One license for each person who views Live Reports, or whose call queue it monitors.',
	'call-queues-booster':
		'An add-on whose holder needs no separate Live Reports license. It counts as a purchased license.'
};

/** The filter of the catalog. Only Analytics is RingCentral’s word; the others stand for what this copy lacks. */
export const CATEGORIES = [
	{ value: 'all', label: 'All products' },
	{ value: 'analytics', label: 'Analytics' },
	{ value: 'phones', label: 'Phones and devices' },
	{ value: 'numbers', label: 'Phone numbers' }
] as const;
export type Category = (typeof CATEGORIES)[number]['value'];

export const CATEGORY_NOTE =
	'This practice copy sells what Live Reports needs. The categories beside Analytics stand for the rest of the shop: they are empty here, and their names are ours.';

/** Said where a category holds nothing. */
export const nothingIn = (category: Category): string =>
	`Nothing under “${CATEGORIES.find((one) => one.value === category)?.label ?? category}” is in this sandbox. Choose Analytics for the products of Live Reports.`;

/** Said beside a quantity that is missing. */
export const QUANTITY_MISSING = 'Enter how many licenses: a whole number, 1 or more.';

/** Said beside a quantity that would bring the cart over its limit. */
export const tooMany = (inCart: number): string =>
	`An order here holds ${numberText(MOST_LICENSES)} licenses of a product at most, and ${numberText(inCart)} are in the cart. Enter ${numberText(MOST_LICENSES - inCart)} or less.`;

/** What was put into the cart. */
export const addedText = (product: Product, quantity: number): string =>
	`${countText(quantity, `${PRODUCT_NAMES[product]} license`)} added to the cart`;

/** What goes to whom, after several lines were assigned. */
export const assignedText = (lines: number, costCenter: string): string =>
	`${countText(lines, 'item goes', 'items go')} to ${isolated(nameText(costCenter).slice(0, 100))}.`;

/** A line of the cart as it is called among its siblings. */
export const lineText = (product: Product, part: number, parts: number): string =>
	parts === 1 ? PRODUCT_NAMES[product] : `${PRODUCT_NAMES[product]}, part ${part} of ${parts}`;

/** Cost centers as choices: a name that is not alone says its code or its place in the list. */
export function centerChoices(
	centers: readonly { readonly id: string; readonly name: string; readonly code?: string | undefined }[]
): readonly { value: string; label: string }[] {
	const times = new Map<string, number>();
	for (const { name } of centers) times.set(name, (times.get(name) ?? 0) + 1);
	return centers.map(({ id, name, code }, place) => {
		const shown = nameText(name).slice(0, 100);
		const isAlone = times.get(name) === 1 && name.trim() !== '';
		return { value: id, label: isAlone ? shown : `${shown} (${code || `no. ${place + 1}`})` };
	});
}

/** A price or an amount, or that it is not known. */
export const priceText = (amount: number | bigint | null, currency: string): string =>
	amount === null ? 'not known' : moneyText(amount, currency);

/** What an order comes to a month, as far as that is known. */
export function totalText({ known, coverage }: Charges, currency: string): string {
	if (coverage === 'none') return 'not known';
	const sum = moneyText(known, currency);
	return coverage === 'all' ? sum : `${sum} and what is not known`;
}

export const CHARGES_NOTE =
	'Taxes, fees and prorates are excluded: what RingCentral bills for the rest of a running month is not worked out here.';
export const PRICES_NOTE =
	'Prices are the ones entered in this scenario’s settings, per license and month. A price that was not entered is not known: none is made up.';
export const ACKNOWLEDGMENT = 'I have read and understood the information and the itemized charges';
export const NOT_ACKNOWLEDGED = 'Tick the box above first: it says that you have read the charges.';
export const NOTHING_CHARGED = 'This is practice: confirming orders nothing from RingCentral.';
export const NOT_YET_NOTE =
	'This order is dated later than the sandbox’s present: its licenses do not count yet.';
export const NOTHING_BOUGHT =
	'This is practice. Nothing was ordered from RingCentral, and nobody is charged.';

export const LOWERING =
	'Lowering licenses isn’t self-service: there is no button for it here. With RingCentral it goes through your account team or Support; when it takes effect depends on your contract, so ask them.';

/** The steps of an order; cost centers only where there is more than one. */
export const CHECKOUT_STEPS = [
	{ id: 'items', label: 'Review items', text: 'Change a quantity, or delete what you don’t want.' },
	{
		id: 'centers',
		label: 'Assign cost centers',
		text: 'Each item starts in Root. Choose a cost center for one item, for all or for those you tick; split an item to share it among several.'
	},
	{ id: 'charges', label: 'Review charges', text: 'What this order comes to each month.' }
] as const;

/** What a line of the cart holds. */
export const itemText = (quantity: number, whole: number, parts: number): string =>
	parts === 1 ? countText(quantity, 'license') : `${numberText(quantity)} of ${countText(whole, 'license')}`;

export const NOT_TO_SPLIT = 'A single license can’t be split.';

/** What the counts of the license tables mean. */
export const OWNED_TEXT =
	'Owned: licenses of confirmed orders, by now (L8). Used: active seats of the last 30 days that got one of them (L11).';
export const CENTERS_TEXT =
	'Owned by the cost center of the order, used by the cost center of the person; each center without its sub-centers.';

/** How many owned licenses no seat uses. */
export function spareText(owned: number, used: number): string {
	return owned === 0 ? 'none owned' : used >= owned ? 'all in use' : `${numberText(owned - used)} to spare`;
}

/** How many active seats have no license. */
export function withoutText(without: number, isUnlimited: boolean): string {
	if (isUnlimited) return 'No seat lacks a license: Live Reports is unlimited in this plan (L10).';
	if (without === 0) return 'Every active seat has a license.';
	return `${countText(without, 'active seat has', 'active seats have')} no license: the overage (L9).`;
}

/** Owned and used side by side: “10 · 8”. */
export const ownedUsedText = (owned: number, used: number): string =>
	`${numberText(owned)} · ${numberText(used)}`;

/** What an order is called. */
export const orderName = ({ number }: { readonly number: number }): string => `Order ${numberText(number)}`;

/** Who placed an order; null: nobody of the organization, so the Trainer. */
export const buyerText = (placedBy: string | null): string =>
	placedBy === null ? 'Trainer' : nameText(placedBy).slice(0, 200);

/** Said of an order that is dated later than as-of. */
export const NOT_YET = 'not yet';

type BillingPermission = Extract<Permission, `billing.${string}`>;
const OF_BILLING: readonly BillingPermission[] = [
	'billing.purchase',
	'billing.live-reports-license',
	'billing.cost-centers'
];
const MAY_BUY: readonly BillingPermission[] = ['billing.purchase'];

/** Any of these opens the page: every page but the first one is for those who buy. */
export const openersOf = (routeId: string | null): readonly BillingPermission[] =>
	routeId === '/billing' ? OF_BILLING : MAY_BUY;

const named = (permissions: readonly Permission[]): string =>
	permissions.map((permission) => `Billing › ${PERMISSION_LABELS[permission]}`).join(' or ');

/** Which permission is missing. */
export const missingText = (openers: readonly Permission[]): string =>
	openers.length === 1
		? `Missing is the permission ${named(openers)}.`
		: `Missing is a billing permission: ${named(openers)}.`;

/** Which roles have a permission that opens the page; at most `NAMED` by name. */
export function rolesText(
	roles: readonly Pick<RoleRow, 'name' | 'permissions'>[],
	openers: readonly Permission[]
): string {
	const having = roles.filter(({ permissions }) => openers.some((opener) => permissions.includes(opener)));
	const names = having.slice(0, NAMED).map(({ name }) => isolated(nameText(name).slice(0, 100)));
	const rest = having.length - names.length;
	return `It comes with ${names.length === 1 ? 'the role' : 'the roles'} ${listText([...names, ...(rest > 0 ? [`${numberText(rest)} more`] : [])])}.`;
}
const NAMED = 6;

/** For somebody who may see licenses and not buy them: a known mix-up. */
export const LICENSE_ONLY =
	'Billing › “Live Reports License” lets you see the licenses that are owned. Buying takes Billing › “Purchase Licenses and Devices”; neither gives access to dashboards.';
