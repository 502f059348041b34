import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import CostCenterDialog from './CostCenterDialog.svelte';

test('what is sent twice is added once, and a second try has the id of the first', async () => {
	type Reason = { code: 'CONFLICT' } | null;
	let answer: (reason: Reason) => void = () => undefined;
	const dispatch = vi.fn<(name: string, input: unknown) => Promise<Reason>>(
		() => new Promise((resolve) => (answer = resolve))
	);
	const onclose = vi.fn();
	let made = 0;
	render(CostCenterDialog, {
		edited: 'new',
		centers: [{ id: 'root', name: 'Root' }],
		newId: () => `id-${++made}`,
		dispatch,
		onclose
	});
	await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Night');
	const form = document.querySelector('form');
	if (!form) throw new Error('the dialog has no form');
	await fireEvent.submit(form);
	await fireEvent.submit(form);
	expect(dispatch).toHaveBeenCalledTimes(1);
	answer({ code: 'CONFLICT' });
	await waitFor(() => expect(screen.getByRole('textbox', { name: 'Name' })).toBeInvalid());
	await fireEvent.submit(form);
	expect(dispatch.mock.calls.map(([, input]) => input)).toEqual([
		expect.objectContaining({ id: 'id-1', name: 'Night' }),
		expect.objectContaining({ id: 'id-1', name: 'Night' })
	]);
	answer(null);
	await waitFor(() => expect(onclose).toHaveBeenCalledTimes(1));
});
