/** Holds what rots: ids that are cited, paths that are named, walls between rooms, and what crosses threads. */
import { execFileSync } from 'node:child_process';
import { ESLint } from 'eslint';
import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript-eslint';
import { beforeAll, describe, expect, test } from 'vitest';
import { ASSUMPTIONS } from '$lib/domain/assumption';
import { RULE_IDS } from '$lib/domain/rule';
import { type RowQuery } from '$lib/domain/rows';
import { type Scenario } from '$lib/domain/scenario';
import { because } from '$lib/engine/because';
import { buildIndex } from '$lib/engine/columnar';
import { evaluate } from '$lib/engine/evaluate';
import { EMPTY_PARTITION } from '$lib/store/chunks';
import { pack } from '$lib/store/library';
import { hold } from '$lib/worker/held';
import { scenarios } from './generate';

const ROOT = join(import.meta.dirname, '..');
const LIB = join(ROOT, 'src', 'lib');
const SKIPPED = new Set([
	'node_modules',
	'build',
	'.svelte-kit',
	'.git',
	'test-results',
	'coverage',
	'playwright-report'
]);

function filesUnder(folder: string): readonly string[] {
	return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
		if (SKIPPED.has(entry.name)) return [];
		return entry.isDirectory() ? filesUnder(path) : [path];
	});
}

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const ALL = filesUnder('').filter((path) =>
	/\.(ts|js|mjs|svelte|css|html|json|md|webmanifest)$|^\.ci\//.test(path)
);
const isTest = (path: string) => /\.test\.ts$|^tests\//.test(path);
const TESTS = ALL.filter((path) => path.endsWith('.ts') && isTest(path));
const CODE = ALL.filter((path) => /^(src|scripts)\/.*\.(ts|mjs|svelte)$/.test(path) && !isTest(path));

const ID = '(?:[LWSEI]\\d{1,2}|A-[A-Z]{3,})';
/** Ids in brackets or in parentheses, alone or in a list: `[L6]`, `(L4, L6)`, `(W1–W9)`. */
const CITED = new RegExp(`[[(]((?:SPEC )?${ID}(?:(?:, | and |–|-)${ID})*)[\\])]`, 'g');
const idsIn = (text: string): readonly string[] => text.match(new RegExp(`\\b${ID}\\b`, 'g')) ?? [];
const citedIn = (text: string): readonly string[] =>
	[...text.matchAll(CITED)].flatMap((match) => idsIn(match[1] ?? ''));

/** The rules that golden cases name: cases.test.ts puts them into their titles. */
const CASES = readdirSync(join(ROOT, 'tests', 'cases')).flatMap(
	(file) => (JSON.parse(read(`tests/cases/${file}`)) as { rules: string[] }).rules
);

const ENGINE_SPEC = 'src/lib/engine/SPEC.md';
const README = read('README.md');
const LIB_README = read('src/lib/README.md');

describe('rules', () => {
	const engineIds = new Set(idsIn(existsSync(join(ROOT, ENGINE_SPEC)) ? read(ENGINE_SPEC) : ''));
	const otherIds = new Set([...LIB_README.matchAll(/^\| ([A-Z]\d+)\s+\|/gm)].map((row) => row[1]!));
	const inTitles = new Set([...TESTS.flatMap((path) => citedIn(read(path))), ...CASES]);

	test('the engine’s SPEC.md has every rule and every open question', () => {
		expect([...engineIds]).toEqual(expect.arrayContaining([...RULE_IDS, ...Object.keys(ASSUMPTIONS)]));
	});

	test.each([...RULE_IDS])('%s is cited by a test', (id) => {
		expect(inTitles).toContain(id);
	});

	test('every id that code or a test cites exists', () => {
		const known = new Set<string>([...RULE_IDS, ...Object.keys(ASSUMPTIONS), ...engineIds, ...otherIds]);
		const strays = [...CODE, ...TESTS].flatMap((path) =>
			citedIn(read(path))
				.filter((id) => !known.has(id))
				.map((id) => `${path}: ${id}`)
		);
		expect(strays).toEqual([]);
		expect(otherIds.size).toBeGreaterThan(15);
	});

	test.each(Object.keys(ASSUMPTIONS))('%s is read by the engine', (id) => {
		const readers = CODE.filter(
			(path) => path.startsWith('src/lib/engine/') && read(path).includes(`'${id}'`)
		);
		expect(readers).not.toEqual([]);
	});
});

