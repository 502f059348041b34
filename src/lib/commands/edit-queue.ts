import { Id } from '$lib/domain/id';
import { failed, ok } from '$lib/domain/result';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { doubleExtension } from './extensions';
import { changeQueue } from './memberships';
import { blankText } from './needed-text';
import { unknownPerson } from './people';
import { sameValues } from './same-values';

/** Renames a queue, changes its extension or its managers; members stay. */
export const editQueue = command({
	input: z.strictObject({ id: Id, name: z.string(), extension: z.string(), managerIds: z.array(Id) }),
	needs: ['queues.manage'],
	apply: (scenario, { id, name, extension, managerIds }) =>
		changeQueue(scenario, id, (queue) => {
			const managers = [...new Set(managerIds)];
			const said = { name, extension };
			const changed = (['name', 'extension'] as const).filter((key) => queue[key] !== said[key]);
			if (changed.length === 0 && sameValues(queue.managerIds ?? [], managers)) return ok(queue);
			const edited = { ...queue, name, extension, managerIds: managers };
			const refusal =
				blankText(said, changed) ??
				(changed.includes('extension') ? doubleExtension(scenario, [edited], queue) : undefined) ??
				unknownPerson(scenario, managers);
			return refusal ? failed(refusal) : ok(edited);
		})
});
