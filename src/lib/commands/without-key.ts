/** The item without a key: not there at all, as where it never was. */
export function withoutKey<T extends object, Key extends keyof T>(item: T, key: Key): Omit<T, Key> {
	const copy: Partial<T> = { ...item };
	delete copy[key];
	return copy as Omit<T, Key>;
}
