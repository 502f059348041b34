import { type Snippet } from 'svelte';
import { type DashboardColumn, type DashboardRow } from '$lib/domain/dashboard-rows';
import { countText, nameText, numberText } from '$lib/text/format';
import { REACH_NAMES } from '$lib/text/live-reports';
import { type Column } from '$lib/ui/table-types';

type Cell = Snippet<[DashboardRow]>;

const sharedText = ({ sharedWith }: DashboardRow): string =>
	sharedWith === 0 ? 'nobody' : countText(sharedWith, 'person', 'people');

/** The columns of the dashboards. The Trainer has none of their own; without `actions` nothing can be changed. */
export function dashboardColumns(
	name: Cell,
	actions: Cell | null,
	isTrainer: boolean
): readonly Column<DashboardRow, DashboardColumn>[] {
	const sortable = true;
	const number = { align: 'end', width: 6.5, sortable } as const;
	return [
		{ key: 'name', heading: 'Dashboard', text: (row) => row.name, cell: name, width: 13, sortable },
		{ key: 'owner', heading: 'Owner', text: (row) => nameText(row.owner), width: 9, sortable },
		...(isTrainer ? [] : [reach]),
		{ key: 'queues', heading: 'Queues', text: (row) => numberText(row.queues), ...number },
		{ key: 'widgets', heading: 'Widgets', text: (row) => numberText(row.widgets), ...number },
		{ key: 'sharedWith', heading: 'Shared with', text: sharedText, width: 8, sortable },
		...(actions ? [{ ...last, cell: actions }] : [])
	];
}

const reach: Column<DashboardRow, DashboardColumn> = {
	key: 'reach',
	heading: 'Mine or shared',
	text: (row) => REACH_NAMES[row.reach],
	width: 9,
	sortable: true
};
const last: Column<DashboardRow, DashboardColumn> = {
	key: 'actions',
	heading: 'Actions',
	text: () => '',
	width: 4,
	align: 'end',
	hideHeading: true
};
