import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { FILE_FAULTS, type FileFault } from '$lib/domain/fault';
import { toScenarioFile } from '$lib/domain/scenario';
import { readScenario } from './read-scenario';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

const source = readFileSync(new URL('../content/busy-month.json', import.meta.url), 'utf8');
const encode = (text: string) => new TextEncoder().encode(text);
const sample = () => JSON.parse(source) as JsonObject;

/** The faults of a text, or of a file's JSON. */
async function faultsOf(file: string | Uint8Array | JsonObject, limits = {}): Promise<readonly FileFault[]> {
	const bytes =
		file instanceof Uint8Array ? file : encode(typeof file === 'string' ? file : JSON.stringify(file));
	const read = await readScenario(bytes, { limits });
	return read.ok ? [] : read.error;
}
const briefly = (faults: readonly FileFault[]) => faults.map(({ code, path }) => `${code} ${path}`.trim());

/** Sets what stands at a path of keys and indexes; undefined removes it. */
function put(root: Json, path: readonly (string | number)[], value: Json | undefined): void {
	const parent = path.slice(0, -1).reduce<Json>((at, key) => (at as JsonObject)[key]!, root) as JsonObject;
	const key = path.at(-1)!;
	if (value === undefined) delete parent[key];
	else Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
}
/** The sample with changes; a path is written as in a fault. */
function broken(changes: Record<string, Json | undefined>): JsonObject {
	const file = sample();
	for (const [path, value] of Object.entries(changes))
		put(
			file,
			path
				.split(/[.[\]]+/)
				.filter(Boolean)
				.map((key) => (/^\d+$/.test(key) ? Number(key) : key)),
			value
		);
	return file;
}

