/** What static/arrival.js took out of the address before the app began. */
const early = globalThis as unknown as { sharedFragment?: string | undefined };

/** The fragment of the address, once: the one that the page was loaded with, or the one that stands there now. */
export function takeFragment(): { readonly text: string; readonly isInAddress: boolean } {
	const text = early.sharedFragment;
	early.sharedFragment = undefined;
	return text === undefined ? { text: location.hash, isInAddress: true } : { text, isInAddress: false };
}
