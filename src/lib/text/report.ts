import { type Summary } from '$lib/domain/snapshot';
import { Temporal } from '$lib/domain/temporal';
import { assumptionLines } from './assumptions';

/** The three tabs of the License Status Report, in their order (W2). */
export const TAB_NAMES = ['Live Reports Usage Summary', 'Total Active Users', 'Detailed Usage'] as const;

/** Labels of the summary, rows 1 to 8 (W3). */
export const SUMMARY_LABELS = [
	'Report Time Duration',
	'Total "Live Report" Licenses Purchased',
	'Total "Call Queue Booster" Licenses Purchased',
	'Total Licenses Purchased',
	'Monitored Users (Agents)',
	'Live Report Viewers',
	'Total Active Users',
	'Overage Users'
] as const;
export type SummaryLabel = (typeof SUMMARY_LABELS)[number];

/** Headings of Total Active Users (W4). */
export const SEAT_HEADINGS = [
	'Users',
	'User Extensions',
	'Role Type',
	'Last Viewed',
	'Monitored Call Queues',
	'Dashboards with Monitored Queues'
] as const;

/** Headings of Detailed Usage (W5). */
export const DETAIL_HEADINGS = [
	'User Name',
	'User Extension',
	'Call Queue Name',
	'Dashboard Accessed',
	'Last Viewed',
	'Live Reports License',
	'Call Queue Booster License'
] as const;

export const ROLE_TYPES = ['Viewer', 'Monitored Agent', 'Viewer, Monitored Agent'] as const;
export type RoleType = (typeof ROLE_TYPES)[number];

/** Role Type of a seat (W4). A seat is a viewer's, an agent's, or both. */
export function roleType(viewer: boolean, agent: boolean): RoleType {
	if (viewer && agent) return 'Viewer, Monitored Agent';
	return viewer ? 'Viewer' : 'Monitored Agent';
}

export const ASSIGNED = 'Assigned';
export const NOT_ASSIGNED = 'Not assigned';

/** What a license column says (W5, L11). */
export const assignment = (assigned: boolean): string => (assigned ? ASSIGNED : NOT_ASSIGNED);

/** The eight rows of the summary (W3): counts as numbers, the duration as `YYYY-MM-DD to YYYY-MM-DD`. */
export function summaryRows(summary: Summary): { label: SummaryLabel; value: string | number }[] {
	const { figures, window } = summary;
	const values: Record<SummaryLabel, string | number> = {
		'Report Time Duration': `${window.days[0]?.date ?? ''} to ${window.days.at(-1)?.date ?? ''}`,
		'Total "Live Report" Licenses Purchased': figures.purchased.liveReports,
		'Total "Call Queue Booster" Licenses Purchased': figures.purchased.callQueuesBooster,
		'Total Licenses Purchased': figures.purchased.total,
		'Monitored Users (Agents)': figures.agents,
		'Live Report Viewers': figures.viewers,
		'Total Active Users': figures.active,
		'Overage Users': figures.overage
	};
	return SUMMARY_LABELS.map((label) => ({ label, value: values[label] }));
}

/** Said on every page and in every workbook (SPEC, "It is unofficial"). */
export const UNOFFICIAL =
	'Practice software, not affiliated with RingCentral: no price and no undocumented behavior here is RingCentral’s own.';

/** Notes under the summary (W3): unofficial, then the assumptions in force, one a row. */
export const reportNotes = (summary: Summary): string[] => [
	UNOFFICIAL,
	...assumptionLines(summary.assumptions)
];

/** Name of a tab's `part`, from 1: `Detailed Usage`, `Detailed Usage 2`, … (W7). */
export const tabPart = (tab: string, part: number): string => (part === 1 ? tab : `${tab} ${part}`);

/** The note about a tab that is too long for one (W7); `parts` at least 2. */
export const splitNote = (tab: string, parts: number): string =>
	`${tab} has more rows than a sheet can hold and goes on in ${Array.from({ length: parts - 1 }, (_, i) =>
		tabPart(tab, i + 2)
	).join(', ')}.`;

/** File name of the workbook (W1): as-of in the account's zone, as `YYYYMMDD_HHmmss`. */
export function reportFileName(summary: Summary): string {
	return `RingCentral_LR_Licensed Users_${fileStamp(summary)}.xlsx`;
}

/** As-of in the account's zone, as `YYYYMMDD_HHmmss`. */
export function fileStamp({ asOf, timeZone }: Summary): string {
	const local = Temporal.Instant.from(asOf).toZonedDateTimeISO(timeZone).toPlainDateTime();
	return local.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '').replace('T', '_');
}
