/** Lists and answers of the API, as programs write them, become the same people, queues and members. */
import { expect, test } from 'vitest';
import { type ImportAnswer, type ImportChoices, tableId } from '$lib/domain/import';
import { buildIndex } from '$lib/engine/columnar';
import { evaluate } from '$lib/engine/evaluate';
import { buildDraft } from '$lib/files/build-draft';
import { compareStated } from '$lib/files/compare-stated';
import { openedAs, readSource } from '$lib/files/read-source';

const CHOICES: ImportChoices = {
	mappings: {},
	fixes: {},
	timeZone: 'UTC',
	asOf: '2026-11-24T14:00:00Z',
	name: 'Lists'
};
const utf8 = (text: string) => new TextEncoder().encode(text);
const wide = (text: string, isBig: boolean) => {
	const bytes = new Uint8Array(text.length * 2);
	const view = new DataView(bytes.buffer);
	[...text].forEach((letter, i) => view.setUint16(i * 2, letter.charCodeAt(0), !isBig));
	return bytes;
};

async function answerOf(
	files: Record<string, Uint8Array>,
	choices: Partial<ImportChoices> = {}
): Promise<ImportAnswer> {
	const sources = await Promise.all(Object.entries(files).map(([name, bytes]) => readSource(bytes, name)));
	const read = sources.map((source) => {
		if (!source.ok) throw new Error(JSON.stringify(source.error));
		return source.value;
	});
	const answer = await buildDraft(read, { ...CHOICES, ...choices });
	if (!answer.ok) throw new Error(JSON.stringify(answer.error));
	return answer.value;
}

async function draftOf(files: Record<string, Uint8Array>, choices: Partial<ImportChoices> = {}) {
	const answer = await answerOf(files, choices);
	if (answer.kind !== 'draft') throw new Error(JSON.stringify(answer));
	return answer.draft;
}

const PEOPLE = 'Name,Extension,Email\nZoë Müller,0101,zoe@example.com\n"Lee, Ann",102,\n';
const named = [
	['Zoë Müller', '0101', 'zoe@example.com'],
	['Lee, Ann', '102', undefined]
];

test.each([
	['UTF-8', utf8(PEOPLE)],
	['UTF-8 with a mark', utf8(`\ufeff${PEOPLE}`)],
	['UTF-16, little end first', wide(`\ufeff${PEOPLE}`, false)],
	['UTF-16, big end first, without a mark', wide(PEOPLE, true)],
	['Windows-1252', Uint8Array.from(PEOPLE, (letter) => letter.charCodeAt(0))],
	['semicolons', utf8('Name;Extension;Email\r\nZoë Müller;0101;zoe@example.com\r\nLee, Ann;102;\r\n')],
	['tabs', utf8('Name\tExtension\tEmail\rZoë Müller\t0101\tzoe@example.com\rLee, Ann\t102\t\r')],
	['a sep= line', utf8(`sep=,\n${PEOPLE}`)],
	['instructions above', utf8(`Fill in this list\n\n${PEOPLE}`)],
	['other headings', utf8(PEOPLE.replace('Name,Extension,Email', 'EXTENSION NAME,  Ext. ,E-Mail Address'))]
])('[S9] a list of people in %s reads the same', async (_, bytes) => {
	const { scenario, problems } = await draftOf({ 'people.csv': bytes });
	expect(scenario.people.map(({ name, extension, email }) => [name, extension, email])).toEqual(named);
	expect(problems).toEqual([]);
});

