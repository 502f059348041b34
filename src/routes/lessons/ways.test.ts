import { describe, expect, it } from 'vitest';
import { type Way } from '$lib/domain/goal';
import { NO_TRAIL, trailAfter } from './ways';

const walk = (...steps: (readonly [route: string, by?: Way])[]) =>
	steps.reduce((trail, [route, by]) => trailAfter(trail, route, by ?? null), NO_TRAIL).arrived;

describe('[E1] the ways into Live Reports', () => {
	it('the portal itself, by its tile or its left navigation', () => {
		expect(walk(['/'], ['/analytics'], ['/analytics/live-reports'])).toBe('analytics-portal');
		expect(walk(['/analytics'], ['/analytics/live-reports/dashboard'])).toBe('analytics-portal');
	});

	it.each<Way>(['admin-portal', 'desktop-app', 'mobile-app'])('by %s, which leads to the portal', (by) => {
		expect(walk(['/app'], ['/analytics', by], ['/analytics/live-reports'])).toBe(by);
	});

	it('the portal opened by its own link is its own way, wherever one was', () => {
		expect(walk(['/admin/users'], ['/analytics'], ['/analytics/live-reports'])).toBe('analytics-portal');
	});

	it('a short cut of the sandbox is none, nor is what was left in between', () => {
		expect(walk(['/'], ['/analytics/live-reports'])).toBeNull();
		expect(walk(['/analytics', 'mobile-app'], ['/settings'], ['/analytics/live-reports'])).toBeNull();
	});

	it('nothing has arrived in the portal, nor elsewhere', () => {
		expect(walk(['/analytics', 'mobile-app'])).toBeNull();
		expect(walk(['/analytics'], ['/analytics/live-reports'], ['/'])).toBeNull();
	});
});
