import { ROOT } from '$lib/domain/account';
import {
	type PastedMember,
	type PastedMemberProblem,
	type PastedPerson,
	type PastedPersonProblem
} from '$lib/domain/admin-rows';
import { type Id } from '$lib/domain/id';
import { type Person } from '$lib/domain/person';
import { type PersonChoice } from '$lib/domain/rows';
import { allRoles, roleById } from '$lib/domain/role';
import { type Scenario } from '$lib/domain/scenario';

const folded = (text: string): string => text.trim().toLocaleLowerCase('en');

/** The lines that hold anything, numbered from 1. */
const linesOf = (text: string): readonly { line: number; text: string }[] =>
	text
		.split(/\r\n|\r|\n/)
		.map((one, index) => ({ line: index + 1, text: one }))
		.filter((one) => one.text.trim() !== '');

/** The cells of a pasted row: by tabs where it has any, else by commas; a cell in quotes may hold either. */
export function cellsOf(row: string): readonly string[] {
	const mark = row.includes('\t') ? '\t' : ',';
	const cells: string[] = [''];
	let isQuoted = false;
	for (const letter of row) {
		const cell = cells.at(-1)!;
		if (letter === mark && !isQuoted) cells.push('');
		else {
			if (letter === '"' && (isQuoted || cell.trim() === '')) isQuoted = !isQuoted;
			cells[cells.length - 1] = cell + letter;
		}
	}
	return cells.map((cell) => unquoted(cell.trim()));
}

const unquoted = (cell: string): string =>
	/^".*"$/s.test(cell) && cell.length > 1 ? cell.slice(1, -1).replaceAll('""', '"').trim() : cell;

const HEADINGS = ['name', 'extension', 'email', 'role', 'cost center'];
const isHeading = (cells: readonly string[]): boolean =>
	cells.length > 1 && cells.every((cell, index) => folded(cell) === HEADINGS[index]);

/** Whoever has an extension: people and queues share the numbers. */
function extensionsOf({ people, queues }: Scenario): Map<string, string> {
	const taken = new Map<string, string>();
	for (const { extension, name } of people) taken.set(extension, name);
	for (const { extension, name } of queues) taken.set(extension, name);
	return taken;
}

/** First come, first served: an id or name that occurs twice means its first. */
function lookUp(items: readonly { readonly id: Id; readonly keys: readonly string[] }[]): Map<string, Id> {
	const found = new Map<string, Id>();
	for (const { id, keys } of items)
		for (const key of keys.map(folded)) if (key !== '' && !found.has(key)) found.set(key, id);
	return found;
}

/** What pasted rows of name, extension, email, role and cost center mean; nothing is added by it. */
export function readPeople(scenario: Scenario, text: string, defaultRoleId: Id): readonly PastedPerson[] {
	const taken = extensionsOf(scenario);
	const seen = new Map<string, number>();
	const roles = lookUp(allRoles(scenario.roles).map(({ id, name }) => ({ id, keys: [name, id] })));
	const { costCenters } = scenario.account;
	const centers = lookUp(costCenters.map(({ id, name, code }) => ({ id, keys: [name, code ?? '', id] })));
	const rows = linesOf(text).map((row) => ({ ...row, cells: cellsOf(row.text) }));
	return rows.slice(rows[0] && isHeading(rows[0].cells) ? 1 : 0).map((row) => {
		const [name = '', extension = '', email = '', roleText = '', centerText = ''] = row.cells;
		const roleId = roleText === '' ? defaultRoleId : roles.get(folded(roleText));
		const costCenterId = centerText === '' ? ROOT : centers.get(folded(centerText));
		const problems: PastedPersonProblem[] = [];
		if (name === '') problems.push({ code: 'NO_NAME' });
		const by = taken.get(extension);
		const line = seen.get(extension);
		if (extension === '') problems.push({ code: 'NO_EXTENSION' });
		else if (by !== undefined) problems.push({ code: 'EXTENSION_TAKEN', by });
		else if (line !== undefined) problems.push({ code: 'EXTENSION_TWICE', line });
		else seen.set(extension, row.line);
		if (roleId === undefined) problems.push({ code: 'UNKNOWN_ROLE', text: roleText });
		if (costCenterId === undefined) problems.push({ code: 'UNKNOWN_COST_CENTER', text: centerText });
		return {
			line: row.line,
			text: row.text,
			name,
			extension,
			email,
			roleId: roleId ?? defaultRoleId,
			role: roleId === undefined ? roleText : (roleById(scenario.roles, roleId)?.name ?? ''),
			costCenterId: costCenterId ?? ROOT,
			costCenter: costCenters.find(({ id }) => id === costCenterId)?.name ?? centerText,
			problems
		};
	});
}

/** Whom pasted lines mean, each a name or an extension; `members`: who is in the queue already. */
export function readMembers(
	{ people, roles }: Scenario,
	text: string,
	members: ReadonlySet<Id>
): readonly PastedMember[] {
	const byExtension = new Map(people.map((person) => [person.extension, person]));
	const byName = new Map<string, Person[]>();
	for (const person of people) {
		const key = folded(person.name);
		const same = byName.get(key);
		if (same) same.push(person);
		else byName.set(key, [person]);
	}
	const seen = new Map<Id, number>();
	return linesOf(text).map((row) => {
		const wanted = row.text.trim();
		const extended = byExtension.get(wanted);
		const found = extended ? [extended] : (byName.get(folded(wanted)) ?? []);
		const [person] = found;
		if (!person) return { ...row, person: null, problem: { code: 'UNKNOWN' } };
		if (found.length > 1) return { ...row, person: null, problem: { code: 'SEVERAL', people: found.length } };
		const { id, name, extension, roleId } = person;
		const choice: PersonChoice = { id, name, extension, role: roleById(roles, roleId)?.name ?? '' };
		const problem = memberProblem(id, members, seen.get(id));
		if (!problem) seen.set(id, row.line);
		return { ...row, person: choice, problem };
	});
}

function memberProblem(
	id: Id,
	members: ReadonlySet<Id>,
	line: number | undefined
): PastedMemberProblem | null {
	if (members.has(id)) return { code: 'MEMBER' };
	return line === undefined ? null : { code: 'TWICE', line };
}
