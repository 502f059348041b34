import { type StoreFault } from '$lib/domain/fault';

/** What the environment did, and what to do about it. */
export interface FaultText {
	readonly title: string;
	readonly what: string;
	readonly remedy: string;
}

/** While the storage does not answer: an older version in another tab may hold it, or the disk is slow. */
export const STILL_OPENING = {
	title: 'The storage does not answer yet',
	what: 'Another tab may hold it. Close the other tabs of this app: this one then opens by itself.'
} as const;

/** The words for a fault of the environment (S5). The old state is whole in every case. */
export function faultText(fault: StoreFault): FaultText {
	switch (fault.code) {
		case 'STORAGE_FULL':
			return {
				title: 'This browser has no room left',
				what: 'The change was not saved; everything saved before is still there.',
				remedy: 'Export your scenarios, then free space: delete scenarios for good, or other sites’ data.'
			};
		case 'STORAGE_DENIED':
			return {
				title: 'This browser does not let the page store anything',
				what: 'Scenarios are kept in the browser’s own storage, and it is switched off for this page.',
				remedy: 'Leave private browsing, or allow this site to store data, then try again.'
			};
		case 'STORAGE_CLOSED':
			return {
				title: 'The storage was closed',
				what: 'Another tab uses a newer version of this app, or the browser cleared or closed the storage. This tab no longer saves.',
				remedy: 'Export what is open, if it matters, then reload this page to go on.'
			};
		case 'STORAGE_BLOCKED':
			return {
				title: 'The storage does not answer',
				what: 'Most often a tab with an older version of this app is still open and does not let go.',
				remedy: 'Close the other tabs of this app, then try again.'
			};
		case 'NEWER_DATABASE':
			return {
				title: 'Your scenarios were saved by a newer version',
				what: 'This copy of the app is older than the one that last saved here. It leaves the data untouched.',
				remedy:
					'Reload to get the newest version. If that does not help, ask whoever hosts this app to update it.'
			};
		case 'STORAGE_BROKEN':
			return {
				title: 'The storage can’t be used',
				what: 'The browser reported a fault that this app does not know. Nothing was changed.',
				remedy: 'Reload the page. If it stays, restart the browser and look for free space on the disk.'
			};
		case 'SCENARIO_GONE':
			return {
				title: 'This scenario is no longer in this browser',
				what: 'It was deleted, here or in another tab, or the browser cleared this site’s data.',
				remedy: 'Go Home: a deleted scenario can be restored from there for 30 days.'
			};
		case 'SCENARIO_BROKEN':
			return {
				title: 'This scenario is damaged',
				what: 'A part of it can’t be read from the storage any more. Your other scenarios are not touched.',
				remedy:
					'Restore it from the second copy or from a backup, as a new scenario. What is left of this one can be exported as raw data.'
			};
		case 'WORKER_DIED':
			return {
				title: 'The calculation stopped',
				what: 'The part of the app that works in the background failed twice. Nothing was changed.',
				remedy: 'Try again. If it stays, reload the page.'
			};
		case 'CANCELLED':
			return { title: 'Cancelled', what: 'You cancelled it. Nothing was changed.', remedy: '' };
	}
}

/** The same as one line, for a message in passing. */
export function faultLine(fault: StoreFault): string {
	const { title, what, remedy } = faultText(fault);
	return [`${title}.`, what, remedy].filter(Boolean).join(' ');
}
