import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import ten from '../content/ten-licenses.json';
import { type QueueColumn, type UserColumn } from '$lib/domain/admin-rows';
import { DEFAULT_ROLE } from '$lib/domain/role';
import { type RowQuery } from '$lib/domain/rows';
import { type Scenario, type ScenarioFile } from '$lib/domain/scenario';
import { packViewings } from '$lib/domain/viewing';
import { scenarios } from '../../../tests/generate';
import { EMPTY_PARTITION } from '../store/chunks';
import { monitoredSentence } from '$lib/text/admin';
import { adminCounts, queueDetail, roleList, userIds } from './admin-calls';
import { cellsOf, readMembers, readPeople } from './admin-paste';
import { membersAt, membershipTable, memberState, queueTable, userTable } from './admin-tables';
import { hold } from './held';
import { pager } from './row-pages';

const file = ten as ScenarioFile;
const TEN: Scenario = { ...file, viewings: packViewings(file.viewings) };
const held = (scenario: Scenario = TEN) =>
	hold({ id: 's', revision: 1, scenario, partition: EMPTY_PARTITION }, undefined, 0);
const query = <Column extends string>(part: Partial<RowQuery<Column>> = {}): RowQuery<Column> => ({
	sort: null,
	filter: '',
	from: 0,
	to: 100,
	...part
});
const AS_OF = TEN.asOf;

describe('users', () => {
	const list = (part: Partial<RowQuery<UserColumn>> = {}, roleId: string | null = null) =>
		pager(userTable(held(), roleId))(query(part));

	test('are listed by name, with role, cost center and defaults spelled out', () => {
		const { total, rows } = list();
		expect(total).toBe(TEN.people.length);
		expect(rows[0]).toEqual({
			id: 'alice',
			name: 'Alice',
			extension: '101',
			email: '',
			roleId: 'manager-view',
			role: 'Manager - Live Reports View Access',
			costCenterId: 'detroit',
			costCenter: 'Detroit',
			status: 'enabled',
			booster: false
		});
	});

	test('are filtered by name, extension, role and cost center, and sorted by any column', () => {
		expect(list({ filter: 'belmont' }).rows.map((row) => row.name)).toContain('Bob');
		expect(list({ filter: 'view access' }).rows.map((row) => row.name)).toEqual(['Alice', 'Bob']);
		expect(list({ filter: '101' }).rows.map((row) => row.name)).toEqual(['Alice']);
		const down = list({ sort: { column: 'extension', descending: true } }).rows.map((row) => row.extension);
		expect(down).toEqual([...down].sort((a, b) => Number(b) - Number(a)));
	});

	test('with one role are a list of their own', () => {
		expect(list({}, 'manager-view').rows.map((row) => row.name)).toEqual(['Alice', 'Bob']);
		const byExtension = list({ sort: { column: 'extension', descending: true } }, 'manager-view');
		expect(byExtension.rows.map((row) => row.name)).toEqual(['Bob', 'Alice']);
		expect(list({ filter: 'bob' }, 'manager-view').total).toBe(1);
		expect(list({}, 'nowhere').total).toBe(0);
	});

	test('can be ticked all at once, those that a filter matches', () => {
		expect(userIds(held(), '')).toHaveLength(TEN.people.length);
		expect(userIds(held(), 'view access')).toEqual(['alice', 'bob']);
	});
});

test('roles come predefined first, with their users and the default for new users', () => {
	const roles = roleList(TEN);
	expect(roles).toHaveLength(8);
	expect(roles[0]).toMatchObject({ id: 'super-admin', isPredefined: true, users: 1, isDefault: false });
	expect(roles.find((role) => role.isDefault)?.id).toBe(DEFAULT_ROLE);
	expect(roles.at(-1)).toMatchObject({
		id: 'manager-view',
		isPredefined: false,
		basedOn: 'manager',
		users: 2
	});
	const other = roleList({ ...TEN, practice: { defaultRoleId: 'manager-view' } });
	expect(other.filter((role) => role.isDefault).map((role) => role.id)).toEqual(['manager-view']);
});

