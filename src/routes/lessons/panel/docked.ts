const ROOM_BESIDE = '(min-width: 80rem)';

/**
 * Says how much of the window's lower edge an element takes while it stands there, so that neither what has the focus
 * nor a message hides behind it. Nothing where there is room beside the page.
 */
export function docked(node: HTMLElement): () => void {
	const { style } = document.documentElement;
	const beside = matchMedia(ROOM_BESIDE);
	const say = () => style.setProperty('--dock', beside.matches ? '0px' : `${node.offsetHeight}px`);
	const sizes = 'ResizeObserver' in globalThis ? new ResizeObserver(say) : undefined;
	sizes?.observe(node);
	beside.addEventListener('change', say);
	return () => {
		sizes?.disconnect();
		beside.removeEventListener('change', say);
		style.removeProperty('--dock');
	};
}
