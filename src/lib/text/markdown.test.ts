import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PACK_LIMITS } from '$lib/domain/lesson';
import { type Inline, parseMarkdown } from './markdown';

describe('[E1] the Markdown of lessons', () => {
	it('reads paragraphs, both kinds of lists, and the marks of a line', () => {
		expect(
			parseMarkdown('One\nline **bold** and *soft*.\n\n- a `b`\n- c\n  goes on\n\n1. [Buy](billing)\n2. d')
		).toEqual([
			{
				kind: 'paragraph',
				line: [
					{ kind: 'text', text: 'One line ' },
					{ kind: 'strong', line: [{ kind: 'text', text: 'bold' }] },
					{ kind: 'text', text: ' and ' },
					{ kind: 'em', line: [{ kind: 'text', text: 'soft' }] },
					{ kind: 'text', text: '.' }
				]
			},
			{
				kind: 'list',
				ordered: false,
				items: [
					[
						{ kind: 'text', text: 'a ' },
						{ kind: 'code', text: 'b' }
					],
					[{ kind: 'text', text: 'c goes on' }]
				]
			},
			{
				kind: 'list',
				ordered: true,
				items: [
					[{ kind: 'place', place: 'billing', line: [{ kind: 'text', text: 'Buy' }] }],
					[{ kind: 'text', text: 'd' }]
				]
			}
		]);
	});

	it('reads marks inside marks, and leaves what is nested beyond reason as text', () => {
		const text = (words: string) => ({ kind: 'text', text: words });
		expect(parseMarkdown('**Open *the* [**Admin** Portal](admin), `Users`**')).toEqual([
			{
				kind: 'paragraph',
				line: [
					{
						kind: 'strong',
						line: [
							text('Open '),
							{ kind: 'em', line: [text('the')] },
							text(' '),
							{
								kind: 'place',
								place: 'admin',
								line: [{ kind: 'strong', line: [text('Admin')] }, text(' Portal')]
							},
							text(', '),
							{ kind: 'code', text: 'Users' }
						]
					}
				]
			}
		]);
		expect(JSON.stringify(parseMarkdown('*a **b *c **d *e* d** c* b** a*'))).toContain('"d *e* d"');
	});

	it('leaves addresses, HTML and other places the text that they are', () => {
		for (const text of [
			'[x](javascript)',
			'[x](https://example.org)',
			'<img src=x onerror=alert(1)>',
			'![x](home'
		])
			expect(parseMarkdown(text)).toEqual([{ kind: 'paragraph', line: [{ kind: 'text', text }] }]);
	});

	it('loses no letter, whatever stands there', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[a*`[\]()<\n -]{0,40}$/), (text) => {
				const lines = parseMarkdown(text).flatMap((block) =>
					block.kind === 'paragraph' ? [block.line] : block.items
				);
				const letters = (some: string) => some.replace(/[^a<]/g, '');
				const said = (piece: Inline): string =>
					'text' in piece ? piece.text : piece.line.map(said).join('');
				expect(letters(lines.flat().map(said).join(''))).toBe(letters(text));
			})
		);
	});

	it('reads the longest text that a pack may hold at once, whatever it is made of', () => {
		for (const part of ['**a', '*a ', '`', '[a](', '1. ', '[[[', '* *', '> ', '- ', '<a ', '_a_', '![', '\\'])
			expect(() => parseMarkdown(part.repeat(PACK_LIMITS.text / part.length))).not.toThrow();
	}, 4_000);

	it('keeps as text what is nested beyond reason', () => {
		const text = '1. '.repeat(20_000);
		expect(parseMarkdown(text)).toEqual([{ kind: 'paragraph', line: [{ kind: 'text', text }] }]);
	});
});
