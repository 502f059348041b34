import { describe, expect, test } from 'vitest';
import { type ScenarioRow } from './db';
import { isBackupDue, readBackupTimes, unsaved, writeBackupTimes } from './reminder';

const DAY = 86_400_000;
const NOW = 100 * DAY;
const row = (part: Partial<ScenarioRow>) =>
	({ revision: 4, exported: null, createdAt: NOW - 30 * DAY, deletedAt: null, ...part }) as ScenarioRow;
const never = { madeAt: null, putOffAt: null };

describe('reminder of a backup (S7)', () => {
	test.each([
		['old changes in no file', row({}), never, true],
		['changes in a file', row({ exported: 4 }), never, false],
		['changes since the file', row({ exported: 3 }), never, true],
		['nothing changed yet', row({ revision: 1 }), never, false],
		['in the bin', row({ deletedAt: NOW }), never, false],
		['made this week', row({ createdAt: NOW - 6 * DAY }), never, false],
		['backup this week', row({}), { madeAt: NOW - 6 * DAY, putOffAt: null }, false],
		['backup long ago', row({}), { madeAt: NOW - 8 * DAY, putOffAt: null }, true],
		['put off this week', row({}), { madeAt: null, putOffAt: NOW - 6 * DAY }, false],
		['put off long ago', row({}), { madeAt: null, putOffAt: NOW - 8 * DAY }, true],
		['the clock ran backward', row({ createdAt: NOW + DAY }), never, false]
	])('S7 %s', (_, one, times, isDue) => {
		expect(isBackupDue([one], times, NOW)).toBe(isDue);
	});

	test('S7 the scenarios that a backup would save', () => {
		const rows = [row({}), row({ exported: 4 }), row({ revision: 1 })];
		expect(unsaved(rows)).toEqual([rows[0]]);
	});

	test('S7 times are kept, and anything else that stands there is nothing', () => {
		const kept = new Map<string, string>();
		const storage = {
			getItem: (key: string) => kept.get(key) ?? null,
			setItem: (key: string, value: string) => void kept.set(key, value)
		};
		expect(readBackupTimes(storage)).toEqual(never);
		writeBackupTimes(storage, { madeAt: 5, putOffAt: 7 });
		expect(readBackupTimes(storage)).toEqual({ madeAt: 5, putOffAt: 7 });
		for (const foreign of ['', 'null', '[]', '{"madeAt":"x"}', '7']) {
			kept.forEach((_, key) => kept.set(key, foreign));
			expect(readBackupTimes(storage)).toEqual(never);
		}
	});

	test('S7 denied storage is no fault', () => {
		const denied = (): never => {
			throw new Error('denied');
		};
		expect(readBackupTimes({ getItem: denied })).toEqual(never);
		expect(() => writeBackupTimes({ setItem: denied }, never)).not.toThrow();
	});
});
