import { type RoleRow } from '$lib/domain/admin-rows';
import { shortIsolated } from '$lib/text/admin';
import { type Desk } from '../../desk.svelte';
import { type Dispatch } from '$lib/components/dispatch';

export type RoleAct = 'edit' | 'assign' | 'default' | 'remove';

/** What is open on the roles' page, and what its menus do. */
export class RoleDesk {
	isNew = $state(false);
	edited = $state.raw<RoleRow | null>(null);
	/** Whom the picker gives this role. */
	assigned = $state.raw<Pick<RoleRow, 'id' | 'name'> | null>(null);
	readonly #desk: Desk;
	readonly #leave: () => void;

	/** `leave`: goes back to the list, when a role is gone. */
	constructor(desk: Desk, leave: () => void) {
		this.#desk = desk;
		this.#leave = leave;
	}

	dispatch: Dispatch = (name, input) => this.#desk.dispatch(name, input);

	async act(what: RoleAct, role: RoleRow): Promise<void> {
		if (what === 'edit') this.edited = role;
		else if (what === 'assign') this.assigned = role;
		else if (what === 'default') {
			if (await this.#desk.do('setDefaultRole', { roleId: role.id }))
				this.#desk.toasts.show(`New users get ${shortIsolated(role.name)} from now on`);
		} else if (await this.#desk.do('removeRole', { roleId: role.id })) {
			this.#desk.toasts.show(`${shortIsolated(role.name)} removed`);
			this.#leave();
		}
	}
}
