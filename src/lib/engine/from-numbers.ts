import { DEFAULT_ASSUMPTIONS } from '$lib/domain/assumption';
import type { Membership } from '$lib/domain/queue';
import {
	MOST_PLACEHOLDERS,
	type NewAccount,
	type NumberFault,
	type OwnNumbers,
	queueName
} from '$lib/domain/own-numbers';
import type { Person } from '$lib/domain/person';
import { failed, ok, type Result } from '$lib/domain/result';
import { DEFAULT_ROLE, SUPER_ADMIN } from '$lib/domain/role';
import { SCENARIO_FORMAT, SCENARIO_VERSION, type ScenarioFile } from '$lib/domain/scenario';

const VIEW = 'live-reports-view';
const DASHBOARD = 'dashboard-1';
const ADMIN = 'admin';

/**
 * A scenario of placeholder people from numbers, for the engine to count as any other; or every contradiction in
 * them. All queues are on one dashboard, which each viewer has viewed at as-of, so that needed and active are both
 * members, each once, and viewers who are no members. Its owner is a Super Admin, whom A-ADMIN leaves out.
 */
export function scenarioFromNumbers(
	numbers: OwnNumbers,
	{ name, asOf, timeZone, currency }: NewAccount
): Result<ScenarioFile, readonly NumberFault[]> {
	const faults = faultsOf(numbers);
	if (faults.length > 0) return failed(faults);
	const { agents, queues } = placeholders(numbers);
	const { viewers, viewersWhoAreMembers } = numbers;
	// The first members are those who view: which ones changes no count.
	const viewing = [
		...agents.slice(0, viewersWhoAreMembers),
		...numbered(viewers - viewersWhoAreMembers, 'viewer')
	];
	const isViewer = new Set(viewing);
	const others = viewing.slice(viewersWhoAreMembers);
	const people: Person[] = [
		{ id: ADMIN, name: 'Admin', extension: '100', roleId: SUPER_ADMIN },
		...agents.map((id, i) => ({
			id,
			name: `Agent ${i + 1}`,
			extension: String(AGENT_EXTENSION + i),
			roleId: isViewer.has(id) ? VIEW : DEFAULT_ROLE
		})),
		...others.map((id, i) => ({
			id,
			name: `Viewer ${i + 1}`,
			extension: String(VIEWER_EXTENSION + i),
			roleId: VIEW
		}))
	];
	return ok({
		format: SCENARIO_FORMAT,
		version: SCENARIO_VERSION,
		name,
		asOf,
		account: {
			name,
			plan: 'standard',
			timeZone,
			currency,
			prices: { liveReports: null, callQueuesBooster: null, customerEngagementBundle: null },
			costCenters: [{ id: 'root', name: 'Root' }]
		},
		assumptions: DEFAULT_ASSUMPTIONS,
		roles: [
			{
				id: VIEW,
				name: 'Standard - Live Reports View Access',
				basedOn: 'standard',
				permissions: ['live-reports.view']
			}
		],
		people,
		queues: queues.map((members, q) => ({
			id: `queue-${q + 1}`,
			name: queueName(numbers, q),
			extension: String(QUEUE_EXTENSION + q),
			members
		})),
		dashboards: [
			{
				id: DASHBOARD,
				name: 'Dashboard 1',
				ownerId: ADMIN,
				...(viewing.length > 0 && { sharedWith: viewing }),
				widgets: queues.map((_, q) => ({
					id: `widget-${q + 1}`,
					kind: 'service-level' as const,
					name: queueName(numbers, q),
					queueId: `queue-${q + 1}`
				}))
			}
		],
		viewings: viewing.map((personId) => ({ personId, dashboardId: DASHBOARD, at: asOf })),
		orders: []
	});
}

/** Extensions that can't meet: so many placeholders there are of each kind at most. */
const AGENT_EXTENSION = 1_000_000;
const VIEWER_EXTENSION = 2_000_000;
const QUEUE_EXTENSION = 3_000_000;

const numbered = (count: number, kind: string): string[] =>
	Array.from({ length: count }, (_, i) => `${kind}-${i + 1}`);

