import { expect, test } from 'vitest';
import { type SeatChange, type SeatChanges } from '$lib/domain/frame-rows';
import { toSeconds } from '$lib/domain/instant';
import { changesNote, changesSummary } from './changes';

const when = {
	from: '2026-11-23T14:00:00Z',
	to: '2026-11-24T14:00:00Z',
	timeZone: 'America/Detroit',
	windowStart: toSeconds('2026-10-26T04:00:00Z')
};
const viewed = (kind: SeatChange['kind'], name: string, at: string): SeatChange => ({
	personId: name,
	name,
	extension: '1',
	kind,
	reason: { kind: 'viewed', dashboard: 'Floor', lastAt: toSeconds(at), times: 1 }
});
const made = (seats: readonly SeatChange[], more = 0): SeatChanges => ({
	...when,
	left: seats.filter((one) => one.kind === 'left').length + more,
	entered: seats.filter((one) => one.kind === 'entered').length,
	seats
});
const anna = viewed('left', 'Anna', '2026-10-25T14:00:00Z');

test('[L1] one who left: when they last viewed, and where the window starts now', () => {
	expect(changesNote(made([anna]))).toBe('Anna left: last viewed 25 Oct, window now starts 26 Oct.');
});

test('[L5] one who entered: what they viewed', () => {
	expect(changesNote(made([viewed('entered', 'Ben', '2026-11-24T13:00:00Z')]))).toBe(
		'Ben entered: viewed Floor on 24 Nov.'
	);
});

test('[L4] an agent who left says the queue and until when', () => {
	const member: SeatChange = {
		...anna,
		reason: {
			kind: 'member',
			queue: 'Detroit',
			dashboard: 'Floor',
			since: null,
			until: toSeconds('2026-10-26T03:00:00Z')
		}
	};
	expect(changesNote(made([member]))).toBe(
		'Anna left: agent of Detroit until 25 Oct, window now starts 26 Oct.'
	);
});

test('at most five are named, the others counted', () => {
	const six = Array.from({ length: 6 }, (_, i) => viewed('left', `P${i}`, '2026-10-25T14:00:00Z'));
	const note = changesNote(made([...six, viewed('entered', 'Ben', '2026-11-24T13:00:00Z')], 11)) ?? '';
	expect(note).toContain('Window now starts 26 Oct. Left: P0 (last viewed 25 Oct), P1');
	expect(note).toContain('P4 (last viewed 25 Oct) and 12 more.');
	expect(note).not.toContain('P5');
	expect(note).toContain('Entered: 1 seat.');
});

test('nothing changed says nothing; the list sums up', () => {
	expect(changesNote(made([]))).toBeNull();
	expect(changesSummary(made([anna], 2))).toBe(
		'3 seats left the active count. The window now starts 26 Oct. The first 1 are listed.'
	);
});

test('the list says nothing of a side to which nothing happened', () => {
	const ben = viewed('entered', 'Ben', '2026-11-24T13:00:00Z');
	expect(changesSummary(made([ben]))).toBe('1 seat entered the active count. The window now starts 26 Oct.');
	expect(changesSummary(made([anna, ben]))).toBe(
		'1 seat left the active count and 1 seat entered it. The window now starts 26 Oct.'
	);
});

test('a clock that went back says what is yet to come', () => {
	expect(changesNote(made([viewed('left', 'Anna', '2026-11-25T14:00:00Z')]))).toContain('is yet to come');
});
