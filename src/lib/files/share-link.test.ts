import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import ten from '../content/ten-licenses.json';
import { type FileFault } from '$lib/domain/fault';
import { type Result } from '$lib/domain/result';
import { type ScenarioFile, toScenarioFile } from '$lib/domain/scenario';
import { LINK_LENGTHS } from '$lib/domain/share-link';
import { packViewings } from '$lib/domain/viewing';
import { strangeScenarios } from '../../../tests/strange-scenarios';
import { checksum, codeLength, codeOf, LINK_LIMITS, packText, readCode, SLICE } from './link-code';
import { DICTIONARY } from './link-dictionary';
import { readLink } from './read-link';
import { recipeLinkText, scenarioLinkText } from './write-link';

const WIDE = { characters: 10_000_000, inflated: 100_000_000 };
const TEN = ten as ScenarioFile;
const linkTextOf = (file: ScenarioFile): string =>
	scenarioLinkText({ ...file, viewings: packViewings(file.viewings) }) ?? '';
const codeFor = (text: string): string => codeOf(packText(text));
const TEN_CODE = codeFor(linkTextOf(TEN));

/** A code whose checksum is right, around anything. */
function codeAround(body: Uint8Array): string {
	const packed = new Uint8Array(4 + body.length);
	new DataView(packed.buffer).setUint32(0, checksum(body));
	packed.set(body, 4);
	return codeOf(packed);
}
const deflated = (bytes: Uint8Array) => deflateSync(bytes, { level: 9, dictionary: DICTIONARY });

const codesOf = (read: Result<unknown, readonly FileFault[]>): readonly string[] =>
	read.ok ? [] : read.error.map((fault) => fault.code);

describe('[S8] a link', () => {
	test('brings back exactly the scenario that it was made of', () =>
		fc.assert(
			fc.asyncProperty(strangeScenarios, async (scenario) => {
				const packed = packText(scenarioLinkText(scenario) ?? '');
				const code = codeOf(packed);
				expect(code).toHaveLength(codeLength(packed));
				expect(code).toMatch(/^1\.[\w-]+$/);
				const read = await readLink(code, WIDE);
				expect(read).toStrictEqual({
					ok: true,
					value: { kind: 'scenario', file: JSON.parse(JSON.stringify(toScenarioFile(scenario))) as unknown }
				});
			}),
			{ numRuns: 200 }
		));

	test('is one text for one scenario, wherever its blocks of viewings begin', () => {
		const blocks = TEN.viewings.flatMap((viewing) => packViewings([viewing]));
		expect(blocks.length).toBeGreaterThan(1);
		expect(scenarioLinkText({ ...TEN, viewings: blocks })).toBe(linkTextOf(TEN));
	});

	test('of the shipped example is short enough for every program', () => {
		expect(TEN_CODE.length).toBeLessThan(LINK_LENGTHS.short / 2);
	});

	test('brings back a recipe', async () => {
		const steps = [
			{ name: 'stepClock', input: { days: 1 } },
			{ name: 'renameScenario', input: { name: 'Zoë' }, actor: 'alice' }
		];
		const recipe = { sample: 'ten-licenses', print: 7, steps };
		expect(await readLink(codeFor(recipeLinkText(recipe)))).toEqual({
			ok: true,
			value: { kind: 'recipe', recipe }
		});
	});

	test('of version 1 that is out stays readable', async () => {
		const read = await readLink(RELEASED);
		expect(read.ok && read.value.kind === 'scenario' && read.value.file).toEqual(TEN);
	});

	test('is not packed where a scenario has too many items for any link', () => {
		const members = Array.from({ length: 20_001 }, () => ({ personId: 'alice' }));
		const queues = [{ ...TEN.queues[0]!, members }];
		expect(scenarioLinkText({ ...TEN, viewings: [], queues })).toBeNull();
	});
});

