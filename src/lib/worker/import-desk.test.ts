import { expect, test } from 'vitest';
import { type ImportChoices } from '$lib/domain/import';
import { ImportDesk } from './import-desk';
import { type Context } from './serve';

const CHOICES: ImportChoices = {
	mappings: {},
	fixes: {},
	timeZone: 'UTC',
	asOf: '2026-11-24T14:00:00Z',
	name: 'Mine'
};
const context: Context = {
	retried: false,
	progress: () => undefined,
	pause: () => Promise.resolve(),
	transfer: () => undefined
};

/** A file that counts how often it is read. */
function counted(id: string, text: string) {
	const file = new File([text], `${id}.csv`);
	const reads = { count: 0 };
	const read = file.arrayBuffer.bind(file);
	file.arrayBuffer = () => (reads.count++, read());
	return { reads, one: { id, name: file.name, file } };
}

test('[S9] each file is read once, however often the draft is asked for, and again after it was put aside', async () => {
	const desk = new ImportDesk();
	const { reads, one } = counted('people', 'Name,Extension\nAnn,101\n');
	for (const name of ['Mine', 'Ours']) {
		const { faults, answer } = await desk.draft({ files: [one], choices: { ...CHOICES, name } }, context);
		expect(faults).toEqual({});
		expect(answer).toMatchObject({ kind: 'draft', view: { counts: { people: 1 }, compared: null } });
	}
	expect(reads.count).toBe(1);
	const scenario = await desk.scenario({ files: [one], choices: CHOICES }, context);
	expect(scenario).toMatchObject({ name: 'Mine', people: [{ name: 'Ann' }] });
	desk.clear();
	await desk.draft({ files: [one], choices: CHOICES }, context);
	expect(reads.count).toBe(2);
});

test('[S9] a file with a fault is told by its id, the others are drafted, and no scenario comes of it', async () => {
	const desk = new ImportDesk();
	const files = [counted('people', 'Name,Extension\nAnn,101\n').one, counted('broken', '%PDF-1.7').one];
	const { faults, answer } = await desk.draft({ files, choices: CHOICES }, context);
	expect(faults).toMatchObject({ broken: { code: 'OTHER_KIND', detail: { looksLike: 'pdf' } } });
	expect(answer).toMatchObject({ kind: 'draft', view: { counts: { people: 1 } } });
	expect(await desk.scenario({ files, choices: CHOICES }, context)).toBeUndefined();
});
