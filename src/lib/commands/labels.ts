import { type CommandName } from './index';

/** What the journal and the undo button call a command. Apart from the commands: pages need no more than this. */
const LABELS: Readonly<Record<CommandName, string>> = {
	renameScenario: 'Rename the scenario',
	stepClock: 'Step the clock',
	setClock: 'Set the clock',
	editAccount: 'Edit the account',
	addCostCenter: 'Add a cost center',
	editCostCenter: 'Edit a cost center',
	removeCostCenter: 'Remove a cost center',
	setAssumption: 'Switch an assumption',

	addPeople: 'Add people',
	editPerson: 'Edit a person',
	setRole: 'Assign a role',
	setCostCenter: 'Set the cost center',
	setStatus: 'Set the status',
	setBooster: 'Set the Booster mark',
	removePeople: 'Remove people',

	addRole: 'Create a role',
	editRole: 'Edit a role',
	removeRole: 'Remove a role',
	setDefaultRole: 'Set the default role',

	addQueues: 'Add call queues',
	editQueue: 'Edit a call queue',
	removeQueue: 'Remove a call queue',
	addMembers: 'Add queue members',
	removeMembers: 'Remove queue members',
	editMembership: 'Edit a membership',

	confirmOrder: 'Confirm an order',

	addDashboard: 'Create a dashboard',
	renameDashboard: 'Rename a dashboard',
	shareDashboard: 'Share a dashboard',
	deleteDashboard: 'Delete a dashboard',
	addWidget: 'Add a widget',
	editWidget: 'Edit a widget',
	removeWidget: 'Remove a widget',

	recordViewing: 'View a dashboard',
	setRoutine: 'Set the viewing routine',
	playDay: 'Play a day',
	pinAnalytics: 'Move Analytics',

	setExempt: 'Change exemptions',
	setWhatIfs: 'Edit what-ifs',
	applyWhatIf: 'Apply a what-if',
	stopMonitoring: 'Stop monitoring',
	setOwned: 'Set licenses owned'
};

/** A name that no command has is its own label: an entry of a newer version. */
export const commandLabel = (name: string): string =>
	Object.hasOwn(LABELS, name) ? LABELS[name as CommandName] : name;
