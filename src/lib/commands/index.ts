import { type Refusal } from '$lib/domain/refusal';
import { failed, type Result } from '$lib/domain/result';
import { type Scenario } from '$lib/domain/scenario';
import { type z } from '$lib/domain/zod';
import { addCostCenter } from './add-cost-center';
import { addDashboard } from './add-dashboard';
import { addMembers } from './add-members';
import { addPeople } from './add-people';
import { addQueues } from './add-queues';
import { addRole } from './add-role';
import { addWidget } from './add-widget';
import { applyWhatIf } from './apply-what-if';
import { type Asked, type Command } from './command';
import { confirmOrder } from './confirm-order';
import { deleteDashboard } from './delete-dashboard';
import { editAccount } from './edit-account';
import { editCostCenter } from './edit-cost-center';
import { editMembership } from './edit-membership';
import { editPerson } from './edit-person';
import { editQueue } from './edit-queue';
import { editRole } from './edit-role';
import { editWidget } from './edit-widget';
import { forbidden } from './forbidden';
import { pinAnalytics } from './pin-analytics';
import { playDay } from './play-day';
import { recordViewing } from './record-viewing';
import { removeCostCenter } from './remove-cost-center';
import { removeMembers } from './remove-members';
import { removePeople } from './remove-people';
import { removeQueue } from './remove-queue';
import { removeRole } from './remove-role';
import { removeWidget } from './remove-widget';
import { renameDashboard } from './rename-dashboard';
import { renameScenario } from './rename-scenario';
import { setAssumption } from './set-assumption';
import { setBooster } from './set-booster';
import { setClock } from './set-clock';
import { setCostCenter } from './set-cost-center';
import { setDefaultRole } from './set-default-role';
import { setExempt } from './set-exempt';
import { setRole } from './set-role';
import { setRoutine } from './set-routine';
import { setOwned } from './set-owned';
import { setStatus } from './set-status';
import { setWhatIfs } from './set-what-ifs';
import { shareDashboard } from './share-dashboard';
import { stepClock } from './step-clock';
import { stopMonitoring } from './stop-monitoring';

/** The registry: every change that a scenario can undergo. */
export const COMMANDS = {
	renameScenario,
	stepClock,
	setClock,
	editAccount,
	addCostCenter,
	editCostCenter,
	removeCostCenter,
	setAssumption,

	addPeople,
	editPerson,
	setRole,
	setCostCenter,
	setStatus,
	setBooster,
	removePeople,

	addRole,
	editRole,
	removeRole,
	setDefaultRole,

	addQueues,
	editQueue,
	removeQueue,
	addMembers,
	removeMembers,
	editMembership,

	confirmOrder,

	addDashboard,
	renameDashboard,
	shareDashboard,
	deleteDashboard,
	addWidget,
	editWidget,
	removeWidget,

	recordViewing,
	setRoutine,
	playDay,
	pinAnalytics,

	setWhatIfs,
	setExempt,
	applyWhatIf,
	stopMonitoring,
	setOwned
} as const;

export type CommandName = keyof typeof COMMANDS;
/** The input of the command with this name. */
export type CommandInput<Name extends CommandName> = z.output<(typeof COMMANDS)[Name]['input']>;

/** Checks the input, also stripping any proxy, and the permissions, and applies the command (S1). Pure. */
export function apply(scenario: Scenario, { name, input, actor = null }: Asked): Result<Scenario, Refusal> {
	if (!Object.hasOwn(COMMANDS, name)) return failed({ code: 'UNKNOWN_COMMAND', name });
	const known = COMMANDS[name as CommandName] as unknown as Command<unknown>;
	const parsed = known.input.safeParse(input);
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		const path = issue?.path.map(String).join('.') ?? '';
		return failed({ code: 'INVALID_INPUT', path, problem: issue?.message ?? '' });
	}
	const { needs = [] } = known;
	const needed = typeof needs === 'function' ? needs(scenario, parsed.data) : needs;
	const refusal = forbidden(scenario, actor, needed);
	return refusal ? failed(refusal) : known.apply(scenario, parsed.data, actor, apply);
}
