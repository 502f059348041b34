import { type FileFault } from '$lib/domain/fault';
import { failed, ok, type Result } from '$lib/domain/result';

/** Bytes of a pack beside the app; its reader has the same limit. */
const MOST = 4 * 1024 * 1024;

/** Folders and a file of plain letters: nothing that leads upward, to another host, or means another thing escaped. */
const NAME = /^(?:[\w-][\w .-]*\/)*[\w-][\w .-]*\.json$/;

/** Whether `?pack=` may ask for this (E6): a .json file in the app's folder or below. */
export const isPackName = (name: string): boolean =>
	name.length <= 200 && NAME.test(name) && !name.split('/').some((part) => part.includes('..'));

/**
 * The file of a pack that lies beside the app (E6): only of the app's own folder, `folder` (an address that ends in a
 * slash), never by a redirect, and no further than MOST. What is in it is not looked at.
 */
export async function fetchPack(
	name: string,
	folder: string,
	fetcher: typeof fetch = fetch
): Promise<Result<Blob, FileFault>> {
	const fault = (code: FileFault['code'], detail: FileFault['detail']) =>
		failed<FileFault>({ code, path: '', detail: { name: name.slice(0, 80), ...detail } });
	if (!isPackName(name)) return fault('LINK_PACK_ADDRESS', {});
	try {
		const answer = await fetcher(new URL(encodeURI(name), folder), { redirect: 'error', cache: 'no-cache' });
		if (!answer.ok) return fault('LINK_PACK_GONE', { status: answer.status });
		const blob = await bounded(answer);
		return blob ? ok(blob) : fault('TOO_LARGE', { bytes: MOST + 1, limit: MOST });
	} catch {
		// fetch's only way to say that nothing came: no network, or the host sent elsewhere
		return fault('LINK_PACK_GONE', { status: '' });
	}
}

/** The body, read piece by piece; undefined as soon as it is too much. */
async function bounded({ body }: Response): Promise<Blob | undefined> {
	if (!body) return new Blob([]);
	const parts: Uint8Array<ArrayBuffer>[] = [];
	let bytes = 0;
	const reader = body.getReader();
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return new Blob(parts);
		bytes += value.length;
		if (bytes > MOST) {
			await reader.cancel();
			return undefined;
		}
		parts.push(value);
	}
}
