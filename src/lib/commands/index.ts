import { type Refusal } from '$lib/domain/refusal';
import { failed, type Result } from '$lib/domain/result';
import { type Scenario } from '$lib/domain/scenario';
import { type z } from '$lib/domain/zod';
import { addCostCenter } from './add-cost-center';
import { type Command } from './command';
import { editAccount } from './edit-account';
import { editCostCenter } from './edit-cost-center';
import { editPerson } from './edit-person';
import { removeCostCenter } from './remove-cost-center';
import { renameScenario } from './rename-scenario';
import { setAssumption } from './set-assumption';
import { setClock } from './set-clock';
import { stepClock } from './step-clock';

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
	editPerson
} as const;

export type CommandName = keyof typeof COMMANDS;
/** The input of the command with this name. */
export type CommandInput<Name extends CommandName> = z.input<(typeof COMMANDS)[Name]['input']>;

/** What was asked for: a command's name and its input, as the journal keeps it. */
export interface Asked {
	readonly name: string;
	readonly input: unknown;
}

/** Checks the input, also stripping any proxy, and applies the command (S1). Pure. */
export function apply(scenario: Scenario, { name, input }: Asked): Result<Scenario, Refusal> {
	if (!Object.hasOwn(COMMANDS, name)) return failed({ code: 'UNKNOWN_COMMAND', name });
	const known = COMMANDS[name as CommandName] as unknown as Command<unknown>;
	const parsed = known.input.safeParse(input);
	if (parsed.success) return known.apply(scenario, parsed.data);
	const [issue] = parsed.error.issues;
	return failed({
		code: 'INVALID_INPUT',
		path: issue?.path.map(String).join('.') ?? '',
		problem: issue?.message ?? ''
	});
}

/** What the journal and the undo button call a command. */
export const commandLabel = (name: string): string =>
	Object.hasOwn(COMMANDS, name) ? COMMANDS[name as CommandName].label : name;
