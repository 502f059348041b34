import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisTo, dateOf, dayNumber, dayTicks } from './axis';
import { breakEvens, costAt, type CostLine } from './break-even';
import { commonArea, distanceFor, exactAreas, lens } from './circles';
import { eulerOf } from './euler';
import { stack } from './lanes';
import { moved } from './moved';
import { matrixScene } from './matrix-scene';
import { overlapOf, overlapStory } from './overlap';
import { type PairOverlap, type Region, type RegionOverlap } from '$lib/domain/overlap';
import { spread } from './spread';
import { cut, textWidth, wrap } from './text-width';
import { upsetLayout } from './upset-scene';
import { firstClearDay, runsWhere, usageOf, usageStory } from './usage';
import { usageFrame } from './usage-scene';
import { spansOf } from './waterfall';

describe('scales', () => {
	it('an axis begins at zero, reaches the greatest figure, and has whole round ticks', () =>
		fc.assert(
			fc.property(fc.nat({ max: 10_000_000 }), (max) => {
				const axis = axisTo(max, 300, 20, 5);
				expect(axis.at(0)).toBe(300);
				expect(axis.top).toBeGreaterThanOrEqual(max);
				expect(axis.at(max)).toBeGreaterThanOrEqual(20 - 1e-6);
				expect(axis.ticks[0]).toBe(0);
				expect(axis.ticks.every(Number.isInteger)).toBe(true);
				expect(axis.ticks.length).toBeLessThanOrEqual(11);
			})
		));

	it('labels of days leave each other room', () =>
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 800 }),
				fc.double({ min: 0.5, max: 60, noNaN: true }),
				(count, width) => {
					const ticks = dayTicks(count, width, 50);
					expect(ticks[0]).toBe(0);
					ticks
						.slice(1)
						.forEach((tick, at) => expect((tick - ticks[at]!) * width).toBeGreaterThanOrEqual(50));
				}
			)
		));

	it('days are counted without daylight saving', () => {
		expect(dayNumber('2026-11-02') - dayNumber('2026-10-31')).toBe(2);
		expect(dateOf(dayNumber('2026-02-28') + 1)).toBe('2026-03-01');
	});

	it('labels are moved apart in their order, inside the bounds, and not at all where they have room', () =>
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 8 }), (wanted) => {
				const places = spread(wanted, 30, 0, 400);
				const sorted = [...places].sort((a, b) => a - b);
				sorted.slice(1).forEach((place, at) => expect(place - sorted[at]!).toBeGreaterThanOrEqual(30 - 1e-6));
				for (const place of places) expect(place).toBeGreaterThanOrEqual(-1e-6);
				for (const place of places) expect(place).toBeLessThanOrEqual(400 + 1e-6);
				const hadRoom = [...wanted]
					.sort((a, b) => a - b)
					.every((each, at, all) => at === 0 || each - all[at - 1]! >= 30);
				if (hadRoom) expect(places).toEqual(wanted);
			})
		));
});

describe('words', () => {
	it('are cut to the room there is', () =>
		fc.assert(
			fc.property(
				fc.string({ unit: 'grapheme', maxLength: 40 }),
				fc.integer({ min: 20, max: 300 }),
				(words, room) => {
					expect(textWidth(cut(words, room))).toBeLessThanOrEqual(room);
					for (const text of wrap(words, room)) expect(textWidth(text)).toBeLessThanOrEqual(room);
				}
			)
		));

	it('wrap without losing a letter, however long they are', () =>
		fc.assert(
			fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 20, max: 300 }), (words, room) => {
				expect(wrap(words, room).join('').replaceAll(/\s/g, '')).toBe(words.replaceAll(/\s/g, ''));
			})
		));
});

