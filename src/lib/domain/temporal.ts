/** The platform's Temporal, or the polyfill where it is missing (loaded only there). */
export const Temporal: typeof globalThis.Temporal =
	globalThis.Temporal ?? (await import('temporal-polyfill')).Temporal;
