import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { COURSE } from '$lib/content/course';
import { SAMPLES } from '$lib/content/samples';
import { type FileFault } from '$lib/domain/fault';
import { type LessonPack, PACK_LIMITS } from '$lib/domain/lesson';
import { faultSentence } from '$lib/text/file-faults';
import { packText, readNotes, readPack } from './read-pack';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

const samples = new Set(SAMPLES.map(({ id }) => id));
const encode = (text: string) => new TextEncoder().encode(text);
/** A pack of two short lessons, to be spoiled. */
const pack = () => JSON.parse(packText({ ...COURSE, lessons: COURSE.lessons.slice(0, 2) })) as JsonObject;

/** Sets what stands at a path of keys and indexes; undefined removes it. */
function put(root: Json, path: readonly (string | number)[], value: Json | undefined): JsonObject {
	const parent = path.slice(0, -1).reduce<Json>((at, key) => (at as JsonObject)[key]!, root) as JsonObject;
	const key = path.at(-1)!;
	if (value === undefined) delete parent[key];
	else Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
	return root as JsonObject;
}

async function faultsOf(file: Uint8Array | string | JsonObject): Promise<readonly FileFault[]> {
	const bytes =
		file instanceof Uint8Array ? file : encode(typeof file === 'string' ? file : JSON.stringify(file));
	const read = await readPack(bytes, samples);
	for (const fault of read.ok ? [] : read.error) expect(faultSentence(fault)).toMatch(/^\S[^]*\.$/);
	return read.ok ? [] : read.error;
}
const briefly = async (file: Uint8Array | string | JsonObject) =>
	(await faultsOf(file)).map(({ code, path }) => `${code} ${path}`.trim());

const deep = (levels: number): Json =>
	levels === 1 ? { kind: 'downloaded' } : { kind: 'not', goal: deep(levels - 1) };
const long = (length: number) => 'x'.repeat(length);

