import {
	type ComparedFigure,
	type DifferenceReason,
	type Fix,
	type ImportNote,
	type ImportProblem,
	type ProblemCode
} from '$lib/domain/import';
import { countText, numberText } from './format';

/** What all problems of a code have in common. */
export function groupText(code: ProblemCode, count: number): string {
	const rows = countText(count, 'row');
	const n = numberText(count);
	switch (code) {
		case 'NO_PERSON':
			return count === 1 ? '1 row names nobody' : `${rows} name nobody`;
		case 'TOTALS_ROW':
			return count === 1 ? '1 row of totals' : `${rows} of totals`;
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
		case 'TOTALS_ROW':
			return 'It sums up the rows above and names nobody, it seems.';
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
							: code === 'TOTALS_ROW'
								? 'Read it like any row'
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
			return `${count('membership')} met only some of the queue’s dashboards, so they can’t have lasted all the time: they were dated within the window to match, and some have ended. Whoever is no member any more is not counted as needed.`;
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
			return 'Where the report gives the day of a viewing without its time, it is noon.';
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
