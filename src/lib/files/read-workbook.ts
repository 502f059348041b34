import { strToU8, zipSync } from 'fflate';
import { read, type CellObject, type WorkBook } from 'xlsx';
import { shownText } from './faults';
import { ImportFaulted } from './import-faulted';
import { type ImportLimits } from './import-limits';
import { type Table, type TableRow, type Value } from './table';
import { type WorkbookParts, workbookParts } from './workbook-parts';
import { PartReader, zipParts } from './zip-parts';

/** Characters of rows that SheetJS gets at a time, at least: some tens of milliseconds. */
const PIECE = 2_000_000;
/** Columns beyond this are not read: the widest known list has 40. */
const COLUMNS = 256;

/**
 * Every tab of an .xlsx as rows. SheetJS never sees the file: it gets small workbooks made anew, each with the texts
 * and one run of rows, nothing else. So nothing that is not read can hurt (drawings, links, a hyperlink over a whole
 * sheet, a false dimension), and reading pauses between the runs. Yields the share that is done, 0 to 1; throws
 * ImportFaulted, also for a tab that SheetJS would silently leave out.
 */
export function* readWorkbook(
	bytes: Uint8Array,
	file: string,
	limits: ImportLimits
): Generator<number, Table[]> {
	const parts = zipParts(bytes, limits);
	const reader = new PartReader(bytes, limits);
	const optional = (path: string | null): string | null => {
		const part = path === null ? undefined : parts.get(path);
		return part === undefined ? null : xmlText(reader.read(part));
	};
	const workbook = optional('xl/workbook.xml');
	const relations = optional('xl/_rels/workbook.xml.rels');
	if (workbook === null || relations === null) throw new ImportFaulted('WORKBOOK_BROKEN');
	const book = workbookParts(workbook, relations);
	yield 0.02;
	const around = partsAround(book, optional(book.texts), optional(book.styles), limits);
	yield 0.05;

	const sheets = book.tabs.filter((tab) => tab.isWorksheet);
	const sizes = sheets.map(({ path, name }) => {
		const part = parts.get(path);
		if (part === undefined) throw new ImportFaulted('TAB_MISSING', {}, { tab: shownText(name) });
		return part.size;
	});
	const total = Math.max(
		1,
		sizes.reduce((sum, size) => sum + size, 0)
	);
	const tables: Table[] = [];
	let done = 0;
	let rowsLeft = limits.rows;
	for (const [i, { name, path }] of sheets.entries()) {
		const rows: TableRow[] = [];
		const xml = xmlText(reader.read(parts.get(path)!));
		for (const share of readRows(xml, name, around, rows, rowsLeft, limits))
			yield 0.05 + 0.95 * ((done + share * sizes[i]!) / total);
		done += sizes[i]!;
		rowsLeft -= rows.length;
		tables.push({ file, tab: name, rows, date1904: book.date1904 });
	}
	return tables;
}

/** The parts that every small workbook has. */
interface Around {
	readonly files: Record<string, Uint8Array>;
	/** Texts that the cells may point to, and how long they are. */
	readonly texts: number;
	readonly length: number;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function partsAround(
	{ date1904 }: WorkbookParts,
	texts: string | null,
	styles: string | null,
	limits: ImportLimits
): Around {
	const shared = sharedTexts(texts, limits);
	const override = (part: string, kind: string) =>
		`<Override PartName="/xl/${part}.xml" ContentType="${SHEET_TYPE}.${kind}+xml"/>`;
	const relation = (id: number, type: string, target: string) =>
		`<Relationship Id="r${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
	const files = {
		'[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override('workbook', 'sheet.main')}${override('worksheets/sheet1', 'worksheet')}${override('sharedStrings', 'sharedStrings')}${override('styles', 'styles')}</Types>`,
		'_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
		'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'worksheet', 'worksheets/sheet1.xml')}${relation(2, 'sharedStrings', 'sharedStrings.xml')}${relation(3, 'styles', 'styles.xml')}</Relationships>`,
		'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${date1904 ? '<workbookPr date1904="1"/>' : ''}<sheets><sheet name="rows" sheetId="1" r:id="r1"/></sheets></workbook>`,
		'xl/sharedStrings.xml': shared.xml,
		'xl/styles.xml': `${XML}<styleSheet xmlns="${MAIN}">${cutOut(styles ?? '', 'cellXfs') ?? ''}</styleSheet>`
	};
	return {
		files: Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, strToU8(xml)])),
		texts: shared.count,
		length: shared.xml.length
	};
}

/** The texts without what SheetJS would skip and so shift all that follow. */
function sharedTexts(xml: string | null, limits: ImportLimits): { xml: string; count: number } {
	const inside = xml === null ? '' : cutOut(xml, 'sst');
	if (inside === null) throw new ImportFaulted('TEXTS_BROKEN');
	const count = inside.match(/<(?:\w+:)?si[\s/>]/g)?.length ?? 0;
	if (count > limits.texts) throw new ImportFaulted('TOO_MANY_TEXTS', { texts: count, limit: limits.texts });
	const whole = inside
		.replace(/<(?:\w+:)?si(?:\s[^<>]*)?\/>/g, '<si><t></t></si>')
		.replace(/<(?:\w+:)?si\s[^<>]*>/g, '<si>');
	return { xml: `${XML}${whole === '' ? `<sst xmlns="${MAIN}"></sst>` : whole}`, count };
}

