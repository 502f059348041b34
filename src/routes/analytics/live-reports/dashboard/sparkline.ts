/** The points of a line through some values in a box, for an SVG polyline; a level line lies in the middle. */
export function linePoints(values: readonly number[], width: number, height: number): string {
	const least = Math.min(...values);
	const span = Math.max(...values) - least;
	const across = width / Math.max(1, values.length - 1);
	return values
		.map((value, i) => {
			const y = span === 0 ? height / 2 : height - 1 - ((value - least) / span) * (height - 2);
			return `${(i * across).toFixed(1)},${y.toFixed(1)}`;
		})
		.join(' ');
}
