import { ROOT, type CostCenter } from '$lib/domain/account';
import { DEFAULT_ASSUMPTIONS } from '$lib/domain/assumption';
import {
	type ImportAnswer,
	type ImportChoices,
	type ImportDraft,
	type ImportFault,
	type MappingQuestion,
	type ReadTable,
	type SeatRows,
	tableId,
	type TableMapping
} from '$lib/domain/import';
import { type Person } from '$lib/domain/person';
import { type Membership, type Queue } from '$lib/domain/queue';
import { failed, ok, type Result } from '$lib/domain/result';
import { isTimeZone } from '$lib/domain/time-zone';
import { packViewings } from '$lib/domain/viewing';
import { type Facts, type ReportFacts } from './facts';
import { shownText } from './faults';
import { folded } from './headings';
import { columnsOf, isUsable, mapTable } from './map-table';
import { PeopleBook, type Somebody } from './people-book';
import { Problems } from './problems';
import { QueueBook, type SomeQueue } from './queue-book';
import { readPeople, readQueues } from './read-lists';
import { readDetails, readSeats, readSummary } from './read-report-tabs';
import { factsOfAnswers } from './read-ringcentral';
import { type Source, type SourceOptions } from './read-source';
import { reportPart, type ReportPart } from './report-part';
import { asOfReport, ReportTime } from './report-time';
import { Roles, statusOf } from './roles-of';
import { placeOf, type Table, textIn } from './table';
import { toInstant } from '$lib/domain/instant';

const SAMPLE_ROWS = 5;
const SAMPLE_COLUMNS = 12;

/**
 * One draft of several files (SPEC §7), or questions about tables that can't be told without doubt. Asked again with
 * the answers, with other fixes, or with another zone, as often as wanted: the files are not read again. The same
 * files and choices give the same draft.
 */
export async function buildDraft(
	sources: readonly Source[],
	choices: ImportChoices,
	options: Pick<SourceOptions, 'onProgress'> = {}
): Promise<Result<ImportAnswer, ImportFault>> {
	if (!isTimeZone(choices.timeZone))
		return failed({
			code: 'NO_TIME_ZONE',
			place: { file: '' },
			detail: { zone: shownText(choices.timeZone) }
		});
	const steps = draftSteps(sources, choices);
	let done = 0;
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
		// Nobody knows how many steps there are: the share goes on, ever slower.
		done += (1 - done) * 0.05;
		await options.onProgress?.(done);
	}
}

interface MappedTable {
	readonly table: Table;
	readonly mapping: TableMapping;
}

function* draftSteps(
	sources: readonly Source[],
	choices: ImportChoices
): Generator<void, Result<ImportAnswer, ImportFault>> {
	const problems = new Problems(choices.fixes);
	const { mapped, questions } = mapAll(sources, choices, problems);
	if (questions.length > 0) return ok({ kind: 'mapping', questions });

	const facts: Facts = { people: [], queues: [], report: null };
	yield* readTables(mapped, problems, facts);
	const answers = sources.flatMap((source) => (source.kind === 'ringcentral' ? source.answers : []));
	yield* factsOfAnswers(answers, problems, facts);
	if (facts.report === null && facts.people.length === 0 && facts.queues.length === 0)
		return failed({ code: 'NO_ROWS', place: { file: shownText(sources[0]?.file ?? '') }, detail: {} });

	const draft = yield* mergeFacts(facts, choices, problems);
	const tables = [
		...mapped.map(({ table, mapping }) => readTable(table, mapping)),
		...answers.map(({ file, records }): ReadTable => ({
			place: { file },
			kind: 'ringcentral',
			rows: records.length,
			mapping: null,
			sample: [],
			columns: []
		}))
	];
	return ok({ kind: 'draft', draft: { ...draft, tables } });
}

