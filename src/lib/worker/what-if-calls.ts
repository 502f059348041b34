import { type FitAnswer, type FitQuestion } from '$lib/domain/fit';
import { type Id } from '$lib/domain/id';
import { membersOf } from '$lib/domain/queue';
import { type Refusal } from '$lib/domain/refusal';
import { failed, ok, type Result } from '$lib/domain/result';
import { DEFAULT_ROLE, holds, roleById } from '$lib/domain/role';
import { type Scenario } from '$lib/domain/scenario';
import { packViewings } from '$lib/domain/viewing';
import { withPractice } from '../commands/practice';
import { accountCosts } from '../engine/center-costs';
import { buildIndex } from '../engine/columnar';
import { evaluate } from '../engine/evaluate';
import { fitWithin } from '../engine/fit/fit';
import { scenarioFromNumbers } from '../engine/from-numbers';
import { coverOptions } from '../engine/options';
import { overlap } from '../engine/overlap';
import { usage } from '../engine/usage';
import { goOn, SLICE } from '../engine/work';
import { type SandboxDatabase } from '../store/db';
import { createScenario, pack } from '../store/library';
import { comparisonFile } from './comparison-file';
import { course } from './course';
import { driverTable } from './drivers';
import { type Held } from './held';
import { type At, type EngineCalls } from './protocol';
import { pager } from './row-pages';
import { type Context, type Handlers } from './serve';
import { tried } from './tried';
import { answerOf, forecastDays } from './what-if-answers';
import { leaverTable, reclaims, reclaimTable } from './what-if-tables';

type WhatIfCalls = Pick<
	EngineCalls,
	| 'whatIf'
	| 'forecast'
	| 'leaverRows'
	| 'usage'
	| 'driverRows'
	| 'fit'
	| 'options'
	| 'reclaimTotals'
	| 'reclaimRows'
	| 'rolesWithoutView'
	| 'overlap'
	| 'course'
	| 'numbers'
	| 'createFromNumbers'
	| 'saveWhatIf'
	| 'comparison'
>;

/** What the what-if page asks (SPEC §5). */
export function whatIfCalls(
	open: () => Promise<SandboxDatabase>,
	at: (input: At, context: Context) => Promise<Held>
): Handlers<WhatIfCalls> {
	return {
		whatIf: async (input, context) => answerOf(await at(input, context), input.changes),
		forecast: async (input, context) => {
			const held = await at(input, context);
			await context.pause();
			return forecastDays(held, input.changes);
		},
		leaverRows: async (input, context) => {
			const held = await at(input, context);
			return pager(leaverTable(held, input.changes))(input.query);
		},
		usage: async (input, context) => {
			const { index, document } = await at(input, context);
			return usage(index, document.scenario);
		},
		driverRows: async (input, context) => {
			const held = await at(input, context);
			return pager(driverTable(held, input.changes, input.kind))(input.query);
		},
		fit: async (input, context) => fit(await at(input, context), input.question, context),
		options: async (input, context) => {
			const held = await at(input, context);
			const { index, scenario, snapshot } = tried(held, input.changes);
			return coverOptions(index, scenario, snapshot, input.chosen ?? holders(scenario), input.reach);
		},
		reclaimTotals: async (input, context) => reclaims(await at(input, context)).totals,
		reclaimRows: async (input, context) =>
			pager(reclaimTable(await at(input, context), input.reason))(input.query),
		rolesWithoutView: async (input, context) =>
			rolesWithoutView((await at(input, context)).document.scenario, input.personIds),
		overlap: async (input, context) => {
			const { index, document } = await at(input, context);
			const work = overlap(index, document.scenario, input);
			for (let next = goOn(work, SLICE); ; next = goOn(work, SLICE)) {
				if (next.done) return next.value;
				await context.pause();
			}
		},
		course: async (input, context) => course(await at(input, context), input.of, input.id),

		numbers: ({ numbers, account, prices }) => {
			const made = scenarioFromNumbers(numbers, account);
			if (!made.ok) return made;
			const scenario = {
				...made.value,
				viewings: packViewings(made.value.viewings),
				account: { ...made.value.account, prices }
			};
			const index = buildIndex(scenario);
			const snapshot = evaluate(index, scenario);
			return ok({
				summary: snapshot.summary,
				costs: accountCosts(scenario, snapshot),
				options: coverOptions(index, scenario, snapshot, holders(scenario))
			});
		},
		createFromNumbers: async ({ id, at: now, numbers, account, prices }) => {
			const made = scenarioFromNumbers(numbers, account);
			if (!made.ok) return made;
			const file = { ...made.value, account: { ...made.value.account, prices } };
			await createScenario(await open(), id, pack({ ...file, viewings: packViewings(file.viewings) }), now);
			return ok(null);
		},
		comparison: async (input, context) =>
			comparisonFile(await at(input, context), input.whatIfs, input.format, context),
		saveWhatIf: async (input, context): Promise<Result<null, Refusal>> => {
			const { scenario, refusals } = tried(await at(input, context), input.changes);
			const [refusal] = refusals.values();
			if (refusal) return failed(refusal);
			const own = { ...withPractice(scenario, { ...scenario.practice, whatIfs: [] }), name: input.name };
			await createScenario(await open(), input.id, pack(own), input.at);
			return ok(null);
		}
	};
}

/**
 * Who gets a Booster where nobody is picked: those marked as holding one; with nobody marked, everybody in a queue
 * now, whom the product is made for. So a scenario from numbers, which marks nobody, keeps the answer it was made from.
 */
function holders({ people, queues, asOf }: Scenario): readonly Id[] {
	const marked = people.filter(({ booster }) => booster === true).map(({ id }) => id);
	if (marked.length > 0) return marked;
	return queues.flatMap(({ members }) => [...membersOf(members, asOf)]);
}

/** More slices than anybody waits for: whoever asks stops it, and has the best answer so far. */
const MOST_STEPS = 1_000_000;

/** "Fit within N" (I5): it tells each better answer; stopping it loses nothing. */
async function fit(held: Held, question: FitQuestion, context: Context): Promise<FitAnswer> {
	const search = fitWithin(held.index, held.document.scenario, question, MOST_STEPS);
	let told: FitAnswer | null | undefined;
	for (let next = search.next(); ; next = search.next()) {
		if (next.done) return next.value;
		const { answer } = next.value;
		if (answer !== told) context.progress({ stage: 'searching', done: null, found: answer });
		told = answer;
		await context.pause();
	}
}

/**
 * Where people go to lose Live Reports and little else: back to the role that theirs is based on, where that one
 * can't view; else to Standard. People who can't view anyway are left out.
 */
export function rolesWithoutView(scenario: Scenario, personIds: readonly Id[]) {
	const wanted = new Set(personIds);
	const byRole = new Map<Id, Id[]>();
	for (const { id, roleId } of scenario.people) {
		if (!wanted.has(id)) continue;
		const role = roleById(scenario.roles, roleId);
		if (!role || !holds(role, 'live-reports.view')) continue;
		const base = role.basedOn === undefined ? undefined : roleById(scenario.roles, role.basedOn);
		const to = base && !holds(base, 'live-reports.view') ? base.id : DEFAULT_ROLE;
		const ids = byRole.get(to);
		if (ids) ids.push(id);
		else byRole.set(to, [id]);
	}
	return [...byRole].map(([roleId, ids]) => ({ roleId, personIds: ids }));
}
