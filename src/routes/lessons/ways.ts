import { type Way } from '$lib/domain/goal';

const PORTAL = '/analytics';
const LIVE_REPORTS = '/analytics/live-reports';

/** How far somebody is on a way into Live Reports. */
export interface Trail {
	/** The way that led into the Analytics Portal; null: nobody is in it, or came by a short cut. */
	readonly way: Way | null;
	/** The way that has just led to Live Reports. */
	readonly arrived: Way | null;
}

export const NO_TRAIL: Trail = { way: null, arrived: null };

/**
 * The trail after a page was reached. `route`: which one. `by`: what was pressed to get there, where that is one of
 * the ways that the source names; absent, the portal was opened as such. Links that lead to Live Reports past the
 * portal are the sandbox's own and no way of the source's.
 */
export function trailAfter({ way }: Trail, route: string | null, by: Way | null): Trail {
	if (route === PORTAL) return { way: by ?? 'analytics-portal', arrived: null };
	if (route === null || !route.startsWith(LIVE_REPORTS)) return NO_TRAIL;
	return { way, arrived: way };
}
