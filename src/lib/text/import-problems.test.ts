import { expect, test } from 'vitest';
import {
	DIFFERENCE_REASONS,
	type Fix,
	FIXES,
	IMPORT_FAULTS,
	LOOKS_LIKE,
	NOTES,
	PROBLEMS
} from '$lib/domain/import';
import { importFaultSentence } from './import-faults';
import { fixText, groupText, noteSentence, problemSentence, reasonSentence } from './import-problems';
import { columnText, placeText } from './import-words';

const place = { file: 'report.xlsx', tab: 'Detailed Usage', row: 1_234, column: 28 };
const detail = {
	count: 2,
	value: 'x',
	who: 'Ann',
	looksLike: 'pdf',
	part: 'xl/a.xml',
	limit: 5,
	file: 'f',
	tab: 't',
	zone: 'Mars/Base'
};

test('a place reads as a spreadsheet shows it', () => {
	expect(placeText(place)).toBe('report.xlsx, tab Detailed Usage, row 1,234, column AB');
	expect(placeText({ file: '' })).toBe('The file');
	expect([columnText(1, 'Name'), columnText(26, ''), columnText(27, '')]).toEqual([
		'A: Name',
		'Column Z',
		'Column AA'
	]);
});

test('[S9] every fault says where and what, in whole sentences, each its own', () => {
	const said = IMPORT_FAULTS.map((code) => importFaultSentence({ code, place, detail }));
	expect(new Set(said).size).toBe(IMPORT_FAULTS.length);
	for (const sentence of said) expect(sentence).toMatch(/^report\.xlsx, tab Detailed Usage, .+: .+\.$/s);
	const kinds = LOOKS_LIKE.map((looksLike) =>
		importFaultSentence({ code: 'OTHER_KIND', place, detail: { looksLike } })
	);
	expect(new Set(kinds).size).toBe(LOOKS_LIKE.length);
	for (const sentence of [...said, ...kinds]) expect(sentence).not.toMatch(/undefined|NaN|null|“”/);
});

test('every problem, note and reason has words of its own, for one and for many', () => {
	for (const count of [1, 2]) {
		const some = { ...detail, count };
		const texts = [
			...PROBLEMS.map((code) => groupText(code, count)),
			...PROBLEMS.map((code) =>
				problemSentence({ id: '', code, place, detail: some, fixes: [], chosen: null })
			),
			...NOTES.map((code) => noteSentence({ code, detail: some })),
			...DIFFERENCE_REASONS.map((code) => reasonSentence({ code, detail: some }))
		];
		expect(new Set(texts).size).toBe(texts.length);
		for (const text of texts) expect(text).not.toMatch(/undefined|NaN|null/);
	}
	expect(groupText('DOUBLE_ROW', 1)).toBe('1 row says again what another row says');
});

test('fixes of one problem can be told apart', () => {
	for (const code of PROBLEMS) {
		const texts = FIXES.map((fix: Fix) => fixText(fix, code));
		expect(new Set(texts).size).toBe(FIXES.length);
	}
});

test.each([
	['scenario', 'scenario', 'ours.json: this is a scenario of the sandbox. Cancel, then open it by itself.'],
	[
		'sandbox',
		'lesson-pack',
		'ours.json: this is a lesson pack of the sandbox. Remove it here. Open it on Home or in Lessons, by itself.'
	],
	[
		'sandbox',
		'backup',
		'ours.json: this is a backup of the sandbox. Remove it here. Open it in Settings, under Import backup, by itself.'
	]
])('[S9] another file of the sandbox is told where it belongs: %s %s', (looksLike, kind, sentence) => {
	const detail = { looksLike, format: `live-reports-sandbox/${kind}` };
	expect(importFaultSentence({ code: 'OTHER_KIND', place: { file: 'ours.json' }, detail })).toBe(sentence);
});
