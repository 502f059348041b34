import { type Ref } from '$lib/domain/goal';
import { PERMISSIONS, type Permission } from '$lib/domain/permission';
import { type Person } from '$lib/domain/person';
import { holds, type Role, roleById } from '$lib/domain/role';
import { type Scenario } from '$lib/domain/scenario';
import { compared, not, personRefs, refsIn, type Suggest } from './outcome-of';

/** How many holders a goal about a role names. */
const MOST_HOLDERS = 20;

const heldIn = ({ roles }: Scenario, { roleId }: Person): ReadonlySet<Permission> => {
	const role = roleById(roles, roleId);
	return new Set(PERMISSIONS.filter((one) => role && holds(role, one)));
};

/** Who may do what now, and may view which dashboards; nothing of how the role is called. */
export const accessOutcomes: Suggest = function* (change) {
	const [was, is] = [change.before.scenario, change.after.scenario];
	const old = new Map(was.people.map((one) => [one.id, one]));
	const ref = personRefs(change);
	for (const one of is.people) {
		const before = old.get(one.id);
		if (before?.roleId === one.roleId && was.roles === is.roles) continue;
		const [held, holding] = [before ? heldIn(was, before) : new Set(), heldIn(is, one)];
		const person = ref(one.id);
		if (!person) continue;
		for (const permission of PERMISSIONS) {
			if (holding.has(permission) && !held.has(permission)) yield { kind: 'may', person, permission };
			if (held.has(permission) && !holding.has(permission)) yield not({ kind: 'may', person, permission });
		}
		if (holding.has('live-reports.view') !== held.has('live-reports.view')) {
			yield { kind: 'sees', person };
			yield not({ kind: 'sees', person });
		}
	}
};

/** Roles that were made, changed or taken away, by what they permit and who has them. */
export const roleOutcomes: Suggest = function* (change) {
	const [was, is] = [change.before.scenario, change.after.scenario];
	const { made, kept, gone } = compared(was.roles, is.roles);
	const ref = refsIn(change);
	const person = personRefs(change);
	for (const role of made) {
		const includes = PERMISSIONS.filter((one) => role.permissions.includes(one));
		const excludes = PERMISSIONS.filter((one) => !holds(role, one));
		const heldBy = holdersOf(role, is).flatMap((one) => person(one.id) ?? []);
		if (heldBy.length > 0) yield { kind: 'role', includes, heldBy };
		yield { kind: 'role', includes };
		yield { kind: 'role', includes, excludes };
		if (role.basedOn) yield { kind: 'role', includes, basedOn: { by: 'id', value: role.basedOn } };
		const named = ref('role', role);
		if (named) yield { kind: 'exists', thing: 'role', ref: named };
	}
	for (const [before, role] of kept) {
		const named = ref('role', role);
		const includes = PERMISSIONS.filter((one) => holds(role, one) && !holds(before, one));
		const excludes = PERMISSIONS.filter((one) => !holds(role, one) && holds(before, one));
		if (named && includes.length + excludes.length > 0)
			yield { kind: 'role', role: named, includes, excludes };
	}
	for (const role of gone) {
		const named = ref('role', role);
		if (named) yield not({ kind: 'exists', thing: 'role', ref: named });
	}
};

const holdersOf = (role: Role, { people }: Scenario): readonly Person[] =>
	people.filter(({ roleId }) => roleId === role.id).slice(0, MOST_HOLDERS);

/** People who came, went, or are others than before: role, cost center, status, Booster mark. */
export const personOutcomes: Suggest = function* (change) {
	const [was, is] = [change.before.scenario, change.after.scenario];
	const { made, kept, gone } = compared(was.people, is.people);
	const person = personRefs(change);
	const ref = refsIn(change);
	const roleRef = ({ roleId }: Person): Ref | undefined => {
		const role = roleById(is.roles, roleId);
		return role && ref('role', role);
	};
	for (const one of made) {
		const who = person(one.id);
		if (!who) continue;
		yield { kind: 'exists', thing: 'person', ref: who };
		const role = roleRef(one);
		if (role) yield { kind: 'person', person: who, role };
	}
	for (const [before, one] of kept) {
		const who = person(one.id);
		if (!who) continue;
		const role = before.roleId !== one.roleId && roleRef(one);
		if (role) yield { kind: 'person', person: who, role };
		const center = is.account.costCenters.find(({ id }) => id === (one.costCenterId ?? 'root'));
		const costCenter = before.costCenterId !== one.costCenterId && center && ref('cost-center', center);
		if (costCenter) yield { kind: 'person', person: who, costCenter };
		yield { kind: 'person', person: who, status: one.status ?? 'enabled' };
		yield { kind: 'person', person: who, booster: one.booster ?? false };
	}
	for (const one of gone) {
		const who = person(one.id);
		if (who) yield not({ kind: 'exists', thing: 'person', ref: who });
	}
};
