/** What a page says to a waiting service worker when the user wants the new version. */
export const TAKE_OVER = 'take over';

/**
 * The name of a build's copy in this browser. A page that runs this build holds a lock of that name,
 * so the copy stays while it is in use. `folder`: the path the app lies in, ending in `/`; copies of
 * the app in other folders of one host never share a name.
 */
export const buildName = (folder: string, version: string): string => `${namesOf(folder)}${version}`;

/** What is not needed any more of the `names` of this folder: neither this build's nor held by a page. */
export function staleBuilds(
	names: readonly string[],
	folder: string,
	version: string,
	held: readonly (string | undefined)[]
): readonly string[] {
	const needed = new Set([...held, buildName(folder, version)]);
	return buildsOf(names, folder).filter((name) => !needed.has(name));
}

/** The builds of this folder among the names of everything that lies under the host's address. */
export const buildsOf = (names: readonly string[], folder: string): readonly string[] =>
	names.filter((name) => name.startsWith(namesOf(folder)));

/** A space can't stand in the path of an address, so no folder's names begin with another's. */
const namesOf = (folder: string) => `live-reports-sandbox ${folder} `;
