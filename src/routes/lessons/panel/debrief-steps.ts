import { type Lesson } from '$lib/domain/lesson';
import { type Summary } from '$lib/domain/snapshot';
import { neededSteps, purchasedSteps, type Step, waterfallSteps } from '$lib/text/figures';

/** How the figure that a debrief shows comes about, the overage from its very beginning (L12). */
export function debriefSteps(show: Lesson['debrief']['show'], summary: Summary): readonly Step[] {
	const steps = waterfallSteps(summary);
	switch (show) {
		case 'needed':
			return neededSteps(summary.neededParts, summary.figures.needed);
		case 'purchased':
			return purchasedSteps(summary.figures.purchased);
		case 'active':
			return steps.slice(0, steps.findIndex(({ label }) => label === 'Active') + 1);
		case 'overage':
			return steps;
	}
}
