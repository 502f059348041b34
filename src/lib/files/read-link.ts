import { type FileFault } from '$lib/domain/fault';
import { toInstant } from '$lib/domain/instant';
import { failed, ok, type Result } from '$lib/domain/result';
import { SCENARIO_FORMAT, SCENARIO_VERSION, type ScenarioFile } from '$lib/domain/scenario';
import { Recipe, type Shared } from '$lib/domain/share-link';
import { type Viewing } from '$lib/domain/viewing';
import { Id } from '$lib/domain/id';
import { z } from '$lib/domain/zod';
import { isRaw, type Raw } from './check-shape';
import { type LinkLimits, LINK_LIMITS, readCode } from './link-code';
import { checkRaw } from './read-scenario';

const NOT_OURS = failed<readonly FileFault[]>([{ code: 'LINK_NOT_OURS', path: '', detail: {} }]);

/**
 * What a link's code carries, which is hostile until it is read (S8, S9). A scenario passes the same checks
 * as one from a file; of a recipe only the shape is checked, for its commands check themselves when they are
 * done. All or nothing; never throws, whatever the text.
 */
export async function readLink(
	code: string,
	limits: LinkLimits = LINK_LIMITS
): Promise<Result<Shared, readonly FileFault[]>> {
	const read = readCode(code, limits);
	if (!read.ok) return failed([read.error]);
	const raw = read.value;
	if (!isRaw(raw) || Object.keys(raw).length !== 1) return NOT_OURS;
	if (Object.hasOwn(raw, 'recipe')) {
		const recipe = Recipe.safeParse(raw['recipe']);
		return recipe.success ? ok({ kind: 'recipe', recipe: recipe.data }) : NOT_OURS;
	}
	const scenario = Object.hasOwn(raw, 'scenario') ? raw['scenario'] : undefined;
	return isRaw(scenario) ? readShared(scenario) : NOT_OURS;
}

async function readShared(raw: Raw): Promise<Result<Shared, readonly FileFault[]>> {
	const viewings = viewingsOf(raw['viewings']);
	if (!viewings) return NOT_OURS;
	const file: Raw = { ...raw, viewings, format: SCENARIO_FORMAT, version: SCENARIO_VERSION };
	const checked = await checkRaw(file);
	return checked.ok ? ok({ kind: 'scenario', file: file as ScenarioFile }) : checked;
}

const place = z.int().min(0);
const FIRST = -62_167_219_200;
const LAST = 253_402_300_799;
const Columns = z.strictObject({
	people: z.array(Id),
	dashboards: z.array(Id.nullable()),
	person: z.array(place),
	dashboard: z.array(place),
	at: z.array(
		z
			.int()
			.min(FIRST - LAST)
			.max(LAST - FIRST)
	)
});

/** The viewings of a link's columns; undefined where these don't fit together. */
function viewingsOf(raw: unknown): readonly Viewing[] | undefined {
	const parsed = Columns.safeParse(raw);
	if (!parsed.success) return undefined;
	const { people, dashboards, person, dashboard, at } = parsed.data;
	if (person.length !== at.length || dashboard.length !== at.length) return undefined;
	const viewings: Viewing[] = [];
	let seconds = 0;
	for (let i = 0; i < at.length; i++) {
		seconds += at[i]!;
		const personId = people[person[i]!];
		const dashboardId = dashboards[dashboard[i]!];
		if (personId === undefined || dashboardId === undefined || seconds < FIRST || seconds > LAST)
			return undefined;
		viewings.push({ personId, dashboardId, at: toInstant(seconds) });
	}
	return viewings;
}
