import { type Id } from '$lib/domain/id';
import { type Status } from '$lib/domain/person';
import { DEFAULT_ROLE, holds, PREDEFINED_ROLES, type Role } from '$lib/domain/role';
import { type ImportPlace } from '$lib/domain/import';
import { nameKey } from './facts';
import { shownText } from './faults';
import { folded } from './headings';
import { type Problems } from './problems';

const STATUSES: Readonly<Record<string, Status>> = {
	'': 'enabled',
	enabled: 'enabled',
	active: 'enabled',
	activated: 'enabled',
	disabled: 'disabled',
	inactive: 'disabled',
	frozen: 'disabled',
	suspended: 'disabled',
	'not activated': 'not-activated',
	notactivated: 'not-activated',
	'not active': 'not-activated',
	unassigned: 'not-activated',
	pending: 'not-activated'
};

/** A status as a list words it; undefined: none that is known. */
export const statusOf = (text: string): Status | undefined => {
	const key = folded(text);
	return Object.hasOwn(STATUSES, key) ? STATUSES[key] : undefined;
};

/** The roles of a draft, made as people need them. */
export class Roles {
	readonly custom: Role[] = [];
	readonly #problems: Problems;
	readonly #known = new Map<string, Id>(PREDEFINED_ROLES.map(({ id, name }) => [folded(name), id]));
	readonly #viewing = new Map<Id, Id>();

	constructor(problems: Problems) {
		this.#problems = problems;
	}

	/** The role's id by the name that a list gives at a place; a name says nothing about permissions. */
	named(name: string, place: ImportPlace): Id {
		if (name === '') return DEFAULT_ROLE;
		const known = this.#known.get(folded(name));
		if (known !== undefined) return known;
		const detail = { key: nameKey(name), role: shownText(name) };
		const fix = this.#problems.add('ROLE_UNKNOWN', place, ['own-role', 'standard-role'], detail);
		const id = fix === 'own-role' ? this.#add({ name, permissions: [] }) : DEFAULT_ROLE;
		if (fix === 'own-role') this.#problems.note('ROLES_WITHOUT_PERMISSIONS');
		this.#known.set(folded(name), id);
		return id;
	}

	/** The same role for somebody who viewed: they could, so it lets them. */
	viewing(id: Id): Id {
		const known = this.#viewing.get(id);
		if (known !== undefined) return known;
		const base = PREDEFINED_ROLES.find((role) => role.id === id);
		const own = this.custom.findIndex((role) => role.id === id);
		let viewing = id;
		if (base !== undefined && !holds(base, 'live-reports.view'))
			viewing = this.#add({
				name: `${base.name} - Live Reports View Access`,
				basedOn: base.id,
				permissions: [...base.permissions, 'live-reports.view']
			});
		else if (own >= 0 && !holds(this.custom[own]!, 'live-reports.view'))
			this.custom[own] = { ...this.custom[own]!, permissions: ['live-reports.view'] };
		this.#viewing.set(id, viewing);
		return viewing;
	}

	#add(role: Omit<Role, 'id'>): Id {
		const id = `r${this.custom.length + 1}`;
		this.custom.push({ id, ...role });
		return id;
	}
}
