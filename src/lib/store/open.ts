import { Dexie } from 'dexie';
import { SandboxDatabase } from './db';
import { StoreError } from './fault';
import { type Migration } from './migrations';

/** How long to wait for another tab that holds the database: a queued tab gets no event (measured). */
const PATIENCE_MS = 5_000;

export interface OpenOptions {
	/** For opening again: a database that is gone is not made anew behind the user's back. */
	readonly mustExist?: boolean;
	/** Infinity: as long as it takes, where somebody is told that it takes long. */
	readonly patienceMs?: number;
	/** Instead of those that are out: for tests. */
	readonly migrations?: readonly Migration[];
}

/**
 * Opens the database. Refuses one that newer code has upgraded: Dexie itself would open it, add the tables
 * that it misses, and write. One that somebody else upgrades or deletes later lets go of it and stays closed.
 * @throws StoreError NEWER_DATABASE, STORAGE_BLOCKED, STORAGE_CLOSED; other errors as Dexie gives them (see toStoreFault)
 */
export async function openDatabase(
	name?: string,
	{ mustExist = false, patienceMs = PATIENCE_MS, migrations }: OpenOptions = {}
): Promise<SandboxDatabase> {
	const db = new SandboxDatabase(name, migrations);
	// Again once it is open: newer code may have been faster.
	db.on('ready', () => refuseNewer(db.backendDB().version, db), true);
	db.on('versionchange', () => {
		db.close();
		return false; // Dexie would do the same, and warn
	});
	db.on('blocked', () => false); // Dexie would warn; the layout tells by the time that it takes
	let timer: ReturnType<typeof setTimeout> | undefined;
	const patience = new Promise<never>((_, reject) => {
		if (patienceMs === Infinity) return;
		timer = setTimeout(() => reject(new StoreError('STORAGE_BLOCKED', 'another tab holds it')), patienceMs);
	});
	const opening = versionOnDisk(db.name).then(async (version) => {
		refuseNewer(version, db);
		if (mustExist && version === 0) throw new StoreError('STORAGE_CLOSED', 'the database is gone');
		if (!db.isGivenUp) await db.open();
	});
	try {
		await Promise.race([opening, patience]);
		return db;
	} catch (error) {
		db.isGivenUp = true;
		db.close();
		throw error;
	} finally {
		clearTimeout(timer);
	}
}

/** Dexie multiplies its versions by ten. */
function refuseNewer(native: number, { schemaVersion }: SandboxDatabase): void {
	const version = native / 10;
	if (version >= schemaVersion + 1) throw new StoreError('NEWER_DATABASE', `version ${version}`);
}

/** The version that the database has now, as the platform counts; 0 where there is none. Makes none. */
function versionOnDisk(name: string): Promise<number> {
	const platform = Dexie.dependencies.indexedDB as IDBFactory | undefined;
	if (!platform) return Promise.resolve(0); // Dexie then says what is missing
	return new Promise((resolve, reject) => {
		const request = platform.open(name);
		let isNew = false;
		request.onupgradeneeded = () => {
			isNew = true;
			request.transaction?.abort();
		};
		request.onsuccess = () => {
			const { version } = request.result;
			request.result.close();
			resolve(version);
		};
		request.onerror = () => {
			if (isNew) resolve(0);
			else reject(request.error ?? new Error('no reason given'));
		};
	});
}
