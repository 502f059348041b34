import { describe, expect, it, test, vi } from 'vitest';
import { fetchPack, isPackName } from './fetch-pack';

const FOLDER = 'https://host.example/some/folder/';
const answering = (body: BodyInit | null, status = 200) =>
	vi.fn<typeof fetch>(async () => new Response(body, { status }));

describe('[E6] a pack beside the app', () => {
	test.each(['class.json', 'packs/week 1.json', 'a/b-c/d_2.v1.json'])('may be called %s', (name) => {
		expect(isPackName(name)).toBe(true);
	});

	test.each([
		'../class.json',
		'packs/../../class.json',
		'a..json',
		'/class.json',
		'//evil.example/class.json',
		'https://evil.example/class.json',
		'javascript:alert(1)//.json',
		'a\\b.json',
		'%2e%2e/class.json',
		'class.json?x=.json',
		'class.json#.json',
		'.hidden.json',
		'class.js',
		'',
		`${'a'.repeat(300)}.json`,
		'a\n.json'
	])('[S9] %j is refused without a request', async (name) => {
		const fetcher = answering('{}');
		const read = await fetchPack(name, FOLDER, fetcher);
		expect(read).toMatchObject({ ok: false, error: { code: 'LINK_PACK_ADDRESS' } });
		expect(fetcher).not.toHaveBeenCalled();
	});

	it('[S10] is asked for in the app’s own folder, and never by a redirect', async () => {
		const fetcher = answering('{"a":1}');
		const read = await fetchPack('packs/week 1.json', FOLDER, fetcher);
		expect(read.ok && (await read.value.text())).toBe('{"a":1}');
		const [address, options] = fetcher.mock.calls[0]!;
		expect((address as URL).href).toBe('https://host.example/some/folder/packs/week%201.json');
		expect(options?.redirect).toBe('error');
	});

	it('[S9] is not there, or does not come', async () => {
		expect(await fetchPack('a.json', FOLDER, answering('', 404))).toMatchObject({
			error: { code: 'LINK_PACK_GONE', detail: { name: 'a.json', status: 404 } }
		});
		const broken = vi.fn<typeof fetch>(async () => Promise.reject(new TypeError('no network')));
		expect(await fetchPack('a.json', FOLDER, broken)).toMatchObject({
			error: { code: 'LINK_PACK_GONE', detail: { status: '' } }
		});
	});

	it('[S9] is read no further than it may be large', async () => {
		let pulled = 0;
		const endless = new ReadableStream({
			pull(controller) {
				pulled++;
				controller.enqueue(new Uint8Array(1024 * 1024));
			}
		});
		expect(await fetchPack('a.json', FOLDER, answering(endless))).toMatchObject({
			error: { code: 'TOO_LARGE' }
		});
		expect(pulled).toBeLessThan(8);
	});
});