describe('call queues', () => {
	const list = (scenario: Scenario, part: Partial<RowQuery<QueueColumn>> = {}) =>
		pager(queueTable(held(scenario)))(query(part)).rows;

	test('[L3] say how many members they have now, who manages them and whether they are monitored', () => {
		const [belmont, detroit] = list(TEN);
		expect(belmont).toMatchObject({
			name: 'Belmont Support',
			members: 5,
			managers: ['Bob'],
			isMonitored: true
		});
		expect(detroit).toMatchObject({ name: 'Detroit Support', members: 3, managers: ['Alice'] });
		expect(list({ ...TEN, dashboards: [] }).map((row) => row.isMonitored)).toEqual([false, false]);
		expect(list(TEN, { sort: { column: 'members', descending: false } })[0]?.name).toBe('Detroit Support');
	});

	test('[L3] name the dashboards that watch them now', () => {
		const id = TEN.queues[0]!.id;
		const detail = queueDetail(held(), id);
		expect(detail?.dashboards.length).toBeGreaterThan(0);
		expect(detail?.managerChoices).toHaveLength(1);
		expect(queueDetail(held(), 'nowhere')).toBeNull();
		const later = TEN.dashboards.map((one) => ({ ...one, createdAt: '2027-01-01T00:00:00Z' }));
		expect(queueDetail(held({ ...TEN, dashboards: later }), id)).toMatchObject({
			dashboards: [],
			isMonitored: false
		});
	});

	test('[A-STATUS] say how many of the members count as agents', () => {
		const [queue] = TEN.queues;
		const off = queue!.members[0]!.personId;
		const people = TEN.people.map((one) => (one.id === off ? { ...one, status: 'disabled' as const } : one));
		const told = (scenario: Scenario) => monitoredSentence(queueDetail(held(scenario), queue!.id)!);
		expect(told(TEN)).toContain('Its 3 members count as agents.');
		expect(told({ ...TEN, people })).toContain('2 of its 3 members count as agents');
		const all = { ...TEN.assumptions, 'A-STATUS': 'all' as const };
		expect(told({ ...TEN, people, assumptions: all })).toContain('Its 3 members count as agents.');
	});

	test('[L3] agree, list and page, about what is monitored', () => {
		fc.assert(
			fc.property(scenarios, (scenario) => {
				const now = held(scenario);
				for (const row of pager(queueTable(now))(query()).rows) {
					const detail = queueDetail(now, row.id);
					expect(detail).toMatchObject({ isMonitored: row.isMonitored, members: row.members });
					expect((detail?.dashboards.length ?? 0) > 0).toBe(row.isMonitored);
				}
			}),
			{ numRuns: 60 }
		);
	});

	test('[L2] keep every membership with its dates', () => {
		const queue = {
			...TEN.queues[0]!,
			id: 'q',
			members: [
				{ personId: 'sam', from: '2026-11-01T00:00:00Z', to: '2026-11-02T00:00:00Z' },
				{ personId: 'sam', from: '2026-11-20T00:00:00Z' },
				{ personId: 'bob', from: '2026-12-01T00:00:00Z' },
				{ personId: 'alice', from: AS_OF, to: AS_OF },
				{ personId: 'john', to: AS_OF }
			]
		};
		const now = held({ ...TEN, queues: [queue] });
		const rows = (which: 'now' | 'all') => pager(membershipTable(now, 'q', which))(query()).rows;
		expect(rows('all').map((row) => [row.name, row.place, row.state])).toEqual([
			['Alice', 3, 'never'],
			['Bob', 2, 'later'],
			['John', 4, 'left'],
			['Sam', 0, 'left'],
			['Sam', 1, 'now']
		]);
		expect(rows('now').map((row) => row.place)).toEqual([1]);
		expect(membersAt(queue.members, AS_OF)).toBe(1);
		expect(memberState({ personId: 'x' }, AS_OF)).toBe('now');
		const byEnd = pager(membershipTable(now, 'q', 'all'))(
			query({ sort: { column: 'to', descending: false } })
		).rows;
		expect(byEnd.map((row) => row.to === null)).toEqual([false, false, false, true, true]);
	});
});

