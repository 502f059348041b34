import { type TableMapping } from '$lib/domain/import';
import { type Facts, type PersonFact, peopleIn, personIn, type PersonName, type QueueFact } from './facts';
import { folded } from './headings';
import { type Problems } from './problems';
import { type Table } from './table';
import { bodyRows, extensionIn, type Row } from './table-row';

/** Kinds of extension that are people, and that are call queues, as `folded` gives them without spaces. */
const PEOPLE = new Set(['', 'user', 'virtualuser', 'digitaluser', 'flexibleuser', 'softphoneuser']);
const QUEUES = new Set(['callqueue', 'department', 'queue']);

/** What an extension of this type is; types that are neither are left out and noted. */
export function extensionIs(type: string): 'person' | 'queue' | 'other' {
	const key = folded(type).replaceAll(' ', '');
	return PEOPLE.has(key) ? 'person' : QUEUES.has(key) ? 'queue' : 'other';
}

/** A list of people; call queues among them become queues. Yields now and then. */
export function* readPeople(
	table: Table,
	mapping: TableMapping,
	problems: Problems,
	facts: Facts
): Generator<void> {
	let leftOut = 0;
	for (const row of bodyRows(table, mapping, problems)) {
		if (!row) {
			yield;
			continue;
		}
		const person = namedIn(row);
		if (person === null) {
			problems.add('NO_PERSON', row.place(), ['skip']);
			continue;
		}
		const is = extensionIs(row.text('type'));
		const place = row.place();
		if (is === 'queue') facts.queues.push({ ...person, place, managers: [], members: [] });
		else if (is === 'other') leftOut++;
		else facts.people.push({ ...person, place, ...detailsOf(row) });
	}
	if (leftOut > 0) problems.note('TYPES_LEFT_OUT', { count: leftOut, file: table.file });
}

function namedIn(row: Row): PersonName | null {
	const parts = [row.text('firstName'), row.text('lastName')].filter((part) => part !== '').join(' ');
	const person = row.person();
	if (person !== null && person.name !== '') return person;
	return parts === '' ? person : { name: parts, extension: person?.extension ?? '' };
}

const detailsOf = (row: Row): Pick<PersonFact, 'email' | 'role' | 'status' | 'costCenter'> => ({
	email: row.text('email'),
	role: row.text('role'),
	status: row.text('status'),
	costCenter: row.text('costCenter')
});

/** Queues with their members: one row a queue with a cell for all, or one row a member. Yields now and then. */
export function* readQueues(
	table: Table,
	mapping: TableMapping,
	problems: Problems,
	facts: Facts
): Generator<void> {
	const members = new Map<string, QueueFact['members'][number][]>();
	for (const row of bodyRows(table, mapping, problems)) {
		if (!row) {
			yield;
			continue;
		}
		const given = row.text('queue');
		const own = extensionIn(row.value('queueExtension'), problems);
		const named = own === '' && mapping.columns.queueExtension === undefined ? personIn(given) : null;
		const [name, extension] = named === null ? [given, own] : [named.name || given, named.extension];
		if (name === '' && extension === '') {
			problems.add('NO_QUEUE', row.place(), ['skip']);
			continue;
		}
		const key = `${extension}\n${folded(name)}`;
		let list = members.get(key);
		const managers = peopleIn(row.text('managers'));
		if (list === undefined) {
			list = [];
			members.set(key, list);
			facts.queues.push({ name, extension, place: row.place(), managers, members: list });
		} else if (managers.length > 0)
			facts.queues.push({ name, extension, place: row.place(), managers, members: [] });
		for (const person of peopleIn(row.text('members'))) list.push({ person, place: row.place('members') });
		const member = personIn(row.text('member'));
		const memberExtension = extensionIn(row.value('memberExtension'), problems);
		if (member !== null || memberExtension !== '')
			list.push({
				person: { name: member?.name ?? '', extension: memberExtension || (member?.extension ?? '') },
				place: row.place()
			});
	}
}
