import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import Combobox from './Combobox.svelte';
import { type Choice } from './combobox.svelte';

const QUEUES: Choice[] = Array.from({ length: 80 }, (_, n) => ({
	value: `q${n}`,
	label: `${n % 2 ? 'Belmont' : 'Detroit'} ${n}`,
	detail: String(4000 + n)
}));
const search = async (text: string) =>
	QUEUES.filter((queue) => queue.label.toLowerCase().includes(text.toLowerCase()));

const setup = (value: Choice | null = null, find: (text: string) => Promise<readonly Choice[]> = search) => {
	const onvalue = vi.fn();
	const view = render(Combobox, {
		label: 'Queue',
		value,
		search: find,
		onvalue: (choice: Choice | null): Promise<void> => {
			onvalue(choice);
			return follow(choice);
		}
	});
	const follow = (choice: Choice | null): Promise<void> => view.rerender({ value: choice });
	return { onvalue, field: screen.getByRole('combobox', { name: 'Queue' }) };
};

test('typing narrows the list, Enter takes the highlighted choice, and the input shows it', async () => {
	const { field, onvalue } = setup();
	expect(field).toHaveAttribute('aria-expanded', 'false');
	await userEvent.type(field, 'belmont 1');
	const list = await screen.findByRole('listbox', { name: 'Queue' });
	await waitFor(() => expect(within(list).getAllByRole('option')).toHaveLength(6));
	await userEvent.keyboard('{ArrowDown}{Enter}');
	expect(onvalue).toHaveBeenCalledExactlyOnceWith(QUEUES[11]);
	expect(field).toHaveValue('Belmont 11');
	expect(field).toHaveAttribute('aria-expanded', 'false');
	expect(field).toHaveFocus();
});

test('the highlighted option is the active descendant', async () => {
	const { field } = setup();
	await userEvent.type(field, 'detroit 7');
	await waitFor(() => expect(screen.getByRole('option', { selected: true })).toHaveTextContent('Detroit 70'));
	expect(field).toHaveAttribute('aria-activedescendant', screen.getByRole('option', { selected: true }).id);
	await userEvent.keyboard('{ArrowUp}');
	expect(field).toHaveAttribute('aria-activedescendant', screen.getByRole('option', { selected: true }).id);
});

test('fifty choices at most, and then it asks for more letters', async () => {
	const { field } = setup();
	await userEvent.click(field);
	await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(50));
	expect(screen.getByRole('status')).toHaveTextContent(
		'The first 50 are shown. Type more to narrow the list.'
	);
	await userEvent.type(field, 'zzz');
	await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Nothing matches.'));
});

test('Escape and leaving put the chosen one back; an emptied field chooses nothing', async () => {
	const { field, onvalue } = setup(QUEUES[3]);
	await userEvent.type(field, 'x');
	await userEvent.keyboard('{Escape}');
	expect(field).toHaveValue('Belmont 3');
	expect(screen.queryByRole('option')).not.toBeInTheDocument();
	await userEvent.type(field, 'x');
	await userEvent.tab();
	expect(field).toHaveValue('Belmont 3');
	expect(onvalue).not.toHaveBeenCalled();
	await userEvent.clear(field);
	await userEvent.tab();
	expect(onvalue).toHaveBeenCalledExactlyOnceWith(null);
});

test('a click chooses without taking the focus away', async () => {
	const { field, onvalue } = setup();
	await userEvent.click(field);
	await userEvent.click(await screen.findByRole('option', { name: /Detroit 4 / }));
	expect(onvalue).toHaveBeenCalledExactlyOnceWith(QUEUES[4]);
	expect(field).toHaveFocus();
});

test('a slow answer to an older text is dropped', async () => {
	const answers = new Map<string, () => void>();
	const slow = (text: string) =>
		new Promise<readonly Choice[]>((resolve) =>
			answers.set(text, () => resolve([{ value: text, label: `Match of ${text}` }]))
		);
	const { field } = setup(null, slow);
	await userEvent.type(field, 'ab');
	answers.get('ab')?.();
	await screen.findByRole('option', { name: 'Match of ab' });
	answers.get('a')?.();
	await Promise.resolve();
	expect(screen.getAllByRole('option')).toHaveLength(1);
	expect(screen.getByRole('option')).toHaveTextContent('Match of ab');
});
