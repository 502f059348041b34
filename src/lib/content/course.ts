import { type Lesson, LessonPack, PACK_FORMAT, PACK_VERSION } from '$lib/domain/lesson';
import { aNewTeam } from './course/a-new-team';
import { boosterAndBundle } from './course/booster-and-bundle';
import { buyingLicenses } from './course/buying-licenses';
import { countedOnce } from './course/counted-once';
import { dashboards } from './course/dashboards';
import { findingAnOverage } from './course/finding-an-overage';
import { leavers } from './course/leavers';
import { readingTheReport } from './course/reading-the-report';
import { rolesAndAccess } from './course/roles-and-access';
import { waysIn } from './course/ways-in';
import { whoNeedsALicense } from './course/who-needs-a-license';

const lessons: Lesson[] = [
	whoNeedsALicense,
	countedOnce,
	buyingLicenses,
	rolesAndAccess,
	dashboards,
	waysIn,
	readingTheReport,
	findingAnOverage,
	leavers,
	boosterAndBundle,
	aNewTeam
];

/** The shipped course: all that the source says, in eleven lessons (E4). */
export const COURSE: LessonPack = LessonPack.parse({
	format: PACK_FORMAT,
	version: PACK_VERSION,
	id: 'live-reports-licenses',
	revision: 1,
	title: 'Live Reports licenses, from need to report',
	intro:
		'Who needs a license, how to buy it, who may view, what dashboards assign, and how to read the License Status Report. Each lesson takes five to ten minutes, opens a scenario of its own, and can be done in any order. “The source” is RingCentral’s text on licensing Live Reports, which the lessons follow.',
	lessons
} satisfies LessonPack);