test.each([
	[
		'all in one cell',
		'Queue Name,Extension,Members (Ext)\nSupport,201,"101, x102, Cy Fox - 103, ext. 104"\n'
	],
	['semicolons in the cell', 'Queue Name,Extension,Members (Ext)\nSupport,201,101; 102; Cy Fox (103); 104\n'],
	[
		'one row a member',
		'Call Queue Name,Call Queue Extension,Call Queue Member,Member Extension\nSupport,201,Ann,101\nSupport,201,Bo,102\nSupport,201,Cy Fox,103\nSupport,201,Di,104\n'
	]
])('[S9] members of a queue, %s', async (_, text) => {
	const people = utf8('Name,Extension\nAnn,101\nBo,102\nCy Fox,103\nDi,104\n');
	const { scenario, problems } = await draftOf({ 'queues.csv': utf8(text), 'people.csv': people });
	expect(problems).toEqual([]);
	expect(scenario.people).toHaveLength(4);
	expect(scenario.queues).toMatchObject([{ name: 'Support', extension: '201' }]);
	const extensions = new Map(scenario.people.map(({ id, extension }) => [id, extension]));
	expect(scenario.queues[0]!.members.map(({ personId }) => extensions.get(personId)).toSorted()).toEqual([
		'101',
		'102',
		'103',
		'104'
	]);
});

test('[S9] a fix by code holds for all problems of the code, one by id wins', async () => {
	const files = {
		'people.csv': utf8('Name,Extension\nAnn,101\n'),
		'queues.csv': utf8('Queue Name,Extension,Members (Ext)\nSupport,201,"101, 998, 999"\n')
	};
	const all = await draftOf(files);
	expect(all.groups).toMatchObject([{ code: 'MEMBER_UNKNOWN', count: 2, chosen: { 'add-person': 2 } }]);
	expect(all.scenario.people).toHaveLength(3);
	const none = await draftOf(files, { fixes: { MEMBER_UNKNOWN: 'skip' } });
	expect(none.scenario.people).toHaveLength(1);
	const one = await draftOf(files, {
		fixes: { MEMBER_UNKNOWN: 'skip', [all.problems[0]!.id]: 'add-person' }
	});
	expect(one.scenario.people.map(({ extension }) => extension)).toEqual(['101', '998']);
	expect(one.groups[0]!.chosen).toEqual({ 'add-person': 1, skip: 1 });
});

test('[S9] F7 a table in doubt is asked about; what it holds and where its headings are can be told', async () => {
	const files = { 'odd.csv': utf8('see below,,\nWho,Number,Note\nAnn,101,x\n') };
	const asked = await answerOf(files);
	expect(asked).toMatchObject({ kind: 'mapping', questions: [{ id: tableId('odd.csv') }] });
	const wish = { kind: 'people', headerRow: 2, columns: {} } as const;
	const told = await answerOf(files, { mappings: { [tableId('odd.csv')]: wish } });
	expect(told).toMatchObject({
		kind: 'mapping',
		questions: [{ guess: wish, columns: [{ heading: 'Who', samples: ['Ann'] }, { heading: 'Number' }, {}] }]
	});
	const mapping = { ...wish, columns: { name: 1, extension: 2 } };
	const { scenario } = await draftOf(files, { mappings: { [tableId('odd.csv')]: mapping } });
	expect(scenario.people).toMatchObject([{ name: 'Ann', extension: '101' }]);
});

const at = 'https://platform.example/restapi/v1.0/account/1';
const json = (value: unknown) => utf8(JSON.stringify(value));
const EXTENSIONS = json({
	uri: `${at}/extension?page=1`,
	records: [
		{
			id: 11,
			extensionNumber: '101',
			name: 'Ann',
			type: 'User',
			status: 'Enabled',
			contact: { email: 'a@x' }
		},
		{ id: 12, extensionNumber: '102', name: 'Bo', type: 'User', status: 'NotActivated' },
		{ id: 500, extensionNumber: '201', name: 'Support', type: 'Department', status: 'Enabled' },
		{ id: 90, extensionNumber: '900', name: 'Menu', type: 'IvrMenu', status: 'Enabled' }
	],
	paging: { page: 1, totalPages: 3 }
});

