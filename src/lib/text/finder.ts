/** A page as the finder lists it: its name, where it lies, and other words for it. */
export interface FinderPage {
	readonly path: string;
	readonly name: string;
	readonly words: string;
}

/** Every page, in the order of the places. Home, Start from numbers and Settings need no scenario. */
export const FINDER_PAGES: readonly FinderPage[] = [
	{ path: '/', name: 'Home', words: 'scenarios samples open file' },
	{ path: '/admin/', name: 'Admin Portal', words: '' },
	{ path: '/admin/users/', name: 'Users', words: 'admin portal people' },
	{ path: '/admin/roles/', name: 'Roles', words: 'admin portal permissions' },
	{ path: '/admin/queues/', name: 'Call queues', words: 'admin portal members' },
	{ path: '/billing/', name: 'Billing Portal', words: 'licenses' },
	{ path: '/billing/purchase/', name: 'Purchase', words: 'billing portal buy licenses' },
	{ path: '/billing/cart/', name: 'Shopping cart', words: 'billing portal checkout' },
	{ path: '/billing/orders/', name: 'Orders', words: 'billing portal' },
	{ path: '/analytics/', name: 'Analytics Portal', words: '' },
	{
		path: '/analytics/live-reports/',
		name: 'Live Reports',
		words: 'analytics report dashboards license status'
	},
	{ path: '/app/', name: 'RingCentral app', words: 'desktop mobile more' },
	{ path: '/what-if/', name: 'What-if', words: 'try licenses fit' },
	{ path: '/what-if/numbers/', name: 'Start from numbers', words: 'what-if own queue sizes calculator' },
	{ path: '/lessons/', name: 'Lessons', words: 'exercises course' },
	{ path: '/history/', name: 'History', words: 'journal undo log changes' },
	{ path: '/settings/', name: 'Settings', words: 'account assumptions prices time zone backup' }
];

/** Whether each word that was typed begins, or is within, some word of these texts. */
export function matchesWords(typed: string, ...texts: readonly string[]): boolean {
	const all = texts.join(' ').toLocaleLowerCase('en');
	return typed
		.toLocaleLowerCase('en')
		.split(/\s+/)
		.every((word) => all.includes(word));
}

/** Whether a name begins with what was typed; nothing typed begins nothing. */
export const beginsWith = (typed: string, name: string): boolean =>
	typed !== '' && name.toLocaleLowerCase('en').startsWith(typed.toLocaleLowerCase('en'));

export const FINDER_HINT = 'A page, person, queue, dashboard or action';
