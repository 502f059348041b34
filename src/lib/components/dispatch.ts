import { type CommandInput, type CommandName } from '$lib/commands';
import { notDoneSentence, type NotDoneReason } from '$lib/text/refusals';

/** Does a command; answers why it was not done, or null. */
export type Dispatch = <Name extends CommandName>(
	name: Name,
	input: CommandInput<Name>
) => Promise<NotDoneReason | null>;

/** Why a command was not done, as a sentence, or null. */
export async function whyNot(done: Promise<NotDoneReason | null>): Promise<string | null> {
	const reason = await done;
	return reason && notDoneSentence(reason);
}
