import { type SandboxDatabase } from '../store/db';
import { openDatabase } from '../store/open';

/**
 * The database of this thread, opened on first use; a failed or lost one is opened again at the next call.
 * One that was open and is gone by then is not made anew: what was in it is not in this thread's hands.
 */
export function database(): () => Promise<SandboxDatabase> {
	let db: Promise<SandboxDatabase> | undefined;
	let wasOpen = false;
	return async () => {
		const known = await db?.catch(() => undefined); // whoever opened it was told
		wasOpen ||= known !== undefined;
		if (known?.isOpen()) return known;
		if (known) db = undefined;
		db ??= openDatabase(undefined, wasOpen);
		try {
			return await db;
		} catch (error) {
			db = undefined;
			throw error;
		}
	};
}
