/** Where a text stops being JSON, and what would have been right there. */
export interface JsonMistake {
	/** From 1. */
	readonly line: number;
	/** From 1, in characters. */
	readonly column: number;
	/** The character that stands there; empty: the text ends. */
	readonly found: string;
	readonly expected: string;
}

interface Scan {
	readonly text: string;
	at: number;
	expected: string;
}

/**
 * Finds the first mistake in a text that JSON.parse refused: its own messages differ between
 * browsers, and some give no place. Undefined: the text is JSON. Recursive: call it only on text
 * whose nesting was checked before.
 */
export function jsonMistake(text: string): JsonMistake | undefined {
	const scan: Scan = { text, at: 0, expected: '' };
	if (value(scan)) {
		white(scan);
		if (scan.at === text.length) return undefined;
		scan.expected = 'the end of the file';
	}
	return { ...place(text, scan.at), found: characterAt(text, scan.at), expected: scan.expected };
}

const characterAt = (text: string, at: number): string => {
	const code = text.codePointAt(at);
	return code === undefined ? '' : String.fromCodePoint(code);
};

function place(text: string, at: number): { line: number; column: number } {
	let line = 1;
	let column = 1;
	for (let i = 0; i < at; i++) {
		const code = text.charCodeAt(i);
		if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) {
			line++;
			column = 1;
		} else if (code < 0xdc00 || code > 0xdfff) column++; // the second half of a pair is no character
	}
	return { line, column };
}

function miss(scan: Scan, expected: string): false {
	scan.expected = expected;
	return false;
}

function white(scan: Scan): void {
	for (; scan.at < scan.text.length; scan.at++) {
		const code = scan.text.charCodeAt(scan.at);
		if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
	}
}

function take(scan: Scan, character: string): boolean {
	white(scan);
	if (scan.text[scan.at] !== character) return false;
	scan.at++;
	return true;
}

const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function value(scan: Scan): boolean {
	white(scan);
	const first = scan.text[scan.at];
	if (first === '{') return inside(scan, '}', member);
	if (first === '[') return inside(scan, ']', value);
	if (first === '"') return string(scan);
	SCALAR.lastIndex = scan.at;
	const found = SCALAR.exec(scan.text);
	if (found === null) return miss(scan, 'a value');
	scan.at += found[0].length;
	return true;
}

function inside(scan: Scan, close: string, item: (scan: Scan) => boolean): boolean {
	scan.at++;
	if (take(scan, close)) return true;
	do {
		if (!item(scan)) return false;
	} while (take(scan, ','));
	return take(scan, close) || miss(scan, `a comma or ${close}`);
}

function member(scan: Scan): boolean {
	white(scan);
	if (scan.text[scan.at] !== '"') return miss(scan, 'a key in double quotes');
	if (!string(scan)) return false;
	if (!take(scan, ':')) return miss(scan, 'a colon');
	return value(scan);
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

function string(scan: Scan): boolean {
	const { text } = scan;
	for (scan.at++; scan.at < text.length; scan.at++) {
		const code = text.charCodeAt(scan.at);
		if (code === 0x22) {
			scan.at++;
			return true;
		}
		if (code < 0x20) return miss(scan, 'a double quote that ends the text');
		if (code !== 0x5c) continue;
		ESCAPE.lastIndex = scan.at;
		const escape = ESCAPE.exec(text);
		if (escape === null) return miss(scan, 'an escape that JSON knows');
		scan.at += escape[0].length - 1;
	}
	return miss(scan, 'a double quote that ends the text');
}
