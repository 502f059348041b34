/** Archives made to hurt, each refused by one typed fault or read as what it is, and soon (S9). */
import { strToU8, zipSync } from 'fflate';
import { afterEach, describe, expect, test } from 'vitest';
import { type ImportFaultCode } from '$lib/domain/import';
import { buildDraft } from '$lib/files/build-draft';
import { readSource, type Source } from '$lib/files/read-source';
import { readDate } from '$lib/files/dates';
import { originalFiles, probe } from './import-fuzz';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const HEADINGS = ['Extension Name', 'Extension Number', 'Email'];
const text = (value: string) => `<is><t>${value}</t></is>`;
const row = (cells: readonly string[], r: number) =>
	`<row r="${r}">${cells.map((cell, c) => `<c r="${String.fromCharCode(65 + c)}${r}" t="inlineStr">${text(cell)}</c>`).join('')}</row>`;
const ROWS = [
	row(HEADINGS, 1),
	row(['Ann Lee', '101', 'ann@example.com'], 2),
	row(['Bo', '102', ''], 3)
].join('');

interface Book {
	readonly name?: string;
	/** Inside the worksheet, before and after its rows. */
	readonly before?: string;
	readonly after?: string;
	readonly rows?: string;
	readonly workbook?: string;
	readonly parts?: Readonly<Record<string, Uint8Array | string>>;
}

/** A list of people as a workbook, with whatever is to be added to it. */
function book({
	name = 'People',
	before = '',
	after = '',
	rows = ROWS,
	workbook = '',
	parts = {}
}: Book): Uint8Array {
	const files = {
		'[Content_Types].xml': '<Types/>',
		'xl/workbook.xml': `<workbook xmlns="${MAIN}">${workbook}<sheets><sheet name="${name}" sheetId="1" r:id="r1"/></sheets></workbook>`,
		'xl/_rels/workbook.xml.rels':
			'<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
		'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
		...parts
	};
	return zipSync(
		Object.fromEntries(
			Object.entries(files).map(([path, content]) => [
				path,
				typeof content === 'string' ? strToU8(content) : content
			])
		)
	);
}

/** Well under a second where the machine is idle; four times slower ones were seen. */
const SOON_MS = 4_000;

/** Reads soon. */
async function readSoon(bytes: Uint8Array, file = 'people.xlsx') {
	const began = performance.now();
	const read = await readSource(bytes, file);
	expect(performance.now() - began).toBeLessThan(SOON_MS);
	return read;
}

async function faultOf(bytes: Uint8Array, file?: string): Promise<ImportFaultCode | 'read'> {
	const read = await readSoon(bytes, file);
	return read.ok ? 'read' : read.error.code;
}

const CHOICES = { mappings: {}, fixes: {}, timeZone: 'UTC', asOf: '2026-11-24T14:00:00Z', name: 'Hostile' };

async function namesOf(source: Source): Promise<readonly string[]> {
	const built = await buildDraft([source], CHOICES);
	if (!built.ok || built.value.kind !== 'draft') throw new Error(JSON.stringify(built));
	return built.value.draft.scenario.people.map(({ name }) => name);
}

/** What a book gives when it is read as it stands. */
async function read(bytes: Uint8Array): Promise<readonly string[]> {
	const source = await readSoon(bytes);
	if (!source.ok) throw new Error(source.error.code);
	return namesOf(source.value);
}

afterEach(() => {
	const plain: object = {};
	expect(Object.keys(Object.prototype)).toEqual([]);
	expect('polluted' in plain).toBe(false);
});

test('[S9] the plain list is read', async () => {
	expect(await read(book({}))).toEqual(['Ann Lee', 'Bo']);
});

describe('[S9] F1 names of the prototype', () => {
	test('of a comment’s cell, a tab, a part, headings and cells are texts like others', async () => {
		const comments = `<comments xmlns="${MAIN}"><authors><author>a</author></authors><commentList><comment ref="__proto__" authorId="0"><text><t>polluted</t></text></comment></commentList></comments>`;
		const parts = {
			'xl/comments1.xml': comments,
			'xl/worksheets/_rels/sheet1.xml.rels':
				'<Relationships><Relationship Id="r1" Type="x/comments" Target="../comments1.xml"/></Relationships>',
			'xl/__proto__': 'polluted'
		};
		expect(await read(book({ name: '__proto__', parts }))).toEqual(['Ann Lee', 'Bo']);
		const headed = row([...HEADINGS, '__proto__', 'constructor', 'hasOwnProperty'], 1);
		const rows = `${headed}${row(['__proto__', '101', 'constructor', 'a', 'b', 'c'], 2)}`;
		expect(await read(book({ rows }))).toEqual(['__proto__']);
	});
});

