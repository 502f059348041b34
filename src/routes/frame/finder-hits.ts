import { goto } from '$app/navigation';
import { type Pathname } from '$app/types';
import { commandLabel } from '$lib/commands/labels';
import { FINDER_PAGES } from '$lib/text/finder';
import { SHARE_TEXT } from '$lib/text/share';
import { type Desk } from '../desk.svelte';
import { type ClockMoves } from './clock-moves.svelte';
import { type Hit } from './finder.svelte';

/** Where the finder goes; who acts and the open scenario go along. */
const go = (desk: Desk, path: string, extra: Readonly<Record<string, string>> = {}): void =>
	void goto(desk.to(path as Pathname, '', extra));

export const pageHits = (desk: Desk): readonly Hit[] =>
	FINDER_PAGES.map(({ path, name, words }) => ({
		id: `page ${path}`,
		label: name,
		detail: '',
		words,
		run: () => go(desk, path)
	}));

/** A queue has its place in a list that can be filtered, a dashboard a page of its own. */
export const thingGoes = (desk: Desk) => ({
	person: (id: string) => (desk.person = id),
	queue: (id: string) => go(desk, '/admin/queues/', { queue: id }),
	dashboard: (id: string) => go(desk, '/analytics/live-reports/dashboard/', { dashboard: id })
});

/** What can be done right now: nothing is listed that would not work. */
export function actionHits(desk: Desk, clock: ClockMoves): readonly Hit[] {
	const { session } = desk;
	const row = session?.row;
	if (!session || !row || row.deletedAt !== null) return [];
	const { undo, redo } = row;
	const hits: (Hit | false | null)[] = [
		undo && {
			id: 'undo',
			label: 'Undo',
			detail: commandLabel(undo.name),
			run: async () => desk.take(await session.undo())
		},
		redo && {
			id: 'redo',
			label: 'Redo',
			detail: commandLabel(redo.name),
			run: async () => desk.take(await session.redo())
		},
		{ id: 'day', label: 'Next day', detail: '', words: 'clock step', run: () => void clock.step(1) },
		{ id: 'week', label: 'Next week', detail: '', words: 'clock step', run: () => void clock.step(7) },
		{ id: 'date', label: 'Go to date…', detail: '', words: 'clock', run: () => (desk.dialog = 'date') },
		{ id: 'play', label: 'Play 30 days…', detail: '', words: 'clock', run: () => (desk.dialog = 'play') },
		{
			id: 'export',
			label: 'Export this scenario',
			detail: '.json',
			words: 'save file',
			run: desk.exportOpen
		},
		{
			id: 'share',
			label: SHARE_TEXT.action,
			detail: '',
			words: 'send url copy',
			run: () => (desk.shared = row)
		},
		row.head.account.plan === 'standard' &&
			desk.mayView === true && {
				id: 'report',
				label: 'Download License Status Report',
				detail: '.xlsx',
				words: 'excel workbook export',
				run: () => void desk.downloadReport()
			},
		desk.as !== null && {
			id: 'trainer',
			label: 'Act as the Trainer',
			detail: 'no restrictions',
			run: () => void goto(desk.actAs(null), { keepFocus: true, noScroll: true })
		}
	];
	return hits.filter((hit) => !!hit);
}
