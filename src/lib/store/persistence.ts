/** What the browser says of the site's data (S7). */
export interface Keeping {
	/** The browser has promised not to clear it by itself; null where it can't say. */
	readonly persisted: boolean | null;
	/** Bytes in use, as the browser estimates them; null where it can't say. */
	readonly usage: number | null;
}

const UNKNOWN: Keeping = { persisted: null, usage: null };

/** The browser's storage manager; it is missing where a site is served without TLS. */
export type Manager = Pick<StorageManager, 'persist' | 'persisted' | 'estimate'> | undefined;

export async function keepingOf(manager: Manager): Promise<Keeping> {
	try {
		const [persisted, estimate] = await Promise.all([manager?.persisted(), manager?.estimate()]);
		return { persisted: persisted ?? null, usage: estimate?.usage ?? null };
	} catch {
		return UNKNOWN; // storage is denied: the browser says nothing
	}
}

/** Asks the browser to keep the data. Some ask the user, so call it only after the user's own doing. */
export async function askToKeep(manager: Manager): Promise<void> {
	try {
		await manager?.persist();
	} catch {
		// denied: what Settings says of it stays true
	}
}
