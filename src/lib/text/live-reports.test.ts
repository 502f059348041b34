import { expect, test } from 'vitest';
import { type WidgetEffect } from '$lib/domain/dashboard-rows';
import {
	effectSentences,
	licenseParts,
	liveNote,
	liveText,
	offeredName,
	unseenSentence
} from './live-reports';

const NOTHING: WidgetEffect = {
	members: 5,
	assigned: 0,
	assignedNames: [],
	without: 0,
	withoutNames: [],
	hadOne: 0,
	hadNone: 0,
	uncounted: 0,
	overage: { before: 0, after: 0 }
};
const said = (part: Partial<WidgetEffect>) => effectSentences({ ...NOTHING, ...part }, 'standard').join(' ');

test('[L11] a widget says what saving it assigns, before it is saved', () => {
	expect(said({ assigned: 3, assignedNames: ['John', 'Sarah', 'Mike'], hadOne: 2 })).toBe(
		'Saving assigns 3 licenses: John, Sarah, Mike. 2 already have one.'
	);
	expect(said({ members: 17, assigned: 17, assignedNames: ['A', 'B', 'C', 'D', 'E'] })).toBe(
		'Saving assigns 17 licenses: A, B, C, D, E and 12 more.'
	);
	expect(said({ hadOne: 5 })).toBe('Saving assigns no license. All 5 members already have one.');
	expect(said({ members: 1, hadOne: 1 })).toBe('Saving assigns no license. The one member already has one.');
	expect(
		said({
			assigned: 1,
			assignedNames: ['John'],
			without: 1,
			withoutNames: ['Mike'],
			overage: { before: 0, after: 1 }
		})
	).toBe('Saving assigns 1 license: John. No license is left for Mike. Overage rises from 0 to 1.');
	expect(said({ hadNone: 1, uncounted: 2 })).toBe(
		'Saving assigns no license. 1 already counts without a license. 2 members are not enabled and take no seat (A-STATUS).'
	);
	expect(said({ members: 0 })).toContain('no members now');
});

test('[L10] under the Customer Engagement Bundle nothing is assigned', () => {
	const effect = { ...NOTHING, without: 2, withoutNames: ['John', 'Mike'], uncounted: 1 };
	const [first, second] = effectSentences(effect, 'customer-engagement-bundle');
	expect(first).toMatch(/^2 more people count: John, Mike\. .* no license is needed\.$/);
	expect(second).toContain('1 member is not enabled');
	expect(effectSentences(NOTHING, 'customer-engagement-bundle')).toEqual([
		'Nobody more counts as an agent. Live Reports is unlimited in this plan.'
	]);
});

test('licenses of a queue, live figures, names and sharing are said in few words', () => {
	const queue = { id: 'q', name: 'Q', members: 8, liveReports: 3, booster: 1, without: 2, uncounted: 2 };
	expect(licenseParts(queue, 'standard')).toEqual([
		'3 Live Reports',
		'1 Call Queues Booster',
		'2 without a license',
		'2 without a seat'
	]);
	expect(licenseParts(queue, 'customer-engagement-bundle')).toEqual([
		'6 included in the plan',
		'2 without a seat'
	]);
	expect(licenseParts({ ...queue, members: 0 }, 'standard')).toEqual(['no members now']);
	expect(liveText('service-level', 83)).toBe('83%');
	expect(liveText('average-handle-time', 65)).toBe('1:05');
	expect(liveText('agents-available', null)).toBe('–');
	expect(liveNote('agents-available', 1, 3)).toBe('of 3 members');
	expect(liveNote('calls-in-queue', 1, 3)).toBe('caller waits');
	expect(liveNote('service-level', null, 0)).toBe('nobody is in the queue');
	expect(offeredName('calls-in-queue', 'Detroit')).toBe('Detroit calls in queue');
	expect(unseenSentence([])).toBeNull();
	expect(unseenSentence(['John', 'Mike'])).toMatch(/^John and Mike have no Live Reports permission/);
});
