import { type FileFault } from '$lib/domain/fault';
import { failed, ok, type Result } from '$lib/domain/result';
import { openedAs } from '../files/read-source';
import { IMPORT_LIMITS } from '../files/import-limits';
import { readPackCode } from '../files/pack-link';
import { readLink } from '../files/read-link';
import { LIMITS } from '../files/limits';
import { type BackupDraft, readBackup } from '../files/read-backup';
import { type ReadOptions } from '../files/read-json';
import { readNotes, readPack } from '../files/read-pack';
import { readResult } from '../files/read-result';
import { readScenario, type ScenarioDraft } from '../files/read-scenario';
import { Copies, ownFiles } from '../store/copies';
import { toStoreFault } from '../store/fault';
import { createScenario, pack, restoreBackup } from '../store/library';
import { copyCalls } from './copy-calls';
import { restoredLessons } from './backup-calls';
import { database } from './database';
import { ImportDesk } from './import-desk';
import { type FileCalls } from './protocol';
import { ownPort } from './own-port';
import { type Context, serve } from './serve';

const open = database();
let draft: ScenarioDraft | undefined;
let backup: BackupDraft | undefined;
const desk = new ImportDesk();

serve<FileCalls>(
	ownPort(),
	{
		...copyCalls(open, new Copies(ownFiles())),
		openedAs: async ({ file }) => {
			if (file.size <= IMPORT_LIMITS.bytes)
				return openedAs(new Uint8Array(await file.arrayBuffer()), file.name);
			return /\.json$/i.test(file.name) ? 'scenario' : 'own'; // only scenarios may be as large; nothing else of it is known yet
		},
		read: async ({ file }, context) => {
			draft = undefined;
			const read = await readWith(readScenario, file, context);
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
		readBackup: async ({ file }, context) => {
			backup = undefined;
			const read = await readWith(readBackup, file, context);
			if (!read.ok) return read;
			backup = read.value;
			const scenarios = backup.entries.map(({ scenario: { name }, deleted, counts }) => ({
				name,
				deleted,
				counts
			}));
			const kept = backup.lessons;
			const lessons = kept && {
				packs: kept.packs.length,
				drafts: kept.drafts.length,
				begun: kept.progress.length
			};
			return ok({ fileName: file.name, madeAt: backup.madeAt, scenarios, lessons });
		},
		restore: async ({ picked, draftIds, at }, context) => {
			if (!backup) return false;
			const { entries, lessons } = backup;
			context.progress({ stage: 'saving', done: null });
			const chosen = picked.flatMap(({ index, id }) => {
				const entry = entries[index];
				return entry ? [{ ...entry, id }] : [];
			});
			const idOf = (scenario: number) => picked.find(({ index }) => index === scenario)?.id;
			const kept = lessons && draftIds ? restoredLessons(lessons, idOf, draftIds) : undefined;
			await restoreBackup(await open(), chosen, at, kept);
			backup = undefined;
			return true;
		},
		draft: (input, context) => desk.draft(input, context),
		createDraft: async ({ id, at, ...input }, context) => {
			const scenario = await desk.scenario(input, context);
			if (!scenario) return false;
			context.progress({ stage: 'saving', done: null });
			await createScenario(await open(), id, pack(scenario), at);
			desk.clear();
			return true;
		},
		putAside: () => {
			desk.clear();
			return null;
		},
		readLink: ({ code }) => readLink(code),
		readPackLink: ({ code, samples }) => readPackCode(code, new Set(samples)),
		readPack: ({ file, samples }, context) =>
			readWith((bytes) => readPack(bytes, new Set(samples)), file, context),
		readNotes: ({ file }, context) => readWith(readNotes, file, context),
		readResult: ({ file }, context) => readWith(readResult, file, context)
	},
	toStoreFault
);

/** Reads a file by one of the readers, and says how far it has come. */
async function readWith<T>(
	reader: (bytes: Uint8Array, options: ReadOptions) => Promise<Result<T, readonly FileFault[]>>,
	file: Blob,
	context: Context
): Promise<Result<T, readonly FileFault[]>> {
	if (file.size > LIMITS.bytes)
		return failed([{ code: 'TOO_LARGE', path: '', detail: { bytes: file.size, limit: LIMITS.bytes } }]);
	context.progress({ stage: 'reading', done: null });
	const bytes = new Uint8Array(await file.arrayBuffer());
	await context.pause();
	return reader(bytes, {
		onProgress: async (done) => {
			context.progress({ stage: 'checking', done });
			await context.pause();
		}
	});
}
