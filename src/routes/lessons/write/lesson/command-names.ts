import { type LessonCommand } from '$lib/domain/lesson';
import { allRoles } from '$lib/domain/role';
import { type Scenario } from '$lib/domain/scenario';
import { type Kind, type NameOf } from '$lib/text/history';

interface Named {
	readonly id: string;
	readonly name: string;
}

/** The names that commands speak of: those of the lesson's start, and of what the commands make themselves. */
export function commandNames(start: Scenario | undefined, commands: readonly LessonCommand[]): NameOf {
	const lists: Readonly<Record<Kind, readonly Named[]>> = {
		person: start?.people ?? [],
		role: allRoles(start?.roles ?? []),
		queue: start?.queues ?? [],
		dashboard: start?.dashboards ?? [],
		costCenter: start?.account.costCenters ?? []
	};
	const names = new Map<string, string>();
	for (const kind of Object.keys(lists) as Kind[])
		for (const { id, name } of lists[kind]) names.set(`${kind} ${id}`, name);
	const made = new Map(commands.flatMap(({ input }) => namedIn(input)).map(({ id, name }) => [id, name]));
	return (kind, id) => names.get(`${kind} ${id}`) ?? made.get(id);
}

/** Whatever in a command's input has an id and a name. */
function namedIn(value: unknown): readonly Named[] {
	if (Array.isArray(value)) return value.flatMap(namedIn);
	if (typeof value !== 'object' || value === null) return [];
	const { id, name } = value as { id?: unknown; name?: unknown };
	const own = typeof id === 'string' && typeof name === 'string' ? [{ id, name }] : [];
	return [...own, ...Object.values(value).flatMap(namedIn)];
}
