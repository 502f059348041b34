import { type DashboardDetail } from '$lib/domain/dashboard-rows';
import { type Instant } from '$lib/domain/instant';
import { type PersonChoice } from '$lib/domain/rows';
import { deletedToast } from '$lib/text/live-reports';
import { type NotDoneReason } from '$lib/text/refusals';
import { type Desk } from '../../desk.svelte';

export type DashboardAct = 'rename' | 'share' | 'delete';
type Named = Pick<DashboardDetail, 'id' | 'name'>;

/** What the form of a dashboard's name holds. */
export class NameDraft {
	name = $state('');
	/** Who will own a new one; only the Trainer chooses. */
	owner = $state.raw<PersonChoice | null>(null);
	error = $state.raw<NotDoneReason | null>(null);
	readonly id: string;
	readonly isNew: boolean;

	constructor(id: string, known: Named | null) {
		this.id = id;
		this.isNew = known === null;
		this.name = known?.name ?? '';
	}
}

/** What the form of sharing holds. */
export class ShareDraft {
	people = $state.raw<readonly PersonChoice[]>([]);
	error = $state.raw<NotDoneReason | null>(null);
	readonly dashboard: DashboardDetail;

	constructor(dashboard: DashboardDetail) {
		this.dashboard = dashboard;
		this.people = dashboard.sharedWith;
	}
}

/** What is open in Live Reports, and what its menus and forms do. */
export class DashboardDesk {
	naming = $state.raw<NameDraft | null>(null);
	sharing = $state.raw<ShareDraft | null>(null);
	#isBusy = false;
	readonly #desk: Desk;
	readonly #newId: () => string;
	readonly #go: (dashboardId: string | null) => void;

	/** `go`: shows a dashboard, or the list. */
	constructor(desk: Desk, newId: () => string, go: (dashboardId: string | null) => void) {
		this.#desk = desk;
		this.#newId = newId;
		this.#go = go;
	}

	/** Whether whoever acts may make and change dashboards. */
	get mayEdit(): boolean {
		const { acting } = this.#desk;
		return acting === null || acting?.permissions.includes('live-reports.full') === true;
	}

	async add(): Promise<void> {
		const draft = new NameDraft(this.#newId(), null);
		if (this.#desk.acting) draft.owner = this.#desk.acting;
		this.naming = draft;
		if (draft.owner) return;
		const owner = await this.#desk.session?.ask('dashboardOwner', {});
		if (owner?.ok) draft.owner ??= owner.value;
	}

	/** The owner is a choice only for the Trainer: anybody else makes dashboards of their own. */
	get choosesOwner(): boolean {
		return this.naming?.isNew === true && this.#desk.acting === null;
	}

	async act(what: DashboardAct, dashboard: Named): Promise<void> {
		if (what === 'rename') this.naming = new NameDraft(dashboard.id, dashboard);
		else if (what === 'share') await this.#share(dashboard.id);
		else await this.#delete(dashboard);
	}

	/** Makes or renames the dashboard of the form; a new one is shown. */
	async saveName(draft: NameDraft, asOf: Instant): Promise<void> {
		const { id, isNew, owner } = draft;
		const name = draft.name.trim();
		const create = () =>
			this.#desk.dispatch('addDashboard', {
				dashboard: { id, name, ownerId: owner?.id ?? '', createdAt: asOf, widgets: [] }
			});
		draft.error = await this.#once(() =>
			isNew ? create() : this.#desk.dispatch('renameDashboard', { dashboardId: id, name })
		);
		if (draft.error !== null || this.naming !== draft) return;
		this.naming = null;
		if (isNew) this.#go(id);
	}

	async saveShare(draft: ShareDraft): Promise<void> {
		const input = { dashboardId: draft.dashboard.id, sharedWith: draft.people.map((person) => person.id) };
		draft.error = await this.#once(() => this.#desk.dispatch('shareDashboard', input));
		if (draft.error === null && this.sharing === draft) this.sharing = null;
	}

	async #share(dashboardId: string): Promise<void> {
		const answer = await this.#desk.session?.ask('dashboard', { dashboardId, actor: null });
		const known = answer && this.#desk.take(answer);
		if (known?.state === 'open') this.sharing = new ShareDraft(known.detail);
	}

	async #delete({ id, name }: Named): Promise<void> {
		const { session } = this.#desk;
		const at = session?.row?.head.asOf;
		if (!session || !at || !(await this.#desk.do('deleteDashboard', { dashboardId: id, at }))) return;
		const { revision } = session;
		this.#desk.toasts.show(deletedToast(name), {
			action: { label: 'Bring it back', run: () => void this.#bringBack(session, revision) }
		});
		this.#go(null);
	}

	/** Undo takes back the last change only: after another one, it would be the wrong one. */
	async #bringBack(session: NonNullable<Desk['session']>, revision: number): Promise<void> {
		if (session.revision === revision) this.#desk.take(await session.undo());
		else
			this.#desk.toasts.show('Other changes were made since. Use Undo until the dashboard is back.', {
				tone: 'warn'
			});
	}

	/** A second press while the first is at work does nothing. */
	async #once(work: () => Promise<NotDoneReason | null>): Promise<NotDoneReason | null> {
		if (this.#isBusy) return null;
		this.#isBusy = true;
		return work().finally(() => (this.#isBusy = false));
	}
}
