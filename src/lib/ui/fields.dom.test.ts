import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import Checkbox from './Checkbox.svelte';
import FileDrop from './FileDrop.svelte';
import NumberField from './NumberField.svelte';
import RadioGroup from './RadioGroup.svelte';
import SelectField from './SelectField.svelte';
import TextField from './TextField.svelte';

test('an error is tied to its field, beside the hint', async () => {
	const view = render(TextField, {
		label: 'Name',
		value: '',
		hint: 'As in the report.',
		error: 'Enter a name.'
	});
	const field = screen.getByRole('textbox', { name: 'Name' });
	expect(field).toBeInvalid();
	expect(field).toHaveAccessibleDescription('Enter a name. As in the report.');
	await view.rerender({ error: undefined });
	expect(field).toBeValid();
	expect(field).toHaveAccessibleDescription('As in the report.');
});

test('a refusal is spoken when it appears, though the focus is elsewhere', async () => {
	const error = 'Enter a name.';
	const text = render(TextField, { label: 'Name', value: '' });
	await text.rerender({ error });
	expect(screen.getByRole('alert')).toHaveTextContent(error);
	text.unmount();
	render(RadioGroup, { legend: 'Kind', value: '', options: [{ value: 'a', label: 'A' }], error });
	expect(screen.getByRole('alert')).toHaveTextContent(error);
});

test('a number field is a spin button that arrows, pages, Home and End move', async () => {
	const onvalue = vi.fn();
	render(NumberField, { label: 'Quantity', value: 5, min: 1, max: 100, onvalue });
	const field = screen.getByRole('spinbutton', { name: 'Quantity' });
	await userEvent.click(field);
	await userEvent.keyboard('{ArrowUp}{ArrowUp}{PageUp}');
	expect(field).toHaveValue('17');
	expect(field).toHaveAttribute('aria-valuenow', '17');
	await userEvent.keyboard('{End}{ArrowUp}');
	expect(field).toHaveValue('100');
	await userEvent.keyboard('{Home}{ArrowDown}');
	expect(field).toHaveValue('1');
	expect(onvalue.mock.calls.map(([value]: unknown[]) => value)).toEqual([6, 7, 17, 100, 1]);
});

test('what is no whole number in the range is no value: the text stays and the field says why', async () => {
	const onvalue = vi.fn();
	render(NumberField, { label: 'Quantity', value: 5, min: 1, max: 9999, onvalue });
	const field = screen.getByRole('spinbutton', { name: 'Quantity' });
	await userEvent.clear(field);
	expect(field).toBeValid();
	await userEvent.type(field, '1.5');
	expect(field).toHaveValue('1.5');
	expect(field).toBeInvalid();
	expect(field).toHaveAccessibleDescription('Enter a whole number.');
	expect(onvalue).toHaveBeenLastCalledWith(null);
	await userEvent.clear(field);
	await userEvent.type(field, '1,200');
	await userEvent.tab();
	expect(onvalue).toHaveBeenLastCalledWith(1200);
	expect(field).toHaveValue('1200');
	expect(field).toBeValid();
});

test('a number given from outside replaces what was typed', async () => {
	const view = render(NumberField, { label: 'Quantity', value: 5 });
	const field = screen.getByRole('spinbutton', { name: 'Quantity' });
	await userEvent.clear(field);
	await userEvent.type(field, '12');
	await view.rerender({ value: 40 });
	expect(field).toHaveValue('40');
});

test('select, radio and tick say what was chosen', async () => {
	const onplan = vi.fn();
	const ondual = vi.fn();
	render(SelectField, {
		label: 'Plan',
		value: 'standard',
		options: [
			{ value: 'standard', label: 'Standard' },
			{ value: 'ceb', label: 'Bundle' }
		],
		onvalue: onplan
	});
	render(RadioGroup, {
		legend: 'Seats',
		value: 'one',
		options: [
			{ value: 'one', label: 'One seat' },
			{ value: 'two', label: 'Two seats', hint: 'A viewer and an agent.' }
		],
		onvalue: ondual
	});
	render(Checkbox, { label: 'I have read it', checked: false });
	await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Plan' }), 'Bundle');
	expect(onplan).toHaveBeenCalledExactlyOnceWith('ceb');
	expect(screen.getByRole('group', { name: 'Seats' })).toBeVisible();
	await userEvent.click(
		screen.getByRole('radio', { name: 'Two seats', description: 'A viewer and an agent.' })
	);
	expect(ondual).toHaveBeenCalledExactlyOnceWith('two');
	await userEvent.click(screen.getByRole('checkbox', { name: 'I have read it' }));
	expect(screen.getByRole('checkbox', { name: 'I have read it' })).toBeChecked();
});

test('the file input is the control: named, reachable, and the same file may be chosen twice', async () => {
	const onfiles = vi.fn();
	render(FileDrop, { label: 'Report', onfiles });
	const input = screen.getByLabelText('Report');
	await userEvent.tab();
	expect(input).toHaveFocus();
	const file = new File(['x'], 'report.xlsx');
	await userEvent.upload(input, file);
	await userEvent.upload(input, file);
	expect(onfiles).toHaveBeenCalledTimes(2);
	expect(onfiles).toHaveBeenLastCalledWith([file]);
});