/** Every fault that a changed sample can show, and exactly what is told. */
const CASES: readonly [change: Record<string, Json | undefined>, faults: readonly string[]][] = [
	[{ format: 'live-reports-sandbox/backup' }, ['WRONG_FORMAT']],
	[{ format: undefined }, ['WRONG_FORMAT']],
	[{ version: 2, people: 'broken too' }, ['NEWER_VERSION version']],
	[{ version: 0 }, ['WRONG_VALUE version']],
	[{ version: '1' }, ['WRONG_TYPE version']],
	[{ version: undefined }, ['MISSING_KEY version']],
	[{ extra: 1 }, ['UNKNOWN_KEY extra']],
	[{ 'people[3].rolId': 'x' }, ['UNKNOWN_KEY people[3].rolId']],
	[{ 'people[3].role id': 'x' }, ['UNKNOWN_KEY people[3]["role id"]']],
	[{ 'people[3].roleId': undefined }, ['MISSING_KEY people[3].roleId']],
	[{ people: undefined }, ['MISSING_KEY people']],
	[{ people: {} }, ['WRONG_TYPE people']],
	[{ 'people[3]': [] }, ['WRONG_TYPE people[3]']],
	[{ 'people[3].extension': 101 }, ['WRONG_TYPE people[3].extension']],
	[{ 'people[3].status': 'gone' }, ['WRONG_VALUE people[3].status']],
	[{ 'people[3].status': null }, ['WRONG_TYPE people[3].status']],
	[{ 'people[23].id': '' }, ['WRONG_VALUE people[23].id']],
	[{ 'account.currency': 'usd' }, ['WRONG_VALUE account.currency']],
	[{ 'assumptions.A-DUAL': 'three' }, ['WRONG_VALUE assumptions.A-DUAL']],
	[{ 'queues[0].members[1]': null }, ['WRONG_TYPE queues[0].members[1]']],
	[{ 'queues[0].members': 7 }, ['WRONG_TYPE queues[0].members']],
	[{ 'viewings[2].at': '2026-11-31T14:00:00Z' }, ['NOT_AN_INSTANT viewings[2].at']],
	[{ 'queues[0].members[1].from': '2026-11-03' }, ['NOT_AN_INSTANT queues[0].members[1].from']],
	[{ asOf: '2026-11-24T14:00:00+01:00' }, ['NOT_AN_INSTANT asOf']],
	[{ asOf: '0000-01-01T00:00:00Z' }, ['CLOCK_OUT_OF_RANGE asOf']],
	[{ 'orders[0].lines[1].quantity': 1_000_000_001 }, ['NOT_A_QUANTITY orders[0].lines[1].quantity']],
	[{ 'account.timeZone': 'Mars/Olympus' }, ['UNKNOWN_TIME_ZONE account.timeZone']],
	[{ 'orders[0].lines[1].quantity': -1 }, ['NOT_A_QUANTITY orders[0].lines[1].quantity']],
	[{ 'orders[0].lines[1].quantity': 1.5 }, ['NOT_A_QUANTITY orders[0].lines[1].quantity']],
	[{ 'orders[0].lines[1].quantity': -1.5 }, ['NOT_A_QUANTITY orders[0].lines[1].quantity']],
	[{ 'orders[0].lines[1].quantity': 2 ** 53 }, ['NOT_A_QUANTITY orders[0].lines[1].quantity']],
	[{ 'orders[0].lines[1].quantity': '3' }, ['WRONG_TYPE orders[0].lines[1].quantity']],
	[{ 'account.prices.liveReports': -5 }, ['NOT_A_QUANTITY account.prices.liveReports']],
	[{ 'people[3].roleId': 'nobody' }, ['DANGLING_ID people[3].roleId']],
	[{ 'people[3].roleId': '__proto__' }, ['DANGLING_ID people[3].roleId']],
	[{ 'people[3].costCenterId': 'x' }, ['DANGLING_ID people[3].costCenterId']],
	[{ 'account.costCenters[1].parentId': 'x' }, ['DANGLING_ID account.costCenters[1].parentId']],
	[{ 'queues[0].managerIds[0]': 'x' }, ['DANGLING_ID queues[0].managerIds[0]']],
	[{ 'queues[0].members[1].personId': 'x' }, ['DANGLING_ID queues[0].members[1].personId']],
	[{ 'dashboards[0].ownerId': 'x' }, ['DANGLING_ID dashboards[0].ownerId']],
	[{ 'dashboards[0].sharedWith[1]': 'x' }, ['DANGLING_ID dashboards[0].sharedWith[1]']],
	[{ 'dashboards[0].widgets[1].queueId': 'x' }, ['DANGLING_ID dashboards[0].widgets[1].queueId']],
	[{ 'viewings[4].personId': 'x' }, ['DANGLING_ID viewings[4].personId']],
	[{ 'viewings[4].dashboardId': 'x' }, ['DANGLING_ID viewings[4].dashboardId']],
	[{ 'orders[1].placedBy': 'x' }, ['DANGLING_ID orders[1].placedBy']],
	[{ 'orders[1].lines[0].costCenterId': 'x' }, ['DANGLING_ID orders[1].lines[0].costCenterId']],
	[{ 'roles[0].basedOn': 'x' }, ['DANGLING_ID roles[0].basedOn']],
	[{ practice: { defaultRoleId: 'x' } }, ['DANGLING_ID practice.defaultRoleId']],
	[{ practice: { pinned: [null, 'x'] } }, ['DANGLING_ID practice.pinned[1]']],
	[{ practice: { theme: 'x' } }, ['UNKNOWN_KEY practice.theme']],
	[
		{ practice: { routine: { seed: 1, viewers: [{ personId: 'x', dashboardId: 'y', everyDays: 1 }] } } },
		[
			'DANGLING_ID practice.routine.viewers[0].personId',
			'DANGLING_ID practice.routine.viewers[0].dashboardId'
		]
	],
	[{ 'people[22].id': 'jonas', 'queues[4].members[1].personId': 'jonas' }, ['DOUBLE_ID people[22].id']],
	[{ 'orders[1].id': 'o1' }, ['DOUBLE_ID orders[1].id']],
	[{ 'dashboards[0].widgets[2].id': 'w1' }, ['DOUBLE_ID dashboards[0].widgets[2].id']],
	[
		{
			'roles[1].id': 'manager',
			'people[3].roleId': 'manager',
			'people[10].roleId': 'manager',
			'people[16].roleId': 'manager'
		},
		['RESERVED_ID roles[1].id']
	],
	[
		{
			'queues[0].members[3].to': '2026-10-30T17:00:00Z',
			'queues[0].members[3].from': '2026-10-30T17:00:01Z'
		},
		['TO_BEFORE_FROM queues[0].members[3].to']
	],
	[{ 'queues[0].members[3].from': '2026-10-30T17:00:00Z' }, []],
	[{ 'dashboards[2].deletedAt': '2026-11-04T14:59:59Z' }, ['TO_BEFORE_FROM dashboards[2].deletedAt']],
	[{ 'dashboards[0].widgets[0].to': '2026-01-01T00:00:00Z' }, ['TO_BEFORE_FROM dashboards[0].widgets[0].to']],
	[{ 'account.costCenters[2].parentId': 'nurse' }, ['COST_CENTER_CYCLE account.costCenters[2].parentId']],
	[{ 'account.costCenters[4].parentId': 'bill' }, ['COST_CENTER_CYCLE account.costCenters[4].parentId']],
	[
		{ 'people[3].roleId': 7, 'people[5].status': 'gone', 'queues[1].name': null, 'viewings[0].at': 'now' },
		[
			'WRONG_TYPE people[3].roleId',
			'WRONG_VALUE people[5].status',
			'WRONG_TYPE queues[1].name',
			'NOT_AN_INSTANT viewings[0].at'
		]
	],
	[
		{ 'people[3].roleId': 'nobody', 'orders[1].id': 'o1' },
		['DANGLING_ID people[3].roleId', 'DOUBLE_ID orders[1].id']
	]
];