describe('[S9] F2 a bomb', () => {
	const rows = (count: number) => `<row>${'<c/>'.repeat(100)}</row>`.repeat(count);
	test.each<[string, () => Uint8Array, ImportFaultCode | 'read']>([
		['60 MB of spaces in a tab', () => book({ after: ' '.repeat(60_000_000) }), 'ZIP_RATIO'],
		[
			'two million texts',
			() => book({ parts: { 'xl/sharedStrings.xml': `<sst>${'<si/>'.repeat(2_000_000)}</sst>` } }),
			'read'
		],
		[
			'60 MB in a part that nobody reads',
			() => book({ parts: { 'xl/media/a.png': new Uint8Array(60_000_000) } }),
			'read'
		],
		['a million cells in few bytes', () => book({ rows: rows(15_000) }), 'read'],
		[
			'ten thousand parts',
			() =>
				book({ parts: Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`xl/p${i}.xml`, ''])) }),
			'ZIP_TOO_MANY_PARTS'
		],
		['an archive in an archive', () => zipSync({ 'inner.zip': book({}) }), 'OTHER_KIND']
	])('%s is refused by the archive’s own list, or read in no time', async (what, make, code) => {
		const bytes = make();
		if (what === 'two million texts') {
			// Only a workbook that says it has texts has them read.
			const rels =
				'<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>';
			const texts = `<sst>${'<si/>'.repeat(2_000_000)}</sst>`;
			expect(
				await faultOf(book({ parts: { 'xl/_rels/workbook.xml.rels': rels, 'xl/sharedStrings.xml': texts } }))
			).toBe('ZIP_RATIO');
		}
		expect(await faultOf(bytes)).toBe(code);
	});
});

describe('[S9] F3 an archive that lies or is not whole', () => {
	const good = book({});
	const END = 0x06054b50;
	const ENTRY = 0x02014b50;
	const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	/** Where a record begins: the first entry, or the end. */
	function find(bytes: Uint8Array, mark: number): number {
		for (let at = 0; at < bytes.length - 4; at++) if (view(bytes).getUint32(at, true) === mark) return at;
		throw new Error('no such record');
	}
	/** The last entry of the directory: the sheet. */
	function sheetEntry(bytes: Uint8Array): number {
		let at = find(bytes, ENTRY);
		for (let next = at; ; next = at) {
			const of = view(bytes);
			next +=
				46 + of.getUint16(next + 28, true) + of.getUint16(next + 30, true) + of.getUint16(next + 32, true);
			if (of.getUint32(next, true) !== ENTRY) return at;
			at = next;
		}
	}
	const changed = (change: (of: DataView, bytes: Uint8Array) => void) => {
		const bytes = good.slice();
		change(view(bytes), bytes);
		return bytes;
	};
	const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

	test.each<[string, Uint8Array, ImportFaultCode | 'read']>([
		[
			'a size that is too small',
			changed((of, b) => of.setUint32(sheetEntry(b) + 24, 100, true)),
			'ZIP_SIZE_LIES'
		],
		[
			'a size that is too large',
			changed((of, b) => of.setUint32(sheetEntry(b) + 24, 900_000, true)),
			'ZIP_SIZE_LIES'
		],
		[
			'a size beyond all limits',
			changed((of, b) => of.setUint32(sheetEntry(b) + 24, 0x7fffffff, true)),
			'ZIP_TOO_LARGE'
		],
		[
			'a size that stands elsewhere',
			changed((of, b) => of.setUint32(sheetEntry(b) + 24, 0xffffffff, true)),
			'ZIP_64'
		],
		[
			'a directory that stands elsewhere',
			changed((of, b) => of.setUint16(find(b, END) + 10, 0xffff, true)),
			'ZIP_64'
		],
		[
			'a checksum that is wrong',
			changed((of, b) => of.setUint32(sheetEntry(b) + 16, 7, true)),
			'ZIP_CHECKSUM'
		],
		['a password', changed((of, b) => of.setUint16(sheetEntry(b) + 8, 1, true)), 'ZIP_ENCRYPTED'],
		[
			'a method of another time',
			changed((of, b) => of.setUint16(sheetEntry(b) + 10, 12, true)),
			'ZIP_METHOD'
		],
		[
			'a part that lies outside',
			changed((of, b) => of.setUint32(sheetEntry(b) + 42, 0x00ffffff, true)),
			'ZIP_BROKEN'
		],
		[
			'two parts of one name',
			book({ parts: { 'XL/Worksheets/Sheet1.xml': '<worksheet/>' } }),
			'ZIP_DOUBLE_PART'
		],
		['a part that leads out', book({ parts: { '../../etc/passwd': 'x' } }), 'ZIP_PART_NAME'],
		['a part that begins at the root', book({ parts: { '/xl/link': 'x' } }), 'ZIP_PART_NAME'],
		['something before it', joined(strToU8('MZ junk'), good), 'OTHER_KIND'],
		['something after it', joined(good, new Uint8Array(50)), 'read']
	])('%s', async (what, bytes, code) => {
		const found = await faultOf(bytes);
		// What stands before an archive makes it something else, of whatever kind; what stands after is its comment or junk.
		if (what === 'something before it') expect(found).not.toBe('read');
		else if (what === 'something after it') expect(['read', 'ZIP_BROKEN']).toContain(found);
		else expect(found).toBe(code);
	});

	test('cut off anywhere: one typed fault', async () => {
		const [report] = await originalFiles();
		const ends = new Set<string>();
		for (let length = 0; length < report!.bytes.length; length += 257)
			ends.add(await probe(report!.name, report!.bytes.subarray(0, length)));
		expect([...ends].filter((end) => end === 'draft' || end === 'asked')).toEqual([]);
	});
});