describe('what goes wrong in the wild', () => {
	/** The table of tests/RELIABILITY.md: id → the files that prove it, or the reason why none does. */
	const rows = [
		...read('tests/RELIABILITY.md').matchAll(/^\| ([DFNP]\d{1,2})\s+\| [^|]+ \| ([^|]+?)\s+\|$/gm)
	].map(([, id, proof]) => [id!, proof!] as const);

	test('is listed whole, each thing once', () => {
		const numbered = (letter: string, count: number) =>
			Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);
		expect(rows.map(([id]) => id)).toEqual([
			...numbered('D', 25),
			...numbered('F', 14),
			...numbered('N', 9),
			...numbered('P', 4)
		]);
	});

	test.each(rows)(
		'%s is cited in the title of a test of each file that is named, or says why there is none',
		(id, proof) => {
			const files = [...proof.matchAll(/`([^`]+\.ts)`/g)].map((match) => match[1]!);
			if (files.length === 0) expect(proof).toMatch(/^No test: .{20,}/);
			const title = new RegExp(`['"\`](?:[^'"\`\\n]* )?${id}\\b`);
			expect(files.filter((file) => !title.test(read(file)))).toEqual([]);
		}
	);
});

describe('the engine', () => {
	test('[S1] leaves frozen input alone and answers the same twice', () => {
		fc.assert(
			fc.property(scenarios, (scenario) => {
				const before = structuredClone(scenario);
				freeze(scenario);
				const [once, again] = [everything(scenario), everything(scenario)];
				expect(scenario).toEqual(before);
				expect(again).toEqual(once);
			}),
			{ numRuns: 60 }
		);
	});
});

describe('messages', () => {
	const query = <Column extends string>(): RowQuery<Column> => ({ sort: null, filter: '', from: 0, to: 50 });

	test('what a worker answers survives structuredClone', () => {
		fc.assert(
			fc.property(scenarios, (scenario) => {
				const held = hold({ id: 's', revision: 1, scenario, partition: EMPTY_PARTITION }, undefined, 0);
				const { seats, details, needed } = held.pages();
				const answers = [
					held.snapshot.summary,
					seats()(query()),
					details()(query()),
					needed()(query()),
					scenario.people.map((person) => because(held.index, scenario, held.snapshot, person.id)),
					pack(scenario)
				];
				expect(structuredClone(answers)).toEqual(answers);
			}),
			{ numRuns: 40 }
		);
	});
});

describe('texts', () => {
	const outside = new Set(['build/', '@e965/xlsx']);

	/** What stands in code marks and looks like a path, and where pictures lie. */
	const pathsIn = (markdown: string): readonly string[] => [
		...[...markdown.matchAll(/`([^`\s]+)`/g)]
			.map((match) => match[1]!)
			.filter(
				(text) => /^[\w.@-]+(\/[\w.-]*)+$|^[\w.-]+\.(ts|js|mjs|json|md)$/.test(text) && !outside.has(text)
			),
		...[...markdown.matchAll(/!?\[[^\]]*\]\(([^):#]+)\)/g)].map((match) => match[1]!)
	];

	test.each(['README.md', 'src/lib/README.md'])('every path that %s names exists', (readme) => {
		const paths = pathsIn(read(readme));
		const missing = paths.filter(
			(path) => ![ROOT, LIB, dirname(join(ROOT, readme))].some((folder) => existsSync(join(folder, path)))
		);
		expect(missing).toEqual([]);
		expect(paths.length).toBeGreaterThan(10);
	});

	test('the build server runs the README’s test command and nothing else', () => {
		expect(read('.ci/run').split('\n').filter(Boolean)).toEqual(['#!/usr/bin/env bash', 'npm test']);
		expect(statSync(join(ROOT, '.ci', 'run')).mode & 0o111).toBe(0o111);
		expect(README).toContain('\nnpm start\nnpm test\n');
	});

	test('every process of one build names it alike, also where there is no repository', () => {
		const say =
			"const { default: config } = await import('./svelte.config.js'); console.log(config.kit.version.name);" +
			"const { execFileSync } = await import('node:child_process');" +
			"if (!process.env.CHILD) setTimeout(() => process.stdout.write(execFileSync(process.execPath, process.execArgv, { env: { ...process.env, CHILD: '1' } })), 20);";
		const env = { PATH: '' }; // no git
		const told = execFileSync(process.execPath, ['--input-type=module', '-e', say], {
			cwd: ROOT,
			env,
			encoding: 'utf8'
		});
		const names = told.trim().split('\n');
		expect(names).toHaveLength(2);
		expect(names[0]).toMatch(/^\w+$/);
		expect(names[1]).toBe(names[0]);
	});

	test('no file names a path of somebody’s machine', () => {
		const machine = new RegExp(
			`(^|[\\s"'\`(=:])/(${['home', 'root', 'Users', 'work', 'tmp', 'mnt'].join('|')})/`,
			'm'
		);
		expect(ALL.filter((path) => machine.test(read(path)))).toEqual([]);
	});

	test('no error is swallowed without a reason on the spot', () => {
		const swallowed = CODE.flatMap((path) => {
			const text = read(path);
			const blocks = [...text.matchAll(/catch\s*\{([^}]*)\}/g)].filter((match) => !match[1]!.includes('//'));
			const lines = text
				.split('\n')
				.filter((line) => /\.catch\(\(\) => (undefined|null|\{\s*\})\)/.test(line));
			return [...blocks.map((match) => match[0]), ...lines.filter((line) => !line.includes('//'))].map(
				(found) => `${path}: ${found}`
			);
		});
		expect(swallowed).toEqual([]);
	});
});

