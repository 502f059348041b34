import { type CommandInput, type CommandName } from '$lib/commands';
import { type NotDoneReason } from '$lib/text/refusals';

/** Does a command; answers why it was not done, or null. */
export type Dispatch = <Name extends CommandName>(
	name: Name,
	input: CommandInput<Name>
) => Promise<NotDoneReason | null>;
