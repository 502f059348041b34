import { type Id } from '$lib/domain/id';
import { type Practice } from '$lib/domain/practice';
import { type Scenario } from '$lib/domain/scenario';
import { withoutKey } from './without-key';

/** The scenario with other practice; keys that say nothing are not kept, nor is a practice without keys. */
export function withPractice(scenario: Scenario, practice: Practice | undefined): Scenario {
	if (practice === scenario.practice) return scenario;
	const { defaultRoleId, pinned, routine, whatIfs, exempt } = practice ?? {};
	const kept: Practice = {
		...(defaultRoleId !== undefined && { defaultRoleId }),
		...(pinned && pinned.length > 0 && { pinned }),
		...(routine && { routine }),
		...(whatIfs && whatIfs.length > 0 && { whatIfs }),
		...(exempt && Object.values(exempt).some((ids) => ids.length > 0) && { exempt })
	};
	return Object.keys(kept).length === 0 ? withoutKey(scenario, 'practice') : { ...scenario, practice: kept };
}

/** The practice without these people; the very same where none of them is in it. */
export function practiceWithout(practice: Practice | undefined, gone: ReadonlySet<Id>): Practice | undefined {
	const isGone = (id: Id | null) => id !== null && gone.has(id);
	const pinned = practice?.pinned?.filter((id) => !isGone(id));
	const viewers = practice?.routine?.viewers.filter(({ personId }) => !isGone(personId));
	const isSame =
		pinned?.length === practice?.pinned?.length && viewers?.length === practice?.routine?.viewers.length;
	if (isSame || !practice) return practice;
	return {
		...practice,
		pinned,
		...(practice.routine && viewers && { routine: { ...practice.routine, viewers } })
	};
}
