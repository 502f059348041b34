/** One channel of linear light as sRGB, 0 to 255. */
const channel = (light: number): number => {
	const bright = Math.max(0, Math.min(1, light));
	return Math.round(255 * (bright <= 0.0031308 ? 12.92 * bright : 1.055 * bright ** (1 / 2.4) - 0.055));
};

const hex = (channels: readonly number[]): string =>
	`#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;

type Three = readonly [number, number, number];

/** https://bottosson.github.io/posts/oklab/: to a and b, to cone responses, to linear sRGB. */
function ofOklch([l, chroma, hue]: Three): Three {
	const [x, y] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)];
	const long = (l + 0.3963377774 * x + 0.2158037573 * y) ** 3;
	const medium = (l - 0.1055613458 * x - 0.0638541728 * y) ** 3;
	const short = (l - 0.0894841775 * x - 1.291485548 * y) ** 3;
	return [
		4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
		-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
		-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short
	];
}

/** https://www.w3.org/TR/css-color-4/#color-conversion-code: to XYZ under D50, to linear sRGB. */
function ofLab([l, a, b]: Three): Three {
	const middle = (l + 16) / 116;
	const cubed = (f: number) => (f ** 3 > 216 / 24389 ? f ** 3 : (116 * f - 16) / (24389 / 27));
	const x = 0.9642956764 * cubed(middle + a / 500);
	const y = cubed(middle);
	const z = 0.8251046025 * cubed(middle - b / 200);
	return [
		3.1341358529 * x - 1.6173863321 * y - 0.490661946 * z,
		-0.9787954765 * x + 1.9162543774 * y + 0.0334427312 * z,
		0.0719553799 * x - 0.2289768264 * y + 1.4053860352 * z
	];
}

/**
 * `#rrggbb` of what a browser answers for a color: `oklch(l c h)` as the style sheet is written, `lab(l a b)` as it is
 * built, or `rgb(r, g, b)`. Others stay as they are. Few programs beside browsers read the first two.
 */
export function plainColor(computed: string): string {
	const numbers = [...computed.matchAll(/-?\d*\.?\d+(?:e-?\d+)?/gi)].map(([text]) => Number(text));
	const [a = 0, b = 0, c = 0] = numbers;
	if (computed.startsWith('rgb')) return hex([a, b, c]);
	if (computed.startsWith('oklch')) return hex(ofOklch([a, b, c]).map(channel));
	if (computed.startsWith('lab')) return hex(ofLab([a, b, c]).map(channel));
	return computed;
}
