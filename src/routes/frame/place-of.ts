import { type Place, PLACES } from '$lib/text/places';

/** The place that a route belongs to; null: none, as the history, which is reached from every place. */
export const placeOf = (routeId: string | null): Place | null =>
	routeId === '/' ? 'home' : (PLACES.find((place) => routeId?.split('/')[1] === place) ?? null);
