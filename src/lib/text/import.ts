import {
	type ComparedFigure,
	type DifferenceReason,
	type Field,
	type Fix,
	type ImportFault,
	type ImportNote,
	type ImportPlace,
	type ImportProblem,
	type LooksLike,
	type ProblemCode,
	type ReadTable,
	type StatedKey
} from '$lib/domain/import';
import { countText, nameText, numberText } from './format';

/** What a table tells, as it is chosen. */
export const TABLE_WORDS: Readonly<Record<ReadTable['kind'], string>> = {
	summary: 'Live Reports Usage Summary (tab 1 of the report)',
	seats: 'Total Active Users (tab 2 of the report)',
	details: 'Detailed Usage (tab 3 of the report)',
	people: 'List of people',
	queues: 'List of call queues and their members',
	ringcentral: 'Answer of the RingCentral API',
	ignore: 'Left out'
};

export const FIELD_WORDS: Readonly<Record<Field, string>> = {
	name: 'Name',
	firstName: 'First name',
	lastName: 'Last name',
	extension: 'Extension',
	email: 'Email',
	role: 'Role',
	status: 'Status',
	costCenter: 'Cost center',
	type: 'Type of extension',
	roleType: 'Role Type',
	lastViewed: 'Last Viewed',
	queueCount: 'Monitored Call Queues',
	dashboardCount: 'Dashboards with Monitored Queues',
	queue: 'Call queue',
	dashboard: 'Dashboard',
	liveReports: 'Live Reports license',
	booster: 'Call Queue Booster license',
	queueExtension: 'Extension of the queue',
	members: 'Members, all in one cell',
	member: 'Member, one in a row',
	memberExtension: 'Extension of the member',
	managers: 'Managers'
};

/** Labels of the report's own summary. */
export const STATED_WORDS: Readonly<Record<StatedKey, string>> = {
	liveReports: 'Total "Live Report" Licenses Purchased',
	callQueuesBooster: 'Total "Call Queue Booster" Licenses Purchased',
	total: 'Total Licenses Purchased',
	agents: 'Monitored Users (Agents)',
	viewers: 'Live Report Viewers',
	active: 'Total Active Users',
	overage: 'Overage Users'
};

const LOOKS: Readonly<Record<LooksLike, string>> = {
	pdf: 'a PDF. Export the list as .xlsx or .csv',
	xls: 'an old Excel file (.xls). Open it in Excel and save it as .xlsx',
	'encrypted-office': 'protected with a password. Save it without one, as .xlsx',
	'old-office': 'an old Office file. Save it as .xlsx or .csv',
	xlsb: 'a binary Excel file (.xlsb). Save it as .xlsx',
	word: 'a Word document. Save its table as .xlsx or .csv',
	powerpoint: 'a PowerPoint file. Save its table as .xlsx or .csv',
	'open-document': 'an OpenDocument file. Save it as .xlsx or .csv',
	numbers: 'a Numbers file. Export it as .xlsx or .csv',
	html: 'a web page, perhaps a sign-in page that was saved instead of the file. Download the file again',
	xml: 'XML. Export the list as .xlsx or .csv',
	rtf: 'a text document. Save its table as .csv',
	image: 'a picture. Choose the file it shows',
	archive: 'an archive. Unpack it and choose the files in it',
	zip: 'a ZIP archive. Unpack it and choose the files in it',
	json: 'JSON, but neither a scenario nor an answer of the RingCentral API. Choose another file',
	other: 'none of the kinds that can be read. Choose an .xlsx, .csv or .json file'
};

/** “report.xlsx, tab Detailed Usage, row 7, column 2”. */
export function placeText({ file, tab, row, column }: ImportPlace): string {
	const parts = [file === '' ? 'The file' : file];
	if (tab !== undefined) parts.push(`tab ${nameText(tab)}`);
	if (row !== undefined) parts.push(`row ${numberText(row)}`);
	if (column !== undefined) parts.push(`column ${letters(column)}`);
	return parts.join(', ');
}

/** A column as spreadsheets name it: 1 is A, 27 is AA. */
function letters(column: number): string {
	const rest = (column - 1) % 26;
	const before = Math.floor((column - 1) / 26);
	return (before > 0 ? letters(before) : '') + String.fromCharCode(65 + rest);
}
export const columnText = (column: number, heading: string): string =>
	heading === '' ? `Column ${letters(column)}` : `${letters(column)}: ${heading}`;

