import { type Forecast, type LeaveReason, type Relief } from '$lib/domain/forecast';
import { civilText, countText, numberText } from './format';

/** What a forecast takes for granted (I6), said beside it. */
export function forecastPremise({ goOnViewing, plan }: Forecast): string {
	const viewers =
		goOnViewing === 0
			? 'Nobody who viewed may still view, so no viewing is added'
			: `${countText(goOnViewing, 'person', 'people')} who viewed and still may view ${goOnViewing === 1 ? 'goes' : 'go'} on viewing every day`;
	const limit =
		plan === 'standard' ? '' : ' The plan is Customer Engagement Bundle: there is no overage on any day.';
	return `If the change is made now: ${viewers}, nobody else views, and everybody else leaves the count when their last day leaves the 30 days. What the scenario itself dates later comes true on its day.${limit}`;
}

/** When overage goes (I6). */
export function reliefSentence(relief: Relief): string {
	switch (relief.kind) {
		case 'unlimited':
			return 'There is no overage: the plan is Customer Engagement Bundle.';
		case 'already':
			return `There is no overage.${againText(relief.again)}`;
		case 'on':
			return `The first day without overage is ${civilText(relief.on)}, ${relief.inDays === 1 ? 'tomorrow' : `in ${countText(relief.inDays, 'day')}`}.${againText(relief.again)}`;
		case 'not-within':
			return `No day of the next ${numberText(relief.days)} is without overage: on the last one it is ${numberText(relief.overage)}.`;
	}
}

const againText = (again: string | null): string =>
	again === null ? '' : ` On ${civilText(again)} there is some again.`;

/** Why a seat leaves. */
export const LEAVE_TEXT: Readonly<Record<LeaveReason, string>> = {
	stopped: 'no longer an agent, by this change',
	'left-before': 'was no longer an agent before this change',
	'ends-later': 'stops being an agent later, as the scenario says',
	'lost-access': 'may no longer view, by this change',
	'had-no-access': 'could not view any more before this change'
};
