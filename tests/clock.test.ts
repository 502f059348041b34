/** The computer's clock may run backward, lie or stand in any zone: order and dates don't depend on it. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { toInstant, toSeconds } from '$lib/domain/instant';
import { buildIndex } from '$lib/engine/columnar';
import { evaluate } from '$lib/engine/evaluate';
import { type SandboxDatabase } from '$lib/store/db';
import { dispatch } from '$lib/store/dispatch';
import { readDocument } from '$lib/store/document';
import { readEntries, stepTo } from '$lib/store/history';
import { overdue } from '$lib/store/library';
import { openDatabase } from '$lib/store/open';
import { isBackupDue } from '$lib/store/reminder';
import { madeScenario, request, stored } from '$lib/store/store-fixture';
import { agoText, momentText } from '$lib/text/format';

const DAY = 86_400_000;
const zone = process.env['TZ'];
let db: SandboxDatabase;
beforeEach(async () => {
	db = await openDatabase('clock');
});
afterEach(async () => {
	if (zone === undefined) delete process.env['TZ'];
	else process.env['TZ'] = zone;
	await db.delete();
});

test('[S2] D17 a clock that runs backward changes neither the order of what was done nor what is undone', async () => {
	let doc = await stored(db, 's', madeScenario());
	const names = ['One', 'Two', 'Three', 'Four'];
	const times = [10 * DAY, 9 * DAY, 0, 4_000_000_000_000]; // a day back, to the epoch, past 2038
	for (const [i, name] of names.entries()) {
		const done = await dispatch(db, doc, { ...request('renameScenario', { name }), at: times[i]! });
		if (!done.ok) throw new Error(done.error.code);
		doc = done.value;
	}
	const entries = await readEntries(db, 's', 1, 4);
	expect(entries.map(({ seq, at }) => [seq, at])).toEqual(times.map((at, i) => [i + 1, at]));
	for (const target of [3, 1, 0, 2, 4]) {
		const stepped = await stepTo(db, 's', target, doc.revision, 5 * DAY);
		if (!stepped.ok) throw new Error(stepped.error.code);
		doc = await readDocument(db, 's', doc);
		expect(doc.scenario.name).toBe(target === 0 ? 'Two support queues' : names[target - 1]);
	}
});

test('[S5] [S7] D17 with a clock that ran backward nothing is purged, nothing is reminded of, and no time is negative', async () => {
	await stored(db, 's', madeScenario());
	await db.scenarios.update('s', {
		deletedAt: 50 * DAY,
		createdAt: 50 * DAY,
		changedAt: 50 * DAY,
		revision: 2
	});
	const rows = await db.scenarios.toArray();
	expect(overdue(rows, 0)).toEqual([]);
	expect(overdue(rows, 81 * DAY)).toEqual(['s']);
	const open = rows.map((row) => ({ ...row, deletedAt: null }));
	expect(isBackupDue(open, { madeAt: null, putOffAt: null }, 0)).toBe(false);
	expect(isBackupDue(open, { madeAt: null, putOffAt: null }, 60 * DAY)).toBe(true);
	expect(agoText(50 * DAY, 0)).not.toMatch(/-|−/);
});

test('[L1] D17 figures and dates are those of the account’s zone, wherever the computer stands', () => {
	const seen = new Set<number>();
	const answers = new Set<string>();
	for (const place of [
		'UTC',
		'Pacific/Apia',
		'America/Sao_Paulo',
		'Asia/Kolkata',
		'Europe/Warsaw',
		'America/Los_Angeles'
	]) {
		process.env['TZ'] = place;
		seen.add(new Date(2026, 0, 1).getTimezoneOffset());
		const told = [
			...['2026-03-08T06:59:59Z', '2026-11-01T05:30:00Z', '2026-11-24T14:00:00Z', '2038-01-19T03:14:08Z'].map(
				(asOf) => {
					const scenario = { ...madeScenario(8, 8), asOf };
					const { figures, window } = evaluate(buildIndex(scenario), scenario).summary;
					return [
						figures,
						window.days[0]!.date,
						window.days.at(-1)!.date,
						momentText(asOf, 'America/Detroit')
					];
				}
			),
			toInstant(toSeconds('2038-01-19T03:14:08Z'))
		];
		answers.add(JSON.stringify(told));
	}
	expect(seen.size).toBe(6); // else the zone was never changed
	expect(answers.size).toBe(1);
	expect([...answers][0]).toContain('Mon 18 Jan 2038, 22:14');
});
