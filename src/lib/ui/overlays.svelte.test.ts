import '../../app.css';
import { createRawSnippet } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Combobox from './Combobox.svelte';
import ConfirmDialog from './ConfirmDialog.svelte';
import Dialog from './Dialog.svelte';
import Menu from './Menu.svelte';

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

test('a menu opens by keyboard, says why an item is off and skips it, runs the other, and gives the focus back', async () => {
	const rename = vi.fn();
	const assign = vi.fn();
	const screen = await render(Menu, {
		label: 'More actions',
		items: [
			{ label: 'Assign', disabled: 'No license is free.', onselect: assign },
			'separator',
			{ label: 'Rename', onselect: rename }
		]
	});
	const button = screen.getByRole('button', { name: 'More actions' });
	button.element().focus();
	await userEvent.keyboard('{Enter}');
	await expect.element(screen.getByRole('menu', { name: 'More actions' })).toBeVisible();
	await expect
		.element(screen.getByRole('menuitem', { name: 'Assign No license is free.' }))
		.toHaveAttribute('aria-disabled', 'true');
	await expect.element(screen.getByRole('menuitem', { name: 'Rename' })).toHaveFocus();
	await userEvent.keyboard('{Enter}');
	expect(rename).toHaveBeenCalledTimes(1);
	expect(assign).not.toHaveBeenCalled();
	await expect.poll(focused).toBe(button.element());
});

test('a menu that was chosen from opens again at once', async () => {
	const onselect = vi.fn();
	const screen = await render(Menu, { label: 'Actions for Ten', items: [{ label: 'Export', onselect }] });
	for (const times of [1, 2, 3]) {
		await screen.getByRole('button', { name: 'Actions for Ten' }).click();
		await screen.getByRole('menuitem', { name: 'Export' }).click();
		expect(onselect).toHaveBeenCalledTimes(times);
	}
});

test('a double click opens a menu and leaves it open; a later press closes it', async () => {
	const screen = await render(Menu, {
		label: 'Actions',
		items: [{ label: 'Rename', onselect: () => undefined }]
	});
	await userEvent.dblClick(screen.getByRole('button', { name: 'Actions' }));
	await expect.element(screen.getByRole('menuitem', { name: 'Rename' })).toBeVisible();
	await new Promise((resolve) => setTimeout(resolve, 400));
	await expect.element(screen.getByRole('menuitem', { name: 'Rename' })).toBeVisible();
	await userEvent.keyboard('{Escape}');
	await expect.element(screen.getByRole('menuitem', { name: 'Rename' })).not.toBeInTheDocument();
});
