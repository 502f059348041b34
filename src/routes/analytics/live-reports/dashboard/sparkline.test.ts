import { expect, test } from 'vitest';
import { linePoints } from './sparkline';

test('a line runs through its box from edge to edge, low values low', () => {
	expect(linePoints([0, 5, 10], 100, 22)).toBe('0.0,21.0 50.0,11.0 100.0,1.0');
	expect(linePoints([4, 4], 100, 22)).toBe('0.0,11.0 100.0,11.0');
	expect(linePoints([4], 100, 22)).toBe('0.0,11.0');
});
