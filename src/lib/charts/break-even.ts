/** Cost over license count, by corners; straight between them. Counts ascend; costs in minor units. */
export interface CostLine {
	readonly name: string;
	readonly points: readonly { readonly licenses: number; readonly cost: number }[];
}

/** The cost for a count; null outside the line. */
export function costAt({ points }: CostLine, licenses: number): number | null {
	const after = points.findIndex((point) => point.licenses >= licenses);
	const next = points[after];
	if (!next) return null;
	if (next.licenses === licenses) return next.cost;
	const before = points[after - 1];
	if (!before) return null;
	// One division, of whole numbers: lines that meet in a count have the very same cost there.
	const [past, left] = [licenses - before.licenses, next.licenses - licenses];
	return (before.cost * left + next.cost * past) / (past + left);
}

export interface BreakEven {
	/** The first whole count from which `cheaper` costs less than `dearer`. */
	readonly licenses: number;
	readonly cheaper: string;
	readonly dearer: string;
	/** What `cheaper` costs there. */
	readonly cost: number;
}

/** Every whole count at which, of two lines, the cheaper one changes. Ties keep the one that was cheaper. */
export function breakEvens(lines: readonly CostLine[]): readonly BreakEven[] {
	const found: BreakEven[] = [];
	lines.forEach((a, index) => {
		for (const b of lines.slice(index + 1)) {
			const corners = [...a.points, ...b.points].map(({ licenses }) => licenses).sort((x, y) => x - y);
			const from = Math.ceil(Math.max(a.points[0]?.licenses ?? 0, b.points[0]?.licenses ?? 0));
			const to = Math.floor(Math.min(a.points.at(-1)?.licenses ?? -1, b.points.at(-1)?.licenses ?? -1));
			const sign = (count: number) => Math.sign(costAt(a, count)! - costAt(b, count)!);
			// The difference is straight between corners, so it changes its sign at most once in each piece.
			const stops = [...new Set([from, ...corners.flatMap((c) => [Math.floor(c), Math.ceil(c)]), to])].filter(
				(c) => c >= from && c <= to
			);
			let before = from <= to ? sign(from) : 0;
			stops.slice(1).forEach((stop, at) => {
				const now = sign(stop);
				if (now === 0 || now === before) return;
				if (before !== 0) {
					let [low, high] = [stops[at]!, stop];
					while (high - low > 1) {
						const middle = Math.floor((low + high) / 2);
						if (sign(middle) === now) high = middle;
						else low = middle;
					}
					const [cheaper, dearer] = now < 0 ? [a, b] : [b, a];
					found.push({
						licenses: high,
						cheaper: cheaper.name,
						dearer: dearer.name,
						cost: costAt(cheaper, high)!
					});
				}
				before = now;
			});
		}
	});
	return found.sort((x, y) => x.licenses - y.licenses);
}