const EXPORT_AGAIN = 'Download it again, or open it in Excel and save it anew as .xlsx.';
const SMALLER = 'If the file is what you think it is, leave out what is not needed and save it anew.';

/** Why a file can't be read, where, and what to do. */
export function importFaultSentence(fault: ImportFault): string {
	return `${placeText(fault.place)}: ${faultWords(fault)}`;
}

function faultWords({ code, detail }: ImportFault): string {
	const of = (key: string): string => String(detail[key] ?? '');
	const count = (key: string): string => numberText(Number(detail[key] ?? 0));
	const size = (key: string): string => `${numberText(Math.round(Number(detail[key] ?? 0) / 1_048_576))} MB`;
	const part = of('part') === '' ? 'A part' : `The part “${of('part')}”`;
	switch (code) {
		case 'EMPTY_FILE':
			return 'the file is empty. Choose another one.';
		case 'FILE_TOO_LARGE':
			return `the file has ${size('bytes')}, and ${size('limit')} is the most that is read. ${SMALLER}`;
		case 'OTHER_KIND':
			return of('looksLike') === 'scenario'
				? 'this is a scenario of the sandbox. Cancel, then open it by itself.'
				: `the content is ${LOOKS[of('looksLike') as LooksLike] ?? LOOKS.other}.`;
		case 'ZIP_BROKEN':
			return `the file is damaged or not complete. ${EXPORT_AGAIN}`;
		case 'ZIP_ENCRYPTED':
			return 'the file is protected with a password. Save it without one.';
		case 'ZIP_64':
			return `the file is packed in a way for very large files that is not read. ${EXPORT_AGAIN}`;
		case 'ZIP_METHOD':
			return `${part} is packed in a way that Excel does not use. ${EXPORT_AGAIN}`;
		case 'ZIP_TOO_MANY_PARTS':
			return `the file has ${count('parts')} parts, and ${count('limit')} is the most that is read. ${EXPORT_AGAIN}`;
		case 'ZIP_TOO_LARGE':
			return `unpacked, the file has more than ${size('limit')}. It was not unpacked. ${SMALLER}`;
		case 'ZIP_RATIO':
			return `${part} grows to ${count('ratio')} times its size when it is unpacked, as files do that are made to fill memory. It was not unpacked. ${EXPORT_AGAIN}`;
		case 'ZIP_PART_NAME':
			return `${part} has a name that leads out of the file. ${EXPORT_AGAIN}`;
		case 'ZIP_DOUBLE_PART':
			return `${part} is there twice, so nobody can tell which one is meant. ${EXPORT_AGAIN}`;
		case 'ZIP_SIZE_LIES':
			return `${part} has another size than the file says. ${EXPORT_AGAIN}`;
		case 'ZIP_CHECKSUM':
			return `${part} is damaged: its checksum is wrong. ${EXPORT_AGAIN}`;
		case 'WORKBOOK_BROKEN':
			return `the list of tabs can’t be read. ${EXPORT_AGAIN}`;
		case 'TEXTS_BROKEN':
			return `the texts of the workbook can’t be told apart, so names could be mixed up. ${EXPORT_AGAIN}`;
		case 'TAB_MISSING':
			return `the workbook names this tab, but it is not in the file. ${EXPORT_AGAIN}`;
		case 'TAB_BROKEN':
			return `the rows of this tab can’t be read. ${EXPORT_AGAIN}`;
		case 'TAB_DOUBLE':
			return 'two tabs have this name. Rename one of them and save the file.';
		case 'TOO_MANY_ROWS':
			return `there are more than ${count('limit')} rows. ${SMALLER}`;
		case 'TOO_MANY_TEXTS':
			return `the workbook has ${count('texts')} different texts, and ${count('limit')} is the most that is read. ${SMALLER}`;
		case 'NOT_READABLE_TEXT':
			return `the text is cut off in the middle of a character (${of('encoding')}). Save it again as UTF-8.`;
		case 'QUOTE_OPEN':
			return 'a quotation mark opens here and is never closed. Add the closing one, or take this one away.';
		case 'JSON_BROKEN':
			return `this is not valid JSON${of('line') === '' ? '' : `: look at line ${of('line')}, column ${of('column')}`}. Save the answer of the API as it came.`;
		case 'JSON_TOO_DEEP':
			return `lists and objects stand more than ${count('limit')} deep in each other, which no answer of the API does. Choose another file.`;
		case 'NO_ROWS':
			return 'no person, queue or report row was found in it. Choose another file, or say below what its columns are.';
		case 'NO_TIME_ZONE':
			return `“${of('zone')}” is not a time zone that this browser knows. Choose one from the list.`;
	}
}