describe('steps', () => {
	const days = [3, 5, 5, 4, 6, 2].map((active, at) => ({ date: dateOf(20_000 + at), active, purchased: 4 }));

	it('[I6] finds runs of days with overage, the worst day, and the first day without', () => {
		const usage = usageOf(days);
		expect(usage.over).toEqual([
			{ from: 1, to: 3 },
			{ from: 4, to: 5 }
		]);
		expect(usage.worst).toEqual({ day: 4, over: 2 });
		expect(firstClearDay(days), 'none on the first day').toBeUndefined();
		expect(firstClearDay(days.slice(1)), 'though there is some again').toBe(2);
		expect(firstClearDay(days.slice(1, 3)), 'never').toBeUndefined();
	});

	it('[L10] a what-if in whose plan nothing is bought has no overage, and the other way around', () => {
		const active = days.map((day) => day.active);
		const ceb = usageOf(days, { name: 'Bundle', active, purchased: null });
		expect(ceb.other?.some((day) => 'purchased' in day)).toBe(false);
		expect(usageStory('T', ceb).table.columns.map(({ heading }) => heading)).toEqual([
			'Day',
			'Active',
			'Purchased',
			'Overage',
			'Active, Bundle'
		]);
		const unlimited = days.map(({ date, active }) => ({ date, active }));
		const back = usageStory(
			'T',
			usageOf(unlimited, { name: 'Back', active, purchased: active.map(() => 4) })
		);
		expect(back.table.columns.map(({ heading }) => heading)).toEqual([
			'Day',
			'Active',
			'Active, Back',
			'Purchased, Back',
			'Overage, Back'
		]);
	});

	it.each([
		['never over', [3, 4], 'there is no overage'],
		['over, then not', [6, 4], 'the first day without overage is 2 Nov 2026.'],
		[
			'over, not, over',
			[6, 4, 5],
			'the first day without overage is 2 Nov 2026; on 3 Nov 2026 there is some again.'
		],
		['not, then over', [4, 6, 4], 'there is no overage until 2 Nov 2026, when 2 seats are over.'],
		['always over', [6, 5], '1 seat is still over on the last day.']
	])('[I6] says of a what-if that is %s', (_, active, words) => {
		const course = active.map((each, at) => ({
			date: dateOf(dayNumber('2026-11-01') + at),
			active: each,
			purchased: 4
		}));
		expect(usageStory('T', usageOf(course, { name: 'X', active })).sentence).toContain(`With “X”, `);
		expect(usageStory('T', usageOf(course, { name: 'X', active })).sentence).toContain(words);
	});

	it('each day is as wide as any other, and the last one ends at the right edge', () => {
		const frame = usageFrame(usageOf(days), 800);
		expect(frame.x(0)).toBe(frame.left);
		expect(frame.x(6)).toBeCloseTo(frame.right, 9);
		expect(frame.x(3) - frame.x(2)).toBeCloseTo(frame.day, 9);
	});

	it('runs cover exactly the days that hold', () =>
		fc.assert(
			fc.property(fc.array(fc.boolean()), (holds) => {
				const covered = runsWhere(holds.length, (day) => holds[day]!).flatMap(({ from, to }) =>
					Array.from({ length: to - from }, (_, at) => from + at)
				);
				expect(covered).toEqual(holds.flatMap((hold, day) => (hold ? [day] : [])));
			})
		));
});

describe('waterfall', () => {
	it('[L12] parts begin where the sum stood; totals at zero; nothing leads below zero', () => {
		const parts = [
			{ label: 'Memberships', sign: '' as const, value: 10 },
			{ label: 'Repeats', sign: '−' as const, value: 2 },
			{ label: 'Agents', sign: '=' as const, value: 8 },
			{ label: 'Viewers', sign: '+' as const, value: 4 },
			{ label: 'Purchased', sign: '−' as const, value: 50 }
		];
		expect(spansOf(parts).map(({ low, high, end, isShort }) => [low, high, end, isShort])).toEqual([
			[0, 10, 10, false],
			[8, 10, 8, false],
			[0, 8, 8, false],
			[8, 12, 12, false],
			[0, 12, 0, true]
		]);
	});
});

