import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Markdown from './Markdown.svelte';

const show = (text: string) =>
	render(Markdown, { text, to: (path: string) => `/folder${path}` } as never).container;

test('[E1] Markdown of a lesson is shown as what it says, with no blank that is not there', () => {
	const shown = show('One **bold**, *soft*, `code`.\n\n- [Buy](billing)!\n- b');
	expect(shown.querySelector('p')?.textContent?.trim()).toBe('One bold, soft, code.');
	expect(shown.querySelector('li')?.textContent?.trim()).toBe('Buy!');
	expect(show('**a *b* [c](billing)**').querySelector('strong')?.textContent?.trim()).toBe('a b c');
	expect(screen.getByRole('link', { name: 'Buy' })).toHaveAttribute('href', '/folder/billing/');
});

test('[S9] markup, addresses and scripts stay text', () => {
	const text = '<img src=x onerror=alert(1)> [x](javascript:alert(1)) [y](https://example.org)';
	const shown = show(text);
	expect(shown.textContent?.trim()).toBe(text);
	expect(shown.querySelectorAll('img, a, script')).toHaveLength(0);
});
