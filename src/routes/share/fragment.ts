/** What static/arrival.js took out of the address before the app began. */
const early = globalThis as unknown as { sharedFragment?: string | undefined };

/**
 * The code that the address's fragment carries, once: of the one that the page was loaded with, or of the one that
 * stands there now. `codeIn` tells one kind of link from another; null: there is none of this kind.
 */
export function takeCode(
	codeIn: (fragment: string) => string | null
): { readonly code: string; readonly isInAddress: boolean } | null {
	const before = early.sharedFragment === undefined ? null : codeIn(early.sharedFragment);
	if (before !== null) {
		early.sharedFragment = undefined;
		return { code: before, isInAddress: false };
	}
	const code = codeIn(location.hash);
	return code === null ? null : { code, isInAddress: true };
}
