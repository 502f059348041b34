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
	OUT_OF_RANGE: { code: 'OUT_OF_RANGE', asOf: '1900-01-01T00:00' }
};
const FAULTS: Record<StoreFault['code'], true> = {
	STORAGE_FULL: true,
	STORAGE_DENIED: true,
	STORAGE_CLOSED: true,
	STORAGE_BLOCKED: true,
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