describe('rooms', () => {
	/** The table of src/lib/README.md: room → what it may import, and whether it has files yet. */
	const table = new Map(
		[...LIB_README.matchAll(/^\| (?!room )([a-z]+)\s+\| ([^|]+?)\s+\| ([a-z, ]+?)\s+\|$/gm)].map(
			([, room, what, may]) => [
				room!,
				{ may: may === 'nothing' ? [] : may!.split(', '), isEmpty: what!.includes('not yet') }
			]
		)
	);
	const rooms = [...table.keys()];

	/** The project's own configuration, without type information: that would take a minute. */
	let eslint: ESLint;
	beforeAll(() => {
		eslint = new ESLint({
			cwd: ROOT,
			overrideConfig: [
				{ languageOptions: { parserOptions: { projectService: false } } },
				{ ...ts.configs.disableTypeChecked, files: ['**/*'] },
				{ rules: { '@typescript-eslint/no-unused-vars': 'off', 'no-unused-expressions': 'off' } }
			]
		});
	});

	async function refused(path: string, code: string): Promise<readonly { line: number; message: string }[]> {
		const [result] = await eslint.lintText(code, { filePath: join(ROOT, path) });
		return result!.messages
			.filter(({ ruleId }) => ruleId === null || ruleId.startsWith('no-restricted'))
			.map(({ line, message }) => ({ line, message }));
	}

	test('the folders of src/lib are the rooms of the README’s table', () => {
		const folders = readdirSync(LIB, { withFileTypes: true })
			.filter((entry) => entry.isDirectory() && filesUnder(`src/lib/${entry.name}`).length > 0)
			.map((entry) => entry.name);
		const furnished = rooms.filter((room) => !table.get(room)!.isEmpty);
		expect(folders.toSorted()).toEqual(furnished.toSorted());
	});

	test('the walls of eslint.rooms.js are the README’s table, and each says where the code belongs', async () => {
		for (const room of rooms) {
			const imports = rooms.filter((other) => other !== room);
			for (const form of ['$lib/', '../', '../../lib/']) {
				const code = imports.map((other) => `import '${form}${other}/thing';`).join('\n');
				const found = await refused(`src/lib/${room}/thing.ts`, code);
				const walled = imports.filter((other) => !table.get(room)!.may.includes(other));
				expect(found.map(({ line }) => imports[line - 1]).toSorted()).toEqual(walled.toSorted());
				for (const { line, message } of found) {
					expect(message).toContain(`${room}/ may not import ${imports[line - 1]}/.`);
					if (imports[line - 1] !== 'domain') expect(message).toMatch(/ belongs? in | reaches /);
				}
			}
		}
	});

	test.each([
		[
			'routes importing the engine',
			'src/routes/thing.ts',
			`import '$lib/engine/evaluate';`,
			'computed in engine/'
		],
		[
			'a page importing the engine',
			'src/routes/Thing.svelte',
			`<script>import '$lib/engine/evaluate';</script>`,
			'engine/'
		],
		[
			'a ui component importing the domain',
			'src/lib/ui/Thing.svelte',
			`<script>import '$lib/domain/person';</script>`,
			'ui/'
		],
		[
			'a component importing app.ts',
			'src/lib/components/thing.ts',
			`import '$lib/app';`,
			'pass data and callbacks'
		],
		['a page importing Dexie', 'src/routes/thing.ts', `import 'dexie';`, 'Put the query into src/lib/store/'],
		['files importing SheetJS', 'src/lib/files/thing.ts', `import 'xlsx';`, 'src/lib/workbook/'],
		[
			'app.ts importing the engine',
			'src/lib/app.ts',
			`import './engine/evaluate'; import '$lib/engine/x';`,
			'engine/'
		],
		['the domain reading the clock', 'src/lib/domain/thing.ts', `Date.now();`, 'The clock is an input'],
		['the engine reading the clock', 'src/lib/engine/thing.ts', `new Date();`, 'The clock is an input'],
		['a command drawing lots', 'src/lib/commands/thing.ts', `Math.random();`, 'Chance is an input'],
		['files fetching', 'src/lib/files/thing.ts', `fetch('x');`, 'This room is pure'],
		['text reading the document', 'src/lib/text/thing.ts', `document.title;`, 'belongs in start.ts'],
		['workbook making ids', 'src/lib/workbook/thing.ts', `crypto.randomUUID();`, 'Take what you need'],
		['a page reading the clock', 'src/routes/thing.ts', `Date.now();`, 'start.ts reads it'],
		[
			'a page posting messages',
			'src/routes/thing.ts',
			`self.postMessage(1);`,
			'Only worker/ talks to workers'
		]
	])('%s is refused', async (_, path, code, hint) => {
		const found = await refused(path, code);
		expect(found.map(({ message }) => message).join('\n')).toContain(hint);
	});

	test('what is allowed passes', async () => {
		expect(await refused('src/lib/store/thing.ts', `import 'dexie';\nimport '$lib/domain/person';`)).toEqual(
			[]
		);
		expect(await refused('src/routes/thing.ts', `import '$lib/app';\nimport '$lib/text/report';`)).toEqual(
			[]
		);
		expect(await refused('src/lib/engine/thing.ts', `new Date(0);`)).toEqual([]);
	});
});

