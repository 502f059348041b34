import { type Found } from '$lib/domain/frame-rows';
import { nameText } from '$lib/text/format';
import { beginsWith, matchesWords } from '$lib/text/finder';

/** One thing to go to or to do. */
export interface Hit {
	readonly id: string;
	readonly label: string;
	readonly detail: string;
	/** Other words that find it. */
	readonly words?: string;
	readonly run: () => unknown;
}

export interface HitGroup {
	readonly title: string;
	readonly hits: readonly Hit[];
}

interface Parts {
	readonly pages: () => readonly Hit[];
	readonly actions: () => readonly Hit[];
	/** Asks the worker; undefined where there is nothing to ask, or a newer question took its place. */
	readonly find: (text: string) => Promise<Found | undefined>;
	readonly person: (id: string) => void;
	readonly queue: (id: string) => void;
	readonly dashboard: (id: string) => void;
}

const NOTHING: Found = { people: [], queues: [], dashboards: [] };

/** What the finder's field has found: pages and actions here, the scenario's things from the worker. */
export class Finder {
	text = $state('');
	/** The place of the highlighted hit among all. */
	at = $state(0);
	#found = $state.raw<Found>(NOTHING);
	/** The scenario is being asked; what is shown is older. */
	isAsking = $state(false);
	readonly #parts: Parts;

	readonly groups = $derived.by((): readonly HitGroup[] => {
		const { pages, actions, person, queue, dashboard } = this.#parts;
		const fits = (hit: Hit) => matchesWords(this.text.trim(), hit.label, hit.words ?? '');
		const begins = (hit: Hit) => beginsWith(this.text.trim(), hit.label);
		const things = (kind: string, list: Found['queues'], go: (id: string) => void) =>
			list.map(({ id, name, detail }): Hit => ({
				id: `${kind} ${id}`,
				label: nameText(name),
				detail,
				run: () => go(id)
			}));
		const people = this.#found.people.map(({ role, extension, ...one }) => ({
			...one,
			detail: `${extension} · ${role}`
		}));
		const here = [
			{ title: 'Pages', hits: pages().filter(fits) },
			{ title: 'Actions', hits: actions().filter(fits) }
		];
		if (!here[0]?.hits.some(begins) && here[1]?.hits.some(begins)) here.reverse();
		return [
			...here, // what comes later from the worker never moves what is here: Enter may be on its way
			{ title: 'People', hits: things('person', people, person) },
			{ title: 'Call queues', hits: things('queue', this.#found.queues, queue) },
			{ title: 'Dashboards', hits: things('dashboard', this.#found.dashboards, dashboard) }
		].filter((group) => group.hits.length > 0);
	});
	readonly hits = $derived(this.groups.flatMap((group) => group.hits));

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	/** What is said below the list, and to screen readers. */
	get note(): string {
		if (this.hits.length > 0) return `${this.hits.length} found`;
		return this.isAsking ? 'Searching…' : 'Nothing matches.';
	}

	/** Starts from nothing, each time the finder opens. */
	reset(): void {
		this.text = '';
		this.at = 0;
		this.#found = NOTHING;
	}

	async type(text: string): Promise<void> {
		this.text = text;
		this.at = 0;
		if (text.trim() === '') {
			this.#found = NOTHING;
			this.isAsking = false;
			return;
		}
		this.isAsking = true;
		const found = await this.#parts.find(text);
		if (this.text !== text) return; // a newer question is on its way
		this.isAsking = false;
		this.#found = found ?? NOTHING;
	}

	/** Moves the highlight, around the ends. */
	move(step: number): void {
		const count = this.hits.length;
		if (count > 0) this.at = (this.at + step + count) % count;
	}
}

/** What opens the finder, as it stands on the keyboard. */
export const finderKeys = (): string => (/Mac|iPhone|iPad/.test(navigator.platform) ? '⌘K' : 'Ctrl K');

/** Whether a key opens the finder: Ctrl+K (Command on a Mac), not where a text is edited freely, not over another dialog. */
export function wantsFinder(event: KeyboardEvent): boolean {
	if (event.defaultPrevented || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k')
		return false;
	if (!(event.ctrlKey || event.metaKey)) return false;
	const { target } = event;
	return !(
		target instanceof Element &&
		target.closest('[contenteditable]:not([contenteditable="false"]), [role="dialog"], [role="alertdialog"]')
	);
}
