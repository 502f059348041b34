import { type Place, PLACES } from '$lib/text/places';

/** The place that a route belongs to. */
export const placeOf = (routeId: string | null): Place =>
	PLACES.find((place) => routeId?.split('/')[1] === place) ?? 'home';
