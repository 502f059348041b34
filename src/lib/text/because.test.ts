import { describe, expect, it } from 'vitest';
import { toSeconds } from '$lib/domain/instant';
import { licenseText, reasonSentence, releaseSentence } from './because';

const when = { asOf: '2026-11-24T14:00:00Z', timeZone: 'America/Detroit' };
const at = (day: string) => toSeconds(`${day}T17:00:00Z`);
const member = { kind: 'member', queue: 'Detroit Support', dashboard: 'Floor wallboard' } as const;

describe('[L13] reasons', () => {
	it.each([
		[null, null, 'all along'],
		['2026-11-03', null, 'since 3 Nov'],
		[null, '2026-11-10', 'until 10 Nov'],
		['2025-11-03', '2026-11-10', 'from 3 Nov 2025 to 10 Nov']
	])('tell a membership from %s to %s', (since, until, span) => {
		const reason = { ...member, since: since && at(since), until: until && at(until) } as const;
		expect(
			reasonSentence({ ...reason, since: reason.since || null, until: reason.until || null }, when)
		).toBe(`member of Detroit Support, on Floor wallboard ${span}`);
	});

	it('tell a viewing, and a permission by the vendor’s name', () => {
		const viewed = { kind: 'viewed', lastAt: at('2026-11-20') } as const;
		expect(reasonSentence({ ...viewed, dashboard: 'Floor', times: 3 }, when)).toBe(
			'viewed Floor on 20 Nov (3 times in the 30 days)'
		);
		expect(reasonSentence({ ...viewed, dashboard: null, times: 1 }, when)).toBe(
			'opened Live Reports on 20 Nov'
		);
		expect(reasonSentence({ kind: 'permission', role: 'Lead', permission: 'live-reports.full' }, when)).toBe(
			'may view: the role Lead has Live Reports - Full Access'
		);
	});
});

it('[L11] every license code has a name', () =>
	expect([0, 1, 2].map(licenseText)).toEqual(['None left', 'Live Reports', 'Call Queue Booster']));

it('[L15] a release date, or none while the membership lasts', () => {
	expect(releaseSentence('2026-12-20')).toContain('on 20 Dec 2026');
	expect(releaseSentence(null)).toContain('as long as the membership lasts');
});
