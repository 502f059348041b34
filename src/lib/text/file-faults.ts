import { type FileFault } from '$lib/domain/fault';

const KINDS = new Map([
	['string', 'text in quotes'],
	['number', 'a number'],
	['int', 'a whole number'],
	['boolean', 'true or false'],
	['array', 'a list'],
	['object', 'an object'],
	['null', 'null']
]);

const LOOKS_LIKE = new Map([
	['list', 'It holds a bare list. '],
	['value', 'It holds a single value. '],
	['ringcentral-api', 'It looks like an answer of the RingCentral API. '],
	['unnamed-scenario', 'It looks like one whose “format” line is missing or changed. ']
]);

/** What the formats of this sandbox are called, and where each is opened. */
export const OURS = new Map<string, readonly [name: string, opened: string]>([
	['live-reports-sandbox/scenario', ['scenario', 'Open it on Home']],
	['live-reports-sandbox/backup', ['backup', 'Open it in Settings, under Import backup']],
	['live-reports-sandbox/lesson-pack', ['lesson pack', 'Open it on Home or in Lessons']],
	[
		'live-reports-sandbox/lesson-notes',
		['file of instructor’s notes', 'Open it in Lessons, where packs are written']
	],
	['live-reports-sandbox/lesson-result', ['lesson result', 'Open it in Lessons, under Results']]
]);

/** Why a file is no text; `file`: what is wanted instead. */
function notText(looksLike: string, file: string): string {
	if (looksLike === 'utf-16') return 'it is saved as UTF-16. Save it again as UTF-8';
	if (looksLike === 'zip') return `it is a ZIP file, as Excel files are. Choose a ${file} (.json)`;
	return `it is not UTF-8 text. Choose a ${file} (.json), or save it again as UTF-8`;
}

/** Files that hold viewings, which make them large. */
const WITH_VIEWINGS = new Set(['scenario', 'backup']);

