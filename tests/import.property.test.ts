/** The report that the workbook room writes, read by the files room, gives the same figures and rows. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ImportDraft } from '$lib/domain/import';
import { type Scenario, ScenarioFile, toScenarioFile } from '$lib/domain/scenario';
import { type Snapshot } from '$lib/domain/snapshot';
import { buildIndex } from '$lib/engine/columnar';
import { evaluate } from '$lib/engine/evaluate';
import { buildDraft } from '$lib/files/build-draft';
import { checkScenario } from '$lib/files/check-scenario';
import { readSource } from '$lib/files/read-source';
import { readScenario } from '$lib/files/read-scenario';
import { reportFileName } from '$lib/text/report';
import { type Cell } from '$lib/workbook/sheet';
import { reportSheets } from '$lib/workbook/sheets';
import { writeWorkbook } from '$lib/workbook/xlsx';
import { scenarios } from './generate';

const counted = (scenario: Scenario): Snapshot => evaluate(buildIndex(scenario), scenario);

async function imported(snapshot: Snapshot, timeZone: string, file: string): Promise<ImportDraft> {
	const bytes = Buffer.concat(await writeWorkbook(reportSheets(snapshot)));
	const source = await readSource(new Uint8Array(bytes), file);
	if (!source.ok) throw new Error(JSON.stringify(source.error));
	const choices = { mappings: {}, fixes: {}, timeZone, asOf: '2020-01-01T00:00:00Z', name: 'Imported' };
	const answer = await buildDraft([source.value], choices);
	if (!answer.ok || answer.value.kind !== 'draft') throw new Error(JSON.stringify(answer));
	return answer.value.draft;
}

/** The rows of a tab, its license columns apart. */
const rowsOf = (snapshot: Snapshot, tab: number, columns: number): (readonly Cell[])[] => {
	const sheet = reportSheets(snapshot)[tab]!;
	return Array.from({ length: sheet.rowCount }, (_, row) => sheet.cells(row).slice(0, columns));
};

/** Scenarios as a report can hold them: it knows people by name and extension, queues and dashboards by name. */
const told = scenarios.map((scenario): Scenario => {
	const named = <T extends { readonly name: string }>(items: readonly T[], what: string): T[] =>
		items.map((item, i) => ({ ...item, name: `${item.name} ${what} ${i}`.trim() }));
	return {
		...scenario,
		account: { ...scenario.account, plan: 'standard' },
		people: scenario.people.map((person, i) => ({ ...person, extension: `${person.extension}${100 + i}` })),
		queues: named(scenario.queues, 'queue'),
		dashboards: named(scenario.dashboards, 'dashboard')
	};
});

const figuresOf = ({ summary: { figures } }: Snapshot) => {
	const { agents, viewers, active, purchased, overage } = figures;
	return { agents, viewers, active, purchased, overage };
};

test('[W3] [W4] [W5] [W8] [S6] a report gives back its figures and its rows', async () => {
	await fc.assert(
		fc.asyncProperty(told, fc.boolean(), async (scenario, isStamped) => {
			const before = counted(scenario);
			const file = isStamped ? reportFileName(before.summary) : 'report.xlsx';
			const draft = await imported(before, scenario.account.timeZone, file);
			const after = counted(draft.scenario);
			expect(figuresOf(after)).toEqual(figuresOf(before));
			expect(draft.stated).toMatchObject({ active: before.summary.figures.active });
			expect(rowsOf(after, 1, 6)).toEqual(rowsOf(before, 1, 6));
			expect(rowsOf(after, 2, 5)).toEqual(rowsOf(before, 2, 5));
			expect(draft.scenario.assumptions).toEqual(scenario.assumptions);
			if (isStamped && !ambiguous(scenario)) expect(draft.scenario.asOf).toBe(scenario.asOf);
			// Who only opened Live Reports has a seat but no row in Detailed Usage: nobody knows which license it took.
			const { 'A-DUAL': dual, 'A-OPEN': open } = scenario.assumptions;
			if (before.summary.figures.overage === 0 && dual === 'one' && open === 'no')
				expect(rowsOf(after, 2, 7)).toEqual(rowsOf(before, 2, 7));
			expect(draft.problems).toEqual([]);
		}),
		{ numRuns: 300 }
	);
});

/** An hour that a clock change repeats: the name of the file does not say which of the two. */
const ambiguous = ({ asOf, account }: Scenario): boolean => {
	const wall = (at: number) => new Date(at).toLocaleString('sv', { timeZone: account.timeZone });
	const at = Date.parse(asOf);
	return [-7_200, -3_600, -1_800, 1_800, 3_600, 7_200].some((s) => wall(at + s * 1000) === wall(at));
};

test('[W8] [S6] figures come back also where queues and dashboards share their names', async () => {
	await fc.assert(
		fc.asyncProperty(told, async (scenario) => {
			const same = {
				...scenario,
				queues: scenario.queues.map((queue) => ({ ...queue, name: 'Support' })),
				dashboards: scenario.dashboards.map((dashboard) => ({ ...dashboard, name: 'Wallboard' }))
			};
			const before = counted(same);
			const draft = await imported(before, same.account.timeZone, reportFileName(before.summary));
			expect(figuresOf(counted(draft.scenario))).toEqual(figuresOf(before));
		}),
		{ numRuns: 100 }
	);
});

test('[S6] [S9] a draft is a sound scenario that its own file gives back', async () => {
	await fc.assert(
		fc.asyncProperty(told, async (scenario) => {
			const before = counted(scenario);
			const draft = await imported(before, scenario.account.timeZone, reportFileName(before.summary));
			const file = toScenarioFile(draft.scenario);
			expect(ScenarioFile.safeParse(file).success).toBe(true);
			expect(checkScenario(draft.scenario)).toEqual([]);
			const again = await readScenario(new TextEncoder().encode(JSON.stringify(file)));
			expect(again.ok && again.value.scenario).toEqual(draft.scenario);
		}),
		{ numRuns: 100 }
	);
});
