import { type Attachment } from 'svelte/attachments';
import { extentOf, follow, MARGIN, type Position, restingTop, ROW_HEIGHT, sliceOf } from './scroll-scale';

/** Pixels assumed until the region is measured. */
const UNMEASURED = 640;
/** Pixels in sight at most: a region without its height limit must not draw every row. */
const TALLEST_VIEW = 4_000;
/** Milliseconds without a scroll event that count as rest. */
const REST = 150;

/** The scroll position of a table's region, and the rows that it has in sight. */
export class TableScroll {
	#position = $state.raw<Position>({ top: 0, at: 0 });
	#viewport = $state(UNMEASURED);
	#margin = $state(MARGIN);
	readonly #total: () => number;
	readonly extent = $derived.by(() => extentOf(this.#total(), this.#viewport));
	readonly slice = $derived.by(() => sliceOf(this.#position, this.#total(), this.extent, this.#margin));
	#region: HTMLElement | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#painted: ReturnType<typeof setTimeout> | undefined;

	constructor(total: () => number) {
		this.#total = total;
	}

	/** Watches the region's scroll position and size. */
	readonly watch: Attachment<HTMLElement> = (region) => {
		this.#region = region;
		const measure = () => {
			const height = region.clientHeight - ROW_HEIGHT; // the sticky heading covers one row
			if (height > 0) this.#viewport = Math.min(height, TALLEST_VIEW);
		};
		const scrolled = () => this.#scrolled(region);
		const sizes = 'ResizeObserver' in globalThis ? new ResizeObserver(measure) : undefined;
		sizes?.observe(region);
		region.addEventListener('scroll', scrolled, { passive: true });
		region.addEventListener('focusin', revealHeading);
		return () => {
			sizes?.disconnect();
			region.removeEventListener('scroll', scrolled);
			region.removeEventListener('focusin', revealHeading);
			clearTimeout(this.#timer);
			clearTimeout(this.#painted);
		};
	};

	toTop(): void {
		this.#position = { top: 0, at: 0 };
		if (this.#region) this.#region.scrollTop = 0;
	}

	#scrolled(region: HTMLElement) {
		const next = follow(this.#position, region.scrollTop, this.extent);
		// After a jump no drawn row is of use: those in sight come first, the ones around them after the paint.
		if (Math.abs(next.at - this.#position.at) > this.#viewport) {
			this.#margin = 0;
			clearTimeout(this.#painted);
			this.#painted = setTimeout(() => (this.#margin = MARGIN));
		}
		const slice = sliceOf(next, this.#total(), this.extent, this.#margin);
		// A focused control whose row is about to go would take the keyboard with it.
		const row = document.activeElement?.closest('tr[aria-rowindex]');
		const index = Number(row?.getAttribute('aria-rowindex')) - 2;
		if (row && region.contains(row) && index >= 0 && (index < slice.first || index >= slice.last))
			region.focus({ preventScroll: true });
		this.#position = next;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#rest(region), REST);
	}

	#rest(region: HTMLElement) {
		const top = restingTop(this.#position, this.extent);
		if (top === this.#position.top) return;
		this.#position = { top, at: this.#position.at };
		region.scrollTop = top;
	}
}

/** Scrolls sideways to a heading that got the focus: in a sticky row, Chromium does not. */
function revealHeading({ currentTarget: region, target }: FocusEvent) {
	if (!(region instanceof Element && target instanceof Element && target.closest('thead'))) return;
	const [heading, room] = [target.getBoundingClientRect(), region.getBoundingClientRect()];
	if (heading.left < room.left) region.scrollLeft -= room.left - heading.left;
	else if (heading.right > room.right) region.scrollLeft += heading.right - room.right;
}
