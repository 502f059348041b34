import { createContext, untrack } from 'svelte';
import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { page } from '$app/state';
import { type Pathname, type ResolvedPathname } from '$app/types';
import { type App } from '$lib/app';
import { download } from '$lib/components/download';
import { type CommandInput, type CommandName } from '$lib/commands';
import { type Result } from '$lib/domain/result';
import { type Acting } from '$lib/domain/rows';
import { unreadableSentence } from '$lib/text/backup';
import { type MadeLink } from '$lib/domain/share-link';
import { type ScenarioRow } from '$lib/store/db';
import { countOf, NO_LESSONS } from '$lib/store/lesson-copy';
import { pageStorage } from '$lib/store/page-storage';
import { type HeaderFigure } from '$lib/text/figures';
import { COPY_DAMAGED, recoveredSentence } from '$lib/text/recovery';
import { notDoneSentence } from '$lib/text/refusals';
import { painted } from '$lib/ui/painted';
import { Toasts } from '$lib/ui/toasts.svelte';
import { type Copied } from '$lib/worker/copied-file';
import { type NotDone, type Session } from '$lib/worker/session.svelte';
import { Intake } from './home/intake.svelte';
import { Theme } from './frame/theme.svelte';
import { Learner } from './lessons/learner.svelte';
import { PackArrival } from './lessons/pack-arrival.svelte';
import { Witness } from './lessons/witness.svelte';

/** Further parts of an address, such as the order that a page shows. */
type Extra = Readonly<Record<string, string>>;

/** What every page shares of the view: the scenario that the address names, who acts, messages, what is explained. */
export class Desk {
	readonly toasts = new Toasts();
	readonly theme = new Theme(pageStorage());
	/** The user's own files, until a scenario is made of them or they are put aside. */
	readonly intake: Intake;
	/** A lesson pack on its way in. */
	readonly packs: PackArrival;
	/** Who hands in results here, as it was typed. */
	readonly learner = new Learner(pageStorage());
	/** What happens in a lesson beside its scenario. */
	readonly witness: Witness;
	/** The figure whose explanation is open. */
	explained = $state<HeaderFigure | null>(null);
	/** The person whose seat is being explained. */
	person = $state<string | null>(null);
	/** Which of the frame's own dialogs is open. */
	dialog = $state<'find' | 'date' | 'play' | 'changes' | null>(null);
	/** The scenario whose share link is shown (S8). */
	shared = $state.raw<ScenarioRow | null>(null);
	/** Who acts: null for the Trainer, undefined while it is read or when there is no such person. */
	acting = $state.raw<Acting | null>();
	readonly #app: App;
	readonly #id = $derived(page.url.searchParams.get('scenario'));
	readonly #as = $derived(page.url.searchParams.get('as') || null);
	readonly #session = $derived.by(() => (this.#id === null ? null : this.#app.session(this.#id)));

	constructor(app: App) {
		this.#app = app;
		this.intake = new Intake(app);
		this.packs = new PackArrival(app, this);
		this.witness = new Witness(app.lessons, app.now, () => ({
			scenarioId: this.session?.id,
			mayView: this.mayView
		}));
	}

	/** Whether what is done here outlives the page. */
	get isKept(): boolean {
		return this.#app.isKept;
	}

	/** The open scenario, or null where the address names none. */
	get session(): Session | null {
		return this.#session;
	}

	/** The id of the person who acts, or null for the Trainer. */
	get as(): string | null {
		return this.#as;
	}

	/** Whether whoever acts is let into Live Reports; undefined while that is read. */
	get mayView(): boolean | undefined {
		if (this.acting === undefined) return undefined;
		return this.acting === null || this.acting.permissions.includes('live-reports.view');
	}

	/** The address of a place; the open scenario and who acts go along. `extra`: what else the page needs to know. */
	to(path: Pathname, hash = '', extra: Extra = {}): ResolvedPathname {
		return this.#address(path, this.#id, this.#as, hash, extra);
	}

	/** The address of a place with another scenario open, as the Trainer. */
	open(id: string, path: Pathname = '/', extra: Extra = {}): ResolvedPathname {
		return this.#address(path, id, null, '', extra);
	}

	/** The address of a place with no scenario open. */
	without(path: Pathname, extra: Extra = {}): ResolvedPathname {
		return this.#address(path, null, null, '', extra);
	}

	/** The address of this very page with somebody else acting. */
	actAs(personId: string | null): ResolvedPathname {
		const path = (page.route.id === '/' ? '/' : `${page.route.id}/`) as Pathname;
		const kept = [...page.url.searchParams].filter(([key]) => key !== 'scenario' && key !== 'as');
		return this.#address(path, this.#id, personId, '', Object.fromEntries(kept));
	}

	/** The address of this very place with another scenario open; what the address says beside it belongs to this one. */
	reopen(id: string): ResolvedPathname {
		const route = page.route.id === '/' ? '' : (page.route.id ?? '');
		return this.#address(`${route.replace(/\/dashboard$/, '')}/` as Pathname, id, this.#as, '');
	}

