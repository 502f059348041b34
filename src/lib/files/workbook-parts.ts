import { ImportFaulted } from './import-faulted';
import { shownText } from './faults';

/** A tab as the workbook names it, and the part that holds it. */
export interface TabPart {
	readonly name: string;
	readonly path: string;
	readonly isWorksheet: boolean;
}

/** What of a workbook is needed to find its cells. */
export interface WorkbookParts {
	readonly tabs: readonly TabPart[];
	readonly texts: string | null;
	readonly styles: string | null;
	readonly date1904: boolean;
}

const MOST_TABS = 300;

/** Reads workbook.xml and its relations: which part is which tab. Throws ImportFaulted. */
export function workbookParts(workbook: string, relations: string): WorkbookParts {
	const targets = new Map<string, { type: string; path: string }>();
	for (const [tag] of relations.matchAll(/<(?:\w+:)?Relationship\b[^<>]*>/g)) {
		const id = attribute(tag, 'Id');
		const target = attribute(tag, 'Target');
		if (id === undefined || target === undefined || attribute(tag, 'TargetMode') === 'External') continue;
		targets.set(id, { type: attribute(tag, 'Type')?.split('/').at(-1) ?? '', path: pathOf(target) });
	}
	const only = (type: string) => [...targets.values()].find((target) => target.type === type)?.path ?? null;
	const tabs: TabPart[] = [];
	const names = new Set<string>();
	for (const [tag] of workbook.matchAll(/<(?:\w+:)?sheet\s[^<>]*>/g)) {
		const name = unescaped(attribute(tag, 'name') ?? '');
		const target = targets.get(attribute(tag, '(?:\\w+:)?id') ?? '');
		if (names.has(name.toLowerCase())) throw new ImportFaulted('TAB_DOUBLE', {}, { tab: shownText(name) });
		names.add(name.toLowerCase());
		if (target === undefined) throw new ImportFaulted('TAB_MISSING', {}, { tab: shownText(name) });
		tabs.push({ name, path: target.path, isWorksheet: target.type === 'worksheet' });
		if (tabs.length > MOST_TABS) throw new ImportFaulted('WORKBOOK_BROKEN', { tabs: MOST_TABS });
	}
	if (tabs.length === 0) throw new ImportFaulted('WORKBOOK_BROKEN');
	const flag = /<(?:\w+:)?workbookPr\b[^<>]*\bdate1904\s*=\s*["'](1|true)["']/.test(workbook);
	return { tabs, texts: only('sharedStrings'), styles: only('styles'), date1904: flag };
}

/** A target as a part's name: relative to xl/, or absolute in the archive. What leads out names no part. */
const pathOf = (target: string): string =>
	target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;

function attribute(tag: string, name: string): string | undefined {
	const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
	return found?.[1] ?? found?.[2];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of an attribute: the five entities of XML and characters by number, nothing else. */
const unescaped = (text: string): string =>
	text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));/g, (all, named, decimal, hex) => {
		if (typeof named === 'string') return ENTITIES[named]!;
		const code = typeof decimal === 'string' ? Number(decimal) : parseInt(String(hex), 16);
		return code <= 0x10ffff ? String.fromCodePoint(code) : all;
	});
