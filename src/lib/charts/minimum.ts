type Point = readonly number[];

const ROUNDS = 700;

/** Where a function of several numbers is least near a start: Nelder and Mead's simplex, begun again once where it ended. */
export function minimum(start: Point, reach: number, cost: (point: Point) => number): Point {
	const first = descend(start, reach, cost);
	return descend(first, reach / 4, cost);
}

function descend(start: Point, reach: number, cost: (point: Point) => number): Point {
	const at = (point: Point) => ({ point, cost: cost(point) });
	const simplex = [
		at(start),
		...start.map((_, axis) => at(start.map((value, index) => (index === axis ? value + reach : value))))
	];
	for (let round = 0; round < ROUNDS; round++) {
		simplex.sort((a, b) => a.cost - b.cost);
		const [best, worst, second] = [simplex[0]!, simplex.at(-1)!, simplex.at(-2)!];
		if (best.cost < 1e-12 || worst.cost - best.cost < 1e-13) break;
		const middle = start.map(
			(_, axis) =>
				simplex.slice(0, -1).reduce((sum, { point }) => sum + point[axis]!, 0) / (simplex.length - 1)
		);
		const along = (share: number) =>
			at(middle.map((value, axis) => value + share * (value - worst.point[axis]!)));
		const mirrored = along(1);
		let next = mirrored;
		if (mirrored.cost < best.cost) {
			const further = along(2);
			if (further.cost < mirrored.cost) next = further;
		} else if (mirrored.cost >= second.cost) next = along(mirrored.cost < worst.cost ? 0.5 : -0.5);
		if (next.cost < Math.min(worst.cost, mirrored.cost + 1e-15) || next.cost < second.cost)
			simplex[simplex.length - 1] = next;
		else
			simplex.forEach(({ point }, index) => {
				if (index > 0) simplex[index] = at(point.map((value, axis) => (value + best.point[axis]!) / 2));
			});
	}
	return simplex.reduce((best, each) => (each.cost < best.cost ? each : best)).point;
}
