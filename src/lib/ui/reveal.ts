/**
 * Scrolls what is inside `region` sideways, no farther than it takes, until `item` stands in full; beside the first
 * `fixed` pixels, which stay. The page itself never moves, as it would by scrollIntoView.
 */
export function reveal(region: HTMLElement, item: Element | null | undefined, fixed = 0): void {
	if (!item) return;
	const [own, box] = [item.getBoundingClientRect(), region.getBoundingClientRect()];
	const start = own.left - box.left + region.scrollLeft;
	const most = Math.min(region.scrollLeft, start - fixed);
	region.scrollLeft = Math.max(most, start + own.width - region.clientWidth);
}
