import { type Id } from '$lib/domain/id';
import { type Permission } from '$lib/domain/permission';
import { type Refusal } from '$lib/domain/refusal';
import { type Result } from '$lib/domain/result';
import { type Scenario } from '$lib/domain/scenario';
import { type z } from '$lib/domain/zod';

/** What was asked for: a command's name and its input, as the journal keeps it. */
export interface Asked {
	readonly name: string;
	readonly input: unknown;
	/** Who acts; null or absent: the Trainer, who may do everything. */
	readonly actor?: Id | null;
}

/**
 * One intention of a user (S1). `input` checks what comes in, ids and instants included; `apply` is pure:
 * a new scenario that shares the untouched parts, the same scenario where nothing changes, or a refusal.
 */
export interface Command<Input> {
	readonly input: z.ZodType<Input>;
	/** The permissions that whoever acts must hold, checked before `apply`; absent: the sandbox's own control. */
	readonly needs?: readonly Permission[] | ((scenario: Scenario, input: Input) => readonly Permission[]);
	/** `actor`: who acts, or null for the Trainer. `one`: does another command, for those that are made of several. */
	readonly apply: (
		scenario: Scenario,
		input: Input,
		actor: Id | null,
		one: (scenario: Scenario, asked: Asked) => Result<Scenario, Refusal>
	) => Result<Scenario, Refusal>;
}

/** Declares a command; only fixes the type of its input. */
export const command = <Input>(definition: Command<Input>): Command<Input> => definition;
