import { type FileFault } from '$lib/domain/fault';
import { failed, ok, type Result } from '$lib/domain/result';
import { SCENARIO_FORMAT, SCENARIO_VERSION, type Scenario, type ScenarioFile } from '$lib/domain/scenario';
import { packViewings, type Viewing, type ViewingBlock, VIEWINGS_PER_BLOCK } from '$lib/domain/viewing';
import { checkSteps } from './check-scenario';
import { checkShape, itemsOf, type Raw } from './check-shape';
import { Faults, type Path } from './faults';
import { ITEMS, MEANING, PACK, Pace, SHAPE } from './pace';
import { begin, type Format, readJson, type ReadOptions } from './read-json';
import { scenarioOf } from './scenario-of';

export const SCENARIO: Format = { name: SCENARIO_FORMAT, version: SCENARIO_VERSION };

/** A scenario from a file, not yet anybody's: for a preview, then to be created (S6). */
export interface ScenarioDraft {
	readonly scenario: Scenario;
	readonly counts: ScenarioCounts;
}

export interface ScenarioCounts {
	readonly people: number;
	readonly queues: number;
	readonly members: number;
	readonly dashboards: number;
	readonly widgets: number;
	readonly viewings: number;
	readonly orders: number;
}

/**
 * Reads a scenario file (SPEC §7), which is hostile until it is read (S9). All or nothing: the scenario
 * exactly as the file says it (no default is filled in; of two equal keys the last one counts, as
 * everywhere in JSON), or every fault of the first step that found any: size, text, nesting, JSON, format,
 * version, shape, meaning. Never throws on any bytes.
 */
export async function readScenario(
	bytes: Uint8Array,
	options: ReadOptions = {}
): Promise<Result<ScenarioDraft, readonly FileFault[]>> {
	const reading = begin(options);
	const parsed = await readJson(bytes, SCENARIO, reading);
	if (!parsed.ok) return failed([parsed.error]);
	return draftOf(parsed.value, new Faults(reading.limits.faults), reading.pace);
}

/** The scenario of a file that was parsed elsewhere and names format and version: its shape, then its meaning. */
export const checkRaw = (raw: Raw): Promise<Result<ScenarioDraft, readonly FileFault[]>> =>
	checkRawAt(raw, []);

/** The same for one that stands inside a file, at `at`. */
export const checkRawAt = (raw: Raw, at: Path): Promise<Result<ScenarioDraft, readonly FileFault[]>> =>
	draftOf(raw, new Faults(undefined, at), new Pace(undefined));

/** The draft of a scenario's JSON, or what is wrong with its shape, or else with its meaning, added to `faults`. */
export async function draftOf(
	raw: Raw,
	faults: Faults,
	pace: Pace
): Promise<Result<ScenarioDraft, readonly FileFault[]>> {
	const items = itemsOf(raw);
	let done = 0;
	for (const more of checkShape(raw, faults)) await pace.at(SHAPE, (done += more), items, more);
	if (!faults.none) return failed(faults.list());

	const file = raw as ScenarioFile; // checkShape found nothing against it
	const viewings: ViewingBlock[] = [];
	for (const block of packed(file.viewings)) {
		viewings.push(block);
		const count = viewings.length * VIEWINGS_PER_BLOCK;
		await pace.at(PACK, count, file.viewings.length, VIEWINGS_PER_BLOCK);
	}
	const scenario = scenarioOf(file, viewings);
	const steps = checkSteps(scenario, faults);
	while (!faults.enough && steps.next().done !== true) await pace.at(MEANING, 0, 1, ITEMS);
	return faults.none ? ok({ scenario, counts: countsOf(scenario) }) : failed(faults.list());
}

function* packed(viewings: readonly Viewing[]): Generator<ViewingBlock> {
	for (let start = 0; start < viewings.length; start += VIEWINGS_PER_BLOCK)
		yield* packViewings(viewings.slice(start, start + VIEWINGS_PER_BLOCK));
}

/** How much a scenario holds, for its preview. */
export const countsOf = ({ people, queues, dashboards, viewings, orders }: Scenario): ScenarioCounts => ({
	people: people.length,
	queues: queues.length,
	members: queues.reduce((sum, queue) => sum + queue.members.length, 0),
	dashboards: dashboards.length,
	widgets: dashboards.reduce((sum, dashboard) => sum + dashboard.widgets.length, 0),
	viewings: viewings.reduce((sum, block) => sum + block.at.length, 0),
	orders: orders.length
});
