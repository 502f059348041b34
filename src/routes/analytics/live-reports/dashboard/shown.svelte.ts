import { type DashboardAnswer } from '$lib/domain/dashboard-rows';
import { type Acting } from '$lib/domain/rows';
import { type Desk } from '../../../desk.svelte';
import { Latest } from '$lib/ui/latest.svelte';
import { Openings } from '../openings';

/** The dashboard that the address names, for whoever acts, and the viewing that opening it is (L5). */
export class Shown {
	readonly #desk: Desk;
	readonly #now: () => number;
	/** Who acts is read; that they are read again is no reason to read the dashboard again. */
	readonly #isActing = $derived.by(() => this.#desk.acting !== undefined);
	readonly #openings = new Openings();
	readonly #latest = new Latest<{ readonly key: string; readonly answer: DashboardAnswer }>();

	constructor(desk: Desk, now: () => number) {
		this.#desk = desk;
		this.#now = now;
	}

	/** Undefined while it is read. */
	answer(id: string | null): DashboardAnswer | undefined {
		if (id === null) return { state: 'unknown' };
		const { value } = this.#latest;
		return value?.key === this.#key(id) ? value.answer : undefined;
	}

	/** Reads the dashboard. Call it in an effect: it follows the address, the scenario and who acts. */
	follow(id: string | null): void {
		const { session, as } = this.#desk;
		if (id === null || !session || session.revision === 0 || !this.#isActing) return;
		const key = this.#key(id);
		const asked = session.ask('dashboard', { dashboardId: id, actor: as });
		this.#latest.follow(
			asked.then((result) => {
				const answer = this.#desk.take(result);
				return answer && { key, answer };
			})
		);
	}

	/** Records the viewing, once for each opening; the Trainer records none. Call it in an effect. */
	record(id: string | null): void {
		const { session, acting } = this.#desk;
		const asOf = session?.summary?.asOf;
		const answer = this.answer(id);
		if (!session || asOf === undefined || acting === undefined || answer === undefined) return;
		const person = this.#viewer(acting, answer);
		const who = person === null ? null : ([session.id, person, id] as const);
		if (!this.#openings.isNew(who, asOf, this.#now()) || person === null) return;
		void this.#desk.do('recordViewing', { personId: person, dashboardId: id, at: asOf });
	}

	#viewer(acting: Acting | null, answer: DashboardAnswer): string | null {
		const mayView = acting?.permissions.includes('live-reports.view') === true;
		return acting && mayView && answer.state === 'open' ? acting.id : null;
	}

	#key(id: string): string {
		return JSON.stringify([this.#desk.session?.id, this.#desk.as, id]);
	}
}
