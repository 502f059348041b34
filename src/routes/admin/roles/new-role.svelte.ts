import { isBlank } from '$lib/domain/blank';
import { type RoleRow } from '$lib/domain/admin-rows';
import { type Permission } from '$lib/domain/permission';
import { type NotDoneReason } from '$lib/text/refusals';
import { type Dispatch } from '$lib/components/dispatch';
import { roleOf } from './role-of';

/** Places in ROLE_STEPS. */
export const SELECT = 0;
export const DESCRIBE = 1;
export const PERMIT = 2;
/** Creating is a button of the step before it: this one is passed, never open. */
export const ASSIGN = 4;

/** The New Role wizard: what was chosen in its steps so far. */
export class NewRoleDraft {
	step = $state<number>(SELECT);
	name = $state('');
	description = $state('');
	base = $state.raw<RoleRow>();
	permissions = $state.raw<readonly Permission[]>([]);
	error = $state.raw<NotDoneReason | null>(null);
	isBusy = $state(false);
	readonly id: string;
	readonly #dispatch: Dispatch;

	/** `id`: that of the new role; one draft creates one role, however often it is sent. */
	constructor(id: string, dispatch: Dispatch) {
		this.id = id;
		this.#dispatch = dispatch;
	}

	/** A role to start from: its permissions are ticked. */
	startFrom(role: RoleRow): void {
		if (role.id === this.base?.id) return;
		this.base = role;
		this.permissions = role.permissions;
	}

	back(): void {
		this.error = null;
		if (this.step > SELECT) this.step--;
	}

	/** On to the next step; from the permissions, by creating the role. */
	async next(): Promise<void> {
		this.error = null;
		if (this.step === DESCRIBE && isBlank(this.name)) this.error = { code: 'EMPTY_NAME', path: 'name' };
		else if (this.step === PERMIT) await this.#create();
		else this.step++;
	}

	async #create(): Promise<void> {
		if (this.isBusy) return;
		this.isBusy = true;
		const { id, name, description, permissions } = this;
		const role = roleOf({ id, name, description, basedOn: this.base?.id ?? null, permissions });
		this.error = await this.#dispatch('addRole', { role }).finally(() => (this.isBusy = false));
		if (this.error?.code === 'EMPTY_NAME') this.step = DESCRIBE;
		else if (this.error === null) this.step = ASSIGN;
	}
}