/** Tables by their mappings. In a workbook where some tabs are known, others are left out with a note. */
function mapAll(sources: readonly Source[], choices: ImportChoices, problems: Problems) {
	const mapped: MappedTable[] = [];
	const questions: MappingQuestion[] = [];
	for (const source of sources) {
		if (source.kind === 'ringcentral') continue;
		const unknown: { table: Table; question: MappingQuestion }[] = [];
		let known = 0;
		for (const table of source.tables) {
			if (table.rows.length === 0) continue;
			const id = tableId(table.file, table.tab);
			const given = Object.hasOwn(choices.mappings, id) ? choices.mappings[id] : undefined;
			if (given !== undefined && isUsable(given, table)) {
				mapped.push({ table, mapping: given });
				known++;
				continue;
			}
			const answer = mapTable(table, given);
			if (answer.kind === 'mapped') mapped.push({ table, mapping: answer.mapping });
			else if (answer.kind === 'doubt') questions.push(answer.question);
			else unknown.push({ table, question: answer.question });
			if (answer.kind !== 'unknown') known++;
		}
		if (known === 0) questions.push(...unknown.map(({ question }) => question));
		else
			for (const { table } of unknown) {
				problems.note('TABS_LEFT_OUT', { tab: shownText(table.tab ?? '') });
				mapped.push({ table, mapping: { kind: 'ignore', headerRow: 0, columns: {} } });
			}
	}
	return { mapped, questions };
}

/** The summary first, whose window the dates of the others are held against. */
function* readTables(mapped: readonly MappedTable[], problems: Problems, facts: Facts): Generator<void> {
	const report = (file: string): ReportFacts =>
		(facts.report ??= {
			stated: null,
			summary: null,
			assumptions: {},
			fileName: file,
			seats: [],
			details: [],
			hasSeats: false,
			hasDetails: false
		});
	for (const { table, mapping } of mapped)
		if (mapping.kind === 'summary') {
			const { stated, assumptions } = readSummary(table, problems);
			Object.assign(report(table.file), {
				stated,
				assumptions,
				summary: placeOf(table),
				fileName: table.file
			});
		}
	const window = { from: facts.report?.stated?.from ?? null, to: facts.report?.stated?.to ?? null };
	for (const { table, mapping } of mapped) {
		if (mapping.kind === 'people') yield* readPeople(table, mapping, problems, facts);
		if (mapping.kind === 'queues') yield* readQueues(table, mapping, problems, facts);
		if (mapping.kind === 'seats') {
			report(table.file).hasSeats = true;
			yield* readSeats(table, mapping, window, problems, report(table.file).seats);
		}
		if (mapping.kind === 'details') {
			report(table.file).hasDetails = true;
			yield* readDetails(table, mapping, window, problems, report(table.file).details);
		}
	}
}

function* mergeFacts(
	facts: Facts,
	choices: ImportChoices,
	problems: Problems
): Generator<void, Omit<ImportDraft, 'tables'>> {
	const zone = choices.timeZone;
	const time = new ReportTime(asOfReport(facts.report, choices.asOf, zone, problems), zone);
	const people = new PeopleBook(problems);
	const queues = new QueueBook(problems, people);
	for (const fact of facts.people) people.list(fact);
	yield;
	for (const fact of facts.queues) queues.list(fact);
	yield;
	const part = facts.report === null ? null : yield* reportPart(facts.report, people, queues, time, problems);
	tellUnknown(facts, part, problems);

	const roles = new Roles(problems);
	const costCenters: CostCenter[] = [{ id: ROOT, name: 'Root' }];
	const persons = people.all.map((somebody) => personOf(somebody, roles, costCenters, facts, problems));
	yield;
	const scenario: ImportDraft['scenario'] = {
		name: choices.name,
		asOf: time.asOf,
		account: {
			name: choices.name,
			plan: 'standard',
			timeZone: zone,
			currency: 'USD',
			prices: { liveReports: null, callQueuesBooster: null, customerEngagementBundle: null },
			costCenters
		},
		assumptions: part?.assumptions ?? DEFAULT_ASSUMPTIONS,
		roles: roles.custom,
		people: persons,
		queues: queues.all.map((queue) => queueOf(queue, part, time, people, facts, problems)),
		dashboards: part?.dashboards ?? [],
		viewings: packViewings(part?.viewings ?? []),
		orders: part?.orders ?? []
	};
	return {
		scenario,
		stated: facts.report?.stated ?? null,
		problems: problems.list(),
		problemCount: problems.count,
		groups: problems.groups(),
		seatRows: seatRowsOf(facts.report),
		notes: problems.notes()
	};
}

function seatRowsOf(report: ReportFacts | null): SeatRows | null {
	if (!report?.hasSeats) return null;
	const { seats } = report;
	return {
		rows: seats.length,
		agents: seats.filter(({ agent }) => agent === true).length,
		viewers: seats.filter(({ viewer }) => viewer === true).length
	};
}

