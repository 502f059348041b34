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

/** What a place that is not built yet will hold, and what serves meanwhile. */
export interface PlacePromise {
	readonly holds: string;
	readonly meanwhile: string;
}

export const PROMISES: Readonly<
	Record<Exclude<Place, 'home' | 'admin' | 'analytics' | 'app' | 'settings'>, PlacePromise>
> = {
	billing: {
		holds: 'Buying licenses, from cart to cost centers to order, will be practiced here.',
		meanwhile: 'Until then, the Purchased figure in the header lists the orders that a scenario has.'
	},
	'what-if': {
		holds: 'License counts will be tried out here before anything is bought.',
		meanwhile:
			'Until then, duplicate a scenario on Home and change the copy: its assumptions, its clock, its plan.'
	},
	lessons: {
		holds: 'Exercises with hints and checks will be done here.',
		meanwhile: 'Until then, the samples on Home show the ten-license example and a busy month.'
	}
};

/** What the start page says the app is. */
export const TAGLINE =
	'See who needs a Live Reports license and why, in a practice copy of your account that runs in this browser only.';
