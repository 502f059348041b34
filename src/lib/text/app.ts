/** What the real app's bars hold besides Analytics: drawn as words, for the looks. */
export const DESKTOP_TABS = ['Message', 'Video', 'Phone', 'Text', 'Contacts'] as const;
export const MOBILE_TABS = ['Message', 'Video', 'Phone', 'Text'] as const;

export const NOT_PART = 'Not part of the sandbox';

export const APP_INTRO =
	'A drawing of the RingCentral app, to practice the way from it to the Analytics Portal. Only More and Analytics work here; the grey words are there for the looks.';

/** The source's own steps. */
export const DESKTOP_STEPS = [
	'Choose the three-dot More in the navigation bar.',
	'Choose Analytics. The location of the Analytics tab can also be moved to the main bar.'
] as const;
export const MOBILE_STEPS = ['Choose the three-dot More in the bottom bar.', 'Choose Analytics.'] as const;

export const OPENS_HERE =
	'In the real app, the Analytics Portal opens in a browser window. Here it opens in this page, as whoever acts.';

/** The article on moving tabs was not at hand. */
export const MOVE_NOTE =
	'That the tab can be moved is documented; how the real app does it is not known here. In the sandbox, it is a choice in the More menu.';

export const MOVE_OUT = 'Move Analytics to the main bar';
export const MOVE_BACK = 'Move Analytics back under More';

/** Where Analytics stands now. */
export const whereSentence = (isPinned: boolean): string =>
	isPinned ? 'Analytics is in the main bar.' : 'Analytics is under More.';
