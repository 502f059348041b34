import { ASSUMPTION_IDS, ASSUMPTIONS, type AssumptionId, type Assumptions } from '$lib/domain/assumption';
import { type StatedFigures, type TableMapping } from '$lib/domain/import';
import { choiceText } from '$lib/text/assumptions';
import { type DateStyle, isOpenOrder, readDate } from './dates';
import { type DetailFact, type SeatFact } from './facts';
import { shownText } from './faults';
import { folded, SUMMARY_LABEL, type SummaryKey } from './headings';
import { type Problems } from './problems';
import { placeOf, type Table, textIn, type Value } from './table';
import { bodyOf, bodyRows, countIn, type Window } from './table-row';

const ROWS_OF_SUMMARY = 200;

/** Tab 1: each figure stands right of its label, wherever that is. */
export function readSummary(
	table: Table,
	problems: Problems
): { stated: StatedFigures; assumptions: Partial<Assumptions> } {
	const found = new Map<SummaryKey, { value: Value; row: number; column: number }>();
	const assumptions: Partial<Record<AssumptionId, string>> = {};
	for (const { row, cells } of table.rows.slice(0, ROWS_OF_SUMMARY))
		cells.forEach((cell, i) => {
			if (typeof cell !== 'string') return;
			const label = folded(cell);
			for (const [key, labels] of Object.entries(SUMMARY_LABEL) as [SummaryKey, readonly string[]][])
				if (labels.includes(label) && !found.has(key)) {
					const right = cells.findIndex((value, at) => at > i && textIn(value) !== '');
					found.set(key, { value: cells[right], row, column: (right < 0 ? i + 1 : right) + 1 });
				}
			for (const id of ASSUMPTION_IDS)
				if (cell.startsWith(`${id}: `))
					for (const choice of ASSUMPTIONS[id].choices)
						if (cell.endsWith(` ${choiceText(id, choice)}`)) assumptions[id] = choice;
		});
	const count = (key: Exclude<SummaryKey, 'duration'>): number | null => {
		const at = found.get(key);
		if (at === undefined) {
			problems.add('LABEL_MISSING', placeOf(table), [], { key, label: SUMMARY_LABEL[key][0] });
			return null;
		}
		const number = countIn(at.value);
		if (number === null && key !== 'overage')
			problems.add('NOT_A_COUNT', placeOf(table, at.row, at.column), [], {
				value: shownText(textIn(at.value))
			});
		return number;
	};
	const duration = textIn(found.get('duration')?.value);
	const days = duration.split(/\s+(?:to|through|until|[-–—])\s+|\s*[–—]\s*/i);
	const style = { date1904: table.date1904, dayFirst: false };
	const [from, to] = days.length === 2 ? days.map((day) => readDate(day, style)?.day ?? null) : [null, null];
	if (!found.has('duration'))
		problems.add('LABEL_MISSING', placeOf(table), [], { key: 'duration', label: SUMMARY_LABEL.duration[0] });
	return {
		stated: {
			from: from ?? null,
			to: to ?? null,
			liveReports: count('liveReports'),
			callQueuesBooster: count('callQueuesBooster'),
			total: count('total'),
			agents: count('agents'),
			viewers: count('viewers'),
			active: count('active'),
			overage: count('overage')
		},
		assumptions: assumptions as Partial<Assumptions>
	};
}

/** Whether `3/4/2026` is the 3rd of April here: the reading under which more dates lie in the report's window. */
export function dateStyle(
	table: Table,
	mapping: TableMapping,
	window: Window,
	problems: Problems
): DateStyle {
	const column = mapping.columns.lastViewed;
	const score = [0, 0];
	if (column !== undefined)
		for (const { cells } of bodyOf(table, mapping)) {
			const value = cells[column - 1];
			if (!isOpenOrder(value)) continue;
			[false, true].forEach((dayFirst, i) => {
				const day = readDate(value, { date1904: false, dayFirst })?.day;
				if (day === undefined) score[i]! -= 2;
				else if ((window.from ?? day) <= day && day <= (window.to ?? day)) score[i]!++;
			});
		}
	const dayFirst = score[1]! > score[0]!;
	if (dayFirst) problems.note('DAY_FIRST');
	return { date1904: table.date1904, dayFirst };
}

/** The rows that name somebody, who is said with each; now and then null, to go on later. */
function* personRows(table: Table, mapping: TableMapping, problems: Problems) {
	for (const row of bodyRows(table, mapping, problems)) {
		const person = row?.person();
		if (!row || !person) {
			if (row) problems.add('NO_PERSON', row.place(), ['skip']);
			yield null;
		} else yield { row, person };
	}
}

/** Tab 2. Yields now and then. */
export function* readSeats(
	table: Table,
	mapping: TableMapping,
	window: Window,
	problems: Problems,
	seats: SeatFact[]
): Generator<void> {
	const style = dateStyle(table, mapping, window, problems);
	for (const found of personRows(table, mapping, problems)) {
		if (!found) {
			yield;
			continue;
		}
		const { row, person } = found;
		const role = folded(row.text('roleType'));
		const viewer = /\bviewers?\b/.test(role);
		const agent = /\b(agents?|monitored)\b/.test(role);
		const isKnown = viewer || agent;
		if (!isKnown) {
			const shown = shownText(row.text('roleType'));
			const fix = problems.add('ROLE_TYPE_UNKNOWN', row.place('roleType'), ['from-details', 'skip'], {
				value: shown
			});
			if (fix === 'skip') continue;
		}
		const lastViewed = row.date('lastViewed', style, window);
		if (lastViewed === undefined) continue;
		seats.push({
			...person,
			place: row.place(),
			viewer: isKnown ? viewer : null,
			agent: isKnown ? agent : null,
			lastViewed,
			queues: countIn(row.value('queueCount')),
			dashboards: countIn(row.value('dashboardCount'))
		});
	}
}

const YES = new Set(['assigned', 'yes', 'y', 'true', '1', 'x', 'active', 'licensed']);

/** Tab 3. Yields now and then. */
export function* readDetails(
	table: Table,
	mapping: TableMapping,
	window: Window,
	problems: Problems,
	details: DetailFact[]
): Generator<void> {
	const style = dateStyle(table, mapping, window, problems);
	for (const found of personRows(table, mapping, problems)) {
		if (!found) {
			yield;
			continue;
		}
		const { row, person } = found;
		const queue = noneIn(row.text('queue'));
		const dashboard = noneIn(row.text('dashboard'));
		const lastViewed = row.date('lastViewed', style, window);
		if (lastViewed === undefined) continue;
		if (dashboard === '' && (queue !== '' || lastViewed === null)) {
			const fixes = queue === '' ? (['skip'] as const) : (['keep', 'skip'] as const);
			if (problems.add('NO_DASHBOARD', row.place('dashboard'), fixes) === 'skip') continue;
		}
		const booster = YES.has(folded(row.text('booster')));
		details.push({ ...person, place: row.place(), queue, dashboard, lastViewed, booster });
	}
}

const noneIn = (text: string): string => (/^(-|–|n\/a|none)$/i.test(text) ? '' : text);
