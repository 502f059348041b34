import { type Attachment } from 'svelte/attachments';
import { placeBeside } from './place-beside';

/**
 * Shows the element in the top layer beside `anchor` and keeps it there while the page scrolls or resizes
 * and when `content` changes, so that no scrolling or stacking parent can cut it.
 */
export function popup(
	anchor: () => HTMLElement | undefined,
	content: () => unknown
): Attachment<HTMLElement> {
	return (node) => {
		const place = () => {
			const beside = anchor();
			if (!beside) return;
			node.style.width = `${beside.offsetWidth}px`;
			placeBeside(beside, node);
		};
		if ('showPopover' in node) {
			node.popover = 'manual';
			node.showPopover();
		}
		addEventListener('scroll', place, { capture: true, passive: true });
		addEventListener('resize', place);
		$effect(() => {
			void content();
			place();
		});
		return () => {
			removeEventListener('scroll', place, { capture: true });
			removeEventListener('resize', place);
		};
	};
}