test('[S9] F4 what is no workbook is told by its content, whatever its name', async () => {
	const latin = (content: string) => new Uint8Array(Buffer.from(content, 'latin1'));
	const found: string[] = [];
	for (const content of [
		'<!doctype html><html><body>Sign in</body></html>',
		'%PDF-1.7 x',
		'\x89PNG\r\n\x1a\n',
		'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + 'W\0o\0r\0k\0b\0o\0o\0k\0',
		'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + 'E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0',
		'\x1f\x8b\x08',
		''
	]) {
		const source = await readSoon(latin(content), 'report.xlsx');
		found.push(source.ok ? 'read' : String(source.error.detail['looksLike'] ?? source.error.code));
	}
	expect(found).toEqual(['html', 'pdf', 'image', 'xls', 'encrypted-office', 'archive', 'EMPTY_FILE']);
});

test.each([
	['a dimension of the whole tab', { before: '<dimension ref="A1:XFD1048576"/>' }],
	[
		'a hyperlink over the whole tab',
		{ after: '<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>' }
	],
	['merged cells over the whole tab', { after: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' }],
	['ten million columns', { before: '<cols><col min="1" max="10000000" width="9"/></cols>' }],
	['no row after a far one', { rows: `${ROWS}<row r="1048576"/>` }]
])('[S9] F5 %s changes nothing and takes no time', async (_, extra) => {
	expect(await read(book(extra))).toEqual(['Ann Lee', 'Bo']);
});

test('[S9] F5 a cell beyond all columns, and a row beyond all rows, end in a draft or a typed fault', async () => {
	for (const cell of [
		'<row r="4"><c r="ZZZZ9999999" t="inlineStr"><is><t>x</t></is></c></row>',
		'<row r="999999999"><c r="A999999999"><v>1</v></c></row>'
	])
		expect(['draft', 'asked', 'TAB_BROKEN', 'TOO_MANY_ROWS']).toContain(
			await probe('people.xlsx', book({ rows: ROWS + cell }))
		);
});

test.each<[string, Book, ImportFaultCode]>([
	[
		'its part is not there',
		{
			parts: {
				'xl/_rels/workbook.xml.rels':
					'<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet9.xml"/></Relationships>'
			}
		},
		'TAB_MISSING'
	],
	[
		'it has no rows’ part',
		{ parts: { 'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData><row r="1">` } },
		'TAB_BROKEN'
	],
	[
		'its rows hide other parts',
		{ rows: `${ROWS}<hyperlinks><hyperlink ref="A1:XFD1048576"/></hyperlinks>` },
		'TAB_BROKEN'
	]
])('[S9] F6 a tab that can’t be read is named: %s', async (_, broken, code) => {
	const source = await readSoon(book({ name: 'Total Active Users', ...broken }));
	expect(source).toMatchObject({ ok: false, error: { code, place: { tab: 'Total Active Users' } } });
});

describe('[S9] F9 dates', () => {
	const zone = process.env['TZ'];
	afterEach(() => {
		if (zone === undefined) delete process.env['TZ'];
		else process.env['TZ'] = zone;
	});
	const STYLE = { date1904: false, dayFirst: false };
	test('are the same civil days wherever the computer stands', () => {
		const seen = new Set<number>();
		for (const place of [
			'UTC',
			'Pacific/Apia',
			'America/Sao_Paulo',
			'Asia/Kolkata',
			'Pacific/Kiritimati',
			'America/Los_Angeles'
		]) {
			process.env['TZ'] = place;
			seen.add(new Date(2026, 0, 1).getTimezoneOffset());
			const days = [59, 60, 61, 25_569, 46_350, 46_350.75].map(
				(serial) => readDate(serial, STYLE)?.day ?? null
			);
			expect(days, place).toEqual([
				'1900-02-28',
				null,
				'1900-03-01',
				'1970-01-01',
				'2026-11-24',
				'2026-11-24'
			]);
			expect(readDate(44_888, { ...STYLE, date1904: true })?.day, place).toBe('2026-11-24');
			for (const written of [
				'2026-11-24',
				'11/24/2026',
				'24.11.2026',
				'24 Nov 2026',
				'Nov 24, 2026',
				'2026-11-24T23:59:59Z'
			])
				expect(readDate(written, STYLE)?.day, `${written} in ${place}`).toBe('2026-11-24');
			expect(readDate('24/11/2026', { ...STYLE, dayFirst: true })?.day).toBe('2026-11-24');
			expect(readDate('2026-02-30', STYLE)).toBeNull();
		}
		expect(seen.size).toBe(6); // else the zone was never changed
	});
});
