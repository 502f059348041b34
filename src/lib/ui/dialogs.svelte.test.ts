import { createRawSnippet } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Combobox from './Combobox.svelte';
import ConfirmDialog from './ConfirmDialog.svelte';
import Dialog from './Dialog.svelte';

let opener: HTMLButtonElement | undefined;
afterEach(() => opener?.remove());

/** A focused button outside, as the one that opens a dialog. */
function focusedOpener() {
	opener = document.createElement('button');
	opener.textContent = 'Open';
	document.body.append(opener);
	opener.focus();
	return opener;
}
const focused = () => document.activeElement;

test('a dialog is named and described, starts in its content, holds the focus, and gives it back', async () => {
	const button = focusedOpener();
	const screen = await render(Dialog, {
		open: false,
		title: 'Add user',
		description: 'They get the default role.',
		children: createRawSnippet(() => ({ render: () => '<input aria-label="First name">' }))
	});
	await screen.rerender({ open: true });
	const dialog = screen.getByRole('dialog', { name: 'Add user' });
	await expect.element(dialog).toHaveAccessibleDescription('They get the default role.');
	await expect.element(screen.getByRole('textbox', { name: 'First name' })).toHaveFocus();
	for (let step = 0; step < 4; step++) {
		await userEvent.keyboard('{Tab}');
		expect(dialog.element().contains(focused())).toBe(true);
	}
	await userEvent.keyboard('{Escape}');
	await expect.element(dialog).not.toBeInTheDocument();
	await expect.poll(focused).toBe(button);
});

test('Escape in an open list closes the list and leaves the dialog open', async () => {
	const holder = document.createElement('div');
	document.body.append(holder);
	const screen = await render(Dialog, {
		open: true,
		title: 'Add member',
		children: createRawSnippet(() => ({ render: () => '<div id="here"></div>' }))
	});
	await expect.element(screen.getByRole('dialog', { name: 'Add member' })).toBeVisible();
	const target = document.getElementById('here');
	if (!target) throw new Error('the dialog has no content');
	const inner = await render(
		Combobox,
		{ label: 'Queue', value: null, search: async () => [{ value: 'a', label: 'Belmont' }] },
		{ baseElement: target }
	);
	await inner.getByRole('combobox', { name: 'Queue' }).click();
	await expect.element(inner.getByRole('option', { name: 'Belmont' })).toBeVisible();
	await userEvent.keyboard('{Escape}');
	await expect.element(inner.getByRole('option', { name: 'Belmont' })).not.toBeInTheDocument();
	await expect.element(screen.getByRole('dialog', { name: 'Add member' })).toBeVisible();
	holder.remove();
});

test('a confirmation starts on Cancel, runs once, closes when its work is done, and gives the focus back', async () => {
	const button = focusedOpener();
	let finish = (): void => undefined;
	const onconfirm = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
	const screen = await render(ConfirmDialog, {
		open: false,
		title: 'Delete Belmont?',
		description: 'Its members leave it.',
		confirm: 'Delete queue',
		onconfirm
	});
	await screen.rerender({ open: true });
	const dialog = screen.getByRole('alertdialog', { name: 'Delete Belmont?' });
	await expect.element(dialog).toHaveAccessibleDescription('Its members leave it.');
	await expect.element(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus();
	await userEvent.keyboard('{Tab}{Enter}{Enter}');
	expect(onconfirm).toHaveBeenCalledTimes(1);
	await expect.element(dialog).toBeVisible();
	finish();
	await expect.element(dialog).not.toBeInTheDocument();
	await expect.poll(focused).toBe(button);
});
