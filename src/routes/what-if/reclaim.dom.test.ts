import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { RECLAIM_REASONS, type ReclaimRow, type ReclaimTotal } from '$lib/domain/reclaim';
import { ok } from '$lib/domain/result';
import Reclaim from './Reclaim.svelte';

const row = (personId: string, more: Partial<ReclaimRow> = {}): ReclaimRow => ({
	personId,
	name: `Person ${personId}`,
	extension: personId,
	reason: 'permission-unused',
	permission: true,
	agent: false,
	seats: 0,
	queues: 0,
	daysSinceViewed: null,
	freed: 1,
	product: 'live-reports',
	cost: 2_500,
	releaseDate: null,
	exempt: false,
	...more
});

/** Two unused ones, of them the second exempt; one agent; nobody else. */
const ROWS: Partial<Record<string, readonly ReclaimRow[]>> = {
	'permission-unused': [row('101'), row('102', { exempt: true })],
	agent: [row('103', { reason: 'agent', permission: false, agent: true, queues: 2 })]
};
const TOTALS: readonly ReclaimTotal[] = RECLAIM_REASONS.map((reason) => {
	const rows = ROWS[reason] ?? [];
	const exempt = rows.filter((one) => one.exempt).length;
	const freed = rows.length - exempt;
	return { reason, people: rows.length, exempt, freed, cost: BigInt(freed) * 2_500n };
});

function show({ isDone = true, totals = TOTALS } = {}) {
	const page = ({ from, to }: { from: number; to: number }, reason: string) => {
		const rows = ROWS[reason] ?? [];
		return { from, total: rows.length, rows: rows.slice(from, to) };
	};
	const act = vi.fn<(...asked: unknown[]) => Promise<boolean>>(async () => isDone);
	const onrevoke = vi.fn();
	const desk = { take: ({ value }: { value: unknown }) => value, do: act, person: null as string | null };
	type Asked = { query: { from: number; to: number }; reason: string };
	render(Reclaim, {
		session: {
			revision: 1,
			row: { head: { account: { currency: 'USD' } } },
			ask: async (name: string, asked: Asked) =>
				ok(name === 'reclaimTotals' ? totals : page(asked.query, asked.reason)),
			rows: async (_: string, query: Asked['query'], { reason }: Asked) => page(query, reason)
		},
		desk,
		zone: 'America/Detroit',
		onrevoke
	} as never);
	return { act, desk, onrevoke };
}
const rowOf = (name: RegExp) => screen.findByRole('row', { name });

test('[I7] each tab says its people, what they are about, and what is free', async () => {
	show();
	expect(await screen.findByRole('tab', { name: /^Access not used\s*2$/ })).toHaveAttribute(
		'aria-selected',
		'true'
	);
	expect(
		screen.getByText('2 people, 1 of them exempt. 1 needed seat to free, $25.00 a month.')
	).toBeVisible();
	expect(await rowOf(/Person 101 101 never 0 1 \$25.00 none/)).toBeVisible();
	await userEvent.click(screen.getByRole('tab', { name: /^Agents\s*1$/ }));
	const agent = await rowOf(/Person 103/);
	expect(within(agent).queryByRole('button', { name: /^Revoke/ })).toBeNull();
	expect(screen.queryByRole('button', { name: /^Revoke viewing of/ })).toBeNull();
});

test('[I7] viewing is revoked in the what-if from one, or from all that are not exempt', async () => {
	const { onrevoke, desk } = show();
	const [first, second] = [await rowOf(/Person 101/), await rowOf(/Person 102/)];
	await userEvent.click(
		within(first).getByRole('button', { name: /^Revoke viewing in the what-if, Person 101/ })
	);
	expect(onrevoke).toHaveBeenLastCalledWith(['101'], 'May view, and did not in the 30 days');
	await userEvent.click(within(second).getByRole('button', { name: /^Revoke/ }));
	expect(onrevoke).toHaveBeenCalledTimes(1);
	await userEvent.click(screen.getByRole('button', { name: 'Revoke viewing of the 1 that is not exempt' }));
	await waitFor(() => expect(onrevoke).toHaveBeenCalledTimes(2));
	expect(onrevoke).toHaveBeenLastCalledWith(['101'], 'May view, and did not in the 30 days');
	await userEvent.click(within(first).getByRole('button', { name: 'Person 101' }));
	expect(desk.person).toBe('101');
});

test('[I7] the exempt mark is stored, and goes back where it was refused', async () => {
	const { act } = show({ isDone: false });
	const tick = within(await rowOf(/Person 101/)).getByRole('checkbox', { name: 'Exempt Person 101, 101' });
	await userEvent.click(tick);
	expect(act).toHaveBeenCalledExactlyOnceWith('setExempt', { kind: 'people', ids: ['101'], exempt: true });
	await waitFor(() => expect(tick).not.toBeChecked());
});

test('[I7] the list begins at the first reason that somebody has', async () => {
	show({ totals: TOTALS.map((total) => ({ ...total, people: total.reason === 'agent' ? 1 : 0 })) });
	expect(await screen.findByRole('tab', { name: /^Agents/ })).toHaveAttribute('aria-selected', 'true');
	await userEvent.click(screen.getByRole('tab', { name: /^Leaving/ }));
	expect(screen.getByText('Nobody is here.')).toBeVisible();
	expect(screen.queryByRole('table')).toBeNull();
});
