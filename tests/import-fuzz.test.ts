/** Short in every run; `npm run fuzz` goes on for a minute with seeds of its own and keeps those that fail. */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import kept from './import-seeds.json';
import { damaged, originalFiles, probe } from './import-fuzz';

const SEEDS = new URL('import-seeds.json', import.meta.url);
const RUNNING = join(tmpdir(), 'import-fuzz-seed.txt');
const ALWAYS = Array.from({ length: 150 }, (_, i) => i);
const seconds = Number(process.env['FUZZ_SECONDS'] ?? 0);

test('[S9] whole files become drafts', async () => {
	for (const { name, bytes } of await originalFiles()) expect(await probe(name, bytes)).toBe('draft');
});

test('[S9] F14 damaged files end in a sound draft, a question or one typed fault, without a hang', async () => {
	const originals = await originalFiles();
	const ends = new Map<string, number>();
	const run = async (seed: number) => {
		const { name, bytes } = damaged(originals, seed);
		// A hang can't be caught: then this file says which seed it was.
		if (seconds > 0) writeFileSync(RUNNING, String(seed));
		const end = await probe(name, bytes).catch((error: unknown) => {
			if (!kept.includes(seed) && seconds > 0) writeFileSync(SEEDS, `${JSON.stringify([...kept, seed])}\n`);
			throw new Error(`seed ${seed}, ${name}: ${String(error)}`, { cause: error });
		});
		ends.set(end, (ends.get(end) ?? 0) + 1);
	};
	for (const seed of [...kept, ...ALWAYS]) await run(seed);
	const until = performance.now() + seconds * 1000;
	for (let seed = Date.now() % 2 ** 31; performance.now() < until; seed++) await run(seed);
	expect(ends.get('draft')).toBeGreaterThan(10);
	expect(ends.size).toBeGreaterThan(4);
	if (seconds > 0) console.log(Object.fromEntries([...ends].toSorted((a, b) => b[1] - a[1])));
});