test('[S9] answers of the API: people, queues, members by address or by the file’s name; pages that are missing', async () => {
	const members = {
		records: [
			{ id: '11', extensionNumber: '101' },
			{ id: 12, extensionNumber: '102' }
		]
	};
	for (const [name, body] of [
		['members.json', { uri: `${at}/call-queues/500/members`, ...members }],
		['call-queue-500.json', { uri: '', ...members }],
		[
			'p.json',
			{ uri: `${at}/call-queues/500/presence`, records: members.records.map((member) => ({ member })) }
		]
	] as const) {
		const draft = await draftOf({ 'e.json': EXTENSIONS, [name]: json(body) });
		expect(draft.scenario.people).toMatchObject([
			{ name: 'Ann', extension: '101', email: 'a@x' },
			{ name: 'Bo', status: 'not-activated' }
		]);
		expect(draft.scenario.queues).toMatchObject([{ name: 'Support', members: [{}, {}] }]);
		expect(draft.problems).toMatchObject([{ code: 'MISSING_PAGES', detail: { have: 1, pages: 3 } }]);
		expect(draft.notes).toContainEqual({ code: 'TYPES_LEFT_OUT', detail: { count: 1, file: 'e.json' } });
	}
});

test('[S9] who reads a file is told by its content', () => {
	const scenario = { format: 'live-reports-sandbox/scenario' };
	expect(openedAs(EXTENSIONS, 'scenario.json')).toBe('own');
	expect(openedAs(json(scenario), 'people.csv')).toBe('scenario');
	expect(openedAs(json({ name: 'something' }), 'a.json')).toBe('scenario');
	expect(openedAs(utf8('not { json'), 'a.json')).toBe('scenario');
	expect(openedAs(utf8(PEOPLE), 'people.csv')).toBe('own');
	const format = 'live-reports-sandbox/lesson-pack';
	expect(openedAs(json({ format, version: 1 }), 'people.csv')).toBe('pack');
	// Also where somebody sorted the keys, and a lesson's start comes first.
	expect(openedAs(json({ a: scenario, format }), 'a.json')).toBe('pack');
	expect(openedAs(json({ ...scenario, name: `"format":"${format}"` }), 'a.json')).toBe('scenario');
});

test('[S9] [L9] F8 stated figures stand beside computed ones, and a difference has its reasons', async () => {
	const summary =
		'Report Time Duration,2026-10-26 to 2026-11-24\nTotal "Live Report" Licenses Purchased,1\nTotal "Call Queue Booster" Licenses Purchased,1\nTotal Licenses Purchased,3\nMonitored Users (Agents),2\nLive Report Viewers,0\nTotal Active Users,2\nOverage Users,7\n';
	const seats = 'Users,User Extensions,Role Type,Last Viewed\nAnn,101,Monitored Agent,\n';
	const details =
		'User Name,User Extension,Call Queue Name,Dashboard Accessed,Last Viewed\nAnn,101,Support,Floor,\n';
	const draft = await draftOf({ 's.csv': utf8(summary), 't.csv': utf8(seats), 'd.csv': utf8(details) });
	const { figures } = evaluate(buildIndex(draft.scenario), draft.scenario).summary;
	const compared = compareStated(draft, figures)!;
	const codes = Object.fromEntries(
		compared.map(({ key, reasons }) => [key, reasons.map(({ code }) => code)])
	);
	expect(codes).toEqual({
		liveReports: [],
		callQueuesBooster: [],
		total: ['SUM_IN_FILE'],
		agents: ['TABS_DISAGREE'],
		viewers: [],
		active: ['TABS_DISAGREE'],
		overage: ['OVERAGE_IN_FILE', 'ACTIVE_DIFFERS']
	});
});

