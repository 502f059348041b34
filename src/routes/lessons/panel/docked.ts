const ROOM_BESIDE = '(min-width: 80rem)';

/**
 * Says how much of the window's lower edge an element takes while it stands there, or of its end side where there is
 * room beside the page, so that nothing that has the focus hides behind it and no message lies over it.
 */
export function docked(node: HTMLElement): () => void {
	const { style } = document.documentElement;
	const beside = matchMedia(ROOM_BESIDE);
	const say = () => {
		style.setProperty('--dock', beside.matches ? '0px' : `${node.offsetHeight}px`);
		style.setProperty('--dock-side', beside.matches ? `${node.offsetWidth}px` : '0px');
	};
	const sizes = 'ResizeObserver' in globalThis ? new ResizeObserver(say) : undefined;
	sizes?.observe(node);
	beside.addEventListener('change', say);
	return () => {
		sizes?.disconnect();
		beside.removeEventListener('change', say);
		style.removeProperty('--dock');
		style.removeProperty('--dock-side');
	};
}
