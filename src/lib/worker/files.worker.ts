import { failed, ok } from '$lib/domain/result';
import { readLink } from '../files/read-link';
import { readScenario, type ScenarioDraft } from '../files/read-scenario';
import { LIMITS } from '../files/limits';
import { toStoreFault } from '../store/fault';
import { createScenario, pack } from '../store/library';
import { database } from './database';
import { type FileCalls } from './protocol';
import { serve, type Port } from './serve';

const open = database();
let draft: ScenarioDraft | undefined;

serve<FileCalls>(
	globalThis as unknown as Port,
	{
		read: async ({ file }, context) => {
			draft = undefined;
			if (file.size > LIMITS.bytes)
				return failed([{ code: 'TOO_LARGE', path: '', detail: { bytes: file.size, limit: LIMITS.bytes } }]);
			context.progress({ stage: 'reading', done: null });
			const bytes = new Uint8Array(await file.arrayBuffer());
			await context.pause();
			const read = await readScenario(bytes, {
				onProgress: async (done) => {
					context.progress({ stage: 'checking', done });
					await context.pause();
				}
			});
			if (!read.ok) return read;
			draft = read.value;
			const { scenario, counts } = draft;
			return ok({
				fileName: file.name,
				name: scenario.name,
				accountName: scenario.account.name,
				asOf: scenario.asOf,
				timeZone: scenario.account.timeZone,
				counts
			});
		},
		create: async ({ id, at }, context) => {
			if (!draft) return false;
			context.progress({ stage: 'saving', done: null });
			await createScenario(await open(), id, pack(draft.scenario), at);
			draft = undefined;
			return true;
		},
		readLink: ({ code }) => readLink(code)
	},
	toStoreFault
);
