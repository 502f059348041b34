import { type ImportDraft, type ImportFault } from '$lib/domain/import';
import { failed, type Result } from '$lib/domain/result';
import { type Scenario } from '$lib/domain/scenario';
import { buildIndex } from '../engine/columnar';
import { evaluate } from '../engine/evaluate';
import { buildDraft } from '../files/build-draft';
import { compareStated } from '../files/compare-stated';
import { IMPORT_LIMITS } from '../files/import-limits';
import { countsOf } from '../files/read-scenario';
import { readSource, type Source } from '../files/read-source';
import { type Drafted, type DraftView, type ImportFile, type ImportInput } from './protocol';
import { type Context } from './serve';

/** Room for the whole file in memory beside what is made of it; nothing is read of a larger one. */
const tooLarge = ({ name, file }: ImportFile): ImportFault => ({
	code: 'FILE_TOO_LARGE',
	place: { file: name },
	detail: { bytes: file.size, limit: IMPORT_LIMITS.bytes }
});

/** The files of one draft, each read once; the draft is built again with every other choice. */
export class ImportDesk {
	readonly #read = new Map<string, Result<Source, ImportFault>>();
	#last: { readonly key: string; readonly draft: ImportDraft } | undefined;

	clear(): void {
		this.#read.clear();
		this.#last = undefined;
	}

	async draft(input: ImportInput, context: Context): Promise<Drafted> {
		await this.#readAll(input.files, context);
		const faults: Record<string, ImportFault> = {};
		const sources: Source[] = [];
		for (const { id } of input.files) {
			const read = this.#read.get(id)!;
			if (read.ok) sources.push(read.value);
			else faults[id] = read.error;
		}
		if (sources.length === 0) return { faults, answer: null };
		const built = await buildDraft(sources, input.choices, {
			onProgress: async (done) => {
				context.progress({ stage: 'checking', done });
				await context.pause();
			}
		});
		if (!built.ok) return { faults, answer: { kind: 'fault', fault: built.error } };
		if (built.value.kind === 'mapping') return { faults, answer: built.value };
		context.progress({ stage: 'counting', done: null });
		await context.pause();
		const { draft } = built.value;
		this.#last = Object.keys(faults).length > 0 ? undefined : { key: keyOf(input), draft };
		return { faults, answer: { kind: 'draft', view: viewOf(draft) } };
	}

	/** The scenario of exactly these files and choices; undefined: a file has a fault, or a table is in doubt. */
	async scenario(input: ImportInput, context: Context): Promise<Scenario | undefined> {
		if (this.#last?.key !== keyOf(input)) {
			const { faults, answer } = await this.draft(input, context);
			if (Object.keys(faults).length > 0 || answer?.kind !== 'draft') return undefined;
		}
		return this.#last?.draft.scenario;
	}

	async #readAll(files: readonly ImportFile[], context: Context): Promise<void> {
		const wanted = new Set(files.map(({ id }) => id));
		for (const id of this.#read.keys()) if (!wanted.has(id)) this.#read.delete(id);
		const left = files.filter(({ id }) => !this.#read.has(id));
		for (const [i, one] of left.entries()) {
			const { id, name, file } = one;
			if (file.size > IMPORT_LIMITS.bytes) {
				this.#read.set(id, failed(tooLarge(one)));
				continue;
			}
			const onProgress = async (done: number) => {
				context.progress({ stage: 'reading', done: (i + done) / left.length });
				await context.pause();
			};
			await onProgress(0);
			const bytes = new Uint8Array(await file.arrayBuffer());
			this.#read.set(id, await readSource(bytes, name, { onProgress }));
		}
	}
}

const keyOf = ({ files, choices }: ImportInput): string =>
	JSON.stringify([files.map(({ id }) => id), choices]);

function viewOf(draft: ImportDraft): DraftView {
	const { scenario, problems, problemCount, groups, notes, tables } = draft;
	const { figures } = evaluate(buildIndex(scenario), scenario).summary;
	return {
		problems,
		problemCount,
		groups,
		notes,
		tables,
		asOf: scenario.asOf,
		figures,
		compared: compareStated(draft, figures),
		counts: countsOf(scenario)
	};
}