/** What all problems of a code have in common. */
export function groupText(code: ProblemCode, count: number): string {
	const rows = countText(count, 'row');
	const n = numberText(count);
	switch (code) {
		case 'NO_PERSON':
			return count === 1 ? '1 row names nobody' : `${rows} name nobody`;
		case 'NO_DASHBOARD':
			return count === 1 ? '1 row names no dashboard' : `${rows} name no dashboard`;
		case 'NO_QUEUE':
			return count === 1 ? '1 row names no queue' : `${rows} name no queue`;
		case 'ROLE_TYPE_UNKNOWN':
			return `${countText(count, 'Role Type')} not understood`;
		case 'NOT_A_DATE':
			return `${countText(count, 'date')} not understood`;
		case 'DATE_OUTSIDE':
			return `${countText(count, 'viewing')} outside the report’s own time`;
		case 'DOUBLE_ROW':
			return `${rows} ${count === 1 ? 'says' : 'say'} again what another row says`;
		case 'NOT_A_COUNT':
			return `${countText(count, 'figure')} of tab 1 not a whole number`;
		case 'LABEL_MISSING':
			return `${countText(count, 'line')} missing on tab 1`;
		case 'AGENT_WITHOUT_QUEUE':
			return `${countText(count, 'agent')} on tab 2 without a queue on tab 3`;
		case 'SEAT_MISSING':
			return `${countText(count, 'person', 'people')} on tab 3 but not on tab 2`;
		case 'COUNT_DIFFERS':
			return `${countText(count, 'number')} of the report not what its own rows say`;
		case 'CELL_ERROR':
			return `${countText(count, 'cell')} with an error of the spreadsheet`;
		case 'MEMBER_UNKNOWN':
			return `${countText(count, 'member')} not on the list of people`;
		case 'MANAGER_UNKNOWN':
			return `${countText(count, 'manager')} not on the list of people`;
		case 'AMBIGUOUS_PERSON':
			return `${countText(count, 'row')} could mean more than one person`;
		case 'DOUBLE_EXTENSION':
			return `${countText(count, 'extension')} given twice`;
		case 'STATUS_UNKNOWN':
			return `${n} ${count === 1 ? 'person' : 'people'} with a status that is not known`;
		case 'ROLE_UNKNOWN':
			return `${countText(count, 'role')} that RingCentral does not predefine`;
		case 'CONFLICT':
			return `${countText(count, 'name')} not the same in two files`;
		case 'NOT_ON_LIST':
			return `${countText(count, 'member')} in the report, but no longer on the queue’s list`;
		case 'MISSING_PAGES':
			return `${countText(count, 'list')} with pages missing`;
		case 'QUEUE_OF_FILE_UNKNOWN':
			return `${countText(count, 'file')} with members of an unknown queue`;
	}
}