describe('circles', () => {
	/** How many are in each of three. */
	const sizesOf = (regions: readonly Region[]) =>
		[0, 1, 2].map((set) => regions.reduce((sum, { of, count }) => (of.includes(set) ? sum + count : sum), 0));
	const radius = (area: number) => Math.sqrt(area / Math.PI);

	it('two sets are exact to far less than 1 %', () =>
		fc.assert(
			fc.property(fc.nat({ max: 500 }), fc.nat({ max: 500 }), fc.nat({ max: 500 }), (a, b, both) => {
				fc.pre(a + b + both > 0);
				const regions = [
					{ of: [0], count: a },
					{ of: [1], count: b },
					{ of: [0, 1], count: both }
				];
				const { circles, error } = eulerOf([a + both, b + both], regions);
				expect(error).toBeLessThan(1e-6);
				const d = Math.abs(circles[0]!.x - circles[1]!.x);
				expect(lens(radius(a + both), radius(b + both), d)).toBeCloseTo(both, 3);
			})
		));

	it.each([
		['three that share nothing', [[0], [1], [2]]],
		['one apart from two that share', [[0], [1], [0, 1], [2]]]
	])(
		'circles that share nothing do not look as if they touched: %s',
		(_, ofs) =>
			void fc.assert(
				fc.property(
					fc.tuple(...ofs.map(() => fc.integer({ min: 1, max: 500 }))),
					fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
					(counts, order) => {
						const regions = ofs.map((of, at) => ({
							of: of.map((set) => order[set]!).sort(),
							count: counts[at]!
						}));
						const { circles, error } = eulerOf(sizesOf(regions), regions);
						expect(error).toBeLessThan(1e-4);
						const shares = (a: number, b: number) =>
							regions.some(({ of }) => of.includes(a) && of.includes(b));
						for (const [a, b] of [
							[0, 1],
							[0, 2],
							[1, 2]
						] as const) {
							if (shares(a, b)) continue;
							const [one, other] = [circles[a]!, circles[b]!];
							const gap = Math.hypot(one.x - other.x, one.y - other.y) - one.r - other.r;
							expect(gap).toBeGreaterThanOrEqual(0.079 * (one.r + other.r));
						}
					}
				)
			)
	);

	it('the common area of circles is what throwing points at them gives', () => {
		const circles = [
			{ x: 0, y: 0, r: 3 },
			{ x: 2, y: 0.5, r: 2.5 },
			{ x: 1, y: 2, r: 2 }
		];
		const side = 1000;
		let inside = 0;
		for (let i = 0; i < side; i++)
			for (let j = 0; j < side; j++) {
				const [x, y] = [-4 + (10 * (i + 0.5)) / side, -4 + (10 * (j + 0.5)) / side];
				if (circles.every((each) => Math.hypot(x - each.x, y - each.y) < each.r)) inside++;
			}
		expect(commonArea(circles)).toBeCloseTo((inside * 100) / side ** 2, 2);
	});

	it('exact areas add up to what each circle covers', () => {
		const circles = [0, 1, 2].map((at) => ({ x: at * 1.3, y: (at % 2) * 1.1, r: 1.5 + at / 4 }));
		const areas = exactAreas(circles);
		circles.forEach(({ r }, index) => {
			const own = areas.reduce((sum, area, bits) => (bits & (1 << index) ? sum + area : sum), 0);
			expect(own).toBeCloseTo(Math.PI * r * r, 6);
		});
	});

	it('three sets: the stated error is the greatest difference of an area from its count', () =>
		fc.assert(
			fc.property(fc.array(fc.nat({ max: 60 }), { minLength: 7, maxLength: 7 }), (counts) => {
				const regions = counts.map((count, at) => ({
					of: [0, 1, 2].filter((set) => (at + 1) & (1 << set)),
					count
				}));
				const total = counts.reduce((sum, count) => sum + count, 0);
				fc.pre(total > 0);
				const { circles, error } = eulerOf(sizesOf(regions), regions);
				const areas = exactAreas(circles);
				const worst = Math.max(...counts.map((count, at) => Math.abs(areas[at + 1]! - count))) / total;
				expect(error).toBeCloseTo(worst, 9);
			}),
			{ numRuns: 25 }
		));

	it('three sets that circles can show are found to 1 %', () =>
		fc.assert(
			fc.property(
				fc.double({ min: 0.9, max: 1.3, noNaN: true }),
				fc.double({ min: 0.9, max: 1.3, noNaN: true }),
				(ab, ac) => {
					const areas = exactAreas([
						{ x: 0, y: 0, r: 10 },
						{ x: 10 * ab, y: 0, r: 9 },
						{ x: 5, y: 9 * ac, r: 11 }
					]);
					const regions = areas
						.slice(1)
						.map((count, at) => ({ of: [0, 1, 2].filter((set) => (at + 1) & (1 << set)), count }));
					expect(eulerOf(sizesOf(regions), regions).error).toBeLessThan(0.01);
				}
			),
			{ numRuns: 25 }
		));

	it('distance: apart where nothing is shared, inside where all is', () => {
		expect(distanceFor(3, 2, 0)).toBe(5);
		expect(distanceFor(3, 2, Math.PI * 4)).toBeCloseTo(1, 6);
	});
});

