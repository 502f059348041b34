/** Whether two pieces of plain data say the same; a key that is undefined is a key that is not there. */
export function sameValues(a: unknown, b: unknown): boolean {
	if (Object.is(a, b)) return true;
	if (!isRecord(a) || !isRecord(b) || Array.isArray(a) !== Array.isArray(b)) return false;
	const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
	return [...keys].every((key) => sameValues(a[key], b[key]));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null;
