import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BackedUp } from '$lib/domain/backup';
import { SAMPLES } from '$lib/content/samples';
import { packViewings } from '$lib/domain/viewing';
import { faultSentence } from '$lib/text/file-faults';
import { readBackup } from './read-backup';
import { backupFileName, backupText } from './write-backup';

const MADE = '2026-11-24T14:00:00Z';
const samples = SAMPLES.map(({ file }): BackedUp['scenario'] => {
	const { format, version, ...scenario } = file;
	void [format, version];
	return { ...scenario, viewings: packViewings(file.viewings) };
});

async function* each(entries: readonly BackedUp[]) {
	yield* entries;
	await Promise.resolve();
}
async function textOf(entries: readonly BackedUp[]): Promise<string> {
	let text = '';
	for await (const piece of backupText(MADE, each(entries))) text += piece;
	return text;
}
const encode = (text: string) => new TextEncoder().encode(text);
const faultsOf = async (text: string) => {
	const read = await readBackup(encode(text));
	return read.ok ? [] : read.error;
};

describe('backup file (S6)', () => {
	test('S6 D25 any scenarios, written and read, are deep-equal, with their place in the bin', async () => {
		const entry = fc.record({ scenario: fc.constantFrom(...samples), deleted: fc.boolean() });
		await fc.assert(
			fc.asyncProperty(fc.array(entry, { maxLength: 4 }), async (entries) => {
				const read = await readBackup(encode(await textOf(entries)));
				if (!read.ok) throw new Error(JSON.stringify(read.error));
				expect(read.value.madeAt).toBe(MADE);
				expect(read.value.entries.map(({ scenario, deleted }) => ({ scenario, deleted }))).toEqual(entries);
			}),
			{ numRuns: 25 }
		);
	});

	test('S6 the file is named after its day', () => {
		expect(backupFileName(MADE)).toBe('live-reports-sandbox-backup-2026-11-24.json');
	});

	test('S6 reading tells how far it has come, always forward', async () => {
		const seen: number[] = [];
		const text = await textOf(samples.map((scenario) => ({ scenario, deleted: false })));
		await readBackup(encode(text), { onProgress: (done) => void seen.push(done) });
		expect(seen.every((done, i) => done >= (seen[i - 1] ?? 0) && done <= 1)).toBe(true);
	});
});

describe('a hostile backup (S9)', () => {
	const scenario = readFileSync(new URL('../content/busy-month.json', import.meta.url), 'utf8');
	const backup = (scenarios: string, rest = '"version": 1') =>
		`{"format": "live-reports-sandbox/backup", ${rest}, "madeAt": "${MADE}", "scenarios": ${scenarios}}`;
	const one = (text: string) => `[{"deleted": false, "scenario": ${text}}]`;

	test.each([
		[
			'another format',
			scenario,
			'WRONG_FORMAT',
			/not a backup but “live-reports-sandbox\/scenario”. Open it on Home/
		],
		['a newer version', backup('[]', '"version": 2'), 'NEWER_VERSION', /^The backup file has version 2/],
		['a key of nobody', backup('[]', '"version": 1, "x": 1'), 'UNKNOWN_KEY', /“x” is not known/],
		['no list', backup('{}'), 'WRONG_TYPE', /^scenarios: a list must stand here/],
		['an entry of nobody', backup('[{"deleted": false}]'), 'MISSING_KEY', /scenarios\[0\]/],
		[
			'no scenario',
			backup(one('{}')),
			'WRONG_FORMAT',
			/^scenarios\[0\]\.scenario: what stands here is not a scenario/
		],
		[
			'its scenario newer',
			backup(one(scenario.replace('"version": 1', '"version": 9'))),
			'NEWER_VERSION',
			/^scenarios\[0\]\.scenario has version 9/
		],
		[
			'its scenario broken',
			backup(one(scenario.replace(/"name": "[^"]*"/, '"name": 7'))),
			'WRONG_TYPE',
			/^scenarios\[0\]\.scenario\.name/
		],
		['cut off', backup('[').slice(0, -1), 'NOT_JSON', /not valid JSON/],
		[
			'its prototype attacked',
			backup('[]', '"version": 1, "__proto__": {"a": 1}'),
			'UNKNOWN_KEY',
			/__proto__/
		]
	])('S9 %s is told by name, and nothing is read', async (_, text, code, sentence) => {
		const faults = await faultsOf(text);
		expect(faults[0]?.code).toBe(code);
		expect(faultSentence(faults[0]!)).toMatch(sentence);
	});
});
