/** Damages real files at random and reads them: everything must end in a sound draft or one typed fault, soon (S9). */
import { unzipSync, zipSync } from 'fflate';
import { SAMPLES } from '$lib/content/samples';
import { IMPORT_FAULTS } from '$lib/domain/import';
import { ScenarioFile, toScenarioFile } from '$lib/domain/scenario';
import { buildIndex } from '$lib/engine/columnar';
import { evaluate } from '$lib/engine/evaluate';
import { buildDraft } from '$lib/files/build-draft';
import { checkScenario } from '$lib/files/check-scenario';
import { readScenario } from '$lib/files/read-scenario';
import { openedAs, readSource } from '$lib/files/read-source';
import { importFaultSentence } from '$lib/text/import-faults';
import { noteSentence, problemSentence } from '$lib/text/import-problems';
import { reportSheets } from '$lib/workbook/sheets';
import { writeWorkbook } from '$lib/workbook/xlsx';

/** Longer than this for one small file is a hang. */
const LONGEST_MS = 5_000;

const CHOICES = {
	mappings: {},
	fixes: {},
	timeZone: 'America/Detroit',
	asOf: '2026-11-24T14:00:00Z',
	name: 'Fuzz'
};

const PEOPLE =
	'\ufeffExtension Name,Extension Number,Email,Extension Status,User Assigned Role,Cost Center\r\n"Ann ""A"" Lee",101,ann@example.com,Enabled,Standard,East\r\nBo Díaz,0102,,Not Activated,Team lead,West\r\n';
const QUEUES =
	'Call Queue Name;Call Queue Extension;Members (Ext);Queue Manager\nSupport;201;"Ann Lee - 101, x0102, ext. 999";101\nSales;202;No member;\n';
const API = JSON.stringify([
	{
		uri: 'https://x/restapi/v1.0/account/1/extension?page=1',
		records: [
			{
				id: 1,
				extensionNumber: '101',
				name: 'Ann',
				type: 'User',
				status: 'Enabled',
				roles: [{ displayName: 'R' }]
			}
		],
		paging: { page: 1, totalPages: 2 }
	},
	{ uri: 'https://x/call-queues', records: [{ id: '5', extensionNumber: '201', name: 'Support' }] },
	{ uri: 'https://x/call-queues/5/members', records: [{ id: 1, extensionNumber: '101' }] }
]);

/** Texts that have broken readers before. */
const NASTY = [
	'__proto__',
	'constructor',
	'"',
	'<',
	'&#0;',
	'\0',
	'9'.repeat(400),
	'-1',
	'1e999',
	'=1+1',
	'\u202e',
	'A1:XFD1048576',
	'<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>',
	'<dimension ref="A1:XFD1048576"/>',
	't="s"',
	't="e"',
	'<si/>',
	'<si x="1">',
	'<row r="999999999">',
	'</row>',
	'<!DOCTYPE a [<!ENTITY b "c">]>',
	'<![CDATA[',
	']]>',
	',',
	';',
	'\t',
	'\r',
	'\n',
	'{"__proto__":{"x":1}}',
	'[[[[[[',
	'null'
];

interface Seeded {
	readonly below: (n: number) => number;
}

/** Chance from a seed (mulberry32). */
function seeded(seed: number): Seeded {
	let state = seed;
	const next = () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
	return { below: (n) => Math.floor(next() * n) };
}

interface Original {
	readonly name: string;
	readonly bytes: Uint8Array;
}

/** The files that are damaged: a report of our own, two lists, answers of the API. */
export async function originalFiles(): Promise<readonly Original[]> {
	const { file } = SAMPLES.find(({ id }) => id === 'ten-licenses')!;
	const read = await readScenario(new TextEncoder().encode(JSON.stringify(file)));
	if (!read.ok) throw new Error('the sample can’t be read');
	const { scenario } = read.value;
	const snapshot = evaluate(buildIndex(scenario), scenario);
	const report = new Uint8Array(Buffer.concat(await writeWorkbook(reportSheets(snapshot))));
	const text = (content: string) => new TextEncoder().encode(content);
	return [
		{ name: 'RingCentral_LR_Licensed Users_20261124_090000.xlsx', bytes: report },
		{ name: 'people.csv', bytes: text(PEOPLE) },
		{ name: 'queues.csv', bytes: text(QUEUES) },
		{ name: 'answers.json', bytes: text(API) }
	];
}

/** The damaged files of a seed: bytes flipped, cut, doubled or spliced, inside the archive too. */
export function damaged(originals: readonly Original[], seed: number): Original {
	const chance = seeded(seed);
	const { name, bytes } = originals[chance.below(originals.length)]!;
	const isInside = name.endsWith('.xlsx') && chance.below(4) > 0;
	if (!isInside) return { name, bytes: hurt(bytes, chance) };
	const parts = unzipSync(bytes);
	const paths = Object.keys(parts);
	const path = paths[chance.below(paths.length)]!;
	return { name, bytes: zipSync({ ...parts, [path]: hurt(parts[path]!, chance) }) };
}

function hurt(bytes: Uint8Array, { below }: Seeded): Uint8Array {
	let out = bytes;
	for (let times = 1 + below(3); times > 0; times--) {
		const at = below(out.length + 1);
		const to = Math.min(out.length, at + 1 + below(60));
		const kind = below(5);
		const middle =
			kind === 0
				? out.slice(at, to).map((byte) => byte ^ (1 << below(8)))
				: kind === 1
					? new Uint8Array(0)
					: kind === 2
						? new Uint8Array([...out.subarray(at, to), ...out.subarray(at, to)])
						: new TextEncoder().encode(NASTY[below(NASTY.length)]);
		const rest = kind === 3 ? out.subarray(at) : out.subarray(to);
		out = new Uint8Array([...out.subarray(0, at), ...middle, ...rest]);
	}
	return out;
}

/** Reads one damaged file. Answers how it ended; throws what must never happen. */
export async function probe(name: string, bytes: Uint8Array): Promise<string> {
	const start = performance.now();
	openedAs(bytes, name);
	const source = await readSource(bytes, name);
	let end: string;
	if (!source.ok) {
		importFaultSentence(source.error);
		if (!IMPORT_FAULTS.includes(source.error.code)) throw new Error(`no such fault: ${source.error.code}`);
		end = source.error.code;
	} else {
		const built = await buildDraft([source.value], CHOICES);
		if (!built.ok) end = built.error.code;
		else if (built.value.kind === 'mapping') end = 'asked';
		else {
			const { draft } = built.value;
			for (const text of [...draft.problems.map(problemSentence), ...draft.notes.map(noteSentence)])
				if (/undefined|NaN/.test(text)) throw new Error(`said: ${text}`);
			const shape = ScenarioFile.safeParse(toScenarioFile(draft.scenario));
			if (!shape.success) throw new Error(`not a scenario: ${shape.error.message}`);
			const faults = checkScenario(draft.scenario);
			if (faults.length > 0) throw new Error(`not sound: ${JSON.stringify(faults[0])}`);
			end = 'draft';
		}
	}
	const took = performance.now() - start;
	if (took > LONGEST_MS) throw new Error(`took ${took.toFixed(0)} ms`);
	const plain: object = {};
	if (Object.keys(Object.prototype).length > 0 || 'x' in plain) throw new Error('the prototype was touched');
	return end;
}
