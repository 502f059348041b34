/** Scrolls a table sideways, no farther than it takes, until a column stands in full beside the first one, which stays. */
export function reveal(region: HTMLElement, column: HTMLElement | null): void {
	if (!column) return;
	const fixed = region.querySelector<HTMLElement>('th')?.offsetWidth ?? 0;
	const [start, end] = [column.offsetLeft, column.offsetLeft + column.offsetWidth];
	const most = Math.min(region.scrollLeft, start - fixed);
	region.scrollLeft = Math.max(most, end - region.clientWidth);
}
