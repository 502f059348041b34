import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import TaskBar from './TaskBar.svelte';

test('[S9] a task that is cancelled by keyboard, or ends, gives the focus back', async () => {
	const from = document.createElement('input');
	document.body.append(from);
	const task = { id: 1, progress: { stage: 'reading', done: 0.5 }, cancel: () => undefined } as const;
	const bar = render(TaskBar, { tasks: [] });
	for (const end of ['press', 'done']) {
		from.focus();
		await bar.rerender({ tasks: [task] });
		const cancel = screen.getByRole('button', { name: 'Cancel' });
		cancel.focus();
		if (end === 'press') cancel.click();
		await bar.rerender({ tasks: [] });
		expect(document.activeElement, end).toBe(from);
	}
	from.remove();
});