const unit = { one: 'agent', many: 'agents' };

/** What is handed over about sets of member ids: regions, greatest first. */
function setsOf(sets: readonly (readonly string[])[]): RegionOverlap & { unit: typeof unit } {
	const keys = [...new Set(sets.flat())].map((id) =>
		sets.flatMap((members, at) => (members.includes(id) ? [at] : [])).join()
	);
	const regions = [...new Set(keys)]
		.map((key) => ({ of: key.split(',').map(Number), count: keys.filter((one) => one === key).length }))
		.toSorted((a, b) => b.count - a.count);
	return {
		kind: 'regions',
		names: sets.map((_, at) => `Queue ${at}`),
		sizes: sets.map((members) => new Set(members).size),
		total: keys.length,
		several: keys.filter((key) => key.includes(',')).length,
		greatest: { a: 'Queue 0', b: 'Queue 1', shared: 1 },
		count: regions.length,
		regions,
		unit
	};
}

/** What is handed over about many sets, each two of which share `shared`. */
function manySets(count: number, shared: number): PairOverlap & { unit: typeof unit } {
	const names = Array.from({ length: count }, (_, set) => `Queue ${set}`);
	const greatest = { a: 'Queue 0', b: 'Queue 1', shared };
	return {
		kind: 'pairs',
		names,
		sizes: names.map(() => shared),
		total: shared,
		several: shared,
		greatest,
		count: 999,
		pairs: [greatest],
		crossed: names.map((_, row) => Array.from({ length: row }, () => shared)),
		unit
	};
}

const matrixOf = (sets: PairOverlap & { unit: typeof unit }, width: number) => {
	const overlap = overlapOf(sets);
	if (overlap.picture !== 'matrix') throw new Error('pairs are drawn as a matrix');
	return matrixScene(overlap, width);
};

const memberships = fc.array(fc.array(fc.integer({ min: 0, max: 30 }).map(String), { maxLength: 20 }), {
	minLength: 4,
	maxLength: 12
});