test('[S9] a row of totals is nobody, on each tab and list, unless it is said to be somebody', async () => {
	const files = {
		't.csv': utf8(
			'Users,User Extensions,Role Type,Last Viewed,Monitored Call Queues\nAnn,101,Monitored Agent,,1\nTotal,1,,,1\n'
		),
		'd.csv': utf8(
			'Dashboard Accessed,Call Queue Name,User Name,User Extension,Last Viewed\nFloor,Support,Ann,101,\nGRAND TOTAL:,,,1,\n'
		),
		'people.csv': utf8('Name,Extension\nAnn,101\nTotal Users,1\n'),
		'queues.csv': utf8('Queue Name,Extension,Members (Ext)\nSupport,201,101\nTotals: 1,,\n')
	};
	const draft = await draftOf(files);
	expect(draft.scenario.people).toMatchObject([{ name: 'Ann', extension: '101' }]);
	expect(draft.scenario.dashboards).toHaveLength(1);
	expect(draft.scenario.queues).toHaveLength(1);
	const places = draft.problems.map(({ code, place }) => [code, place.file, place.row]);
	expect(places.toSorted()).toEqual([
		['TOTALS_ROW', 'd.csv', 3],
		['TOTALS_ROW', 'people.csv', 3],
		['TOTALS_ROW', 'queues.csv', 3],
		['TOTALS_ROW', 't.csv', 3]
	]);
	const kept = await draftOf({ 'people.csv': files['people.csv'] }, { fixes: { TOTALS_ROW: 'keep' } });
	expect(kept.scenario.people).toMatchObject([{ name: 'Ann' }, { name: 'Total Users' }]);
	// A name that only begins so, or a row that says more than figures, is no sum.
	const named = await draftOf({ 'p.csv': utf8('Name,Extension,Email\nTotal Recall,7,\nTotal,8,t@x\n') });
	expect(named.problems).toEqual([]);
	expect(named.scenario.people).toHaveLength(2);
});

test('[S9] what a role permits, and a status that is not known, are told at the row where they stand', async () => {
	const people = 'Name,Extension,Role,Status\nAnn,101,Manager,Enabled\n\nBo,102,Floor Lead,On leave\n';
	const { problems } = await draftOf({ 'people.csv': utf8(people) });
	expect(problems.map(({ code, place }) => [code, place.row])).toEqual([
		['ROLE_UNKNOWN', 4],
		['STATUS_UNKNOWN', 4]
	]);
});

test('[S9] a line broken within a cell is one name, and parts people only where several stand', async () => {
	const answer = await draftOf({
		'people.csv': utf8('Name,Extension\n"Ann\r\nLee",101\n"Bo\n Fox ",102\n'),
		'queues.csv': utf8('Queue Name,Extension,Members (Ext)\n"Support\nEast",201,"101\nBo Fox"\n')
	});
	expect(answer.scenario.people.map(({ name }) => name)).toEqual(['Ann Lee', 'Bo Fox']);
	expect(answer.scenario.queues).toMatchObject([{ name: 'Support East', members: [{}, {}] }]);
	const asked = await answerOf({ 'odd.csv': utf8('Who,Number\n"Ann\nLee",101\n') });
	expect(asked).toMatchObject({ questions: [{ columns: [{ samples: ['Ann Lee'] }, {}] }] });
});

test.each([
	'Call Queue Booster License Assignment Status',
	'CQ Booster License',
	'Call Queues Booster Assigned'
])('[S9] who holds a Booster is read under the heading “%s”', async (heading) => {
	const details = `User Name,User Extension,Call Queue Name,Dashboard Accessed,LR License,${heading}\nAnn,101,Support,Floor,FALSE,TRUE\nBo,102,Support,Floor,TRUE,FALSE\n`;
	const { scenario } = await draftOf({ 'd.csv': utf8(details) });
	expect(scenario.people.map(({ booster }) => booster === true)).toEqual([true, false]);
});

test('[S9] an answer of the API that a program wrapped in an object of its own is read', async () => {
	const wrapped = json({ status: 200, data: JSON.parse(new TextDecoder().decode(EXTENSIONS)) as unknown });
	expect((await draftOf({ 'e.json': wrapped })).scenario.people).toHaveLength(2);
	const two = json({ a: { records: [] }, b: { records: [] } });
	expect((await readSource(two, 'two.json')).ok).toBe(false);
});

test.each(['lesson-pack', 'lesson-result', 'backup'])(
	'[S9] another file of the sandbox among the user’s own says what it is: %s',
	async (kind) => {
		const read = await readSource(json({ format: `live-reports-sandbox/${kind}`, version: 1 }), 'ours.json');
		expect(read).toMatchObject({ ok: false, error: { code: 'OTHER_KIND' } });
		if (read.ok) return;
		expect(read.error.detail).toEqual({ looksLike: 'sandbox', format: `live-reports-sandbox/${kind}` });
	}
);
