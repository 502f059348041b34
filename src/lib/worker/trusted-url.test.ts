import { afterEach, beforeEach, expect, test, vi } from 'vitest';

beforeEach(() => {
	vi.resetModules();
	vi.stubGlobal('location', new URL('https://here.example/sub/page/'));
});
afterEach(() => vi.unstubAllGlobals());

const load = async () => (await import('./trusted-url')).trustedUrl;

test('[S10] only a script of the page’s own origin may be started', async () => {
	const trustedUrl = await load();
	expect(trustedUrl('/sub/_app/w.js')).toBe('/sub/_app/w.js');
	expect(trustedUrl('https://here.example/w.js')).toBe('https://here.example/w.js');
	for (const url of [
		'https://there.example/w.js',
		'//there.example/w.js',
		'data:text/javascript,1',
		'blob:https://there.example/1'
	])
		expect(() => trustedUrl(url)).toThrow(TypeError);
});

test('[S10] where the browser asks for it, the address goes through our one policy', async () => {
	const createPolicy = vi.fn((_: string, rules: { createScriptURL: (url: string) => string }) => ({
		createScriptURL: (url: string) => ({ trusted: rules.createScriptURL(url) })
	}));
	vi.stubGlobal('trustedTypes', { createPolicy });
	const trustedUrl = await load();
	expect(trustedUrl('./w.js')).toEqual({ trusted: './w.js' });
	expect(() => trustedUrl('https://there.example/w.js')).toThrow(TypeError);
	expect(createPolicy.mock.calls.map(([name]) => name)).toEqual(['app-worker-url']);
});