test('the start page counts what there is', () => {
	expect(adminCounts(held())).toEqual({
		users: TEN.people.length,
		enabled: TEN.people.length,
		customRoles: 1,
		queues: 2,
		monitored: 2
	});
});

describe('pasted people', () => {
	const read = (text: string) => readPeople(TEN, text, DEFAULT_ROLE);

	test('are read from tabs and commas, with or without the last cells and a heading', () => {
		const rows = read('Name\tExtension\tEmail\nEve\t301\teve@example.com\n\n"Ray, Ann",302,,Manager,BEL\n');
		expect(rows).toHaveLength(2);
		expect(rows[0]).toMatchObject({
			line: 2,
			name: 'Eve',
			extension: '301',
			roleId: DEFAULT_ROLE,
			problems: []
		});
		expect(rows[1]).toMatchObject({
			line: 4,
			name: 'Ray, Ann',
			roleId: 'manager',
			costCenterId: 'belmont',
			problems: []
		});
	});

	test('name every problem of a row', () => {
		const codes = (text: string) => read(text).map((row) => row.problems.map((problem) => problem.code));
		expect(codes('Eve,101')).toEqual([['EXTENSION_TAKEN']]);
		expect(codes(`Eve,${TEN.queues[0]!.extension}`)).toEqual([['EXTENSION_TAKEN']]);
		expect(codes('Eve,301\nFay,301')).toEqual([[], ['EXTENSION_TWICE']]);
		expect(codes(',301,,King,Moon')).toEqual([['NO_NAME', 'UNKNOWN_ROLE', 'UNKNOWN_COST_CENTER']]);
		expect(codes('Eve')).toEqual([['NO_EXTENSION']]);
		expect(codes('')).toEqual([]);
	});

	test('split into cells as spreadsheets write them', () => {
		expect(cellsOf('a,"b, c",d')).toEqual(['a', 'b, c', 'd']);
		expect(cellsOf(',x,')).toEqual(['', 'x', '']);
		expect(cellsOf('"say ""hi""",2')).toEqual(['say "hi"', '2']);
		expect(cellsOf('a, b\tc')).toEqual(['a, b', 'c']);
		expect(cellsOf('6" pipe,2')).toEqual(['6" pipe', '2']);
	});
});

test('pasted members are found by extension or name, and what is wrong is said', () => {
	const twins = { ...TEN, people: [...TEN.people, { ...TEN.people[0]!, id: 'sam2', extension: '900' }] };
	const read = readMembers(twins, 'alice\n 102 \nSam\nBob\nNobody\nJohn', new Set(['john']));
	expect(read.map(({ line, person, problem }) => [line, person?.id, problem?.code])).toEqual([
		[1, 'alice', undefined],
		[2, 'bob', undefined],
		[3, undefined, 'SEVERAL'],
		[4, 'bob', 'TWICE'],
		[5, undefined, 'UNKNOWN'],
		[6, 'john', 'MEMBER']
	]);
});

test('what the worker answers survives structuredClone, whatever the scenario', () => {
	fc.assert(
		fc.property(scenarios, (scenario) => {
			const now = held(scenario);
			const answers = [
				pager(userTable(now, null))(query({ sort: { column: 'role', descending: true } })),
				pager(queueTable(now))(query()),
				scenario.queues.map((queue) => pager(membershipTable(now, queue.id, 'all'))(query())),
				roleList(scenario),
				adminCounts(now)
			];
			expect(structuredClone(answers)).toEqual(answers);
		}),
		{ numRuns: 40 }
	);
});
