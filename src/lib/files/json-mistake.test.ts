import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonMistake } from './json-mistake';

test.each([
	['', 1, 1, '', 'a value'],
	['{"a":1,}', 1, 8, '}', 'a key in double quotes'],
	['[1,2,]', 1, 6, ']', 'a value'],
	['[1 2]', 1, 4, '2', 'a comma or ]'],
	["{'a':1}", 1, 2, "'", 'a key in double quotes'],
	['{"a" 1}', 1, 6, '1', 'a colon'],
	['{"a":01}', 1, 7, '1', 'a comma or }'],
	['{}x', 1, 3, 'x', 'the end of the file'],
	['{\r\n"a": "b\nc"}', 2, 8, '\n', 'a double quote that ends the text'],
	['["\\x"]', 1, 3, '\\', 'an escape that JSON knows'],
	['["😀", // no', 1, 7, '/', 'a value'],
	['{"a":[1', 1, 8, '', 'a comma or ]']
])('[S9] %j is wrong at line %i, column %i', (text, line, column, found, expected) => {
	expect(jsonMistake(text)).toEqual({ line, column, found, expected });
});

test('[S9] a mistake is found exactly in the texts that JSON.parse refuses', () => {
	const text = fc
		.tuple(
			fc.json({ maxDepth: 3 }),
			fc.nat(),
			fc.constantFrom('', ',', '"', '\\', '}', '[', '1', 'e', '-', '\n', '\u0001')
		)
		.map(([json, place, change]) => {
			const at = place % (json.length + 1);
			return json.slice(0, at) + change + json.slice(at + (place % 2));
		});
	fc.assert(
		fc.property(text, (candidate) => {
			expect(jsonMistake(candidate) === undefined).toBe(isJson(candidate));
		}),
		{ numRuns: 5000 }
	);
});

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
