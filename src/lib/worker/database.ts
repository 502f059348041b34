import { type SandboxDatabase } from '../store/db';
import { openDatabase } from '../store/open';

/**
 * The database of this thread, opened on first use; a failed or lost one is opened again at the next call.
 * The page has opened it before: one that is gone by now is not made anew, for what was in it is in nobody's hands.
 */
export function database(): () => Promise<SandboxDatabase> {
	let db: Promise<SandboxDatabase> | undefined;
	return async () => {
		const known = await db?.catch(() => undefined); // whoever opened it was told
		if (known?.isOpen()) return known;
		if (known) db = undefined;
		db ??= openDatabase(undefined, { mustExist: true });
		try {
			return await db;
		} catch (error) {
			db = undefined;
			throw error;
		}
	};
}
