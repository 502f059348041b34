import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COURSE } from '$lib/content/course';
import { SAMPLES } from '$lib/content/samples';
import { type LessonPack } from '$lib/domain/lesson';
import { LINK_LENGTHS, PACK_MARK, packCodeIn, sharedCode } from '$lib/domain/share-link';
import { codeOf, packText } from './link-code';
import { PACK_DICTIONARY } from './pack-dictionary';
import { packCode, readPackCode } from './pack-link';

const samples = new Set(SAMPLES.map(({ id }) => id));
const of = (...at: readonly number[]): LessonPack => ({
	...COURSE,
	lessons: at.map((i) => COURSE.lessons[i]!)
});
const SHORT = packCode(of(1))!;
const codesOf = async (code: string) => {
	const read = await readPackCode(code, samples);
	return read.ok ? [] : read.error.map((fault) => fault.code);
};
const codeFor = (value: unknown) => codeOf(packText(JSON.stringify(value), PACK_DICTIONARY));

describe('[E6] [S8] a pack in a link', () => {
	test.each(COURSE.lessons.map(({ id }, i) => [id, i] as const))('comes back as it was: %s', async (_, i) => {
		const code = packCode(of(i))!;
		expect(code.length).toBeLessThan(LINK_LENGTHS.most);
		expect(await readPackCode(code, samples)).toEqual({ ok: true, value: of(i) });
	});

	test('is not made where it would be too long', () => {
		expect(packCode(COURSE)).toBeNull();
		const large = { ...of(0), intro: 'x'.repeat(1_100_000) };
		expect(packCode(large)).toBeNull();
	});

	test('of version 1 that is out stays readable', async () => {
		expect(await readPackCode(RELEASED, samples)).toMatchObject({
			ok: true,
			value: { id: 'class', revision: 3 }
		});
	});

	test('is told from a scenario’s link, also where a program wrote the equals sign anew', () => {
		expect(packCodeIn(PACK_MARK + SHORT)).toBe(SHORT);
		expect(packCodeIn(`#PACK%3D${SHORT}`)).toBe(SHORT);
		expect(packCodeIn(`#share=${SHORT}`)).toBeNull();
		expect(sharedCode(PACK_MARK + SHORT)).toBeNull();
	});
});

describe('[S9] a pack’s link is hostile until it is read', () => {
	test('any changed letter is found, and nothing throws', () =>
		fc.assert(
			fc.asyncProperty(fc.nat(SHORT.length - 1), fc.constantFrom(...'Aa0-_.é '), async (at, letter) => {
				fc.pre(SHORT[at] !== letter);
				const [fault] = await codesOf(SHORT.slice(0, at) + letter + SHORT.slice(at + 1));
				expect(['LINK_DAMAGED', 'LINK_NEWER']).toContain(fault);
			}),
			{ numRuns: 300 }
		));

	test('any JSON with the right checksum gives a fault', () =>
		fc.assert(
			fc.asyncProperty(fc.jsonValue(), async (value) => {
				expect((await codesOf(codeFor(value))).length).toBeGreaterThan(0);
			}),
			{ numRuns: 300 }
		));

	test.each<[string, string, string]>([
		['nothing', '', 'LINK_DAMAGED'],
		['a later version', `2.${SHORT.slice(2)}`, 'LINK_NEWER'],
		['too many letters', `1.${'A'.repeat(100_000)}`, 'LINK_TOO_LONG'],
		[
			'far more than it seems',
			codeOf(packText(`"${'x'.repeat(2_000_000)}"`, PACK_DICTIONARY)),
			'LINK_TOO_LARGE'
		],
		['a scenario', codeFor({ format: 'live-reports-sandbox/scenario', version: 1 }), 'WRONG_FORMAT'],
		['a pack of later days', codeFor({ ...of(1), version: 2 }), 'NEWER_VERSION'],
		['a key that is not known', codeFor({ ...of(1), script: 'alert(1)' }), 'UNKNOWN_KEY']
	])('refuses %s', async (_, code, wanted) => {
		expect(await codesOf(code)).toEqual([wanted]);
	});
});

/** Made once and never again: the dictionary of version 1 must go on reading it. */
const RELEASED =
	'1.1iiy2aWZvU7DQBCEX2XLyCKWIjqoojwCaSkCWBTEtpBNwdvzzd6tfxQHktBFOp-92Z-Zubl_VuP1yDlqVpL7McG7vPhbXf' +
	'JIrAV4k9rINIAIHKodPQ8AaHpkqWY7vaW8KKdXZQeCl68Slm1EtwfURQ--TJCxnOZnz0rXMjoynnB5O8NEwjlsSmOSnU2fqh' +
	'5P-717XnEr4r_gUtxV9tXVQDLwgSSGaZKtKDiNWidNUhS2SodVdglybKt_ZFD7hDaVOwQ2byJ3L9yn1EQCCW19XJWsAVGcIw' +
	'O0E4dGXMHF0c3aF9HzjdEfuLMU0oNBOS38P4RbTqHqjFK79lAOU90gbvPx5FKBO37kVMmF8poLuc1GZqeTzIDIixibiqAKJ_' +
	'4w0YmrCtc6GhPSrjSqEVQQdUJWIZbY1mg-xA54omfpxnkVe9WdzntDyDZIk7Z5pA2Y9godgr1_tIB31fHDvmlZy0aY9dWhNt' +
	'Dcui_XJ3L9PIw8rz5rJ_C_gPZ_3UZ-rnEdsjc2v2NUS7sAOO-3TC_Mbroiljf9Aw';