describe('packages', () => {
	const { packages } = JSON.parse(read('package-lock.json')) as {
		packages: Record<
			string,
			{ name?: string; resolved?: string; integrity?: string; hasInstallScript?: boolean }
		>;
	};

	test('N9 name no address: each is asked for at the registry of whoever installs, and proved by its checksum', () => {
		expect(Object.values(packages).flatMap(({ resolved }) => resolved ?? [])).toEqual([]);
	});

	test('are asked for by version, never by an address, and run nothing while they are installed', () => {
		const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
			string,
			Record<string, string>
		>;
		const asked = Object.entries({ ...dependencies, ...devDependencies });
		const version = /^(npm:@?[\w./-]+@)?[~^]?\d+\.\d+\.\d+$/;
		expect(asked.filter(([, range]) => !version.test(range))).toEqual([]);
		expect(asked.length).toBeGreaterThan(40);
		expect(Object.values(packages).filter((one) => one.hasInstallScript)).toEqual([]);
		expect(read('.npmrc').split('\n')).toContain('ignore-scripts=true');
	});

	test('N9 SheetJS is the release whose content was read', () => {
		expect(packages['node_modules/xlsx']).toMatchObject({
			name: '@e965/xlsx',
			integrity:
				'sha512-703RN/3OdsRD5mtse2HBX7Um7xwaP9tlswEG6svOtjqokXoX7rJdQj7DyabD2I+xk22RgaIIU+R6BHgkpZGB/w=='
		});
	});

	test('each has a checksum', () => {
		const unpinned = Object.entries(packages).filter(([path, { integrity }]) => path !== '' && !integrity);
		expect(unpinned.map(([path]) => path)).toEqual([]);
	});
});

/** Every figure, row and reason of a scenario. */
function everything(scenario: Scenario): unknown {
	const index = buildIndex(scenario, undefined);
	const snapshot = evaluate(index, scenario);
	return [
		snapshot.summary,
		snapshot.needed(),
		snapshot.seats(),
		snapshot.details(),
		scenario.people.map((person) => because(index, scenario, snapshot, person.id))
	];
}

/** Freezes plain data all the way down; a filled typed array can't be frozen, so the copy is compared. */
function freeze(value: unknown): void {
	if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
	Object.freeze(value);
	Object.values(value).forEach(freeze);
}