/** What is in doubt about one row. The place is said beside it. */
export function problemSentence({ code, detail }: ImportProblem): string {
	const of = (key: string): string => String(detail[key] ?? '');
	const count = (key: string): string => numberText(Number(detail[key] ?? 0));
	switch (code) {
		case 'NO_PERSON':
			return 'Neither a name nor an extension stands here.';
		case 'NO_DASHBOARD':
			return 'No dashboard stands here.';
		case 'NO_QUEUE':
			return 'Neither the name nor the extension of a queue stands here.';
		case 'ROLE_TYPE_UNKNOWN':
			return `“${of('value')}” is neither Viewer nor Monitored Agent.`;
		case 'NOT_A_DATE':
			return `“${of('value')}” is not a date.`;
		case 'DATE_OUTSIDE':
			return `${of('day')} is not within ${of('from') || 'the report’s start'} to ${of('to') || 'its end'}.`;
		case 'DOUBLE_ROW':
			return 'The same person and part stand in an earlier row.';
		case 'NOT_A_COUNT':
			return `“${of('value')}” is not a whole number; the figure is taken for not stated.`;
		case 'LABEL_MISSING':
			return `No line is labelled ${of('label')}; it is taken for not stated.`;
		case 'AGENT_WITHOUT_QUEUE':
			return 'Detailed Usage has no row that says which queue makes this person an agent.';
		case 'SEAT_MISSING':
			return 'This person has usage, but no row in Total Active Users. Their usage is counted.';
		case 'COUNT_DIFFERS':
			return of('key') === 'rows'
				? `Tab 1 says ${count('stated')} active users, and tab 2 has ${count('found')} rows.`
				: `Tab 2 says ${count('stated')} ${of('key')}, and tab 3 names ${count('found')}. Tab 3 is followed.`;
		case 'CELL_ERROR':
			return `The cell holds ${of('value')}; it is taken for empty.`;
		case 'MEMBER_UNKNOWN':
			return `${of('who')}, member of ${of('queue') || 'a queue'}, is on no list of people.`;
		case 'MANAGER_UNKNOWN':
			return `${of('who')}, manager of ${of('queue') || 'a queue'}, is on no list of people.`;
		case 'AMBIGUOUS_PERSON':
			return `${count('count')} people are “${of('who')}”.`;
		case 'DOUBLE_EXTENSION':
			return `Extension ${of('extension')} belongs to “${of('first')}” and to “${of('second')}”.`;
		case 'STATUS_UNKNOWN':
			return `${of('who')} has the status “${of('value')}”, taken for Enabled.`;
		case 'ROLE_UNKNOWN':
			return `What the role “${of('role')}” permits is not in the files.`;
		case 'CONFLICT':
			return `Extension ${of('extension') || '(none)'} is “${of('first')}” in one file and “${of('second')}” in another.`;
		case 'NOT_ON_LIST':
			return `${of('who')} is an agent of ${of('queue')} in the report, and not among its members on the list.`;
		case 'MISSING_PAGES':
			return `${count('have')} of ${count('pages')} pages are here. Add the files of the others, or the rest is missing from the scenario.`;
		case 'QUEUE_OF_FILE_UNKNOWN':
			return 'The file does not say whose members these are, and neither does its name. The number of the queue in the file’s name helps.';
	}
}

/** What is done about a problem. */
export function fixText(fix: Fix, code: ProblemCode): string {
	switch (fix) {
		case 'skip':
			return code.endsWith('_UNKNOWN') && code !== 'ROLE_TYPE_UNKNOWN' ? 'Leave out' : 'Skip the row';
		case 'keep':
			return code === 'DATE_OUTSIDE'
				? 'Keep the date'
				: code === 'CONFLICT'
					? 'Two of them'
					: code === 'NOT_ON_LIST'
						? 'Still a member'
						: code === 'DOUBLE_EXTENSION'
							? 'Keep both'
							: 'Keep, on a dashboard without a name';
		case 'keep-empty':
			return 'Keep the row without a date';
		case 'add-person':
			return 'Add as a person';
		case 'unnamed-queue':
			return 'Count, in a queue without a name';
		case 'count-once':
			return 'Count once';
		case 'use-first':
			return code === 'AMBIGUOUS_PERSON' ? 'Take the first' : 'Keep the first';
		case 'use-second':
			return 'Take the second';
		case 'from-details':
			return 'As Detailed Usage says';
		case 'standard-role':
			return 'Give the role Standard';
		case 'own-role':
			return 'Make a role without permissions';
		case 'enabled':
			return 'Take as Enabled';
		case 'ended':
			return 'Membership has ended';
	}
}

