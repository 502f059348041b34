import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { expect, test, vi } from 'vitest';
import Button from './Button.svelte';
import IconButton from './IconButton.svelte';
import Stat from './Stat.svelte';
import ToastRegion from './ToastRegion.svelte';
import { Toasts } from './toasts.svelte';

const html = (markup: string) => createRawSnippet(() => ({ render: () => markup }));

test('a button that is off for a reason says it, stays reachable, and drops clicks', async () => {
	const onclick = vi.fn();
	render(Button, { disabled: 'Tick the box first.', onclick, children: html('<span>Confirm</span>') });
	const button = screen.getByRole('button', { name: 'Confirm', description: 'Tick the box first.' });
	await userEvent.tab();
	expect(button).toHaveFocus();
	await userEvent.click(button);
	expect(onclick).not.toHaveBeenCalled();
});

test('an icon button has its label as name, and a toggle its state', () => {
	render(IconButton, { label: 'Pin', pressed: true, children: html('<svg></svg>') });
	expect(screen.getByRole('button', { name: 'Pin', pressed: true })).toBeVisible();
});

test('a figure is a button with term, value and note in its name', async () => {
	const onclick = vi.fn();
	render(Stat, { term: 'Active', value: 4512, note: '2 Nov to 1 Dec', onclick });
	await userEvent.click(screen.getByRole('button', { name: 'Active 4,512 2 Nov to 1 Dec' }));
	expect(onclick).toHaveBeenCalledTimes(1);
});

test('a toast is spoken politely, and its action runs once and takes it away', async () => {
	const toasts = new Toasts();
	render(ToastRegion, { toasts });
	const undo = vi.fn();
	toasts.show('Queue removed.', { action: { label: 'Undo', run: undo } });
	await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Queue removed.'));
	await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
	expect(undo).toHaveBeenCalledTimes(1);
	expect(screen.queryByText('Queue removed.')).not.toBeInTheDocument();
});

test('the focus goes back to where it was when the message that has it goes', async () => {
	const toasts = new Toasts();
	render(Button, { onclick: () => undefined, children: html('<span>Reset exercise</span>') });
	render(ToastRegion, { toasts });
	const before = screen.getByRole('button', { name: 'Reset exercise' });
	for (const name of ['Undo', 'Dismiss']) {
		before.focus();
		toasts.show('Done.', { action: { label: 'Undo', run: () => undefined } });
		await userEvent.click(await screen.findByRole('button', { name }));
		expect(screen.queryByText('Done.')).not.toBeInTheDocument();
		expect(before).toHaveFocus();
	}
});
