import { ROOT } from '$lib/domain/account';
import { type FileFault } from '$lib/domain/fault';
import { type Id } from '$lib/domain/id';
import { inRange } from '$lib/domain/clock-range';
import { type Dated, toSeconds } from '$lib/domain/instant';
import { isPredefinedRole } from '$lib/domain/role';
import { type Scenario } from '$lib/domain/scenario';
import { costCenterCycles } from './cost-center-cycles';
import { FaultChecks } from './fault-checks';
import { Faults, shownText } from './faults';

/** Items between two yields. */
const SLICE = 50_000;

/**
 * What no schema sees in a scenario of the right shape (SPEC §7): ids that point nowhere, equal ids,
 * custom roles with a predefined id, ends before their beginnings, a missing Root, cost centers in a
 * circle, and -0, which no file can say. Empty: the scenario is sound.
 */
export function checkScenario(scenario: Scenario): FileFault[] {
	const faults = new Faults();
	const steps = checkSteps(scenario, faults);
	while (!faults.enough && steps.next().done !== true) continue;
	return faults.list();
}

/** The checks of checkScenario in steps, for a long scenario: yields now and then. Stop once `faults.enough`. */
export function* checkSteps(scenario: Scenario, faults: Faults): Generator<void> {
	const check = new FaultChecks(faults);
	const { account, roles, people, queues, dashboards, orders } = scenario;
	const costCenters = check.ids(account.costCenters, ['account', 'costCenters']);
	const custom = check.ids(roles, ['roles']);
	const persons = check.ids(people, ['people']);
	const queueIds = check.ids(queues, ['queues']);
	const dashboardIds = check.ids(dashboards, ['dashboards']);
	const knowsRole = (id: Id) => isPredefinedRole(id) || custom.has(id);
	const slice = slices();

	if (!inRange(toSeconds(scenario.asOf)))
		faults.add('CLOCK_OUT_OF_RANGE', ['asOf'], { value: scenario.asOf });
	for (const [key, price] of Object.entries(account.prices))
		check.quantity(price, ['account', 'prices', key]);
	account.costCenters.forEach(({ parentId }, i) => {
		if (parentId != null)
			check.known(costCenters.has(parentId), parentId, ['account', 'costCenters', i, 'parentId']);
	});
	if (!costCenters.has(ROOT)) faults.add('ROOT_MISSING', ['account', 'costCenters']);
	for (const cycle of costCenterCycles(account.costCenters))
		faults.add('COST_CENTER_CYCLE', ['account', 'costCenters', cycle.index, 'parentId'], {
			names: shownText(cycle.names.join(', '))
		});

	roles.forEach((role, i) => {
		if (isPredefinedRole(role.id)) faults.add('RESERVED_ID', ['roles', i, 'id'], { id: shownText(role.id) });
		if (role.basedOn !== undefined)
			check.known(knowsRole(role.basedOn), role.basedOn, ['roles', i, 'basedOn']);
	});

	const { defaultRoleId, pinned, routine, whatIfs = [] } = scenario.practice ?? {};
	if (defaultRoleId !== undefined)
		check.known(knowsRole(defaultRoleId), defaultRoleId, ['practice', 'defaultRoleId']);
	pinned?.forEach((id, i) => {
		if (id !== null) check.known(persons.has(id), id, ['practice', 'pinned', i]);
	});
	check.ids(whatIfs, ['practice', 'whatIfs']);
	whatIfs.forEach(({ changes }, i) => check.ids(changes, ['practice', 'whatIfs', i, 'changes']));
	check.quantity(routine?.seed, ['practice', 'routine', 'seed']);
	for (const [i, { personId, dashboardId }] of (routine?.viewers ?? []).entries()) {
		const at = ['practice', 'routine', 'viewers', i] as const;
		check.known(persons.has(personId), personId, [...at, 'personId']);
		if (dashboardId !== null) check.known(dashboardIds.has(dashboardId), dashboardId, [...at, 'dashboardId']);
		if (slice()) yield;
	}

	for (const [i, person] of people.entries()) {
		if (!knowsRole(person.roleId)) check.dangling(person.roleId, ['people', i, 'roleId']);
		if (person.costCenterId !== undefined && !costCenters.has(person.costCenterId))
			check.dangling(person.costCenterId, ['people', i, 'costCenterId']);
		if (slice()) yield;
	}

	for (const [i, queue] of queues.entries()) {
		check.allKnown(queue.managerIds, persons, ['queues', i, 'managerIds']);
		for (let j = 0; j < queue.members.length; j++) {
			const member = queue.members[j]!;
			if (!persons.has(member.personId))
				check.dangling(member.personId, ['queues', i, 'members', j, 'personId']);
			if (isBackwards(member)) check.backwards(member.from, member.to, ['queues', i, 'members', j, 'to']);
			if (slice()) yield;
		}
	}

	for (const [i, dashboard] of dashboards.entries()) {
		const at = ['dashboards', i] as const;
		const { createdAt: from, deletedAt: to } = dashboard;
		check.known(persons.has(dashboard.ownerId), dashboard.ownerId, [...at, 'ownerId']);
		check.allKnown(dashboard.sharedWith, persons, [...at, 'sharedWith']);
		if (isBackwards({ from, to })) check.backwards(from, to, [...at, 'deletedAt']);
		check.ids(dashboard.widgets, [...at, 'widgets']);
		for (const [j, widget] of dashboard.widgets.entries()) {
			check.known(queueIds.has(widget.queueId), widget.queueId, [...at, 'widgets', j, 'queueId']);
			if (isBackwards(widget)) check.backwards(widget.from, widget.to, [...at, 'widgets', j, 'to']);
			if (slice()) yield;
		}
	}

	let first = 0;
	for (const block of scenario.viewings) {
		// A block names each id once, so that only blocks with a fault are looked at row by row.
		const strangers = block.personIds.map((id) => !persons.has(id));
		const unknown = block.dashboardIds.map((id) => id !== null && !dashboardIds.has(id));
		if (strangers.includes(true) || unknown.includes(true))
			for (let i = 0; i < block.at.length && !faults.enough; i++) {
				const person = block.person[i]!;
				const dashboard = block.dashboard[i]!;
				if (strangers[person]) check.dangling(block.personIds[person]!, ['viewings', first + i, 'personId']);
				if (unknown[dashboard])
					check.dangling(block.dashboardIds[dashboard] ?? '', ['viewings', first + i, 'dashboardId']);
			}
		first += block.at.length;
		if (slice()) yield;
	}

	check.ids(orders, ['orders']);
	for (const [i, order] of orders.entries()) {
		if (order.placedBy !== undefined)
			check.known(persons.has(order.placedBy), order.placedBy, ['orders', i, 'placedBy']);
		for (const [j, line] of order.lines.entries()) {
			const at = ['orders', i, 'lines', j] as const;
			check.quantity(line.quantity, [...at, 'quantity']);
			check.quantity(line.unitPrice, [...at, 'unitPrice']);
			check.known(costCenters.has(line.costCenterId), line.costCenterId, [...at, 'costCenterId']);
		}
		if (slice()) yield;
	}
}

/** True once every SLICE calls. */
function slices(): () => boolean {
	let calls = 0;
	return () => ++calls % SLICE === 0;
}

/** Instants compare as text; equal is allowed: an interval of no length. */
const isBackwards = ({ from, to }: Dated): boolean => from !== undefined && to !== undefined && to < from;