/** What is wrong with a file, where, and what to do: one or two plain sentences. */
export function faultSentence(fault: FileFault): string {
	const { path } = fault;
	const of = (key: string): string => String(fault.detail[key] ?? '');
	const kind = (key: string): string => KINDS.get(of(key)) ?? of(key);
	const isEmptyText = of('found') === 'string' && of('value') === '';
	const value = isEmptyText ? 'an empty text' : of('value') === '' ? kind('found') : `“${of('value')}”`;
	const format = OURS.has(of('wanted')) ? of('wanted') : 'live-reports-sandbox/scenario';
	const [wanted] = OURS.get(format)!;
	const file = wanted.startsWith('file ') ? wanted : `${wanted} file`;
	switch (fault.code) {
		case 'TOO_LARGE':
			return `The file is too large: ${megabytes(fault, 'bytes')}, and ${megabytes(fault, 'limit')} is the most that can be opened. ${WITH_VIEWINGS.has(wanted) ? 'Split it, or leave out old viewings' : `Choose a ${file}`}.`;
		case 'NOT_TEXT':
			return `The file can’t be read: ${notText(of('looksLike'), file)}.`;
		case 'NOT_JSON':
			return `The file is not valid JSON${jsonPlace(of)}. Correct it there, or export the file again.`;
		case 'TOO_DEEP':
			return `The file nests lists and objects more than ${of('limit')} deep, which no file of this sandbox does. Choose another file.`;
		case 'WRONG_FORMAT':
			if (path !== '') return `${path}: what stands here is not a scenario. Export the backup again.`;
			return of('looksLike') === 'ours'
				? `The file is not a ${wanted} but “${of('found')}”. ${OURS.get(of('found'))?.[1] ?? 'Open it where such files belong'}, or choose a ${wanted} file.`
				: `The file is not a ${wanted} of this sandbox. ${LOOKS_LIKE.get(of('looksLike')) ?? ''}A ${wanted}’s “format” is “${format}”.`;
		case 'NEWER_VERSION':
			return `${path === 'version' ? `The ${wanted} file` : path.slice(0, -'.version'.length)} has version ${of('found')}, and this sandbox knows version ${of('known')}. Reload to get the newest sandbox, then open the file again.`;
		case 'UNKNOWN_KEY':
			return `${path}: the key “${of('key')}” is not known. Remove it, or correct its spelling.`;
		case 'MISSING_KEY':
			return `${path}: the key “${of('key')}” is missing. Add it.`;
		case 'WRONG_TYPE':
			return `${path}: ${kind('expected')} must stand here, not ${kind('found')}. Correct it.`;
		case 'WRONG_VALUE':
			return `${path}: ${value} is not possible here. Use ${choices(of('expected'))}.`;
		case 'NOT_AN_INSTANT':
			return `${path}: ${value} is not a moment. Write date and time in UTC, as in 2026-11-24T14:00:00Z.`;
		case 'CLOCK_OUT_OF_RANGE':
			return `${path}: the clock can stand between the years 1971 and 9998, not at ${value}. Choose a moment in between.`;
		case 'UNKNOWN_TIME_ZONE':
			return `${path}: ${value} is not a time zone that this browser knows. Use a name such as America/Detroit.`;
		case 'NOT_A_QUANTITY':
			return `${path}: ${value} is not possible here. Use a whole number from 0 to 1,000,000,000.`;
		case 'DANGLING_ID':
			return `${path}: nothing has the id “${of('id')}”. Correct the id, or add what it points to.`;
		case 'DOUBLE_ID':
			return `${path}: the id “${of('id')}” already stands at ${of('first')}. Give one of them another id.`;
		case 'TO_BEFORE_FROM':
			return `${path}: the end, ${of('to')}, is before the beginning, ${of('from')}. Correct one of them.`;
		case 'RESERVED_ID':
			return `${path}: “${of('id')}” is the id of a predefined role. Give the custom role another id.`;
		case 'ROOT_MISSING':
			return `${path}: no cost center has the id “root”. Add { "id": "root", "name": "Root" }.`;
		case 'COST_CENTER_CYCLE':
			return `${path}: these cost centers are each other’s parents in a circle: ${of('names')}. Give one of them another parent.`;
		case 'MORE_FAULTS':
			return `${of('complete') === 'no' ? 'At least ' : ''}${of('more')} more ${of('more') === '1' ? 'fault is' : 'faults are'} not shown. Correct the first ${of('shown')}, then open the file again.`;
		case 'LINK_TOO_LONG':
			return `The link is too long: it carries ${of('length')} characters, and no link of this sandbox has more than ${of('limit')}. Ask for a file instead.`;
		case 'LINK_DAMAGED':
			return 'The link is cut off or changed. Some programs shorten long links: copy it once more as a whole, or ask for a file instead.';
		case 'LINK_NEWER':
			return `The link has version ${of('found')}, and this sandbox knows version ${of('known')}. Reload to get the newest sandbox, then open the link again.`;
		case 'LINK_TOO_LARGE':
			return 'The link unpacks to far more than ever fits into one. Nothing of it was kept; ask whom it came from for a file.';
		case 'LINK_NOT_OURS':
			return 'The link doesn’t hold a scenario or lesson pack of this sandbox. Ask whom it came from for a new link or a file.';
		case 'LINK_OTHER_SAMPLE':
			return 'The link builds upon a sample that is different in this version of the sandbox. Ask for a file instead, or open the link where it was made.';
		case 'LINK_PACK_ADDRESS':
			return `The address asks for the lesson pack “${of('name')}”. Only a .json file in the sandbox’s own folder can be asked for so, such as ?pack=class.json. Ask whom the link came from for the file.`;
		case 'LINK_PACK_GONE':
			return of('status') === ''
				? `The lesson pack “${of('name')}” could not be fetched from this site. Look whether there is a network, then open the link again.`
				: `The lesson pack “${of('name')}” is not beside the sandbox: the site answered ${of('status')}. Ask whom the link came from for the file.`;
	}
}

const megabytes = (fault: FileFault, key: string): string =>
	`${(Number(fault.detail[key] ?? 0) / 1_048_576).toFixed(1)} MB`;

function jsonPlace(of: (key: string) => string): string {
	if (of('line') === '') return '';
	if (of('line') === '1' && of('column') === '1' && of('found') === '') return ': it is empty';
	const found = of('found') === '' ? 'the file ends' : `“${of('found')}” stands`;
	const expected = of('expected') === '' ? '' : ` where ${of('expected')} was expected`;
	return ` at line ${of('line')}, column ${of('column')}: ${found}${expected}`;
}

/** “a, b or c” of a list with commas. */
const choices = (list: string): string => list.replace(/, ([^,]*)$/, ' or $1');
