import {
	type ComparedFigure,
	type DifferenceReason,
	type ImportDraft,
	type ProblemCode,
	STATED_KEYS,
	type StatedFigures,
	type StatedKey
} from '$lib/domain/import';
import { type Figures } from '$lib/domain/snapshot';

type Reason = ComparedFigure['reasons'][number];
type Draft = Pick<ImportDraft, 'stated' | 'seatRows' | 'groups' | 'notes' | 'scenario'>;

/** What tab 1 states beside what the draft comes to, and why they differ as far as the files show. Null: no report. */
export function compareStated(draft: Draft, figures: Figures): readonly ComparedFigure[] | null {
	const { stated } = draft;
	if (stated === null) return null;
	const computed: Readonly<Record<StatedKey, number>> = { ...figures, ...figures.purchased };
	return STATED_KEYS.map((key) => {
		const isEqual = stated[key] === null || stated[key] === computed[key];
		return {
			key,
			stated: stated[key],
			computed: computed[key],
			reasons: isEqual ? [] : reasonsOf(key, draft, stated, computed)
		};
	});
}

function reasonsOf(
	key: StatedKey,
	draft: Draft,
	stated: StatedFigures,
	computed: Readonly<Record<StatedKey, number>>
): Reason[] {
	const reasons: Reason[] = [];
	const because = (code: DifferenceReason, detail: Reason['detail'], isSo = true) => {
		if (isSo) reasons.push({ code, detail });
	};
	if (key === 'total') {
		const sum = (stated.liveReports ?? 0) + (stated.callQueuesBooster ?? 0);
		because('SUM_IN_FILE', { sum, stated: stated.total ?? 0 }, sum !== stated.total);
	} else if (key === 'overage') {
		const own = Math.max(0, (stated.active ?? 0) - (stated.total ?? 0));
		because('OVERAGE_IN_FILE', { own, stated: stated.overage ?? 0 }, own !== stated.overage);
		because('ACTIVE_DIFFERS', {}, stated.active !== computed.active);
	} else if (key === 'agents' || key === 'viewers' || key === 'active') people(key, draft, stated, because);
	if (reasons.length === 0) because('UNEXPLAINED', {});
	return reasons;
}

/** Whatever adds or takes away people; each is said with how many it touches. */
function people(
	key: 'agents' | 'viewers' | 'active',
	{ seatRows, groups, notes, scenario }: Draft,
	stated: StatedFigures,
	because: (code: DifferenceReason, detail: Reason['detail'], isSo?: boolean) => void
): void {
	const group = (code: ProblemCode) => groups.find((one) => one.code === code);
	const rows = seatRows?.[key === 'active' ? 'rows' : key];
	because(
		'TABS_DISAGREE',
		{ rows: rows ?? 0, stated: stated[key] ?? 0 },
		rows !== undefined && rows !== stated[key]
	);
	const days = daysOf(stated);
	because('WINDOW_LENGTH', { days: days ?? 0 }, days !== null && days !== WINDOW_DAYS);
	const skipped = groups.reduce((sum, { chosen }) => sum + (chosen.skip ?? 0), 0);
	because('ROWS_LEFT_OUT', { count: skipped }, skipped > 0);
	const outside = group('DATE_OUTSIDE')?.chosen.keep ?? 0;
	because('OUTSIDE_WINDOW', { count: outside }, outside > 0 && key !== 'agents');
	const missing = group('SEAT_MISSING')?.count ?? 0;
	because('NOT_ON_TAB_2', { count: missing }, missing > 0);
	const without = group('AGENT_WITHOUT_QUEUE')?.count ?? 0;
	because('WITHOUT_QUEUE', { count: without }, without > 0 && key !== 'viewers');
	const isEnabledOnly = scenario.assumptions['A-STATUS'] === 'enabled';
	const off = scenario.people.filter(({ status = 'enabled' }) => status !== 'enabled').length;
	because('NOT_ENABLED', { count: off }, isEnabledOnly && off > 0);
	const listed = notes.find(({ code }) => code === 'MEMBERS_NOT_IN_REPORT')?.detail['count'] ?? 0;
	because('ONLY_ON_LISTS', { count: listed }, Number(listed) > 0 && key !== 'viewers');
	const ended = group('NOT_ON_LIST')?.chosen.ended ?? 0;
	because('LEFT_BY_LISTS', { count: ended }, ended > 0 && key !== 'viewers');
}

const WINDOW_DAYS = 30;
const DAY_MS = 86_400_000;

const daysOf = ({ from, to }: StatedFigures): number | null =>
	from === null || to === null ? null : (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
