/** The part of Trusted Types that is used; browsers without it get the address as it is. */
interface TrustedTypes {
	createPolicy(
		name: string,
		rules: { createScriptURL: (url: string) => string }
	): { createScriptURL(url: string): unknown };
}

/** @throws TypeError for an address that is not of the page's own origin */
function sameOrigin(url: string): string {
	if (new URL(url, location.href).origin !== location.origin)
		throw new TypeError(`not our own script: ${url}`);
	return url;
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
/** The only policy under which the pages may start a script by its address; the policy of the pages names it. */
const policy = trustedTypes?.createPolicy('app-worker-url', { createScriptURL: sameOrigin });

/**
 * An address that a worker may be started from: the browser wants to see that it was looked at.
 * A trusted address passes for a string wherever a string is expected of us.
 */
export const trustedUrl = (url: string): string =>
	(policy ? policy.createScriptURL(url) : sameOrigin(url)) as string;