/** The first element of this name with all that it holds, or null. */
function cutOut(xml: string, name: string): string | null {
	const start = new RegExp(`<((?:\\w+:)?)${name}(?:\\s[^<>]*)?(/?)>`).exec(xml);
	if (start === null) return null;
	if (start[2] === '/') return start[0];
	const close = `</${start[1]}${name}>`;
	const end = xml.indexOf(close, start.index);
	return end < 0 ? null : xml.slice(start.index, end + close.length);
}

function* readRows(
	xml: string,
	tab: string,
	around: Around,
	rows: TableRow[],
	rowsLeft: number,
	limits: ImportLimits
): Generator<number> {
	const broken = (why: string) => new ImportFaulted('TAB_BROKEN', { why }, { tab: shownText(tab) });
	const data = cutOut(xml, 'sheetData');
	if (data === null) throw broken('rows');
	const start = data.indexOf('>') + 1;
	const end = data.lastIndexOf('<');
	if (start > end) return; // <sheetData/>
	// Texts are parsed anew for each piece: long ones make the pieces longer, so that they cost a third at most.
	const length = Math.max(PIECE, around.length * 2);
	for (let from = start; from < end;) {
		const close = from + length >= end ? -1 : data.indexOf('row>', from + length);
		const to = close < 0 ? end : close + 4;
		const piece = data.slice(from, to);
		const before = rows.length;
		takeRows(piece, around, rows, broken);
		if (rows.length > rowsLeft) throw new ImportFaulted('TOO_MANY_ROWS', { limit: limits.rows }, { tab });
		if (rows.length > before && before > 0 && rows[before]!.row <= rows[before - 1]!.row)
			throw broken('order');
		from = to;
		yield (to - start) / (end - start);
	}
}

/**
 * Parts of a sheet that SheetJS looks for anywhere in its text, so that they must not hide among the rows: a
 * hyperlink over all cells makes it build each of them, which never ends.
 */
const NOT_IN_ROWS =
	/<\/?(?:\w+:)?(?:sheet|dimension|cols|autoFilter|mergeCell|hyperlink|pageMargins|legacyDrawing|drawing|ignoredErrors|tablePart)/i;

function takeRows(
	piece: string,
	around: Around,
	rows: TableRow[],
	broken: (why: string) => ImportFaulted
): void {
	// Rows without a number follow the one before; a piece must say where it goes on.
	const first = /<(?:\w+:)?row(?=[\s>])[^<>]*>/.exec(piece);
	if (NOT_IN_ROWS.test(piece)) throw broken('parts');
	if (first === null) return;
	const numbered = /\sr\s*=\s*["']\d+["']/.test(first[0])
		? piece
		: `${piece.slice(0, first.index)}${first[0].replace(/row(?=[\s>])/, `row r="${(rows.at(-1)?.row ?? 0) + 1}"`)}${piece.slice(first.index + first[0].length)}`;
	const sheet = `${XML}<worksheet xmlns="${MAIN}"><sheetData>${numbered}</sheetData></worksheet>`;
	const bytes = zipSync({ ...around.files, 'xl/worksheets/sheet1.xml': strToU8(sheet) }, { level: 0 });
	let book: WorkBook;
	try {
		book = read(bytes, { dense: true, cellText: false, cellHTML: false, cellFormula: false, type: 'array' });
	} catch {
		throw broken('rows'); // SheetJS throws errors of many kinds; none says more than this
	}
	const found = book.Sheets['rows']?.['!data'];
	if (found === undefined) throw broken('rows');
	const texts = (book as { Strings?: readonly unknown[] }).Strings?.length ?? 0;
	// It counts what follows the last text, and nothing else: any other number would shift names.
	if (texts !== around.texts + 1) throw new ImportFaulted('TEXTS_BROKEN');
	// A hostile row number makes the list endless but for its own entries.
	for (const key of Object.keys(found)) {
		const cells = found[Number(key)];
		if (cells === undefined) continue;
		const values: Value[] = [];
		for (const place of Object.keys(cells)) {
			const column = Number(place);
			if (column < COLUMNS) values[column] = valueOf(cells[column]);
		}
		for (let i = 0; i < values.length; i++) values[i] ??= null;
		if (values.some((value) => value !== null && value !== ''))
			rows.push({ row: Number(key) + 1, cells: values });
	}
}

const ERRORS: Readonly<Record<number, string>> = {
	0: '#NULL!',
	7: '#DIV/0!',
	15: '#VALUE!',
	23: '#REF!',
	29: '#NAME?',
	36: '#NUM!',
	42: '#N/A',
	43: '#GETTING_DATA'
};

function valueOf(cell: CellObject | undefined): Value {
	if (cell === undefined || cell.v === undefined || cell.v === null) return null;
	if (cell.t === 'e') return ERRORS[Number(cell.v)] ?? '#N/A';
	if (typeof cell.v === 'number') return Number.isFinite(cell.v) ? cell.v : null;
	if (typeof cell.v === 'boolean') return cell.v ? 'TRUE' : 'FALSE';
	return typeof cell.v === 'string' ? cell.v : null;
}

function xmlText(bytes: Uint8Array): string {
	const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
	return new TextDecoder(isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
}
