import { type ImportChoices } from '$lib/domain/import';
import { toInstant } from '$lib/domain/instant';
import { type ImportFile } from '$lib/worker/protocol';

/** The files and more, each with an id and a name of its own: “list.csv”, then “list.csv (2)”. */
export function withFiles(
	files: readonly ImportFile[],
	added: readonly File[],
	newId: () => string
): readonly ImportFile[] {
	const taken = new Set(files.map(({ name }) => name));
	const more = added.map((file): ImportFile => {
		let name = file.name;
		for (let n = 2; taken.has(name); n++) name = `${file.name} (${n})`;
		taken.add(name);
		return { id: newId(), name, file };
	});
	return [...files, ...more];
}

/** What is chosen before the user chose: the first file's name, this computer's zone, and now (milliseconds). */
export function firstChoices(files: readonly ImportFile[], now: number): ImportChoices {
	const name = (files[0]?.name ?? '').replace(/\.[a-z]{2,5}$/i, '').slice(0, 100);
	return {
		mappings: {},
		fixes: {},
		timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
		asOf: toInstant(Math.floor(now / 1000)),
		name: name.trim() || 'My account'
	};
}