/** What the files can't say, or what was assumed for all of it. */
export function noteSentence({ code, detail }: ImportNote): string {
	const of = (key: string): string => String(detail[key] ?? '');
	const count = (one: string, many?: string): string => countText(Number(detail['count'] ?? 0), one, many);
	switch (code) {
		case 'PERMISSIONS_UNKNOWN':
			return 'The files don’t say who may view Live Reports. Whoever holds the permission and did not view is not counted as needed until you give them a role.';
		case 'VIEWERS_GOT_ROLE':
			return 'Whoever viewed got a role with Live Reports - View Only, since they could view.';
		case 'OWNERS_UNKNOWN':
			return 'No file says who owns a dashboard: each belongs to whoever viewed it most, and is shared with its other viewers.';
		case 'MEMBERSHIP_DATES_UNKNOWN':
			return 'No file says since when people are members: they always have been, as far as the sandbox knows.';
		case 'PARTIAL_ROWS':
			return `${count('person', 'people')} met only some of their queue’s dashboards, so they can’t have been there at the same time as the others: memberships were dated within the window to match.`;
		case 'PURCHASE_DATES_UNKNOWN':
			return 'The report says how many licenses are owned, not since when: one order, dated the first moment of the window.';
		case 'AS_OF_FROM_DAY':
			return `As of the end of the report’s last day (${of('asOf')}).`;
		case 'AS_OF_FROM_NAME':
			return `As of the moment in the file’s name (${of('asOf')}), read in the time zone below.`;
		case 'AS_OF_GIVEN':
			return `No file says a date: as of now (${of('asOf')}).`;
		case 'ZONE_ASSUMED':
			return 'No file says the account’s time zone: it is the one chosen below.';
		case 'DAY_FIRST':
			return 'Dates such as 3/4/2026 are read with the day first: so more of them lie in the report’s own time.';
		case 'VIEWING_TIMES_UNKNOWN':
			return 'The report knows the day of a viewing, not its time: noon.';
		case 'ASSUMPTION_READ':
			return `Assumptions that the report’s own notes state: ${of('ids')}.`;
		case 'ASSUMPTION_INFERRED':
			return `Assumptions set as the report’s rows show them: ${of('ids')}.`;
		case 'NUMERIC_EXTENSIONS':
			return 'Some extensions are numbers in the file. If they had leading zeros, these are lost.';
		case 'TABS_LEFT_OUT':
			return `The tab “${of('tab')}” is none that is known, and was left out.`;
		case 'TYPES_LEFT_OUT':
			return `${of('file')}: ${count('extension')} left out, which ${Number(detail['count']) === 1 ? 'is neither a person nor a call queue' : 'are neither people nor call queues'}.`;
		case 'ROLES_WITHOUT_PERMISSIONS':
			return 'Roles of your own have no permissions yet: the files only name them. Set them in the Admin Portal.';
		case 'LICENSE_ORDER_UNKNOWN':
			return 'Who goes without a license is not known to be the same as in the report: the sandbox follows its own rule L11.';
		case 'WIDGETS_UNKNOWN':
			return 'Widgets are one for each queue of a dashboard; the report does not list them.';
		case 'MEMBERS_NOT_IN_REPORT':
			return `${count('member')} on the lists ${Number(detail['count']) === 1 ? 'is' : 'are'} not in the report, and count as agents if their queue is monitored.`;
	}
}

/** Why a stated and a computed figure differ. */
export function reasonSentence({ code, detail }: ComparedFigure['reasons'][number]): string {
	const n = (key: string): string => numberText(Number(detail[key] ?? 0));
	const people = countText(Number(detail['count'] ?? 0), 'person', 'people');
	const rows = countText(Number(detail['count'] ?? 0), 'row');
	const words: Readonly<Record<DifferenceReason, string>> = {
		SUM_IN_FILE: `The report’s own two lines above come to ${n('sum')}.`,
		OVERAGE_IN_FILE: `By the report’s own figures it would be ${n('own')}: active users beyond licenses purchased (L9).`,
		ACTIVE_DIFFERS: 'It follows from Total Active Users, which differs too.',
		TABS_DISAGREE: `Tab 1 says ${n('stated')}, but ${countText(Number(detail['rows'] ?? 0), 'row')} of tab 2 ${Number(detail['rows']) === 1 ? 'says' : 'say'} so; the sandbox counts from the rows.`,
		WINDOW_LENGTH: `The report covers ${countText(Number(detail['days'] ?? 0), 'day')}; the sandbox counts 30 (L1).`,
		ROWS_LEFT_OUT: `${rows} ${Number(detail['count']) === 1 ? 'was' : 'were'} left out, as chosen below.`,
		OUTSIDE_WINDOW: `${countText(Number(detail['count'] ?? 0), 'viewing')} outside the window ${Number(detail['count']) === 1 ? 'does' : 'do'} not count (L5).`,
		NOT_ON_TAB_2: `${people} with usage on tab 3 ${Number(detail['count']) === 1 ? 'is' : 'are'} missing on tab 2; the sandbox counts them.`,
		WITHOUT_QUEUE: `${countText(Number(detail['count'] ?? 0), 'agent')} of tab 2 ${Number(detail['count']) === 1 ? 'has' : 'have'} no queue on tab 3; see the problems below.`,
		NOT_ENABLED: `${people} ${Number(detail['count']) === 1 ? 'is' : 'are'} not enabled on your list and left out (A-STATUS).`,
		ONLY_ON_LISTS: `${countText(Number(detail['count'] ?? 0), 'member')} of a monitored queue ${Number(detail['count']) === 1 ? 'is' : 'are'} on your lists but not in the report.`,
		LEFT_BY_LISTS: `${countText(Number(detail['count'] ?? 0), 'membership')} ended, since your list no longer has ${Number(detail['count']) === 1 ? 'it' : 'them'}.`,
		UNEXPLAINED: 'Nothing in the files explains it. Compare tab 1 with the rows of tab 2.'
	};
	return words[code];
}
