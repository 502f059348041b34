import { flushSync, untrack } from 'svelte';
import { type Attachment } from 'svelte/attachments';
import { moved } from './moved';
import { type Draw, type Mark, type Scene } from './scene';

/** How wide a picture is until it has been measured. */
const UNMEASURED = 640;
/** What a page of paper has room for beside its margins and the frame. */
const PAPER = 640;

/** Which mark is meant, by pointer or keys, and how much room the picture has. */
export class Tour {
	width = $state(UNMEASURED);
	#at = $state<number>();
	readonly scene: Scene;

	constructor(draw: Draw) {
		this.scene = $derived(draw(this.width));
	}

	/** The mark that is meant. */
	get mark(): Mark | undefined {
		return this.#at === undefined ? undefined : this.scene.marks[this.#at];
	}

	readonly key = (event: KeyboardEvent): void => {
		if (event.key === 'Escape') this.#at = undefined;
		if (event.altKey || event.ctrlKey || event.metaKey) return;
		const { marks } = this.scene;
		const from = this.#at;
		const to = moved(marks, Math.min(from ?? 0, marks.length - 1), event.key);
		if (to === undefined) return;
		event.preventDefault();
		this.#at = from === undefined && event.key.startsWith('Arrow') ? 0 : to;
	};

	readonly point = (event: PointerEvent): void => {
		const index = event.target instanceof Element ? event.target.getAttribute('data-mark') : null;
		if (index !== null) this.#at = Number(index);
		else if (event.pointerType === 'mouse') this.#at = undefined;
	};

	readonly focus = (event: FocusEvent): void => {
		if (event.target instanceof Element && event.target.matches(':focus-visible')) this.#at ??= 0;
	};

	readonly leave = (): void => {
		this.#at = undefined;
	};

	/** A finger leaves with every tap; what it pointed at stays until something else is pressed. */
	readonly away = (event: PointerEvent): void => {
		if (event.pointerType === 'mouse') this.leave();
	};

	/** Follows the width of the element. */
	readonly measure: Attachment<HTMLElement> = (element) => untrack(() => this.#measured(element));

	#measured(element: HTMLElement) {
		if (typeof ResizeObserver === 'undefined') return;
		const look = () => {
			if (element.clientWidth > 0) this.width = element.clientWidth;
		};
		look();
		// In the next frame: a picture that changes its size while sizes are told is an error to the browser.
		let frame = 0;
		const observer = new ResizeObserver(() => {
			cancelAnimationFrame(frame);
			frame = requestAnimationFrame(look);
		});
		observer.observe(element);
		// Paper is not observed: drawn for the screen, the picture would be shrunk on it, words and all.
		const paper = () => flushSync(() => (this.width = Math.min(this.width, PAPER)));
		addEventListener('beforeprint', paper);
		addEventListener('afterprint', look);
		return () => {
			cancelAnimationFrame(frame);
			observer.disconnect();
			removeEventListener('beforeprint', paper);
			removeEventListener('afterprint', look);
		};
	}

	/** Puts the words beside the mark, inside the picture. Set by script, which the style policy allows. */
	readonly place: Attachment<HTMLElement> = (bubble) => {
		const mark = this.mark;
		if (!mark) return;
		const [x, y] = mark.at;
		const left = Math.max(0, Math.min(x - bubble.offsetWidth / 2, this.width - bubble.offsetWidth));
		const above = y - bubble.offsetHeight - 10;
		bubble.style.left = `${left}px`;
		bubble.style.top = `${above < -bubble.offsetHeight / 2 ? y + 14 : above}px`;
	};
}
