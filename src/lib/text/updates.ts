/** When a newer version of the app waits (S10); it starts with a reload, and only with one that the user asked for. */
export const NEW_VERSION = 'A new version is ready.';
export const NEW_VERSION_NOTE = 'Your scenarios stay as they are. You can go on and reload later.';
export const TAKE_NEW_VERSION = 'Reload';
export const NOT_NOW = 'Later';

/** What a page says that somebody else's page shows in a frame. */
export const FRAMED_TITLE = 'Open the sandbox by itself';
export const FRAMED_NOTE =
	'Inside another page, the Live Reports Sandbox shows nothing of yours: that page could lead your clicks astray.';
export const FRAMED_OPEN = 'Open Live Reports Sandbox';
