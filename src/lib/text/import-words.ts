import { type Field, type ImportPlace, type ReadTable, type StatedKey } from '$lib/domain/import';
import { nameText, numberText } from './format';

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
