import { type Pathname } from '$app/types';
import { type CommandName } from '$lib/commands';

/** A page of the app, with what its address says beside it. */
export interface Spot {
	readonly path: Pathname;
	readonly extra: Readonly<Record<string, string>>;
}

/** A page, and the part of a command's input that says which of its things is shown there. */
type Page = readonly [path: Pathname, query?: string, key?: string];

const USERS: Page = ['/admin/users/'];
const ROLES: Page = ['/admin/roles/'];
const QUEUES: Page = ['/admin/queues/'];
const QUEUE: Page = ['/admin/queues/', 'queue', 'queueId'];
const LIVE_REPORTS: Page = ['/analytics/live-reports/'];
const DASHBOARD: Page = ['/analytics/live-reports/dashboard/', 'dashboard', 'dashboardId'];
const BILLING: Page = ['/billing/'];
const WHAT_IF: Page = ['/what-if/'];
const SETTINGS: Page = ['/settings/'];

/** Where each command is given by hand and seen. Null: in the header, which is in view everywhere. */
const PAGES: Readonly<Record<CommandName, Page | null>> = {
	renameScenario: null,
	stepClock: null,
	setClock: null,
	playDay: null,
	setRoutine: null,
	editAccount: SETTINGS,
	setAssumption: SETTINGS,
	addCostCenter: BILLING,
	editCostCenter: BILLING,
	removeCostCenter: BILLING,
	confirmOrder: ['/billing/orders/'],
	addPeople: USERS,
	editPerson: USERS,
	setRole: USERS,
	setCostCenter: USERS,
	setStatus: USERS,
	setBooster: USERS,
	removePeople: USERS,
	addRole: ROLES,
	editRole: ROLES,
	removeRole: ROLES,
	setDefaultRole: ROLES,
	addQueues: QUEUES,
	editQueue: QUEUES,
	removeQueue: QUEUES,
	addMembers: QUEUE,
	removeMembers: QUEUE,
	editMembership: QUEUE,
	addDashboard: LIVE_REPORTS,
	renameDashboard: LIVE_REPORTS,
	shareDashboard: DASHBOARD,
	deleteDashboard: LIVE_REPORTS,
	addWidget: DASHBOARD,
	editWidget: DASHBOARD,
	removeWidget: DASHBOARD,
	recordViewing: LIVE_REPORTS,
	pinAnalytics: ['/app/'],
	setExempt: WHAT_IF,
	setWhatIfs: WHAT_IF,
	applyWhatIf: WHAT_IF,
	stopMonitoring: WHAT_IF,
	setOwned: WHAT_IF
};

/** The page of a command; null: the header, also for one that nobody knows, which will be refused. */
export function spotOf(name: string, input: unknown): Spot | null {
	const page = Object.hasOwn(PAGES, name) ? PAGES[name as CommandName] : null;
	if (!page) return null;
	const [path, query, key] = page;
	const id = key === undefined ? undefined : (input as Readonly<Record<string, unknown>>)[key];
	return { path, extra: query !== undefined && typeof id === 'string' ? { [query]: id } : {} };
}
