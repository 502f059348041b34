import { strToU8 } from 'fflate';
import { type FileFault } from '$lib/domain/fault';
import { failed, ok, type Result } from '$lib/domain/result';
import { type Scenario, type ScenarioFile, toScenarioFile } from '$lib/domain/scenario';
import {
	LINK_LENGTHS,
	type MadeLink,
	MOST_STEPS,
	type Recipe,
	type SampleFile,
	type Shared,
	type SharedPreview
} from '$lib/domain/share-link';
import { packViewings } from '$lib/domain/viewing';
import { apply } from '../commands';
import { buildIndex } from '../engine/columnar';
import { evaluate } from '../engine/evaluate';
import { checkScenario } from '../files/check-scenario';
import { checksum, codeLength, codeOf, LINK_LIMITS, packText } from '../files/link-code';
import { recipeLinkText, scenarioLinkText } from '../files/write-link';

type Step = Recipe['steps'][number];

/** Lets other messages in between two steps; it throws when nobody wants the answer any more. */
type Pause = () => Promise<void>;

/** Viewings that a recipe may play: far more than one of a link needs, far fewer than would stop a browser. */
const MOST_VIEWINGS = 200_000;

/**
 * A scenario as a link (S8): whole, or as a recipe where its journal, done once more on a sample, gives this very
 * scenario and the code is shorter. `steps`: the journal's commands in force, oldest first; null: not known, or too many.
 */
export async function makeLink(
	scenario: Scenario,
	steps: readonly Step[] | null,
	samples: readonly SampleFile[],
	pause: Pause
): Promise<MadeLink> {
	const text = scenarioLinkText(scenario);
	if (text === null) return { code: null, length: null, recipe: null };
	const whole = packed(text);
	const recipe = steps && (await recipeOf({ text, name: scenario.name }, steps, samples, pause));
	const brief = recipe && packed(recipeLinkText(recipe));
	await pause();
	if (recipe && brief && (!whole || brief.length < whole.length))
		return made(brief, { sample: recipe.sample, steps: recipe.steps.length });
	return whole ? made(whole, null) : { code: null, length: null, recipe: null };
}

/** Undefined: nobody could open it, for it would inflate to more than a link may. */
function packed(text: string): Uint8Array | undefined {
	return strToU8(text).length > LINK_LIMITS.inflated ? undefined : packText(text);
}

function made(bytes: Uint8Array, recipe: MadeLink['recipe']): MadeLink {
	const length = codeLength(bytes);
	return { code: length > LINK_LENGTHS.most ? null : codeOf(bytes), length, recipe };
}

async function recipeOf(
	{ text, name }: { readonly text: string; readonly name: string },
	steps: readonly Step[],
	samples: readonly SampleFile[],
	pause: Pause
): Promise<Recipe | null> {
	for (const { id, file } of samples) {
		const played = await play(scenarioOf(file), steps, pause);
		if (!played) continue;
		// A copy has another name than the journal gives it: one command more says it.
		const all = played.name === name ? steps : [...steps, { name: 'renameScenario', input: { name } }];
		const finished = all === steps ? played : await play(played, all.slice(-1), pause);
		if (all.length > MOST_STEPS || !finished || scenarioLinkText(finished) !== text) continue;
		return { sample: id, print: checksum(strToU8(text)), steps: [...all] };
	}
	return null;
}

/** The sample with the commands done, each checked as if a user had asked for it; undefined: one is refused, or it grows too large. */
async function play(start: Scenario, steps: readonly Step[], pause: Pause): Promise<Scenario | undefined> {
	let scenario = start;
	for (const { name, input, actor = null } of steps) {
		const done = apply(scenario, { name, input, actor });
		if (!done.ok) return undefined;
		scenario = done.value;
		if (scenario.viewings.reduce((sum, { at }) => sum + at.length, 0) > MOST_VIEWINGS) return undefined;
		await pause();
	}
	return scenario;
}

/** What a link's preview shows, and what "Keep a copy" will create. Nothing is stored. */
export async function previewShared(
	shared: Shared,
	samples: readonly SampleFile[],
	pause: Pause
): Promise<Result<SharedPreview, readonly FileFault[]>> {
	if (shared.kind === 'scenario') return ok(previewOf(scenarioOf(shared.file)));
	const { sample, print, steps } = shared.recipe;
	const start = samples.find(({ id }) => id === sample);
	const played = start && (await play(scenarioOf(start.file), steps, pause));
	if (!played) return failed([OTHER_SAMPLE]);
	const text = scenarioLinkText(played);
	if (text === null || checksum(strToU8(text)) !== print) return failed([OTHER_SAMPLE]);
	const faults = checkScenario(played);
	return faults.length > 0 ? failed(faults) : ok(previewOf(played));
}

const OTHER_SAMPLE: FileFault = { code: 'LINK_OTHER_SAMPLE', path: '', detail: {} };

function previewOf(scenario: Scenario): SharedPreview {
	const { name, account, asOf, people, queues, dashboards, orders, viewings } = scenario;
	return {
		name,
		accountName: account.name,
		asOf,
		timeZone: account.timeZone,
		counts: {
			people: people.length,
			queues: queues.length,
			dashboards: dashboards.length,
			viewings: viewings.reduce((sum, { at }) => sum + at.length, 0),
			orders: orders.length
		},
		summary: evaluate(buildIndex(scenario), scenario).summary,
		file: toScenarioFile(scenario)
	};
}

/** A file's scenario, without what only files have. */
function scenarioOf({ format, version, viewings, ...rest }: ScenarioFile): Scenario {
	void format;
	void version;
	return { ...rest, viewings: packViewings(viewings) };
}
