import { type StoreFault } from '$lib/domain/fault';
import { type SandboxDatabase } from './db';

/** Whether the database was taken from this tab: a newer tab upgrades it, somebody deletes it, the browser clears it. */
export class Closing {
	#fault = $state.raw<StoreFault>();

	constructor(db: SandboxDatabase) {
		const tell = () => {
			this.#fault = { code: 'STORAGE_CLOSED', detail: 'closed from outside' };
		};
		db.on('close', tell);
		db.on('versionchange', tell);
	}

	/** STORAGE_CLOSED once it was; then nothing here can be saved or read any more until a reload. */
	get fault(): StoreFault | undefined {
		return this.#fault;
	}
}
