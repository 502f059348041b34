import { type Attachment } from 'svelte/attachments';
import { placeBeside } from './place-beside';

const DELAY = 350;
let shared: HTMLElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** One tooltip for the page: a table of a thousand icon buttons costs one element. */
function bubble(): HTMLElement {
	if (shared?.isConnected) return shared;
	shared = document.createElement('div');
	shared.className = 'tip z-pop';
	shared.popover = 'manual';
	shared.setAttribute('aria-hidden', 'true'); // the control itself carries the text as name or description
	shared.addEventListener('pointerenter', () => clearTimeout(timer));
	shared.addEventListener('pointerleave', hide);
	document.body.append(shared);
	return shared;
}

function show(anchor: Element, text: string) {
	if (!anchor.isConnected) return;
	const tip = bubble();
	tip.textContent = text;
	if (!tip.matches(':popover-open')) tip.showPopover();
	placeBeside(anchor, tip, 'center');
}

function hide() {
	clearTimeout(timer);
	if (shared?.matches(':popover-open')) shared.hidePopover();
}

/**
 * Shows `text` beside the control on hover (after a moment) and on keyboard focus; Escape hides it, and it
 * may be hovered itself. Without text it does nothing.
 */
export function tip(text: string | undefined): Attachment {
	return (node) => {
		if (!text || !('showPopover' in node)) return;
		const soon = (call: () => void, delay: number) => {
			clearTimeout(timer);
			timer = setTimeout(call, delay);
		};
		const enter = (event: Event) => {
			if (event instanceof PointerEvent && event.pointerType === 'touch') return;
			soon(() => show(node, text), DELAY);
		};
		const leave = () => soon(hide, 120);
		const focus = () => node.matches(':focus-visible') && show(node, text);
		const key = (event: Event) => event instanceof KeyboardEvent && event.key === 'Escape' && hide();
		node.addEventListener('pointerenter', enter);
		node.addEventListener('pointerleave', leave);
		node.addEventListener('focus', focus);
		for (const type of ['blur', 'pointerdown']) node.addEventListener(type, hide);
		node.addEventListener('keydown', key);
		return () => {
			node.removeEventListener('pointerenter', enter);
			node.removeEventListener('pointerleave', leave);
			node.removeEventListener('focus', focus);
			for (const type of ['blur', 'pointerdown']) node.removeEventListener(type, hide);
			node.removeEventListener('keydown', key);
			hide();
		};
	};
}
