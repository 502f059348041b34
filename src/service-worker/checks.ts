/** What a host must say about a file of that ending; a host that does not know manifests may call them bytes. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
	html: ['text/html'],
	js: ['text/javascript', 'application/javascript'],
	css: ['text/css'],
	json: ['application/json'],
	svg: ['image/svg+xml'],
	png: ['image/png'],
	webmanifest: ['application/manifest+json', 'application/json', 'application/octet-stream', 'text/plain']
};

/** The part of a response that is checked. */
export type Answer = Pick<Response, 'status' | 'type' | 'redirected' | 'headers'>;

/**
 * Why an answer may not be kept as the file at `path`, or null. Only a plain answer of our own host
 * with the file's own type is kept: never an error page, a sign-in page or what another host sent.
 */
export function wrongWith(path: string, { status, type, redirected, headers }: Answer): string | null {
	if (status !== 200) return `status ${status}`;
	if (type !== 'basic') return `a response of type ${type}`;
	if (redirected) return 'sent elsewhere';
	const said = headers.get('content-type') ?? '';
	const [plain = ''] = said.toLowerCase().split(';'); // without the encoding
	return TYPES[ending(path)]?.includes(plain.trim()) ? null : `content type “${said}”`;
}

/** The scripts that start this build: every page of it names them, and no page of another does. */
export const startersOf = (build: readonly string[]): readonly string[] =>
	build.flatMap((path) => /\/entry\/(?:start|app)\.[^/]+\.js$/.exec(path)?.[0] ?? []);

/** A file whose name carries a hash of its content: one name, one content, in every build. */
export const isImmutable = (path: string, folder: string): boolean =>
	path.startsWith(`${folder}_app/immutable/`);

/** The paths of what a script asks for beside itself: the list of a build does not name the parts of workers. */
export const partsOf = (path: string, script: string): readonly string[] =>
	[...script.matchAll(/["'`](\.{1,2}\/[\w./-]+\.js)["'`]/g)].map(
		([, part = '']) => new URL(part, `http://host${path}`).pathname
	);

/** A page's path ends in a slash. */
function ending(path: string): string {
	const name = path.slice(path.lastIndexOf('/') + 1);
	return name === '' ? 'html' : name.slice(name.lastIndexOf('.') + 1);
}