test.each(CASES)('[S9] %j is told as %j', async (change, faults) => {
	expect(briefly(await faultsOf(broken(change)))).toEqual(faults);
});

test('[S9] a missing Root is told once, beside what then points nowhere', async () => {
	const faults = briefly(await faultsOf(broken({ 'account.costCenters[0].id': 'top' })));
	expect(faults.filter((fault) => fault.startsWith('ROOT_MISSING'))).toEqual([
		'ROOT_MISSING account.costCenters'
	]);
	expect(faults).toContain('DANGLING_ID people[0].costCenterId');
});

test('[S9] every code but those of text, size, number of faults and links has a case above', () => {
	const elsewhere = ['TOO_LARGE', 'NOT_TEXT', 'NOT_JSON', 'TOO_DEEP', 'ROOT_MISSING', 'MORE_FAULTS'];
	const told = new Set(CASES.flatMap(([, faults]) => faults.map((fault) => fault.split(' ')[0])));
	const own = FILE_FAULTS.filter((code) => !code.startsWith('LINK_'));
	expect([...told, ...elsewhere].sort()).toEqual([...own].sort());
});

describe('[S9] before it is JSON', () => {
	it('refuses a file over the size limit', async () => {
		expect(await faultsOf(source, { bytes: 100 })).toEqual([
			{
				code: 'TOO_LARGE',
				path: '',
				detail: { bytes: encode(source).length, limit: 100, wanted: 'live-reports-sandbox/scenario' }
			}
		]);
	});

	it.each([
		['UTF-16, little end first', new Uint8Array([0xff, 0xfe, 0x7b, 0]), 'utf-16'],
		['UTF-16, big end first', new Uint8Array([0xfe, 0xff, 0, 0x7b]), 'utf-16'],
		['UTF-16 without a mark', new Uint8Array([0x7b, 0, 0x7d, 0]), 'utf-16'],
		['a ZIP file', new Uint8Array([0x50, 0x4b, 3, 4, 20]), 'zip'],
		['half a character', new Uint8Array([0x22, 0xc3, 0x22]), 'other'],
		['a surrogate in UTF-8', new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22]), 'other']
	])('refuses %s', async (_, bytes, looksLike) => {
		expect(await faultsOf(bytes)).toEqual([
			{ code: 'NOT_TEXT', path: '', detail: { looksLike, wanted: 'live-reports-sandbox/scenario' } }
		]);
	});

	it('takes a byte order mark of UTF-8', async () => {
		expect(await faultsOf(`\ufeff${source}`)).toEqual([]);
	});

	it('refuses 50 MB of nesting before parsing', async () => {
		const bytes = new Uint8Array(50_000_000).fill(0x5b);
		expect(await faultsOf(bytes)).toEqual([{ code: 'TOO_DEEP', path: '', detail: { limit: 64 } }]);
	});

	it('counts no bracket inside a text as nesting', async () => {
		const name = `${'['.repeat(100)}\\"${'{'.repeat(100)}`;
		expect(briefly(await faultsOf(broken({ name })))).toEqual([]);
	});

	it('refuses one level more than the limit, and no fewer', async () => {
		const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
		expect(briefly(await faultsOf(nested(64)))).toEqual(['WRONG_FORMAT']);
		expect(briefly(await faultsOf(nested(65)))).toEqual(['TOO_DEEP']);
	});

	it('tells where it stops being JSON', async () => {
		expect(await faultsOf('{\n  "format": "x",\n  "name": "é",}')).toEqual([
			{
				code: 'NOT_JSON',
				path: '',
				detail: { line: 3, column: 15, found: '}', expected: 'a key in double quotes' }
			}
		]);
		expect(briefly(await faultsOf(''))).toEqual(['NOT_JSON']);
	});
});

