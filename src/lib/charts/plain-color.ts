/** One channel of linear light as sRGB, 0 to 255. */
const channel = (light: number): number => {
	const bright = Math.max(0, Math.min(1, light));
	return Math.round(255 * (bright <= 0.0031308 ? 12.92 * bright : 1.055 * bright ** (1 / 2.4) - 0.055));
};

const hex = (channels: readonly number[]): string =>
	`#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;

/** `#rrggbb` of what a browser answers for a color: `oklch(l c h)` or `rgb(r, g, b)`. Others stay as they are. */
export function plainColor(computed: string): string {
	const numbers = [...computed.matchAll(/-?\d*\.?\d+(?:e-?\d+)?/gi)].map(([text]) => Number(text));
	const [a = 0, b = 0, c = 0] = numbers;
	if (computed.startsWith('rgb')) return hex([a, b, c]);
	if (!computed.startsWith('oklch')) return computed;
	// https://bottosson.github.io/posts/oklab/: to a and b, to cone responses, to linear sRGB.
	const [x, y] = [b * Math.cos((c * Math.PI) / 180), b * Math.sin((c * Math.PI) / 180)];
	const long = (a + 0.3963377774 * x + 0.2158037573 * y) ** 3;
	const medium = (a - 0.1055613458 * x - 0.0638541728 * y) ** 3;
	const short = (a - 0.0894841775 * x - 1.291485548 * y) ** 3;
	return hex(
		[
			4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
			-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
			-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short
		].map(channel)
	);
}
