import type { Plan } from '$lib/domain/account';

/** L9: active seats beyond purchased. L10: none under CEB, whatever the counts. */
export const overageOf = (plan: Plan, active: number, purchased: number): number =>
	plan === 'customer-engagement-bundle' ? 0 : Math.max(0, active - purchased);
