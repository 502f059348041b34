import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toInstant } from '$lib/domain/instant';
import { type Scenario, ScenarioFile } from '$lib/domain/scenario';
import { NEVER, NONE } from '$lib/domain/snapshot';
import { packViewings } from '$lib/domain/viewing';
import { because } from '$lib/engine/because';
import { buildIndex } from '$lib/engine/columnar';
import { evaluate } from '$lib/engine/evaluate';
import { marginal, type MarginalSeats } from '$lib/engine/marginal';
import { createToggles } from '$lib/engine/toggles';

/** A golden case: what `expect` names must be so; what it leaves out is not looked at. */
interface Case {
	readonly title: string;
	readonly rules: readonly string[];
	/** Where the expected figures come from. */
	readonly from: string;
	readonly scenario: unknown;
	readonly expect: Partial<ReturnType<typeof answer>>;
}

const FOLDER = join(import.meta.dirname, 'cases');
const ROLES = ['', 'viewer', 'agent', 'viewer, agent'];
const LICENSES = ['none', 'live-reports', 'booster'];
const instant = (at: number | null) => (at === null || at === NEVER ? null : toInstant(at));

describe.each(readdirSync(FOLDER))('case %s', (file) => {
	const golden = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Case;
	it(`${golden.rules.map((rule) => `[${rule}]`).join(' ')} ${golden.title}`, () => {
		const read = ScenarioFile.parse(golden.scenario);
		const found = answer({ ...read, viewings: packViewings(read.viewings) });
		expect(golden.from).not.toBe('');
		for (const [key, wanted] of Object.entries(golden.expect)) {
			const got = found[key as keyof typeof found];
			if (Array.isArray(wanted)) expect(got, key).toEqual(wanted);
			else expect(got, key).toMatchObject(wanted);
		}
	});
});

/** Everything a case may expect, in words that are easy to write by hand. */
function answer(scenario: Scenario) {
	const index = buildIndex(scenario);
	const snapshot = evaluate(index, scenario);
	const { figures, waterfall, neededParts, window } = snapshot.summary;
	const seats = snapshot.seats();
	const details = snapshot.details();
	const alone = marginal(createToggles(index, scenario));
	const why = new Map(scenario.people.map(({ id }) => [id, because(index, scenario, snapshot, id)]));
	const name = (p: number) => snapshot.people.names[p]!;
	return {
		figures: { ...figures, purchased: figures.purchased.total },
		waterfall,
		neededParts,
		window: { first: window.days[0]!.date, startsAt: toInstant(window.startsAt) },
		seats: Array.from({ length: seats.count }, (_, i) => ({
			name: name(seats.person[i]!),
			role: ROLES[seats.role[i]!],
			license: LICENSES[seats.license[i]!],
			queues: seats.queues[i],
			dashboards: seats.dashboards[i],
			lastViewed: instant(seats.lastViewed[i]!)
		})),
		details: Array.from({ length: details.count }, (_, i) => [
			name(details.person[i]!),
			details.queue[i] === NONE ? null : snapshot.queueNames[details.queue[i]!],
			snapshot.dashboardNames[details.dashboard[i]!],
			instant(details.lastViewed[i]!),
			LICENSES[details.license[i]!]
		]),
		releaseDates: Object.fromEntries([...why].map(([id, one]) => [id, one?.releaseDate])),
		reasons: Object.fromEntries(
			[...why].map(([id, one]) => [
				id,
				one?.active.flatMap((reason) =>
					reason.kind === 'member'
						? [[reason.queue, reason.dashboard, instant(reason.since), instant(reason.until)]]
						: []
				)
			])
		),
		marginal: {
			people: byId(scenario.people, alone.people),
			permissions: byId(scenario.people, alone.permissions),
			queues: byId(scenario.queues, alone.queues),
			dashboards: byId(scenario.dashboards, alone.dashboards)
		}
	};
}

const byId = (items: readonly { id: string }[], { freed, shared }: MarginalSeats) =>
	Object.fromEntries(items.map(({ id }, i) => [id, [freed[i], shared[i]]]));
