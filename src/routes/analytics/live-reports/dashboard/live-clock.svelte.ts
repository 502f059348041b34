/** Seconds from one figure to the next: usual, and for whoever asked for less motion. */
const STEP = 2;
const CALM_STEP = 15;

/** Seconds that a page has been looked at; they stand still while it is hidden. */
export class LiveClock {
	elapsed = $state(0);

	/** Ticks until the returned function is called. Call it in an effect. */
	start(): () => void {
		const step = matchMedia('(prefers-reduced-motion: reduce)').matches ? CALM_STEP : STEP;
		let timer: ReturnType<typeof setInterval> | undefined;
		const follow = () => {
			clearInterval(timer);
			if (!document.hidden) timer = setInterval(() => (this.elapsed += step), step * 1000);
		};
		document.addEventListener('visibilitychange', follow);
		follow();
		return () => {
			clearInterval(timer);
			document.removeEventListener('visibilitychange', follow);
		};
	}
}
