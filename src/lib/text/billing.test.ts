import { expect, test } from 'vitest';
import { buyerText } from './billing';

test('an order that nobody of the organization placed is the Trainer’s', () => {
	expect(buyerText(null)).toBe('Trainer');
	expect(buyerText('Alice')).toBe('Alice');
});