/** Members of two queues first, then each queue's own: everybody is in one queue, or in two. */
function placeholders({ queues, overlaps }: OwnNumbers): {
	readonly agents: readonly string[];
	readonly queues: readonly Membership[][];
} {
	const members: Membership[][] = queues.map(() => []);
	let count = 0;
	const add = (many: number, places: readonly number[]) => {
		for (let i = 0; i < many; i++) {
			count++;
			for (const q of places) members[q]!.push({ personId: `agent-${count}` });
		}
	};
	for (const overlap of overlaps) add(overlap.members, [overlap.first, overlap.second]);
	queues.forEach(({ members: size }, q) => add(size - members[q]!.length, [q]));
	return { agents: numbered(count, 'agent'), queues: members };
}

/** Everything that contradicts; what is built on a wrong number is not looked at. */
function faultsOf(numbers: OwnNumbers): readonly NumberFault[] {
	const faults = [...countFaults(numbers), ...pairFaults(numbers)];
	return faults.length > 0 ? faults : sumFaults(numbers);
}

function countFaults({ queues, overlaps, viewers, viewersWhoAreMembers }: OwnNumbers): NumberFault[] {
	const fields: [string, number][] = [
		...queues.map(({ members }, i): [string, number] => [`queues.${i}.members`, members]),
		...overlaps.map(({ members }, i): [string, number] => [`overlaps.${i}.members`, members]),
		['viewers', viewers],
		['viewersWhoAreMembers', viewersWhoAreMembers]
	];
	return fields
		.filter(([, value]) => !Number.isInteger(value) || value < 0 || value > MOST_PLACEHOLDERS)
		.map(([field]) => ({ code: 'NOT_A_COUNT', field, most: MOST_PLACEHOLDERS }));
}

function pairFaults(numbers: OwnNumbers): NumberFault[] {
	const seen = new Set<string>();
	return numbers.overlaps.flatMap(({ first, second }, overlap): NumberFault[] => {
		if (first === second || !numbers.queues[first] || !numbers.queues[second])
			return [{ code: 'NOT_TWO_QUEUES', overlap }];
		const pair = `${Math.min(first, second)} ${Math.max(first, second)}`;
		if (!seen.has(pair)) {
			seen.add(pair);
			return [];
		}
		const names = { first: queueName(numbers, first), second: queueName(numbers, second) };
		return [{ code: 'OVERLAP_TWICE', overlap, ...names }];
	});
}

function sumFaults(numbers: OwnNumbers): NumberFault[] {
	const { queues, overlaps, viewers, viewersWhoAreMembers: members } = numbers;
	const faults: NumberFault[] = overlaps.flatMap((one, overlap) =>
		[one.first, one.second]
			.filter((q) => one.members > queues[q]!.members)
			.map((q) => ({
				code: 'OVERLAP_TOO_LARGE' as const,
				overlap,
				members: one.members,
				queue: queueName(numbers, q),
				size: queues[q]!.members
			}))
	);
	const isTooLarge = new Set(faults.map((fault) => ('queue' in fault ? fault.queue : '')));
	queues.forEach(({ members: size }, q) => {
		const shared = overlaps
			.filter((one) => one.first === q || one.second === q)
			.reduce((sum, one) => sum + one.members, 0);
		const queue = queueName(numbers, q);
		if (shared > size && !isTooLarge.has(queue))
			faults.push({ code: 'OVERLAPS_TOO_MANY', queue, size, members: shared });
	});
	if (members > viewers) faults.push({ code: 'MORE_THAN_VIEWERS', members, viewers });
	if (faults.length > 0) return faults;
	const sum = (list: readonly { readonly members: number }[]) =>
		list.reduce((total, one) => total + one.members, 0);
	const unique = sum(queues) - sum(overlaps);
	if (members > unique) faults.push({ code: 'MORE_THAN_MEMBERS', members, unique });
	const people = unique + viewers - members;
	if (people > MOST_PLACEHOLDERS) faults.push({ code: 'TOO_MANY_PEOPLE', people, most: MOST_PLACEHOLDERS });
	return faults;
}
