import { describe, expect, it } from 'vitest';
import { type StoreFault } from '$lib/domain/fault';
import { type Refusal } from '$lib/domain/refusal';
import { faultText } from './faults';
import { notDoneSentence } from './refusals';

const REFUSALS: { readonly [Code in Refusal['code']]: Extract<Refusal, { code: Code }> } = {
	UNKNOWN_COMMAND: { code: 'UNKNOWN_COMMAND', name: 'fly' },
	INVALID_INPUT: { code: 'INVALID_INPUT', path: 'timeZone', problem: 'time-zone' },
	EMPTY_NAME: { code: 'EMPTY_NAME', path: 'name' },
	UNKNOWN_PERSON: { code: 'UNKNOWN_PERSON', personId: 'p' },
	UNKNOWN_ROLE: { code: 'UNKNOWN_ROLE', roleId: 'r' },
	UNKNOWN_COST_CENTER: { code: 'UNKNOWN_COST_CENTER', costCenterId: 'c' },
	ROOT_STAYS: { code: 'ROOT_STAYS' },
	COST_CENTER_CYCLE: { code: 'COST_CENTER_CYCLE', name: '' },
	COST_CENTER_IN_USE: { code: 'COST_CENTER_IN_USE', name: 'Night', people: 1, orders: 0, children: 2 },
	DOUBLE_ID: { code: 'DOUBLE_ID', id: 'c' },
	OUT_OF_RANGE: { code: 'OUT_OF_RANGE', asOf: '1900-01-01T00:00' },
	FORBIDDEN: { code: 'FORBIDDEN', permission: 'users.roles', roles: ['Super Admin'], grantors: ['Ann'] },
	UNKNOWN_QUEUE: { code: 'UNKNOWN_QUEUE', queueId: 'q' },
	UNKNOWN_DASHBOARD: { code: 'UNKNOWN_DASHBOARD', dashboardId: 'd' },
	UNKNOWN_WIDGET: { code: 'UNKNOWN_WIDGET', widgetId: 'w' },
	UNKNOWN_MEMBERSHIP: { code: 'UNKNOWN_MEMBERSHIP', place: 3 },
	DOUBLE_EXTENSION: { code: 'DOUBLE_EXTENSION', extension: '101', name: '' },
	LAST_SUPER_ADMIN: { code: 'LAST_SUPER_ADMIN' },
	OWNS_DASHBOARDS: { code: 'OWNS_DASHBOARDS', people: 1, dashboards: 2 },
	PREDEFINED_ROLE: { code: 'PREDEFINED_ROLE', name: 'Manager' },
	ROLE_IN_USE: { code: 'ROLE_IN_USE', name: 'Lead', people: 2 },
	QUEUE_IN_USE: { code: 'QUEUE_IN_USE', name: '', widgets: 1 },
	ALREADY_MEMBER: { code: 'ALREADY_MEMBER', name: '', people: 3 },
	TO_BEFORE_FROM: {
		code: 'TO_BEFORE_FROM',
		path: 'to',
		from: '2026-11-24T14:00:00Z',
		to: '2026-11-23T14:00:00Z'
	},
	DASHBOARD_GONE: { code: 'DASHBOARD_GONE', name: '' },
	NOT_SHARED: { code: 'NOT_SHARED', name: '' },
	UNKNOWN_WHAT_IF: { code: 'UNKNOWN_WHAT_IF' },
	EMPTY_ORDER: { code: 'EMPTY_ORDER' },
	QUANTITY_OUT_OF_RANGE: { code: 'QUANTITY_OUT_OF_RANGE', path: 'order.lines.0.quantity', quantity: 0 }
};
const FAULTS: Record<StoreFault['code'], true> = {
	STORAGE_FULL: true,
	STORAGE_DENIED: true,
	STORAGE_CLOSED: true,
	STORAGE_BLOCKED: true,
	SCENARIO_BROKEN: true,
	NEWER_DATABASE: true,
	STORAGE_BROKEN: true,
	SCENARIO_GONE: true,
	WORKER_DIED: true,
	CANCELLED: true
};

describe('why something was not done', () => {
	it('has sentences of its own for every refusal, without codes or holes', () => {
		const sentences = Object.values(REFUSALS).map((refusal) => notDoneSentence(refusal));
		expect(new Set(sentences).size).toBe(sentences.length);
		for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z“].*\.$/s);
		for (const sentence of sentences) expect(sentence).not.toMatch(/undefined|[A-Z]{3,}_|“”/);
	});

	it('counts what a cost center is used by', () => {
		expect(notDoneSentence(REFUSALS.COST_CENTER_IN_USE)).toBe(
			'“Night” is in use by 1 person and 2 sub-centers. Move them first, then remove it.'
		);
		expect(notDoneSentence({ ...REFUSALS.COST_CENTER_IN_USE, orders: 1, children: 0 })).toBe(
			'“Night” is in use by 1 person and 1 order. An order keeps its cost center, so it can’t be removed.'
		);
	});

	it('names the permission in the vendor’s words, the roles that have it, and who could grant it', () => {
		const forbidden = {
			code: 'FORBIDDEN',
			permission: 'live-reports.full',
			roles: ['Super Admin', 'Lead'],
			grantors: ['Ann', 'Bo']
		} as const;
		expect(notDoneSentence(forbidden)).toBe(
			'This needs the permission “Live Reports - Full Access”. The roles “Super Admin” and “Lead” have it. It can be granted by Ann and Bo, with another role.'
		);
		expect(notDoneSentence({ ...forbidden, roles: ['Super Admin'], grantors: [] })).toBe(
			'This needs the permission “Live Reports - Full Access”. Only the role “Super Admin” has it. Nobody in this account can grant it: no enabled person’s role may change roles.'
		);
		const many = Array.from({ length: 9 }, (_, i) => `R${i}`);
		expect(notDoneSentence({ ...forbidden, roles: many })).toContain('“R3” and 5 more roles have it.');
	});

	it('shortens names, and keeps ones that turn the line apart', () => {
		const sentence = notDoneSentence({ code: 'NOT_SHARED', name: `\u202e${'😀'.repeat(99)}` });
		expect(sentence).toMatch(/^“\u2068\u202e(?:😀){58}…\u2069” is not shared/u);
	});

	it('asks for an extension where that is what is empty', () => {
		expect(notDoneSentence({ code: 'EMPTY_NAME', path: 'people.0.extension' })).toContain('an extension');
	});

	it('[S4] tells of another tab', () => {
		expect(notDoneSentence({ code: 'CONFLICT' })).toContain('another tab');
		expect(notDoneSentence({ code: 'NOTHING_LEFT' })).toContain('nothing left');
	});

	it.each(Object.keys(FAULTS) as StoreFault['code'][])(
		'[S5] %s has a title, what happened and what to do',
		(code) => {
			const text = faultText({ code, detail: 'X' });
			expect(text.title).not.toBe('');
			expect(text.what).toMatch(/\.$/);
			if (code !== 'CANCELLED') expect(text.remedy).toMatch(/\.$/);
			expect(notDoneSentence({ code, detail: 'X' })).toContain(text.what);
		}
	);
});
