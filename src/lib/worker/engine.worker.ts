import { type SandboxDatabase } from '../store/db';
import { toStoreFault } from '../store/fault';
import { openDatabase } from '../store/open';
import { engineCalls } from './engine-calls';
import { type EngineCalls } from './protocol';
import { serve, type Port } from './serve';

let db: Promise<SandboxDatabase> | undefined;

/** The database, opened on first use; a failed or lost one is opened again at the next call. */
async function open(): Promise<SandboxDatabase> {
	const known = await db?.catch(() => undefined); // whoever opened it was told
	if (known?.isOpen()) return known;
	if (known) db = undefined;
	db ??= openDatabase();
	try {
		return await db;
	} catch (error) {
		db = undefined;
		throw error;
	}
}

serve<EngineCalls>(globalThis as unknown as Port, engineCalls(open), toStoreFault);
