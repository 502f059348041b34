import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import Combobox from './Combobox.svelte';
import RadioGroup from './RadioGroup.svelte';
import StoredTextField from './StoredTextField.svelte';

const textField = (stored: string, why: string | null = null) => {
	const save = vi.fn<(text: string) => Promise<string | null>>(async () => why);
	const view = render(StoredTextField, {
		label: 'Currency',
		stored,
		save,
		normal: (text: string) => text.trim().toUpperCase()
	});
	return { save, view, field: screen.getByRole('textbox', { name: 'Currency' }) };
};

test('a field that is typed in keeps its draft, whatever else is stored, and stores it when left', async () => {
	const { field, save, view } = textField('USD');
	await userEvent.clear(field);
	await userEvent.type(field, 'eu');
	await view.rerender({ stored: 'USD' });
	await view.rerender({ stored: 'JPY' }); // another tab
	await userEvent.type(field, 'r');
	expect(field).toHaveValue('eur');
	await userEvent.tab();
	expect(save).toHaveBeenCalledExactlyOnceWith('EUR');
	await view.rerender({ stored: 'EUR' });
	expect(field).toHaveValue('EUR');
	await view.rerender({ stored: 'JPY' }); // undone
	expect(field).toHaveValue('JPY');
});

test('what was stored and undone is shown, also while the field has the focus', async () => {
	const { field, view } = textField('USD');
	await userEvent.clear(field);
	await userEvent.type(field, 'eur{Enter}');
	await waitFor(() => expect(field).toHaveValue('EUR'));
	await view.rerender({ stored: 'EUR' });
	await view.rerender({ stored: 'USD' });
	expect(field).toHaveValue('USD');
	expect(field).toHaveFocus();
});

test('a refused text stays with the reason, can be tried again, and goes when the stored text changes', async () => {
	const { field, save, view } = textField('USD', 'Not a currency.');
	await userEvent.clear(field);
	await userEvent.type(field, 'x{Enter}');
	await waitFor(() => expect(field).toHaveAccessibleDescription('Not a currency.'));
	await userEvent.keyboard('{Enter}');
	await waitFor(() => expect(save.mock.calls.length).toBeGreaterThan(1));
	await userEvent.tab();
	expect(field).toHaveValue('x');
	await view.rerender({ stored: 'EUR' });
	expect(field).toHaveValue('EUR');
	expect(field).toBeValid();
});

test('a text that is stored already is not stored again; Escape gives a draft up', async () => {
	const { field, save } = textField('USD');
	await userEvent.clear(field);
	await userEvent.type(field, 'usd{Enter}');
	expect(field).toHaveValue('USD');
	await userEvent.type(field, 'x{Escape}');
	expect(field).toHaveValue('USD');
	expect(save).not.toHaveBeenCalled();
});

const SEATS = [
	{ value: 'one', label: 'One seat' },
	{ value: 'two', label: 'Two seats' }
];

test('a radio whose choice was not taken goes back to what is stored; a taken one stays', async () => {
	let answer = (): void => undefined;
	const onvalue = vi.fn(() => new Promise<void>((resolve) => (answer = resolve)));
	const view = render(RadioGroup, { legend: 'Seats', value: 'one', options: SEATS, onvalue });
	const [one, two] = [
		screen.getByRole('radio', { name: 'One seat' }),
		screen.getByRole('radio', { name: 'Two seats' })
	];
	await userEvent.click(two);
	expect(two).toBeChecked();
	answer();
	await waitFor(() => expect(one).toBeChecked());
	await userEvent.click(two);
	await view.rerender({ value: 'two' });
	answer();
	await Promise.resolve();
	expect(two).toBeChecked();
	expect(onvalue.mock.calls).toEqual([['two'], ['two']]);
});

test('a combobox whose choice was not taken goes back to what is stored', async () => {
	let answer = (): void => undefined;
	const onvalue = () => new Promise<void>((resolve) => (answer = resolve));
	const utc = { value: 'UTC', label: 'UTC' };
	render(Combobox, {
		label: 'Zone',
		value: { value: 'a', label: 'Detroit' },
		search: async () => [utc],
		onvalue
	});
	const field = screen.getByRole('combobox', { name: 'Zone' });
	await userEvent.click(field);
	await fireEvent.click(await screen.findByRole('option', { name: 'UTC' }));
	expect(field).toHaveValue('UTC');
	answer();
	await waitFor(() => expect(field).toHaveValue('Detroit'));
});
