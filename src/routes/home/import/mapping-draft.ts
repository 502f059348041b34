import {
	type CandidateColumn,
	type Field,
	FIELDS,
	type TableKind,
	type TableMapping
} from '$lib/domain/import';
import { FIELD_WORDS, TABLE_WORDS, columnText } from '$lib/text/import-words';

/** The fields that a table of a kind can have, the telling ones first. */
const FIELDS_OF: Readonly<Record<Exclude<TableKind, 'summary'>, readonly Field[]>> = {
	details: ['name', 'extension', 'queue', 'dashboard', 'lastViewed', 'liveReports', 'booster'],
	seats: ['name', 'extension', 'roleType', 'lastViewed', 'queueCount', 'dashboardCount'],
	people: ['name', 'firstName', 'lastName', 'extension', 'email', 'role', 'status', 'costCenter', 'type'],
	queues: ['queue', 'queueExtension', 'members', 'member', 'memberExtension', 'managers']
};

export const KIND_CHOICES = (['people', 'queues', 'summary', 'seats', 'details', 'ignore'] as const).map(
	(kind) => ({ value: kind, label: kind === 'ignore' ? 'Nothing: leave it out' : TABLE_WORDS[kind] })
);

export const ROW_CHOICES = [
	{ value: '0', label: 'It has no headings' },
	...Array.from({ length: 30 }, (_, i) => ({ value: String(i + 1), label: `Row ${i + 1}` }))
];

/** The choices of a mapping: each field with its column, `''` for none. */
export function fieldsOf(mapping: TableMapping): readonly { field: Field; label: string; column: string }[] {
	if (mapping.kind === 'summary' || mapping.kind === 'ignore') return [];
	return FIELDS_OF[mapping.kind].map((field) => ({
		field,
		label: FIELD_WORDS[field],
		column: String(mapping.columns[field] ?? '')
	}));
}

export const columnChoices = (columns: readonly CandidateColumn[]) => [
	{ value: '', label: 'Not in this table' },
	...columns.map(({ column, heading }) => ({ value: String(column), label: columnText(column, heading) }))
];

/** A mapping with one field in another column; none with `''`. */
export function withColumn(mapping: TableMapping, field: Field, column: string): TableMapping {
	const others = FIELDS.flatMap((one) => {
		const at = mapping.columns[one];
		return one === field || at === undefined || String(at) === column ? [] : [[one, at] as const];
	});
	const columns = Object.fromEntries(column === '' ? others : [...others, [field, Number(column)] as const]);
	return { ...mapping, columns };
}

/** What still keeps a mapping from being used, as a sentence; undefined: nothing. */
export function lacking({ kind, columns }: TableMapping): string | undefined {
	const has = (...fields: Field[]) => fields.some((field) => columns[field] !== undefined);
	const who = has('name', 'firstName', 'lastName', 'extension');
	switch (kind) {
		case 'details':
			return who && has('dashboard') ? undefined : 'Choose the columns of the person and of the dashboard.';
		case 'seats':
			return who && has('roleType') ? undefined : 'Choose the columns of the person and of the Role Type.';
		case 'people':
			return who && has('extension', 'email', 'role', 'status', 'type')
				? undefined
				: 'Choose the column of the name, and one of extension, email, role, status or type.';
		case 'queues':
			return has('queue', 'queueExtension') && has('members', 'member', 'memberExtension', 'managers')
				? undefined
				: 'Choose the column of the queue, and the one of its members.';
		case 'summary':
		case 'ignore':
			return undefined;
	}
}
