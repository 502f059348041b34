import { type FileFault } from '$lib/domain/fault';
import { failed, ok, type Result } from '$lib/domain/result';
import { SCENARIO_VERSION, type Scenario, type ScenarioFile } from '$lib/domain/scenario';
import { packViewings, type Viewing, type ViewingBlock, VIEWINGS_PER_BLOCK } from '$lib/domain/viewing';
import { checkSteps } from './check-scenario';
import { checkShape, isRaw, itemsOf, type Raw } from './check-shape';
import { Faults, shown } from './faults';
import { fileText, nestsWithin } from './file-text';
import { jsonMistake } from './json-mistake';
import { wrongFormat } from './known-format';
import { type Limits, LIMITS } from './limits';

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

export interface ReadOptions {
	/** Told about every 50 ms how far reading has come, from 0 to 1, and waited for. */
	readonly onProgress?: (done: number) => void | Promise<void>;
	readonly limits?: Partial<Limits>;
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
	const limits = { ...LIMITS, ...options.limits };
	const progress = new Pace(options.onProgress);
	const parsed = await parse(bytes, limits, progress);
	return parsed.ok ? check(parsed.value, limits, progress) : failed([parsed.error]);
}

/** The scenario of a file that was parsed elsewhere and names format and version: its shape, then its meaning. */
export const checkRaw = (raw: Raw): Promise<Result<ScenarioDraft, readonly FileFault[]>> =>
	check(raw, LIMITS, new Pace(undefined));

async function check(
	raw: Raw,
	limits: Limits,
	progress: Pace
): Promise<Result<ScenarioDraft, readonly FileFault[]>> {
	const faults = new Faults(limits.faults);
	const items = itemsOf(raw);
	let done = 0;
	for (const more of checkShape(raw, faults)) await progress.at(SHAPE, (done += more), items, more);
	if (!faults.none) return failed(faults.list());

	const file = raw as ScenarioFile; // checkShape found nothing against it
	const viewings: ViewingBlock[] = [];
	for (const block of packed(file.viewings)) {
		viewings.push(block);
		const count = viewings.length * VIEWINGS_PER_BLOCK;
		await progress.at(PACK, count, file.viewings.length, VIEWINGS_PER_BLOCK);
	}
	const scenario = scenarioOf(file, viewings);
	const steps = checkSteps(scenario, faults);
	while (!faults.enough && steps.next().done !== true) await progress.at(MEANING, 0, 1, ITEMS);
	return faults.none ? ok({ scenario, counts: countsOf(scenario) }) : failed(faults.list());
}

/** Where each stage begins and ends, as shares of the whole, measured on a file of 200 MB. */
type Stage = readonly [from: number, to: number];
const NESTING: Stage = [0, 0.15];
const SHAPE: Stage = [0.55, 0.8];
const PACK: Stage = [0.8, 0.95];
const MEANING: Stage = [0.95, 1];

/** How many items go by between two reports. */
const ITEMS = 16_384;

class Pace {
	readonly #tell: ReadOptions['onProgress'];
	#waiting = 0;

	constructor(tell: ReadOptions['onProgress']) {
		this.#tell = tell;
	}

	/** Reports `done` of `total` of a stage, once `weight` has come to ITEMS. */
	async at([from, to]: Stage, done: number, total: number, weight: number): Promise<void> {
		if (this.#tell === undefined) return;
		this.#waiting += weight;
		if (this.#waiting < ITEMS) return;
		this.#waiting = 0;
		await this.#tell(from + (to - from) * Math.min(1, done / Math.max(1, total)));
	}
}

async function parse(bytes: Uint8Array, limits: Limits, progress: Pace): Promise<Result<Raw, FileFault>> {
	const fault = (code: FileFault['code'], path: string, detail: FileFault['detail']) =>
		failed<FileFault>({ code, path, detail });
	if (bytes.length > limits.bytes)
		return fault('TOO_LARGE', '', { bytes: bytes.length, limit: limits.bytes });
	const text = fileText(bytes);
	if (!text.ok) return text;
	const nesting = nestsWithin(bytes, limits.depth);
	let step = nesting.next();
	for (; step.done !== true; step = nesting.next())
		await progress.at(NESTING, step.value, bytes.length, ITEMS);
	if (!step.value) return fault('TOO_DEEP', '', { limit: limits.depth });
	let raw: unknown;
	try {
		raw = JSON.parse(text.value);
	} catch {
		// JSON.parse's only way to say no; its message differs between browsers, so the place is sought anew.
		return fault('NOT_JSON', '', { ...jsonMistake(text.value) });
	}
	const wrong = wrongFormat(raw);
	if (wrong !== undefined || !isRaw(raw)) return fault('WRONG_FORMAT', '', wrong ?? {});
	const version: unknown = raw['version'];
	if (typeof version === 'number' && Number.isInteger(version) && version > SCENARIO_VERSION)
		return fault('NEWER_VERSION', 'version', { found: shown(version), known: SCENARIO_VERSION });
	return ok(raw);
}

function* packed(viewings: readonly Viewing[]): Generator<ViewingBlock> {
	for (let start = 0; start < viewings.length; start += VIEWINGS_PER_BLOCK)
		yield* packViewings(viewings.slice(start, start + VIEWINGS_PER_BLOCK));
}

const scenarioOf = (file: ScenarioFile, viewings: readonly ViewingBlock[]): Scenario => ({
	name: file.name,
	asOf: file.asOf,
	account: file.account,
	assumptions: file.assumptions,
	...(file.practice && { practice: file.practice }),
	roles: file.roles,
	people: file.people,
	queues: file.queues,
	dashboards: file.dashboards,
	orders: file.orders,
	viewings
});

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
