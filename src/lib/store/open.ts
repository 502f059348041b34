import { SandboxDatabase, SCHEMA_VERSION } from './db';
import { StoreError } from './fault';

/** How long to wait for another tab that holds the database: a queued tab gets no event (measured). */
const PATIENCE_MS = 5_000;

/**
 * Opens the database. Refuses one that newer code has upgraded: Dexie itself would open and write it.
 * @throws StoreError NEWER_DATABASE, STORAGE_BLOCKED; other errors as Dexie gives them (see toStoreFault)
 */
export async function openDatabase(name?: string): Promise<SandboxDatabase> {
	const db = new SandboxDatabase(name);
	db.on(
		'ready',
		() => {
			// Dexie multiplies its versions by ten.
			const version = db.backendDB().version / 10;
			if (version > SCHEMA_VERSION) throw new StoreError('NEWER_DATABASE', `version ${version}`);
		},
		true
	);
	// Another tab wants to upgrade or delete: let it, and stop writing (autoOpen is off).
	db.on('versionchange', () => db.close());
	let timer: ReturnType<typeof setTimeout> | undefined;
	const patience = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new StoreError('STORAGE_BLOCKED', 'another tab holds it')), PATIENCE_MS);
	});
	try {
		await Promise.race([db.open(), patience]);
		return db;
	} catch (error) {
		db.close();
		throw error;
	} finally {
		clearTimeout(timer);
	}
}
