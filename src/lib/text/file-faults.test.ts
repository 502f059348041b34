import { expect, test } from 'vitest';
import { FILE_FAULTS, type FileFault, type FileFaultCode } from '$lib/domain/fault';
import { faultSentence } from './file-faults';

type Example = readonly [path: string, detail: FileFault['detail'], sentence: string];

const EXAMPLES: Record<FileFaultCode, readonly Example[]> = {
	TOO_LARGE: [
		[
			'',
			{ bytes: 600 * 2 ** 20, limit: 512 * 2 ** 20 },
			'The file is too large: 600.0 MB, and 512.0 MB is the most that can be opened. Split it, or leave out old viewings.'
		],
		[
			'',
			{ bytes: 3 * 2 ** 20, limit: 2 ** 20, wanted: 'live-reports-sandbox/lesson-result' },
			'The file is too large: 3.0 MB, and 1.0 MB is the most that can be opened. Choose a lesson result file.'
		]
	],
	NOT_TEXT: [
		[
			'',
			{ looksLike: 'other', wanted: 'live-reports-sandbox/lesson-result' },
			'The file can’t be read: it is not UTF-8 text. Choose a lesson result file (.json), or save it again as UTF-8.'
		],
		[
			'',
			{ looksLike: 'zip', wanted: 'live-reports-sandbox/backup' },
			'The file can’t be read: it is a ZIP file, as Excel files are. Choose a backup file (.json).'
		],
		['', { looksLike: 'utf-16' }, 'The file can’t be read: it is saved as UTF-16. Save it again as UTF-8.'],
		[
			'',
			{ looksLike: 'zip' },
			'The file can’t be read: it is a ZIP file, as Excel files are. Choose a scenario file (.json).'
		],
		[
			'',
			{ looksLike: 'other' },
			'The file can’t be read: it is not UTF-8 text. Choose a scenario file (.json), or save it again as UTF-8.'
		]
	],
	NOT_JSON: [
		[
			'',
			{ line: 3, column: 9, found: '}', expected: 'a value' },
			'The file is not valid JSON at line 3, column 9: “}” stands where a value was expected. Correct it there, or export the file again.'
		],
		[
			'',
			{ line: 3, column: 9, found: '', expected: 'a comma or ]' },
			'The file is not valid JSON at line 3, column 9: the file ends where a comma or ] was expected. Correct it there, or export the file again.'
		]
	],
	TOO_DEEP: [
		[
			'',
			{ limit: 64 },
			'The file nests lists and objects more than 64 deep, which no file of this sandbox does. Choose another file.'
		]
	],
	WRONG_FORMAT: [
		[
			'',
			{ found: 'live-reports-sandbox/backup', looksLike: 'ours' },
			'The file is not a scenario but “live-reports-sandbox/backup”. Open it in Settings, under Import backup, or choose a scenario file.'
		],
		[
			'',
			{
				found: 'live-reports-sandbox/lesson-result',
				looksLike: 'ours',
				wanted: 'live-reports-sandbox/lesson-pack'
			},
			'The file is not a lesson pack but “live-reports-sandbox/lesson-result”. Open it in Lessons, under Results, or choose a lesson pack file.'
		],
		[
			'',
			{ found: '', looksLike: 'ringcentral-api' },
			'The file is not a scenario of this sandbox. It looks like an answer of the RingCentral API. A scenario’s “format” is “live-reports-sandbox/scenario”.'
		],
		[
			'',
			{ found: 'x', looksLike: 'unknown' },
			'The file is not a scenario of this sandbox. A scenario’s “format” is “live-reports-sandbox/scenario”.'
		]
	],
	NEWER_VERSION: [
		[
			'version',
			{ found: '3', known: 1 },
			'The scenario file has version 3, and this sandbox knows version 1. Reload to get the newest sandbox, then open the file again.'
		]
	],
	UNKNOWN_KEY: [
		[
			'people[3].rolId',
			{ key: 'rolId' },
			'people[3].rolId: the key “rolId” is not known. Remove it, or correct its spelling.'
		]
	],
	MISSING_KEY: [
		['people[3].roleId', { key: 'roleId' }, 'people[3].roleId: the key “roleId” is missing. Add it.']
	],
	WRONG_TYPE: [
		[
			'people[3].extension',
			{ expected: 'string', found: 'number', value: '101' },
			'people[3].extension: text in quotes must stand here, not a number. Correct it.'
		]
	],
	WRONG_VALUE: [
		[
			'people[3].status',
			{ expected: 'enabled, disabled, not-activated', found: 'string', value: 'gone' },
			'people[3].status: “gone” is not possible here. Use enabled, disabled or not-activated.'
		],
		[
			'people[3].id',
			{ expected: '1 to 200 characters', found: 'string', value: '' },
			'people[3].id: an empty text is not possible here. Use 1 to 200 characters.'
		]
	],
	CLOCK_OUT_OF_RANGE: [
		[
			'asOf',
			{ value: '0000-01-01T00:00:00Z' },
			'asOf: the clock can stand between the years 1971 and 9998, not at “0000-01-01T00:00:00Z”. Choose a moment in between.'
		]
	],
	NOT_AN_INSTANT: [
		[
			'asOf',
			{ found: 'string', value: 'now' },
			'asOf: “now” is not a moment. Write date and time in UTC, as in 2026-11-24T14:00:00Z.'
		]
	],
	UNKNOWN_TIME_ZONE: [
		[
			'account.timeZone',
			{ found: 'string', value: 'Mars' },
			'account.timeZone: “Mars” is not a time zone that this browser knows. Use a name such as America/Detroit.'
		]
	],
	NOT_A_QUANTITY: [
		[
			'orders[0].lines[0].quantity',
			{ found: 'number', value: '-1' },
			'orders[0].lines[0].quantity: “-1” is not possible here. Use a whole number from 0 to 1,000,000,000.'
		]
	],
	DANGLING_ID: [
		[
			'people[3].roleId',
			{ id: 'x' },
			'people[3].roleId: nothing has the id “x”. Correct the id, or add what it points to.'
		]
	],
	DOUBLE_ID: [
		[
			'people[7].id',
			{ id: 'p', first: 'people[2].id' },
			'people[7].id: the id “p” already stands at people[2].id. Give one of them another id.'
		]
	],
	TO_BEFORE_FROM: [
		[
			'queues[0].members[1].to',
			{ from: '2026-11-03T00:00:00Z', to: '2026-11-02T00:00:00Z' },
			'queues[0].members[1].to: the end, 2026-11-02T00:00:00Z, is before the beginning, 2026-11-03T00:00:00Z. Correct one of them.'
		]
	],
	RESERVED_ID: [
		[
			'roles[0].id',
			{ id: 'manager' },
			'roles[0].id: “manager” is the id of a predefined role. Give the custom role another id.'
		]
	],
	ROOT_MISSING: [
		[
			'account.costCenters',
			{},
			'account.costCenters: no cost center has the id “root”. Add { "id": "root", "name": "Root" }.'
		]
	],
	COST_CENTER_CYCLE: [
		[
			'account.costCenters[2].parentId',
			{ names: 'Clinical, Nursing' },
			'account.costCenters[2].parentId: these cost centers are each other’s parents in a circle: Clinical, Nursing. Give one of them another parent.'
		]
	],
	MORE_FAULTS: [
		[
			'',
			{ shown: 200, more: 57, complete: 'yes' },
			'57 more faults are not shown. Correct the first 200, then open the file again.'
		],
		[
			'',
			{ shown: 200, more: 1, complete: 'yes' },
			'1 more fault is not shown. Correct the first 200, then open the file again.'
		],
		[
			'',
			{ shown: 200, more: 99_800, complete: 'no' },
			'At least 99800 more faults are not shown. Correct the first 200, then open the file again.'
		]
	],
	LINK_TOO_LONG: [
		[
			'',
			{ length: '136454', limit: 4000 },
			'The link is too long: it carries 136454 characters, and no link of this sandbox has more than 4000. Ask for a file instead.'
		]
	],
	LINK_DAMAGED: [
		[
			'',
			{},
			'The link is cut off or changed. Some programs shorten long links: copy it once more as a whole, or ask for a file instead.'
		]
	],
	LINK_NEWER: [
		[
			'',
			{ found: '2', known: 1 },
			'The link has version 2, and this sandbox knows version 1. Reload to get the newest sandbox, then open the link again.'
		]
	],
	LINK_TOO_LARGE: [
		[
			'',
			{ bytes: 1_306_255, limit: 1_048_576 },
			'The link unpacks to far more than ever fits into one. Nothing of it was kept; ask whom it came from for a file.'
		]
	],
	LINK_NOT_OURS: [
		[
			'',
			{},
			'The link doesn’t hold a scenario or lesson pack of this sandbox. Ask whom it came from for a new link or a file.'
		]
	],
	LINK_OTHER_SAMPLE: [
		[
			'',
			{},
			'The link builds upon a sample that is different in this version of the sandbox. Ask for a file instead, or open the link where it was made.'
		]
	],
	LINK_PACK_ADDRESS: [
		[
			'',
			{ name: '//evil.example/x.json' },
			'The address asks for the lesson pack “//evil.example/x.json”. Only a .json file in the sandbox’s own folder can be asked for so, such as ?pack=class.json. Ask whom the link came from for the file.'
		]
	],
	LINK_PACK_GONE: [
		[
			'',
			{ name: 'class.json', status: 404 },
			'The lesson pack “class.json” is not beside the sandbox: the site answered 404. Ask whom the link came from for the file.'
		],
		[
			'',
			{ name: 'class.json', status: '' },
			'The lesson pack “class.json” could not be fetched from this site. Look whether there is a network, then open the link again.'
		]
	]
};

const all = FILE_FAULTS.flatMap((code) => EXAMPLES[code].map((example) => [code, ...example] as const));

test.each(all)('[S9] %s at "%s"', (code, path, detail, sentence) => {
	expect(faultSentence({ code, path, detail })).toBe(sentence);
});

test.each(FILE_FAULTS)('[S9] %s stays a sentence without its figures', (code) => {
	expect(faultSentence({ code, path: 'here', detail: {} })).toMatch(/^[^]+\.$/);
});
