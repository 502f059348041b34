import { expect, test } from 'vitest';
import { isImmutable, partsOf, startersOf, wrongWith, type Answer } from './checks';

const answer = (contentType: string, rest: Partial<Answer> = {}): Answer => ({
	status: 200,
	type: 'basic',
	redirected: false,
	headers: new Headers({ 'content-type': contentType }),
	...rest
});

test.each([
	['/', 'text/html; charset=utf-8'],
	['/a/billing/', 'text/html'],
	['/a/_app/immutable/chunks/x.js', 'text/javascript; charset=utf-8'],
	['/a/_app/immutable/chunks/x.js', 'application/javascript'],
	['/a/_app/immutable/assets/x.css', 'text/css'],
	['/icon-192.png', 'image/png'],
	['/favicon.svg', 'image/svg+xml'],
	['/manifest.webmanifest', 'application/manifest+json'],
	['/manifest.webmanifest', 'application/octet-stream']
])('[S10] %s as %s is kept', (path, type) => {
	expect(wrongWith(path, answer(type))).toBeNull();
});

test.each([
	['/x.js', 'text/html'],
	['/x.js', 'text/plain'],
	['/x.js', 'text/javascriptish-html'.replace('ish-', '/')],
	['/x.css', 'text/html; charset=utf-8'],
	['/', 'text/javascript'],
	['/', 'application/json'],
	['/icon-192.png', 'text/html'],
	['/manifest.webmanifest', 'text/html'],
	['/strange', 'text/html'],
	['/strange.exe', 'application/octet-stream'],
	['/x.js', '']
])('[S10] %s as “%s” is not kept', (path, type) => {
	expect(wrongWith(path, answer(type))).not.toBeNull();
});

test.each([
	['a missing file', { status: 404 }],
	['a part of a file', { status: 206 }],
	['nothing new', { status: 304 }],
	['a failing host', { status: 500 }],
	['another host', { type: 'opaque', status: 0 }],
	['another host that allows it', { type: 'cors' }],
	['a redirect that was followed', { redirected: true }]
] as const)('[S10] %s is not kept', (_, rest) => {
	expect(wrongWith('/x.js', answer('text/javascript', rest))).not.toBeNull();
});

test('[S10] the scripts that start a build are the ones its pages name', () => {
	const build = [
		'/a/_app/immutable/entry/app.CPBAigYY.js',
		'/a/_app/immutable/nodes/0.js',
		'/a/_app/immutable/entry/start.B_x-1.js'
	];
	expect(startersOf(build)).toEqual(['/entry/app.CPBAigYY.js', '/entry/start.B_x-1.js']);
});

test('[S10] only files of this folder whose names carry a hash are the same in every build', () => {
	expect(isImmutable('/a/_app/immutable/x.js', '/a/')).toBe(true);
	expect(isImmutable('/a/b/_app/immutable/x.js', '/a/')).toBe(false);
	expect(isImmutable('/a/_app/version.json', '/a/')).toBe(false);
	expect(isImmutable('/a/theme.js', '/a/')).toBe(false);
});

test('[S10] the parts of a worker are found beside it', () => {
	const script =
		'import{a as b}from"./chunks/C4G_JCGV.js";await import(`../shared/x-1.js`);const t="./not a part.js",u="chunks/y.js"';
	expect(partsOf('/a/_app/immutable/workers/engine.worker-1.js', script)).toEqual([
		'/a/_app/immutable/workers/chunks/C4G_JCGV.js',
		'/a/_app/immutable/shared/x-1.js'
	]);
});