describe('[S8] [S9] what is no link', () => {
	const letter = fc.constantFrom(...'ABCXYZabcxyz0189-_.+/= %é\u0000');
	const change = fc.record({
		at: fc.nat(),
		what: fc.constantFrom('replace', 'insert', 'cut', 'swap'),
		letter
	});

	function changed(code: string, { at, what, letter: put }: { at: number; what: string; letter: string }) {
		const i = at % code.length;
		if (what === 'replace') return code.slice(0, i) + put + code.slice(i + 1);
		if (what === 'insert') return code.slice(0, i) + put + code.slice(i);
		if (what === 'cut') return code.slice(0, i);
		return code.slice(0, i) + (code[i + 1] ?? '') + (code[i] ?? '') + code.slice(i + 2);
	}

	test('any changed letter is found, and nothing throws', () =>
		fc.assert(
			fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
				const code = changes.reduce(changed, TEN_CODE);
				fc.pre(code !== TEN_CODE);
				const [fault, ...more] = codesOf(await readLink(code));
				expect(['LINK_DAMAGED', 'LINK_NEWER', 'LINK_TOO_LONG']).toContain(fault);
				expect(more).toEqual([]);
			}),
			{ numRuns: 1_000 }
		));

	test('any text, and any bytes with the right checksum, give a fault', () =>
		fc.assert(
			fc.asyncProperty(
				fc.oneof(
					fc.string({ unit: 'binary' }),
					fc.string().map((text) => `1.${text}`),
					fc.uint8Array({ maxLength: 300 }).map(codeAround),
					fc.uint8Array({ maxLength: 300 }).map((bytes) => codeAround(deflated(bytes))),
					fc.json().map(codeFor),
					fc.json().map((json) => codeFor(`{"scenario":${json}}`)),
					fc.json().map((json) => codeFor(`{"recipe":${json}}`))
				),
				async (code) => {
					expect(codesOf(await readLink(code, WIDE)).length).toBeGreaterThan(0);
				}
			),
			{ numRuns: 1_000 }
		));

	test.each<[string, string, string]>([
		['nothing', '', 'LINK_DAMAGED'],
		['no version', TEN_CODE.slice(2), 'LINK_DAMAGED'],
		['a later version', `2.${TEN_CODE.slice(2)}`, 'LINK_NEWER'],
		['letters of no base64', `1.${'é'.repeat(50)}`, 'LINK_DAMAGED'],
		['a length of no base64', `1.${'A'.repeat(49)}`, 'LINK_DAMAGED'],
		['a checksum alone', '1.AAAAAA', 'LINK_DAMAGED'],
		['1.9 million letters', `1.${'A'.repeat(1_900_000)}`, 'LINK_TOO_LONG'],
		['text that is no UTF-8', codeAround(deflated(new Uint8Array([0xff, 0xff]))), 'LINK_NOT_OURS'],
		['no JSON', codeFor('{"scenario":'), 'LINK_NOT_OURS'],
		['deep JSON', codeFor('['.repeat(3_000) + ']'.repeat(3_000)), 'LINK_NOT_OURS'],
		['a list', codeFor('[]'), 'LINK_NOT_OURS'],
		['more than one thing', codeFor('{"scenario":{},"recipe":{}}'), 'LINK_NOT_OURS'],
		['a prototype', codeFor('{"__proto__":{"scenario":{}}}'), 'LINK_NOT_OURS'],
		[
			'too many commands',
			codeFor(
				recipeLinkText({
					...{ sample: 'x', print: 0 },
					steps: Array.from({ length: 201 }, () => ({ name: 'playDay', input: {} }))
				})
			),
			'LINK_NOT_OURS'
		]
	])('%s', async (_, code, fault) => {
		expect(codesOf(await readLink(code))).toEqual([fault]);
	});

	test('a scenario that a file could not bring is refused with the path of each fault', async () => {
		const text = linkTextOf({
			...TEN,
			people: TEN.people.map((person, i) => (i === 0 ? { ...person, roleId: 'nobody' } : person))
		});
		const read = await readLink(codeFor(text));
		expect(!read.ok && read.error).toEqual([
			{ code: 'DANGLING_ID', path: 'people[0].roleId', detail: { id: 'nobody' } }
		]);
		const polluted = linkTextOf(TEN).replace('{"scenario":{', '{"scenario":{"__proto__":{"x":1},');
		expect(codesOf(await readLink(codeFor(polluted)))).toEqual(['UNKNOWN_KEY']);
		expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
	});

	test.each([
		['an ordinal without an id', { person: [9, 0, 0] }],
		['columns of different lengths', { at: [1] }],
		['half seconds', { at: [1.5, 0, 0] }],
		['a year 10000', { at: [253_402_300_799, 1, 0] }],
		['a key more', { more: 1 }]
	])('viewings with %s', async (_, part) => {
		const raw = JSON.parse(linkTextOf(TEN)) as { scenario: { viewings: object } };
		const viewings = { ...raw.scenario.viewings, ...part };
		const text = JSON.stringify({ scenario: { ...raw.scenario, viewings } });
		expect(codesOf(await readLink(codeFor(text)))).toEqual(['LINK_NOT_OURS']);
	});
});

