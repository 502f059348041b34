import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Box, sideFor } from './toast-side';

const places = {
	top: { left: 16, right: 374, top: 16, bottom: 66 },
	bottom: { left: 16, right: 374, top: 778, bottom: 828 }
};
const box = fc
	.tuple(fc.nat({ max: 390 }), fc.nat({ max: 844 }), fc.nat({ max: 200 }), fc.nat({ max: 60 }))
	.map(([left, top, width, height]): Box => ({ left, top, right: left + width, bottom: top + height }));
const covers = (side: 'top' | 'bottom', controls: readonly Box[]) =>
	controls.some(
		({ left, right, top, bottom }) =>
			left < places[side].right && right > 16 && top < places[side].bottom && bottom > places[side].top
	);

it('messages stand at the bottom, unless they would cover what leads on', () => {
	expect(sideFor(places, [])).toBe('bottom');
	expect(sideFor(places, [{ left: 300, right: 360, top: 700, bottom: 740 }])).toBe('bottom');
	expect(sideFor(places, [{ left: 300, right: 360, top: 760, bottom: 800 }])).toBe('top');
});

it('they cover a control only where either place would', () =>
	fc.assert(
		fc.property(fc.array(box, { maxLength: 6 }), (controls) => {
			const side = sideFor(places, controls);
			if (covers(side, controls)) {
				expect(covers('top', controls)).toBe(true);
				expect(covers('bottom', controls)).toBe(true);
			}
		})
	));
