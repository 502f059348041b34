import { type Dashboard } from '$lib/domain/dashboard';
import { type PlayPlan, type PlayViewer } from '$lib/domain/frame-rows';
import { type Instant } from '$lib/domain/instant';
import { type Scenario } from '$lib/domain/scenario';
import { type ReportWindow } from '$lib/domain/snapshot';

/** Whether a dashboard exists at as-of (L3). */
export const isLive = ({ createdAt, deletedAt }: Dashboard, asOf: Instant): boolean =>
	(createdAt === undefined || createdAt <= asOf) && (deletedAt === undefined || deletedAt > asOf);

const DAYS = 30;
/** How many habits are suggested at most: what a dialog can show and a hand can edit. */
const SUGGESTED = 60;

/** The scenario's routine with names, or one that is read off the viewings of the last 30 days. */
export function playPlan(scenario: Scenario, window: ReportWindow): PlayPlan {
	const people = new Map(scenario.people.map(({ id, name }) => [id, name]));
	const live = scenario.dashboards.filter((one) => isLive(one, scenario.asOf));
	const dashboards = new Map(live.map(({ id, name }) => [id, name]));
	const routine = scenario.practice?.routine;
	const habits = routine?.viewers ?? habitsIn(scenario, window);
	return {
		seed: routine?.seed ?? 1,
		suggested: !routine,
		dashboards: live
			.map(({ id, name }) => ({ id, name }))
			.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true })),
		viewers: habits.flatMap(({ personId, dashboardId, everyDays }): PlayViewer[] => {
			const person = people.get(personId);
			const dashboard = dashboardId === null ? null : dashboards.get(dashboardId);
			// Whoever was removed since can't view, and what was deleted can't be viewed.
			if (person === undefined || dashboard === undefined) return [];
			return [{ personId, person, dashboardId, dashboard, everyDays }];
		})
	};
}

type Habit = Pick<PlayViewer, 'personId' | 'dashboardId' | 'everyDays'>;

function habitsIn({ viewings }: Scenario, { startsAt, endsAt }: ReportWindow): Habit[] {
	const times = new Map<string, { personId: string; dashboardId: string | null; times: number }>();
	for (const block of viewings)
		for (let i = 0; i < block.at.length; i++) {
			if (block.at[i]! < startsAt || block.at[i]! > endsAt) continue;
			const personId = block.personIds[block.person[i]!]!;
			const dashboardId = block.dashboardIds[block.dashboard[i]!]!;
			const key = JSON.stringify([personId, dashboardId]);
			const known = times.get(key);
			if (known) known.times++;
			else if (times.size < SUGGESTED) times.set(key, { personId, dashboardId, times: 1 });
		}
	return [...times.values()].map(({ personId, dashboardId, times: count }) => ({
		personId,
		dashboardId,
		everyDays: Math.min(DAYS, Math.max(1, Math.round(DAYS / count)))
	}));
}
