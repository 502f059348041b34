import { isRaw, type Raw } from './check-shape';
import { type Facts, type PersonName, type QueueFact } from './facts';
import { nestsWithin } from './file-text';
import { ImportFaulted } from './import-faulted';
import { type ImportLimits } from './import-limits';
import { jsonMistake } from './json-mistake';
import { type Problems } from './problems';
import { extensionIs } from './read-lists';
import { textOf } from './text-of';

/** One answer of the RingCentral API as a file holds it: a list, or a single extension. */
export interface ApiAnswer {
	readonly file: string;
	readonly kind: 'extensions' | 'queues' | 'members' | 'presence' | 'extension';
	readonly uri: string;
	readonly records: readonly Raw[];
	/** How many pages the whole has, and which one this is; 1 of 1 where it does not say. */
	readonly page: number;
	readonly pages: number;
}

/** The answers in a file: one, or several in a list. Throws ImportFaulted for JSON that is none. */
export function* readAnswers(
	bytes: Uint8Array,
	file: string,
	limits: ImportLimits
): Generator<number, ApiAnswer[]> {
	const text = textOf(bytes);
	const utf8 = new TextEncoder().encode(text);
	const nesting = nestsWithin(utf8, limits.depth);
	let step = nesting.next();
	for (; step.done !== true; step = nesting.next()) yield (step.value / utf8.length) * 0.3;
	if (!step.value) throw new ImportFaulted('JSON_TOO_DEEP', { limit: limits.depth }, { file });
	let raw: unknown;
	try {
		raw = JSON.parse(text.replace(/^\ufeff/, ''));
	} catch {
		// JSON.parse's only way to say no; its message differs between browsers.
		throw new ImportFaulted('JSON_BROKEN', { ...jsonMistake(text) }, { file });
	}
	yield 0.8;
	const list: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
	const isBare =
		Array.isArray(raw) &&
		list.length > 0 &&
		list.every((item) => isRaw(item) && !Array.isArray(item['records']));
	const answers = isBare ? [answerOf({ records: list }, file)] : list.map((item) => answerOf(item, file));
	const known = answers.filter((answer) => answer !== null);
	if (known.length === 0 || known.length < answers.length)
		throw new ImportFaulted('OTHER_KIND', { looksLike: 'json' }, { file });
	const rows = known.reduce((sum, answer) => sum + answer.records.length, 0);
	if (rows > limits.rows) throw new ImportFaulted('TOO_MANY_ROWS', { limit: limits.rows }, { file });
	return known;
}

function answerOf(item: unknown, file: string): ApiAnswer | null {
	if (!isRaw(item)) return null;
	const uri = textAt(item, 'uri');
	if (!Array.isArray(item['records'])) {
		const wrapped = Object.values(item).filter((value) => isRaw(value) && Array.isArray(value['records']));
		if (wrapped.length === 1) return answerOf(wrapped[0], file);
		const isOne = textAt(item, 'extensionNumber') !== '' || Array.isArray(item['departments']);
		return isOne ? { file, kind: 'extension', uri, records: [item], page: 1, pages: 1 } : null;
	}
	const records = (item['records'] as readonly unknown[]).filter(isRaw);
	if (records.length < item['records'].length) return null;
	const paging = objectAt(item, 'paging');
	const kind = kindOf(uri, records);
	if (kind === null) return null;
	return { file, kind, uri, records, page: countAt(paging, 'page'), pages: countAt(paging, 'totalPages') };
}

const QUEUE_IN_URI = /\/(?:call-queues|department|extension)\/(\d+)\/(?:members|presence)\b/;

