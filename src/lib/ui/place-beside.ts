const GAP = 4;
const MARGIN = 8;

/**
 * Puts a fixed `popup` under `anchor`, or above it where there is more room, inside the viewport. Pixels.
 * Its height is limited to the room there is. Styles are set by script, which the style policy allows.
 */
export function placeBeside(anchor: Element, popup: HTMLElement, align: 'start' | 'center' = 'start'): void {
	const box = anchor.getBoundingClientRect();
	const height = document.documentElement.clientHeight;
	const width = document.documentElement.clientWidth;
	const below = height - box.bottom - GAP - MARGIN;
	const above = box.top - GAP - MARGIN;
	popup.style.maxHeight = '';
	const needed = popup.offsetHeight;
	const under = below >= needed || below >= above;
	popup.style.maxHeight = `${Math.max(96, under ? below : above)}px`;
	const wanted = align === 'start' ? box.left : box.left + box.width / 2 - popup.offsetWidth / 2;
	popup.style.left = `${Math.max(MARGIN, Math.min(wanted, width - popup.offsetWidth - MARGIN))}px`;
	popup.style.top = under ? `${box.bottom + GAP}px` : `${box.top - GAP - popup.offsetHeight}px`;
}
