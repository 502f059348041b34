import { expect, test } from 'vitest';
import { ASSUMPTION_IDS, ASSUMPTIONS } from '$lib/domain/assumption';
import { madeSummary } from '$lib/workbook/snapshot-fixture';
import { ASSUMPTION_TEXT } from './assumptions';
import { reportFileName, reportNotes, roleType, splitNote, summaryRows, TAB_NAMES } from './report';

test('[W1] the file name carries as-of in the account’s zone', () => {
	expect(reportFileName(madeSummary)).toBe('RingCentral_LR_Licensed Users_20261124_090509.xlsx');
	expect(reportFileName({ ...madeSummary, timeZone: 'Asia/Kathmandu' })).toBe(
		'RingCentral_LR_Licensed Users_20261124_195009.xlsx'
	);
});

test('[W2] the tabs keep their names and order', () => {
	expect(TAB_NAMES).toEqual(['Live Reports Usage Summary', 'Total Active Users', 'Detailed Usage']);
});

test('[W3] the summary has its eight rows', () => {
	expect(summaryRows(madeSummary)).toEqual([
		{ label: 'Report Time Duration', value: '2026-10-26 to 2026-11-24' },
		{ label: 'Total "Live Report" Licenses Purchased', value: 2 },
		{ label: 'Total "Call Queue Booster" Licenses Purchased', value: 1 },
		{ label: 'Total Licenses Purchased', value: 3 },
		{ label: 'Monitored Users (Agents)', value: 3 },
		{ label: 'Live Report Viewers', value: 2 },
		{ label: 'Total Active Users', value: 4 },
		{ label: 'Overage Users', value: 1 }
	]);
});

test('[W3] notes say that it is unofficial, then each assumption in force', () => {
	const notes = reportNotes({
		...madeSummary,
		assumptions: { ...madeSummary.assumptions, 'A-DUAL': 'two' }
	});
	expect(notes[0]).toMatch(/^Practice software, not affiliated with RingCentral/);
	expect(notes.slice(1).map((note) => note.split(':')[0])).toEqual(ASSUMPTION_IDS);
	expect(notes[1]).toContain('Two seats');
	expect(notes[2]).toContain('any moment in the 30 days counts');
});

test('every assumption has words for every choice', () => {
	for (const id of ASSUMPTION_IDS) {
		expect(Object.keys(ASSUMPTION_TEXT[id].choices)).toEqual(ASSUMPTIONS[id].choices);
		expect(ASSUMPTION_TEXT[id].question).toMatch(/\?$/);
		expect(ASSUMPTION_TEXT[id].standing).toMatch(/^(Inferred|Unknown): .*\.$/);
	}
});

test('[W4] role type says viewer, agent, or both', () => {
	expect([roleType(true, false), roleType(false, true), roleType(true, true)]).toEqual([
		'Viewer',
		'Monitored Agent',
		'Viewer, Monitored Agent'
	]);
});

test('[W7] a split is named with every further tab', () => {
	expect(splitNote('Detailed Usage', 3)).toBe(
		'Detailed Usage has more rows than a sheet can hold and goes on in Detailed Usage 2, Detailed Usage 3.'
	);
});