function kindOf(uri: string, records: readonly Raw[]): ApiAnswer['kind'] | null {
	const path = uri.replace(/[?#].*$/, '');
	const first = records[0];
	if (first !== undefined && isRaw(first['member'])) return 'presence';
	if (/\/members\/?$/.test(path)) return 'members';
	if (/\/presence\/?$/.test(path)) return 'presence';
	if (/\/call-queues\/?$/.test(path)) return 'queues';
	if (/\/(extension|directory\/entries)\/?$/.test(path)) return 'extensions';
	if (first === undefined) return null;
	if (textAt(first, 'type') !== '' || isRaw(first['contact'])) return 'extensions';
	const inside = textAt(first, 'uri');
	if (/\/call-queues\//.test(inside)) return 'queues';
	if (textAt(first, 'id') === '') return null;
	return textAt(first, 'name') === '' ? 'members' : 'queues';
}

/** Adds what some answers say. Yields now and then. */
export function* factsOfAnswers(
	answers: readonly ApiAnswer[],
	problems: Problems,
	facts: Facts
): Generator<void> {
	tellMissingPages(answers, problems);
	let leftOut = 0;
	for (const answer of answers) {
		const { file, kind, records } = answer;
		yield;
		if (kind === 'members' || kind === 'presence') {
			membersOf(answer, problems, facts);
			continue;
		}
		for (const [i, record] of records.entries()) {
			const place = { file, row: i + 1 };
			const is = kind === 'queues' ? 'queue' : extensionIs(textAt(record, 'type'));
			if (is === 'other') {
				leftOut++;
				continue;
			}
			const named = nameOf(record);
			if (is === 'queue') {
				facts.queues.push({ ...named, place, managers: [], members: [] });
				continue;
			}
			if (named.name === '' && named.extension === '') {
				problems.add('NO_PERSON', place, ['skip']);
				continue;
			}
			const roles = record['roles'];
			const role = Array.isArray(roles) && isRaw(roles[0]) ? roles[0] : {};
			facts.people.push({
				...named,
				place,
				email: textAt(objectAt(record, 'contact'), 'email') || textAt(record, 'email'),
				role: textAt(role, 'displayName') || textAt(role, 'name'),
				status: textAt(record, 'status'),
				costCenter: textAt(objectAt(record, 'costCenter'), 'name')
			});
			const departments = record['departments'];
			if (!Array.isArray(departments)) continue;
			for (const department of departments as readonly unknown[])
				if (isRaw(department))
					facts.queues.push({
						...nameOf(department),
						place,
						managers: [],
						members: [{ person: named, place }]
					});
		}
	}
	if (leftOut > 0) problems.note('TYPES_LEFT_OUT', { count: leftOut, file: answers[0]?.file ?? '' });
}

/** Members don't say of which queue: the address does, or a member's own, or the file's name. */
function membersOf(answer: ApiAnswer, problems: Problems, facts: Facts): void {
	const { file, uri, records } = answer;
	const addresses = [uri, ...records.slice(0, 1).map((record) => textAt(record, 'uri'))];
	const id =
		addresses.map((address) => QUEUE_IN_URI.exec(address)?.[1]).find((found) => found !== undefined) ??
		/(\d{3,})/.exec(file)?.[1];
	if (id === undefined) {
		problems.add('QUEUE_OF_FILE_UNKNOWN', { file }, ['unnamed-queue', 'skip']);
		if (problems.list().at(-1)?.chosen === 'skip') return;
	}
	const members: QueueFact['members'] = records.flatMap((record, i) => {
		const person = nameOf(isRaw(record['member']) ? record['member'] : record);
		const place = { file, row: i + 1 };
		if (person.extension !== '' || person.name !== '' || person.apiId !== undefined)
			return [{ person, place }];
		problems.add('NO_PERSON', place, ['skip']);
		return [];
	});
	const queue = id === undefined ? { name: file, extension: '' } : { name: '', extension: '', apiId: id };
	facts.queues.push({ ...queue, place: { file }, managers: [], members });
}

function tellMissingPages(answers: readonly ApiAnswer[], problems: Problems): void {
	const wholes = new Map<string, { have: Set<number>; pages: number; file: string }>();
	for (const { kind, uri, page, pages, file } of answers) {
		const key = `${kind}\n${uri.replace(/[?#].*$/, '') || file}`;
		const whole = wholes.get(key) ?? { have: new Set(), pages: 1, file };
		whole.have.add(page);
		whole.pages = Math.max(whole.pages, pages);
		wholes.set(key, whole);
	}
	for (const { have, pages, file } of wholes.values())
		if (pages > have.size) problems.add('MISSING_PAGES', { file }, [], { have: have.size, pages });
}

function nameOf(record: Raw): PersonName {
	const contact = objectAt(record, 'contact');
	const parts = (from: Raw) =>
		[textAt(from, 'firstName'), textAt(from, 'lastName')].filter((part) => part !== '').join(' ');
	const id = textAt(record, 'id');
	return {
		name: textAt(record, 'name') || parts(contact) || parts(record),
		extension: textAt(record, 'extensionNumber'),
		...(id === '' ? {} : { apiId: id })
	};
}

const objectAt = (from: Raw, key: string): Raw => {
	const value = Object.hasOwn(from, key) ? from[key] : undefined;
	return isRaw(value) ? value : {};
};

/** Ids are numbers in some answers and texts in others. */
function textAt(from: Raw, key: string): string {
	const value = Object.hasOwn(from, key) ? from[key] : undefined;
	return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

const countAt = (from: Raw, key: string): number => {
	const value = from[key];
	return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : 1;
};