	/** Does a command as whoever acts. Answers why it was not done, or null; by then the new figures are painted. */
	async dispatch<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<NotDone | null> {
		if (!this.#session) return null;
		this.#session.actor = this.#as;
		const done = await this.#session.dispatch(name, input);
		if (!done.ok) return done.error;
		await painted(); // a dialog that closes now must not hold up the figures
		return null;
	}

	/** Does a command and says in passing why it was not done. Answers whether it was. */
	async do<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<boolean> {
		const error = await this.dispatch(name, input);
		if (error) this.complain(error);
		return !error;
	}

	/** The value, or undefined after saying why there is none; a cancelled one needs no words. */
	take<T>(result: Result<T, NotDone>): T | undefined {
		if (result.ok) return result.value;
		if (result.error.code !== 'CANCELLED') this.complain(result.error);
		return undefined;
	}

	/** Says why something was not done; after a fault of the storage it offers the open scenario as a file (S5). */
	complain(reason: NotDone): void {
		const isFault = reason.code.startsWith('STORAGE_');
		const action = isFault && this.#session && { label: 'Export the scenario', run: this.exportOpen };
		this.toasts.show(notDoneSentence(reason), { tone: 'bad', ...(action && { action }) });
	}

	/** Hands the open scenario to the user as a file; it comes from memory, so it works without the storage. */
	exportOpen = async (): Promise<void> => {
		if (this.#session) await this.export(this.#session);
	};

	/** Hands over a backup of everything (S6). Answers whether there is one. */
	exportAll = async (): Promise<boolean> => {
		const made = this.take(await this.#app.exportBackup());
		if (!made) return false;
		download(made);
		if (made.unreadable.length > 0) this.toasts.show(unreadableSentence(made.unreadable), { tone: 'bad' });
		return true;
	};

	/** Hands over the License Status Report of the open scenario as a workbook (W1). Answers its name. */
	async downloadReport(): Promise<string | undefined> {
		const file = this.#session && this.take(await this.#session.workbook());
		if (!file) return undefined;
		download(file);
		this.witness.see({ kind: 'downloaded' });
		return file.name;
	}

	/** Hands a scenario to the user as a file. */
	async export(scenario: Pick<ScenarioRow, 'id' | 'revision'>): Promise<void> {
		const file = this.take(await this.#app.exportFile(scenario));
		if (file) download(file);
	}

	/** Hands over what is left of a scenario that can't be read. */
	async exportRaw(id: string): Promise<void> {
		const file = this.take(await this.#app.exportRaw(id));
		if (file) download(file);
	}

	/** Makes a new scenario of what the second copy has of this one, and goes Home, where it is listed. */
	async restoreCopyOf(id: string): Promise<void> {
		const entry = this.#app.copy.of(id);
		if (await this.recover({ entries: entry ? [entry] : [], lessons: NO_LESSONS })) await goto(resolve('/'));
	}

	/** Restores from the second copy (S5) and says so. Answers whether all of it came. */
	async recover(missing: Copied): Promise<boolean> {
		const done = this.take(await this.#app.recovery.restore(missing));
		if (!done) return false;
		if (done.ok && done.value !== null)
			this.toasts.show(recoveredSentence(done.value, countOf(missing.lessons) > 0));
		else this.toasts.show(COPY_DAMAGED, { tone: 'bad' });
		return done.ok && done.value !== null;
	}

	/** A scenario's share link; where there is none to be had, why is said and the dialog closes. */
	async shareLink(row: ScenarioRow): Promise<MadeLink | undefined> {
		const made = this.take(await this.#app.shareLink(row));
		if (!made && this.shared === row) this.shared = null;
		return made;
	}

	/** Reads who acts. Call it in an effect: it follows the address and the scenario. */
	followActor(): void {
		const [session, as] = [this.#session, this.#as];
		if (as === null || !session) {
			this.acting = null;
			return;
		}
		// Untracked: an effect that follows what it sets would ask the worker without end.
		if (untrack(() => this.acting?.id) !== as) this.acting = undefined;
		if (session.revision === 0) return;
		void session.acting(as).then((result) => {
			if (this.#as !== as) return;
			const person = this.take(result);
			if (person) this.acting = person;
			else if (result.ok) this.#actAsTrainer();
		});
	}

	/** The address names nobody of this scenario: say so, and go on as the Trainer. */
	#actAsTrainer(): void {
		this.toasts.show('The person in the address is not in this scenario. You act as the Trainer.', {
			tone: 'warn'
		});
		void goto(this.actAs(null), { replaceState: true, keepFocus: true, noScroll: true });
	}

	#address(
		path: Pathname,
		id: string | null,
		as: string | null,
		hash: string,
		extra: Extra = {}
	): ResolvedPathname {
		const query = Object.entries({
			...(id !== null && { scenario: id }),
			...(as !== null && { as }),
			...extra
		})
			.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`)
			.join('&');
		return resolve(`${path}${query === '' ? '' : `?${query}`}${hash}` as Pathname);
	}
}

export const [getDesk, setDesk] = createContext<Desk>();