describe('overlap', () => {
	it.each([9, 999, 12_345, 1_234_567])('no number of a matrix runs into the next: %i in both', (count) => {
		for (const width of [320, 1000]) {
			const { marks } = matrixOf(manySets(24, count), width);
			const room = Number(marks[0]!.hit.attrs['width']);
			expect(textWidth(count.toLocaleString('en-US'), 10)).toBeLessThan(room);
			for (const { hit } of marks)
				expect(Number(hit.attrs['x']) + Number(hit.attrs['width'])).toBeLessThanOrEqual(width);
		}
	});

	it('a matrix says of each two that it has room for what they share, and its table how many more there are', () => {
		const sets = manySets(5, 2);
		const { marks, shapes } = matrixOf(
			{ ...sets, crossed: [[], [7], [0, 1], [0, 0, 0], [0, 0, 0, 3]] },
			1000
		);
		expect(marks).toHaveLength(10);
		const sides = shapes.flatMap(({ attrs }) => (attrs['rx'] === 2 ? [Number(attrs['width'])] : []));
		expect(sides.map((side) => Math.round((side / 26) ** 2 * 7))).toEqual([7, 1, 3]);
		expect(marks[0]).toMatchObject({ name: 'Queue 1 and Queue 0', text: '7 agents in both, of 2 and 2' });
		expect(marks.at(-1)).toMatchObject({ name: 'Queue 4 and Queue 3', text: '3 agents in both, of 2 and 2' });
		const { table, sentence } = overlapStory('T', overlapOf(sets));
		expect(table).toMatchObject({ rows: [['Queue 0', 'Queue 1', '2']], total: 999 });
		expect(sentence).toBe('2 of 2 agents are in more than one; Queue 0 and Queue 1 share most, 2.');
	});

	it('UpSet: greatest sets and overlaps first, and no more columns than fit', () =>
		fc.assert(
			fc.property(memberships, fc.integer({ min: 320, max: 1200 }), (members, width) => {
				const overlap = overlapOf(setsOf(members));
				if (overlap.picture !== 'upset') throw new Error('four sets and more are drawn as UpSet');
				fc.pre(overlap.regions.length > 0);
				const layout = upsetLayout(overlap, width);
				expect(layout.left + layout.column * layout.shown.length).toBeLessThanOrEqual(width + 1e-6);
				expect(layout.shown).toEqual(overlap.regions.slice(0, layout.shown.length));
				layout.order
					.slice(1)
					.forEach((set, at) =>
						expect(overlap.sizes[set]).toBeLessThanOrEqual(overlap.sizes[layout.order[at]!]!)
					);
			})
		));

	it.each([
		[1, 'euler'],
		[3, 'euler'],
		[4, 'upset'],
		[30, 'upset']
	])('regions of %d sets are drawn as %s, each with all of its figures in the table', (count, picture) => {
		const overlap = overlapOf(setsOf(Array.from({ length: count }, (_, at) => [String(at)])));
		expect(overlap.picture).toBe(picture);
		const { table } = overlapStory('T', overlap);
		expect(table.total).toBe(2 * count);
		expect(table.rows).toContainEqual(['All of Queue 0', '1']);
		expect(table.rows).toContainEqual(['Only Queue 0', '1']);
	});
});

describe('costs', () => {
	const through = (name: string, start: number, each: number): CostLine => ({
		name,
		points: [
			{ licenses: 0, cost: start },
			{ licenses: 200, cost: start + 200 * each }
		]
	});

	it('a break-even point is the first whole count at which the other line is cheaper', () =>
		fc.assert(
			fc.property(
				fc.nat({ max: 9000 }),
				fc.nat({ max: 90 }),
				fc.nat({ max: 9000 }),
				fc.nat({ max: 90 }),
				(s, k, t, l) => {
					const [a, b] = [through('A', s, k), through('B', t, l)];
					const gap = (count: number) => s + k * count - t - l * count;
					const changes = Array.from({ length: 200 }, (_, at) => at + 1).filter(
						(count) => gap(count) !== 0 && gap(0) !== 0 && Math.sign(gap(count)) !== Math.sign(gap(0))
					);
					expect(breakEvens([a, b]).map(({ licenses }) => licenses)).toEqual(changes.slice(0, 1));
				}
			)
		));

	it('has no cost outside its line', () => {
		expect(costAt(through('A', 0, 5), 201)).toBeNull();
		expect(costAt(through('A', 0, 5), 100)).toBe(500);
	});
});

it('intervals on one line never lie over each other', () =>
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.nat({ max: 50 }), fc.integer({ min: 1, max: 20 }))), (list) => {
			const intervals = list.map(([from, length]) => [from, from + length] as const);
			const places = stack(intervals);
			intervals.forEach(([from, to], a) =>
				intervals.forEach(([from2, to2], b) => {
					if (a < b && places[a] === places[b])
						expect(Math.max(from, from2)).toBeGreaterThanOrEqual(Math.min(to, to2));
				})
			);
		})
	));

it('arrow keys go along the marks, and up and down to the nearest in the next row', () => {
	const marks = [
		{ at: [0, 0], row: 0 },
		{ at: [50, 0], row: 0 },
		{ at: [45, 9], row: 2 }
	] as const;
	expect(moved(marks, 0, 'ArrowRight')).toBe(1);
	expect(moved(marks, 2, 'ArrowRight')).toBe(2);
	expect(moved(marks, 0, 'ArrowDown')).toBe(2);
	expect(moved(marks, 2, 'ArrowUp')).toBe(1);
	expect(moved(marks, 2, 'Home')).toBe(0);
	expect(moved(marks, 0, 'x')).toBeUndefined();
	expect(moved([], 0, 'End')).toBeUndefined();
});
