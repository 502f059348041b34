import { type FitAnswer, type FitKind, type FitQuestion } from '$lib/domain/fit';
import { type Exempt } from '$lib/domain/practice';
import { notDoneSentence } from '$lib/text/refusals';
import { type Session } from '$lib/worker/session.svelte';
import { type Stop } from './changes';

/** A search that is not proved by then ends with the best answer found: a few seconds are all that anybody waits. */
const MOST_MS = 6_000;

/** One search for the fewest things to stop (I5). */
export class Fit {
	/** The best answer so far, or the last. */
	answer = $state.raw<FitAnswer>();
	/** What `answer` answers. */
	asked = $state.raw<FitQuestion>();
	isSearching = $state(false);
	/** It ended before it was proved: stopped by hand, or out of time. */
	stopped = $state<'by hand' | 'out of time' | null>(null);
	problem = $state<string>();
	#control: AbortController | undefined;

	/** Answers the stops to make, or null: nothing to stop, or nothing found. */
	async find(session: Session, question: FitQuestion): Promise<readonly Stop[] | null> {
		this.stop();
		const control = (this.#control = new AbortController());
		this.asked = question;
		this.answer = this.problem = undefined;
		this.stopped = null;
		this.isSearching = true;
		const timer = setTimeout(() => this.#end('out of time'), MOST_MS);
		const done = await session.fit(question, control.signal, (answer) => {
			if (control === this.#control) this.answer = answer;
		});
		clearTimeout(timer);
		if (control !== this.#control) return null; // a newer search
		this.isSearching = false;
		if (done.ok) this.answer = done.value;
		else if (done.error.code !== 'CANCELLED') this.problem = notDoneSentence(done.error);
		return this.answer?.outcome === 'drops' ? this.answer.drop.map(stopOf) : null;
	}

	/** Ends the search and keeps the best answer. */
	stop(): void {
		if (this.isSearching) this.#end('by hand');
	}

	#end(why: 'by hand' | 'out of time'): void {
		this.stopped = why;
		this.#control?.abort();
	}
}

const stopOf = (drop: (FitAnswer & { outcome: 'drops' })['drop'][number]): Stop => ({
	queueId: drop.kind === 'dashboard' ? null : drop.queueId,
	dashboardId: drop.kind === 'queue' ? null : drop.dashboardId
});

/** The question about so many licenses. */
export const fitQuestion = (kind: FitKind, licenses: number, exempt: Exempt | undefined): FitQuestion => ({
	kind,
	licenses,
	exempt: [
		...(exempt?.queues ?? []).map((queueId) => ({ kind: 'queue', queueId }) as const),
		...(exempt?.dashboards ?? []).map((dashboardId) => ({ kind: 'dashboard', dashboardId }) as const)
	]
});
