/** The names of everything that has an id and a name, wherever it stands in some data. */
export function namesIn(data: unknown): ReadonlyMap<string, string> {
	const names = new Map<string, string>();
	const look = (value: unknown): void => {
		if (typeof value !== 'object' || value === null) return;
		const { id, name } = value as { readonly id?: unknown; readonly name?: unknown };
		if (typeof id === 'string' && typeof name === 'string') names.set(id, name);
		for (const inner of Object.values(value)) look(inner);
	};
	look(data);
	return names;
}
