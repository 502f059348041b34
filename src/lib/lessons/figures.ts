import { type Amount, type Comparator, type LessonFigure } from '$lib/domain/goal';
import { type Summary } from '$lib/domain/snapshot';

/** A figure of a summary by its name in lessons. */
export function figureOf({ figures, waterfall, neededParts }: Summary, figure: LessonFigure): number {
	switch (figure) {
		case 'needed':
		case 'agents':
		case 'viewers':
		case 'active':
		case 'overage':
			return figures[figure];
		case 'purchased':
			return figures.purchased.total;
		case 'purchased-live-reports':
			return figures.purchased.liveReports;
		case 'purchased-boosters':
			return figures.purchased.callQueuesBooster;
		case 'memberships':
		case 'repeats':
		case 'both':
			return waterfall[figure];
		case 'with-permission':
			return neededParts.withPermission;
		case 'agents-now':
			return neededParts.agentsNow;
		case 'needed-both':
			return neededParts.both;
		case 'admins-left-out':
			return neededParts.adminsLeftOut;
	}
}

export const amountOf = (summary: Summary, amount: Amount): number =>
	typeof amount === 'number' ? amount : figureOf(summary, amount);

export function compares(left: number, is: Comparator, right: number): boolean {
	switch (is) {
		case '=':
			return left === right;
		case '!=':
			return left !== right;
		case '<':
			return left < right;
		case '<=':
			return left <= right;
		case '>':
			return left > right;
		case '>=':
			return left >= right;
	}
}
