import { type WhatIfChange } from '$lib/domain/what-if';
import { type Asked } from './command';

/** Commands that are about the list of what-ifs itself: a change of a what-if can't be one. */
const NOT_CHANGES: readonly string[] = ['setWhatIfs', 'applyWhatIf'];

/** What a change of a what-if asks for; what can't be asked has a name that no command has. */
export function askedBy({ command, input }: WhatIfChange): Asked {
	if (NOT_CHANGES.includes(command)) return { name: `${command} in a what-if`, input: null };
	try {
		return { name: command, input: JSON.parse(input) as unknown };
	} catch {
		// Not JSON: the command's own parse refuses nothing at all.
		return { name: command, input: undefined };
	}
}
