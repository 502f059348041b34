import { isSeen, painted } from './painted';
import { BLOCK, blocksOf, keep, missing, noBlocks } from './row-blocks';
import { type Sort, type TableSource } from './table-types';

/** A table up to this long is fetched in one go: scrolling it never shows a blank row. */
const WHOLE = 5_000;
/** Milliseconds without a letter before a filter is asked for. */
const PAUSE = 120;

/**
 * The rows of a long table, fetched as the window moves. A change of sort, filter or data asks anew and keeps
 * the old rows until the new ones are there; only the newest question's answer counts.
 */
export class TableWindow<Row, Key extends string> {
	sort = $state.raw<Sort<Key> | null>(null);
	filter = $state('');
	/** Rows that match the shown answer's filter. */
	total = $state(0);
	/** Rows without a filter; null until known. */
	all = $state<number | null>(null);
	state = $state<'first' | 'asking' | 'ready' | 'failed'>('first');
	/** Counts the answers that begin at the top: those to a new sort or filter. */
	restarts = $state(0);

	#blocks = $state.raw(noBlocks<Row>());
	#source: TableSource<Row, Key>;
	#shown: { sort: Sort<Key> | null; filter: string } = { sort: null, filter: '' };
	#turn = 0;
	#busy = false;
	#window = { first: 0, last: 40 };
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(source: TableSource<Row, Key>) {
		this.#source = source;
	}

	/** The row at `index`, or undefined while it is on its way. */
	row(index: number): Row | undefined {
		return this.#blocks.get(Math.floor(index / BLOCK))?.[index % BLOCK];
	}

	/** Says which rows are in sight (last excluded); asks for those that are missing. */
	look(first: number, last: number): void {
		this.#window = { first, last };
		void this.#fill();
	}

	/** The data changed: asks anew and stays where it is. What changed with it, such as figures, is painted first. */
	async refresh(source: TableSource<Row, Key>): Promise<void> {
		this.#source = source;
		const turn = this.#turn;
		if (this.state !== 'first' && isSeen()) await painted();
		// A newer question meanwhile asks the new source already.
		if (turn === this.#turn) await this.#ask(this.#window.first);
	}

	/** Ascending, descending, the source's own order, and again. */
	sortBy(column: Key): Promise<void> {
		if (this.sort?.column !== column) this.sort = { column, descending: false };
		else this.sort = this.sort.descending ? null : { column, descending: true };
		return this.#ask(0);
	}

	/** Asks after a short pause in typing. */
	filterBy(text: string): void {
		this.filter = text;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#ask(0), PAUSE);
	}

	stop(): void {
		this.#turn++;
		clearTimeout(this.#timer);
	}

	async #ask(first: number): Promise<void> {
		const turn = ++this.#turn;
		const query = { sort: this.sort, filter: this.filter };
		const restart = query.sort !== this.#shown.sort || query.filter !== this.#shown.filter;
		const from = restart || this.total <= WHOLE ? 0 : Math.max(0, (Math.floor(first / BLOCK) - 1) * BLOCK);
		const source = this.#source;
		this.#busy = true;
		if (this.state !== 'first') this.state = 'asking';
		try {
			let page = await source({ ...query, from, to: from + (from === 0 ? WHOLE : 4 * BLOCK) });
			if (turn === this.#turn && from > 0 && page.total <= WHOLE)
				page = await source({ ...query, from: 0, to: WHOLE });
			const all =
				query.filter === '' || turn !== this.#turn
					? page.total
					: (await source({ sort: null, filter: '', from: 0, to: 0 })).total;
			if (turn !== this.#turn) return;
			this.#blocks = blocksOf(page, page.from, page.from + page.rows.length);
			this.total = page.total;
			this.all = all;
			this.#shown = query;
			this.#busy = false;
			this.state = 'ready';
			if (restart) this.restarts++;
			void this.#fill();
		} catch (error) {
			this.#fail(turn, error);
		}
	}

	/** Fetches missing blocks, those in sight first, one request at a time: a fast scroll floods nobody. */
	async #fill(): Promise<void> {
		while (!this.#busy && this.state === 'ready') {
			const range = missing(this.#blocks, this.#window, this.total);
			if (!range) return;
			const turn = this.#turn;
			this.#busy = true;
			try {
				const page = await this.#source({ ...this.#shown, ...range });
				if (turn !== this.#turn) return;
				this.#busy = false;
				if (page.total !== this.total) return void this.#ask(this.#window.first);
				const middle = (this.#window.first + this.#window.last) / 2;
				this.#blocks = keep(this.#blocks, blocksOf(page, range.from, range.to), middle);
			} catch (error) {
				this.#fail(turn, error);
			}
		}
	}

	#fail(turn: number, error: unknown) {
		if (turn !== this.#turn) return; // an older question's fault concerns nobody
		this.#busy = false;
		this.state = 'failed';
		reportError(error);
	}
}