describe('[S8] N1 a bomb', () => {
	const bomb = codeAround(deflated(new Uint8Array(100 * 1_048_576).fill(0x20)));

	test('of 100 MiB is refused by its length', () => {
		expect(bomb.length).toBeGreaterThan(100_000);
		expect(codeOfFault(readCode(bomb))).toBe('LINK_TOO_LONG');
	});

	test('is inflated no further than one slice past the limit, whatever its length', () => {
		const read = readCode(bomb, { ...LINK_LIMITS, characters: bomb.length });
		expect(codeOfFault(read)).toBe('LINK_TOO_LARGE');
		const bytes = read.ok ? 0 : Number(read.error.detail['bytes']);
		expect(bytes).toBeGreaterThan(LINK_LIMITS.inflated);
		expect(bytes).toBeLessThan(LINK_LIMITS.inflated + SLICE * 1_032 + 1);
	});

	test('within the length is bounded too', () => {
		const short = codeAround(deflated(new Uint8Array(2_900_000).fill(0x20)));
		expect(short.length).toBeLessThan(LINK_LIMITS.characters);
		expect(codeOfFault(readCode(short))).toBe('LINK_TOO_LARGE');
	});
});

const codeOfFault = (read: Result<unknown, FileFault>): string => (read.ok ? 'none' : read.error.code);

/** The ten-license example as the first release packs it. */
const RELEASED = [
	'1.IgQFtb1YS24CMQy9Sg5QJGY6fLoElU0_u5G6HgQVLYOQqNRev3HsxHF-0ClihTyt_Jz4xfZzkiDtbqu8GU7R-DOAN-3PU',
	'enXCFlUVFwci27GkWtTwb68jQtRlkhu84_tW7LTk4P1tofZmR0s3QdysFyBkosclMh4I-JQqTT_8MeiJ8fwRd8rcqa8qnun',
	'NDsUjRTK65fpUX1YvdaKxWuPxpD1E2apTFspFuUOng67XpBZKPfBfQbeLdWYOse1RxtjSOfQFS50bmnonH8ed3BC8v6ElnB',
	'fJVtV1FjPneKrO3WgHF0G0JRQ4iSDoQ4fey8hr2hJoPurAG21imKgFVoCqB50eVGWNt23_uXiQ6aEGnR5EdQeChBDPZMpoQ',
	'ZdXwTVa7HMSC9oSaDmKkCH7gTrBFe4jCWBJv8C8kWynadHuZ5RHquFisTaor1npm3zeoN5Gx9a8NE8CeglLrpcQ8pGB_SS0',
	'UFhysdmHkcQBvI4-IiMCz4aboSHgMSBqgpkpn0ko3eQUl6NoWnEfmZdhc1ASnhbx-lU0R4AdGbdVk6Mp4SZl_OyPrNUoD-n',
	'dJrnK5D4FAZEgjsBAueUlsFtpkvg7CsNPkVwk4z0MiC4T7kYsLmKFgSppQDvAh7uZ1XTaBlQzer5VP-O6sl4Ph7DkHTBmkC',
	'HDnHHawLkQ2pPkF0DNOe3AH6_uMDj9LxHLjiwWvgF'
].join('');
