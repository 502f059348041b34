import { type Attachment } from 'svelte/attachments';

/** How far below or above the screen is near, in pixels: what is asked then is there when it is reached. */
const NEAR = 400;

/** Tells once that an element is on the screen, or near it, or about to be printed. */
export const whenNear =
	(tell: () => void): Attachment<Element> =>
	(element) => {
		if (typeof IntersectionObserver === 'undefined') return tell();
		const observer = new IntersectionObserver(
			(entries) => {
				if (entries.some((entry) => entry.isIntersecting)) done();
			},
			{ rootMargin: `${NEAR}px 0px` }
		);
		const stop = () => {
			observer.disconnect();
			removeEventListener('beforeprint', done);
		};
		const done = () => {
			stop();
			tell();
		};
		observer.observe(element);
		addEventListener('beforeprint', done);
		return stop;
	};
