import { describe, expect, it, test } from 'vitest';
import { type Lack, type Missing } from '$lib/domain/missing';
import { missingSentence } from './lessons';

const say = (lack: Lack, wanted = true) => missingSentence({ ...lack, wanted });
const center = 'Detroit';

test.each<[string, Lack, boolean]>([
	['Overage is 3; it should be 0.', { code: 'FIGURE', figure: 'overage', found: 3, is: '=', to: 0 }, true],
	[
		'Purchased is 12; it should not be more than 10.',
		{ code: 'FIGURE', figure: 'purchased', found: 12, is: '>', to: 10 },
		false
	],
	[
		'There are 0 purchased Live Reports licenses; there should be 10.',
		{ code: 'FIGURE', figure: 'purchased-live-reports', found: 0, is: '=', to: 10 },
		true
	],
	[
		'There is 1 viewer who is an agent too; there should not be fewer than 2.',
		{ code: 'FIGURE', figure: 'both', found: 1, is: '<', to: 2 },
		false
	],
	[
		'There are 12 people who may view; there should be another number than 12.',
		{ code: 'FIGURE', figure: 'with-permission', found: 12, is: '!=', to: 12 },
		true
	],
	[
		'There are 3 purchased licenses; there should be 2 or fewer.',
		{ code: 'PURCHASED', product: null, costCenter: null, found: 3, is: '<=', to: 2 },
		true
	],
	[
		'There are 0 purchased Live Reports licenses for Detroit; there should be 4 or more.',
		{ code: 'PURCHASED', product: 'live-reports', costCenter: center, found: 0, is: '>=', to: 4 },
		true
	],
	[
		'No order holds all that is asked for; still to be ordered: 4 Live Reports for Detroit and 2 or less Call Queues Booster.',
		{
			code: 'ORDER',
			lines: [
				{ product: 'live-reports', costCenter: center, is: '=', quantity: 4 },
				{ product: 'call-queues-booster', costCenter: null, is: '<=', quantity: 2 }
			]
		},
		true
	],
	[
		'Alice does not hold “Live Reports - View Only”: the role “Manager” lacks it.',
		{ code: 'MAY', person: 'Alice', role: 'Manager', permission: 'live-reports.view' },
		true
	],
	[
		'Alice holds “Live Reports - Full Access” by the role “Lead”, and should not.',
		{ code: 'MAY', person: 'Alice', role: 'Lead', permission: 'live-reports.full' },
		false
	],
	[
		'The role “Lead” lacks “Live Reports - View Only”, holds “Live Reports License”, which is too much, is not based on “Manager” and is not the role of Alice.',
		{
			code: 'ROLE',
			role: 'Lead',
			lacks: ['live-reports.view'],
			tooMuch: ['billing.live-reports-license'],
			basedOn: 'Manager',
			without: ['Alice']
		},
		true
	],
	[
		'There is no custom role yet; make one with “Live Reports - View Only”.',
		{ code: 'ROLE', role: null, lacks: ['live-reports.view'], tooMuch: [], basedOn: null, without: [] },
		true
	],
	[
		'There is no user with extension “999”.',
		{ code: 'THING', thing: 'person', by: 'extension', value: '999' },
		true
	],
	[
		'There still is a dashboard “Floor”.',
		{ code: 'THING', thing: 'dashboard', by: 'name', value: 'Floor' },
		false
	],
	[
		'Karen is not a member of Detroit Support now.',
		{ code: 'MEMBER', person: 'Karen', queue: 'Detroit Support' },
		true
	],
	[
		'Belmont Support is not on any dashboard.',
		{ code: 'MONITORED', queue: 'Belmont Support', dashboard: null, on: [] },
		true
	],
	[
		'Belmont Support is still on “Floor” and “Wall”.',
		{ code: 'MONITORED', queue: 'Belmont Support', dashboard: null, on: ['Floor', 'Wall'] },
		false
	],
	[
		'Bob can’t open a dashboard yet: it is not shared with Bob.',
		{ code: 'SEES', person: 'Bob', dashboard: null, hasPermission: true },
		true
	],
	[
		'Bob can’t open “Floor” yet: the role holds no Live Reports permission.',
		{ code: 'SEES', person: 'Bob', dashboard: 'Floor', hasPermission: false },
		true
	],
	[
		'Alice has not viewed “Floor” in this lesson.',
		{ code: 'VIEWED', person: 'Alice', dashboard: 'Floor', during: 'lesson' },
		true
	],
	[
		'It is Tue 24 Nov 2026, 09:00 EST in the sandbox; Thu 24 Dec 2026, 09:00 EST has not come yet.',
		{
			code: 'CLOCK',
			asOf: '2026-11-24T14:00:00Z',
			at: '2026-12-24T14:00:00Z',
			timeZone: 'America/Detroit'
		},
		true
	],
	[
		'Live Reports has not been opened by way of More in the RingCentral app for mobile.',
		{ code: 'WAY', way: 'mobile-app' },
		true
	],
	['The tab “Detailed Usage” has not been looked at.', { code: 'TAB', tab: 'detailed-usage' }, true]
])('[E2] %s', (sentence, lack, wanted) => {
	expect(say(lack, wanted)).toBe(sentence);
});

describe('[E2] what is missing', () => {
	it('says each way out where any of several would do', () => {
		const options: Missing[][] = [
			[{ code: 'DOWNLOADED', wanted: true }],
			[{ code: 'PLAN', plan: 'standard', wanted: false }]
		];
		expect(say({ code: 'ONE_OF', options })).toBe(
			'One of these is still to be done: (1) The License Status Report has not been downloaded (2) The plan should not be Standard.'
		);
	});

	it('keeps a long, an empty and a turning name from upsetting the sentence', () => {
		const member = (person: string) => say({ code: 'MEMBER', person, queue: 'Q' });
		expect(member('x'.repeat(5000)).length).toBeLessThan(120);
		expect(member('')).toBe('(no name) is not a member of Q now.');
		expect(member('\u202eevil')).toBe('\u2068\u202eevil\u2069 is not a member of Q now.');
	});
});
