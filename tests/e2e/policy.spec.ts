import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createFrom, expect, goTo, openTen, sample, test } from './fixtures';

const BUILD = 'build';
const filesOf = (folder: string): readonly string[] =>
	readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));

/** The policy that a page carries, by directive. */
function policyOf(file: string): ReadonlyMap<string, readonly string[]> {
	const content = /http-equiv="content-security-policy" content="([^"]*)"/.exec(
		readFileSync(file, 'utf8')
	)?.[1];
	return new Map(
		(content ?? '').split('; ').map((part) => {
			const [name = '', ...values] = part.split(' ');
			return [name, values];
		})
	);
}

test('[S10] N4 every page carries the strict policy, and no other way to start a script than ours', () => {
	const pages = filesOf(BUILD).filter((file) => file.endsWith('.html'));
	expect(pages.length).toBeGreaterThan(15);
	for (const file of pages) {
		const policy = policyOf(file);
		for (const [name, values] of policy) {
			expect
				.soft(
					values.filter((value) => /^'unsafe-(inline|eval)'|^\*|^https?:/.test(value)),
					name
				)
				.toEqual([]);
			if (name !== 'style-src-attr') expect.soft(values, name).not.toContain("'unsafe-hashes'");
		}
		for (const name of ['default-src', 'connect-src', 'worker-src', 'style-src'])
			expect(policy.get(name), `${name} of ${file}`).toEqual(["'self'"]);
		for (const name of ['object-src', 'base-uri', 'form-action'])
			expect(policy.get(name), `${name} of ${file}`).toEqual(["'none'"]);
		expect(policy.get('require-trusted-types-for')).toEqual(["'script'"]);
		expect(policy.get('trusted-types')).toEqual(['svelte-trusted-html', 'app-worker-url']);
	}
});

test('[S10] N3 N4 nothing that ships makes code from text or names a host to ask', () => {
	const scripts = filesOf(BUILD).filter((file) => /\.(js|css|html)$/.test(file));
	expect(scripts.length).toBeGreaterThan(60);
	const found = scripts.flatMap((file) =>
		[
			...readFileSync(file, 'utf8').matchAll(
				/\beval\(|\bimportScripts\(|(?:fetch|import)\(["'`]https?:|url\(["']?https?:|src="https?:/g
			)
		].map(([what]) => `${file}: ${what}`)
	);
	expect(found).toEqual([]);
});

test('[S10] the browser refuses a script from elsewhere and markup from text', async ({ page, context }) => {
	await openTen(page);
	context.removeAllListeners('console'); // the violations below are the point
	const outcome = await page.evaluate(async () => {
		const tried = (act: () => unknown) => {
			try {
				act();
				return 'done';
			} catch (error) {
				return (error as Error).name;
			}
		};
		return {
			markup: tried(() => (document.createElement('div').innerHTML = '<img src=x>')),
			worker: tried(() => new Worker('./theme.js')),
			code: await new Promise((told) =>
				// Later: what runs at once on behalf of a debugger may do more than the page.
				setTimeout(() => told(tried(() => globalThis.eval('1 + 1'))))
			),
			policy: tried(() =>
				(
					globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }
				).trustedTypes.createPolicy('mine', {})
			)
		};
	});
	expect(outcome).toEqual({
		markup: 'TypeError',
		worker: 'TypeError',
		code: 'EvalError',
		policy: 'TypeError'
	});
});

test('[S10] N2 markup in every name stays text, in every place', async ({ page }) => {
	const file = sample('ten-licenses');
	const EVIL = '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>';
	const poison = (value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(poison);
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(
			Object.entries(value).map(([key, inner]) => [
				key,
				key === 'name' ? `${String(inner)} ${EVIL}` : poison(inner)
			])
		);
	};
	await createFrom(page, poison(file));
	for (const place of [
		'Admin Portal',
		'Billing Portal',
		'Analytics Portal',
		'RingCentral app',
		'What-if',
		'Settings',
		'Home'
	]) {
		await goTo(page, place);
		await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
		expect(await page.locator('img[src="x"], main script').count(), place).toBe(0);
		await expect(page).not.toHaveTitle('owned');
	}
	await expect(page.getByText('<img src=x', { exact: false }).first()).toBeVisible();
});

test('[S10] N5 in a frame of another page, nothing of the user’s is read or shown', async ({
	page,
	context
}) => {
	await openTen(page);
	const home = page.url();
	const stranger = createServer((_, response) =>
		response
			.writeHead(200, { 'content-type': 'text/html' })
			.end(`<!doctype html><title>x</title><iframe width="900" height="600" src="${home}"></iframe>`)
	);
	await new Promise<void>((listening) => stranger.listen(0, '127.0.0.1', listening));
	const { port } = stranger.address() as AddressInfo;
	context.removeAllListeners('request'); // the stranger's page is off our origin
	await page.goto(`http://127.0.0.1:${port}/`);
	const framed = page.frameLocator('iframe');
	await expect(framed.getByRole('heading', { name: 'Open the sandbox by itself' })).toBeVisible();
	await expect(framed.getByRole('link', { name: 'Open Live Reports Sandbox' })).toBeVisible();
	await expect(framed.getByLabel('License figures')).toHaveCount(0);
	await expect(framed.getByRole('navigation')).toHaveCount(0);
	expect(page.workers()).toEqual([]);
	await page.goto(home);
	await expect(page.getByLabel('License figures')).toBeVisible();
	await new Promise((closed) => stranger.close(closed));
});
