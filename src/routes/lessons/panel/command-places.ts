import { type CommandName } from '$lib/commands';
import { type Place } from '$lib/text/places';

/** Where each command is given by hand. The clock and the scenario's name are in view everywhere: Home stands for that. */
const PLACES: Readonly<Record<CommandName, Place>> = {
	renameScenario: 'home',
	stepClock: 'home',
	setClock: 'home',
	playDay: 'home',
	setRoutine: 'home',
	editAccount: 'settings',
	setAssumption: 'settings',
	addCostCenter: 'billing',
	editCostCenter: 'billing',
	removeCostCenter: 'billing',
	confirmOrder: 'billing',
	addPeople: 'admin',
	editPerson: 'admin',
	setRole: 'admin',
	setCostCenter: 'admin',
	setStatus: 'admin',
	setBooster: 'admin',
	removePeople: 'admin',
	addRole: 'admin',
	editRole: 'admin',
	removeRole: 'admin',
	setDefaultRole: 'admin',
	addQueues: 'admin',
	editQueue: 'admin',
	removeQueue: 'admin',
	addMembers: 'admin',
	removeMembers: 'admin',
	editMembership: 'admin',
	addDashboard: 'analytics',
	renameDashboard: 'analytics',
	shareDashboard: 'analytics',
	deleteDashboard: 'analytics',
	addWidget: 'analytics',
	editWidget: 'analytics',
	removeWidget: 'analytics',
	recordViewing: 'analytics',
	pinAnalytics: 'app',
	setExempt: 'what-if',
	setWhatIfs: 'what-if',
	applyWhatIf: 'what-if',
	stopMonitoring: 'what-if',
	setOwned: 'what-if'
};

/** The place of a command; of one that nobody knows, which will be refused, Home. */
export const placeOfCommand = (name: string): Place =>
	Object.hasOwn(PLACES, name) ? PLACES[name as CommandName] : 'home';