/** What no report and no list says. */
function tellUnknown(facts: Facts, part: ReportPart | null, problems: Problems): void {
	problems.note('ZONE_ASSUMED');
	if (facts.people.every(({ role }) => role === '')) problems.note('PERMISSIONS_UNKNOWN');
	if (facts.queues.length > 0 || part !== null) problems.note('MEMBERSHIP_DATES_UNKNOWN');
	if (part === null) return;
	if (part.dashboards.length > 0) {
		problems.note('OWNERS_UNKNOWN');
		problems.note('WIDGETS_UNKNOWN');
	}
	if (part.viewings.length > 0) {
		problems.note('VIEWERS_GOT_ROLE');
		problems.note('VIEWING_TIMES_UNKNOWN');
	}
	if (part.orders.length > 0) problems.note('PURCHASE_DATES_UNKNOWN');
	if ((facts.report?.stated?.overage ?? 0) > 0) problems.note('LICENSE_ORDER_UNKNOWN');
}

function personOf(
	somebody: Somebody,
	roles: Roles,
	costCenters: CostCenter[],
	facts: Facts,
	problems: Problems
): Person {
	const place = somebody.place ?? facts.people[0]?.place ?? { file: '' };
	const role = roles.named(somebody.role, place);
	const status = statusOf(somebody.status);
	if (status === undefined)
		problems.add('STATUS_UNKNOWN', place, ['enabled'], {
			key: somebody.id,
			who: shownText(somebody.name || somebody.extension),
			value: shownText(somebody.status)
		});
	const costCenterId = costCenterOf(somebody.costCenter, costCenters);
	return {
		id: somebody.id,
		name: somebody.name,
		extension: somebody.extension,
		...(somebody.email === '' ? {} : { email: somebody.email }),
		roleId: somebody.views ? roles.viewing(role) : role,
		...(costCenterId === ROOT ? {} : { costCenterId }),
		...(status === undefined || status === 'enabled' ? {} : { status }),
		...(somebody.booster ? { booster: true } : {})
	};
}

function costCenterOf(name: string, costCenters: CostCenter[]): string {
	const key = folded(name);
	if (key === '') return ROOT;
	const known = costCenters.find((center) => folded(center.name) === key);
	if (known !== undefined) return known.id;
	const id = `c${costCenters.length}`;
	costCenters.push({ id, name, parentId: ROOT });
	return id;
}

/** Members by the report, with its dates; then those whom only a list has. */
function queueOf(
	queue: SomeQueue,
	part: ReportPart | null,
	time: ReportTime,
	people: PeopleBook,
	facts: Facts,
	problems: Problems
): Queue {
	const slots = part?.slots.get(queue);
	const listed = new Set([...queue.members].map(({ id }) => id));
	const members: Membership[] = [];
	for (const [personId, span] of slots?.members ?? []) {
		const who = people.all[Number(personId.slice(1)) - 1]!;
		const isGone = queue.hasList && !listed.has(personId) && span.to === undefined;
		const fix = isGone
			? problems.add('NOT_ON_LIST', { file: facts.report?.fileName ?? '' }, ['ended', 'keep'], {
					key: `${queue.id} ${personId}`,
					who: shownText(who.name || who.extension),
					queue: shownText(queue.name)
				})
			: null;
		members.push({ personId, ...span, ...(fix === 'ended' ? { to: toInstant(time.end) } : {}) });
	}
	const others = [...listed].filter((id) => slots?.members.get(id) === undefined);
	if (slots !== undefined && others.length > 0)
		problems.note('MEMBERS_NOT_IN_REPORT', { count: others.length, queue: shownText(queue.name) });
	for (const personId of others) members.push({ personId });
	const managers = [...queue.managers].map(({ id }) => id);
	return {
		id: queue.id,
		name: queue.name,
		extension: queue.extension,
		...(managers.length === 0 ? {} : { managerIds: managers }),
		members
	};
}

function readTable(table: Table, mapping: TableMapping): ReadTable {
	const from = table.rows.findIndex(({ row }) => row >= mapping.headerRow);
	const shownRows = table.rows.slice(Math.max(0, from), Math.max(0, from) + 1 + SAMPLE_ROWS);
	return {
		place: placeOf(table),
		kind: mapping.kind,
		rows: table.rows.filter(({ row }) => row > mapping.headerRow).length,
		mapping,
		sample: shownRows.map(({ cells }) =>
			cells.slice(0, SAMPLE_COLUMNS).map((cell) => shownText(textIn(cell)))
		),
		columns: columnsOf(table, mapping.headerRow)
	};
}