describe('[S9] a pack is hostile until it is read', async () => {
	it('is read as it says', async () => {
		expect(await briefly(pack())).toEqual([]);
	});

	test.each<[string, string | Uint8Array, string[]]>([
		['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00]), ['NOT_TEXT']],
		['no JSON', '{"format": ', ['NOT_JSON']],
		['a list', '[]', ['WRONG_FORMAT']],
		[
			'another file of the sandbox',
			'{"format":"live-reports-sandbox/scenario","version":1}',
			['WRONG_FORMAT']
		],
		['nesting', `{"format":"live-reports-sandbox/lesson-pack","x":${'['.repeat(40)}`, ['TOO_DEEP']],
		['more than four megabytes', new Uint8Array(4 * 1024 * 1024 + 1).fill(0x20), ['TOO_LARGE']]
	])('refuses %s', async (_, file, codes) => {
		expect((await faultsOf(file)).map(({ code }) => code)).toEqual(codes);
	});

	test.each<[string, readonly (string | number)[], Json | undefined, string]>([
		['a newer version', ['version'], 2, 'NEWER_VERSION version'],
		['a version that never was', ['version'], 0, 'WRONG_VALUE version'],
		['an unknown key', ['author'], 'me', 'UNKNOWN_KEY author'],
		['an unknown key of a lesson', ['lessons', 0, 'script'], 'alert(1)', 'UNKNOWN_KEY lessons[0].script'],
		[
			'an unknown key of a goal',
			['lessons', 0, 'steps', 1, 'goal', 'then'],
			'x',
			'UNKNOWN_KEY lessons[0].steps[1].goal.then'
		],
		['a prototype', ['lessons', 0, '__proto__'], { id: 'x' }, 'UNKNOWN_KEY lessons[0].__proto__'],
		['a missing key', ['lessons', 1, 'debrief'], undefined, 'MISSING_KEY lessons[1].debrief'],
		[
			'an unknown kind of goal',
			['lessons', 0, 'steps', 1, 'goal', 'kind'],
			'eval',
			'WRONG_VALUE lessons[0].steps[1].goal.kind'
		],
		[
			'an unknown kind of step',
			['lessons', 0, 'steps', 1, 'kind'],
			'video',
			'WRONG_VALUE lessons[0].steps[1].kind'
		],
		[
			'an unknown figure',
			['lessons', 0, 'steps', 0, 'answer', 'plus', 0],
			'profit',
			'WRONG_VALUE lessons[0].steps[0].answer.plus[0]'
		],
		['a fraction', ['lessons', 0, 'minutes'], 7.5, 'NOT_A_QUANTITY lessons[0].minutes'],
		['a text where a list stands', ['lessons'], 'all', 'WRONG_TYPE lessons'],
		['no lesson', ['lessons'], [], 'WRONG_VALUE lessons'],
		['a title without end', ['title'], long(PACK_LIMITS.title + 1), 'WRONG_VALUE title'],
		[
			'an intro without end',
			['lessons', 0, 'intro'],
			long(PACK_LIMITS.text + 1),
			'WRONG_VALUE lessons[0].intro'
		],
		[
			'four hints',
			['lessons', 0, 'steps', 1, 'hints'],
			['a', 'b', 'c', 'd'],
			'WRONG_VALUE lessons[0].steps[1].hints'
		],
		[
			'goals in five floors',
			['lessons', 0, 'steps', 1, 'goal'],
			deep(5),
			'WRONG_VALUE lessons[0].steps[1].goal'
		],
		[
			'goals without end',
			['lessons', 0, 'steps', 1, 'goal'],
			{ kind: 'all', goals: Array.from({ length: 21 }, () => deep(1)) },
			'WRONG_VALUE lessons[0].steps[1].goal.goals'
		],
		[
			'an all of nothing',
			['lessons', 0, 'steps', 1, 'goal'],
			{ kind: 'all', goals: [] },
			'WRONG_VALUE lessons[0].steps[1].goal.goals'
		],
		[
			'a sample that is not there',
			['lessons', 1, 'start'],
			{ kind: 'sample', sample: 'nowhere' },
			'DANGLING_ID lessons[1].start.sample'
		],
		[
			'a start of both kinds',
			['lessons', 1, 'start'],
			{ kind: 'sample', sample: 'ten-licenses', scenario: null },
			'UNKNOWN_KEY lessons[1].start.scenario'
		],
		[
			'a start of the wrong shape',
			['lessons', 0, 'start', 'scenario', 'people', 0, 'extension'],
			100,
			'WRONG_TYPE lessons[0].start.scenario.people[0].extension'
		],
		[
			'an unsound start',
			['lessons', 0, 'start', 'scenario', 'people', 0, 'roleId'],
			'none',
			'DANGLING_ID lessons[0].start.scenario.people[0].roleId'
		],
		['two lessons of one id', ['lessons', 1, 'id'], 'who-needs-a-license', 'DOUBLE_ID lessons[1].id'],
		[
			'two steps of one id',
			['lessons', 0, 'steps', 1, 'id'],
			'predict-ten',
			'DOUBLE_ID lessons[0].steps[1].id'
		],
		[
			'a question that is not there',
			['lessons', 0, 'steps', 1, 'goal'],
			{ kind: 'answered', question: 'karen-joins' },
			'DANGLING_ID lessons[0].steps[1].goal'
		],
		[
			'a command that is no text',
			['lessons', 0, 'solution', 0, 'name'],
			7,
			'WRONG_TYPE lessons[0].solution[0].name'
		],
		[
			'a command whose input is a list',
			['lessons', 0, 'solution', 0, 'input'],
			[],
			'WRONG_TYPE lessons[0].solution[0].input'
		]
	])('refuses %s, and says where', async (_, path, value, fault) => {
		expect(await briefly(put(pack(), path, value))).toEqual([fault]);
	});

	test.each<[string, readonly (string | number)[], Json, string]>([
		['a title', ['title'], long(PACK_LIMITS.title + 1), 'Use at most 120 characters.'],
		['an intro', ['intro'], long(PACK_LIMITS.text + 1), 'Use at most 6,000 characters.'],
		['no title', ['lessons', 0, 'title'], ' ', 'Use at least 1 character.'],
		['hints', ['lessons', 0, 'steps', 1, 'hints'], ['a', 'b', 'c', 'd'], 'Use at most 3 entries.'],
		['no lessons', ['lessons'], [], 'Use at least 1 entry.'],
		['minutes', ['lessons', 0, 'minutes'], 121, 'Use a whole number of at most 120.'],
		['no minutes', ['lessons', 0, 'minutes'], 0, 'Use a whole number of at least 1.'],
		[
			'licenses without end',
			['lessons', 0, 'steps', 0, 'answer', 'plus', 0],
			1e300,
			'Use a whole number from 0 to 1,000,000,000.'
		]
	])('says how much there may be of what is too much or too little: %s', async (_, path, value, says) => {
		const [fault] = await faultsOf(put(pack(), path, value));
		expect(faultSentence(fault!)).toContain(says);
	});

	it('refuses a prototype in the input of a command, which is kept as it stands otherwise', async () => {
		const at = ['lessons', 0, 'solution', 0, 'input'] as const;
		const inside = put(pack(), [...at, 'inner'], { list: [{ a: 1 }], constructor: { prototype: 1 } });
		expect(await briefly(inside)).toEqual([]);
		for (const path of [[], ['inner'], ['inner', 'list', 0]])
			expect(
				await briefly(put(structuredClone(inside), [...at, ...path, '__proto__'], { plan: 'x' }))
			).toEqual([
				`UNKNOWN_KEY ${['lessons[0].solution[0].input', ...path].join('.').replace('.0', '[0]')}.__proto__`
			]);
	});

	it('takes goals in four floors, and twenty beside each other', async () => {
		const goal: Json = { kind: 'all', goals: Array.from({ length: 20 }, () => deep(3)) };
		expect(await briefly(put(pack(), ['lessons', 0, 'steps', 1, 'goal'], goal))).toEqual([]);
	});

	it('refuses a right choice that is none of the choices', async () => {
		const file = JSON.parse(packText(COURSE)) as unknown as LessonPack;
		const at = file.lessons.findIndex(({ id }) => id === 'buying-licenses');
		const step = file.lessons[at]!.steps.findIndex(({ kind }) => kind === 'choice');
		const spoiled = put(file as unknown as Json, ['lessons', at, 'steps', step, 'right'], 'none');
		expect(await briefly(spoiled)).toEqual([`DANGLING_ID lessons[${at}].steps[${step}].right`]);
	});

	it('never throws, whatever the bytes are', async () => {
		await fc.assert(
			fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 60 }), fc.json().map(encode)), async (bytes) => {
				expect((await readPack(bytes, samples)).ok).toBe(false);
				expect((await readNotes(bytes)).ok).toBe(false);
			}),
			{ numRuns: 300 }
		);
	});

	it('a pack changed anywhere is read as it says, or refused at places that exist', async () => {
		const text = JSON.stringify(pack());
		await fc.assert(
			fc.asyncProperty(
				fc.nat(text.length - 1),
				fc.constantFrom('', '1', '"', '}', '[', 'x', ','),
				async (at, put) => {
					const read = await readPack(encode(text.slice(0, at) + put + text.slice(at + 1)), samples);
					if (read.ok) expect(JSON.parse(text.slice(0, at) + put + text.slice(at + 1))).toEqual(read.value);
					else expect(read.error.length).toBeGreaterThan(0);
				}
			),
			{ numRuns: 200 }
		);
	});
});
