import { type NumberFault, type OwnNumbers, queueName } from '$lib/domain/own-numbers';

/** The field that a fault stands beside, as "queues.0.members"; 'form' where it is about all of them. */
export function fieldOf(fault: NumberFault, numbers: OwnNumbers): string {
	switch (fault.code) {
		case 'NOT_A_COUNT':
			return fault.field;
		case 'NOT_TWO_QUEUES':
		case 'OVERLAP_TWICE':
			return `overlaps.${fault.overlap}.second`;
		case 'OVERLAP_TOO_LARGE':
			return `overlaps.${fault.overlap}.members`;
		case 'OVERLAPS_TOO_MANY': {
			// Names may be alike: the one with too few members is meant.
			const place = numbers.queues.findIndex(
				({ members }, q) => members === fault.size && queueName(numbers, q) === fault.queue
			);
			return place < 0 ? 'form' : `queues.${place}.members`;
		}
		case 'MORE_THAN_VIEWERS':
		case 'MORE_THAN_MEMBERS':
			return 'viewersWhoAreMembers';
		case 'TOO_MANY_PEOPLE':
			return 'form';
	}
}
