/** The places of the app, in the order of the navigation (SPEC §4, §8). */
export const PLACES = [
	'home',
	'admin',
	'billing',
	'analytics',
	'app',
	'what-if',
	'lessons',
	'settings'
] as const;
export type Place = (typeof PLACES)[number];

export const PLACE_NAMES: Readonly<Record<Place, string>> = {
	home: 'Home',
	admin: 'Admin Portal',
	billing: 'Billing Portal',
	analytics: 'Analytics Portal',
	app: 'RingCentral app',
	'what-if': 'What-if',
	lessons: 'Lessons',
	settings: 'Settings'
};

/** Where a place begins. */
export const pathOf = <P extends Place>(place: P): P extends 'home' ? '/' : `/${P}/` =>
	(place === 'home' ? '/' : `/${place}/`) as P extends 'home' ? '/' : `/${P}/`;

/** What the start page says the app is. */
export const TAGLINE =
	'See who needs a Live Reports license and why, in a practice copy of your account that runs in this browser only.';