describe('[S9] hostile JSON', () => {
	const KEYS = ['__proto__', 'constructor', 'prototype'];
	const PLACES = [
		'',
		'account',
		'account.prices',
		'account.costCenters[0]',
		'assumptions',
		'roles[0]',
		'people[0]',
		'queues[0]',
		'queues[0].members[0]',
		'dashboards[0]',
		'dashboards[0].widgets[0]',
		'viewings[0]',
		'orders[0]',
		'orders[0].lines[0]'
	];

	it.each(KEYS.flatMap((key) => PLACES.map((place) => [key, place] as const)))(
		'refuses an own %s in "%s"',
		async (key, place) => {
			const path = place === '' ? key : `${place}.${key}`;
			const faults = await faultsOf(broken({ [path]: { polluted: 1, at: 'x' } }));
			expect(briefly(faults)).toEqual([`UNKNOWN_KEY ${path}`]);
			expect(({} as { polluted?: number }).polluted).toBeUndefined();
		}
	);

	it.each(['1e400', '-1e400', '-0', '-0.0', '9007199254740993', '1e-7'])(
		'refuses the quantity %s',
		async (number) => {
			const text = source.replace('"quantity": 6', `"quantity": ${number}`);
			expect(text).not.toBe(source);
			expect(briefly(await faultsOf(text))).toEqual(['NOT_A_QUANTITY orders[0].lines[0].quantity']);
		}
	);

	it('takes the last of two equal keys, as JSON.parse does', async () => {
		const read = await readScenario(encode(source.replace('"version"', '"name": "First", "version"')));
		expect(read).toMatchObject({ ok: true, value: { scenario: { name: 'Busy month' } } });
	});

	it('tells 200 faults and counts the rest', async () => {
		const faults = await faultsOf(broken({ viewings: Array.from({ length: 1000 }, () => 7) }));
		expect(faults).toHaveLength(201);
		expect(faults.at(-1)).toEqual({
			code: 'MORE_FAULTS',
			path: '',
			detail: { shown: 200, more: 800, complete: 'yes' }
		});
	});

	it('stops searching a file that is wrong throughout', async () => {
		const viewings = `[${'1,'.repeat(300_000)}1]`;
		const faults = await faultsOf(source.replace(/"viewings": \[[^\]]*\]/, `"viewings": ${viewings}`));
		expect(faults.at(-1)?.detail).toEqual({ shown: 200, more: 99_800, complete: 'no' });
	});
});

test('[S6] a file changed anywhere is read as it says, or refused at places that exist', async () => {
	const paths = (value: Json, at: (string | number)[] = []): (string | number)[][] =>
		value === null || typeof value !== 'object'
			? [at]
			: [
					at,
					...Object.entries(value).flatMap(([key, inner]) =>
						paths(inner, [...at, Array.isArray(value) ? Number(key) : key])
					)
				];
	const all = paths(sample()).slice(1);
	const replacement = fc.oneof(
		fc.constant(undefined),
		fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
		fc.constantFrom<Json>('root', 'jonas', '2026-11-05T10:00:00Z', 'standard', -1, 2 ** 53, true)
	);
	await fc.assert(
		fc.asyncProperty(fc.constantFrom(...all), replacement, async (path, value) => {
			const file = sample();
			const isItem = typeof path.at(-1) === 'number';
			put(file, path, value === undefined && isItem ? null : value);
			const said = JSON.parse(JSON.stringify(file)) as JsonObject;
			const read = await readScenario(encode(JSON.stringify(file)));
			if (read.ok) expect(toScenarioFile(read.value.scenario)).toStrictEqual(said);
			else
				for (const { code, path: at } of read.error)
					expect(stands(said, at, code), `${code} ${at}`).toBe(true);
		}),
		{ numRuns: 1500 }
	);
});

/** Whether a fault's path leads to something in the file, or for a missing key to where it should be. */
function stands(file: Json, path: string, code: string): boolean {
	const keys = [...path.matchAll(/\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|([A-Za-z_$][\w$-]*)/g)].map(
		([, index, quoted, plain]) => index ?? (quoted === undefined ? plain! : (JSON.parse(quoted) as string))
	);
	const known = code === 'MISSING_KEY' ? keys.slice(0, -1) : keys;
	let at: Json = file;
	for (const key of known) {
		if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key))
			return path.includes('\ufffd') || path.includes('…');
		at = (at as JsonObject)[key]!;
	}
	return true;
}
