import { expect, it } from 'vitest';
import { plainColor } from './plain-color';
import { label, rect } from './scene';
import { standalone } from './standalone';

it('a file holds no token, no markup from names, and nothing that XML forbids', () => {
	const scene = {
		width: 200,
		height: 50,
		marks: [],
		shapes: [rect(0, 0, 9, 9, {}, { tone: 'bad', pattern: 'hatch' }), label(0, 9, '<b>&"\u0001\ud800', 'ink')]
	};
	const story = { title: 'A & B', sentence: 'One <two>.', table: { columns: [], rows: [] } };
	const text = standalone(scene, story, (token) => `#${token}`);
	expect(text).not.toContain('var(');
	expect(text).toContain('>&lt;b&gt;&amp;&quot;</text>');
	expect(text).toContain('<title>A &amp; B</title><desc>One &lt;two&gt;.</desc>');
	expect(text).toContain('<pattern id="p-bad-hatch"');
	expect(text).toContain('fill="url(#p-bad-hatch)"');
});

it.each([
	['oklch(1 0 0)', '#ffffff'],
	['oklch(0.627955 0.257683 29.2339)', '#ff0000'],
	['oklch(0.452014 0.313214 264.052)', '#0000ff'],
	['rgb(16, 32, 255)', '#1020ff'],
	['lab(11.1401 0.479482 -6.6517)', '#1b1e27'], // what the built style sheet makes of the tokens
	['lab(55.8076 16.0162 53.9801)', '#b07a20'],
	['lab(52.416 -33.8389 -6.70708)', '#018d87'],
	['lab(100 0 0)', '#ffffff'],
	['canvastext', 'canvastext']
])('%s is %s', (computed, hex) => expect(plainColor(computed)).toBe(hex));
