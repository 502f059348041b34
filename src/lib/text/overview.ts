import { type Summary } from '$lib/domain/snapshot';
import { countText, numberText } from './format';

/** The figures of a scenario as two sentences that name their basis. */
export function overviewSentence({ figures, plan }: Summary): string {
	const { needed, active, agents, viewers, purchased, overage } = figures;
	const used = `The last 30 days used ${countText(active, 'seat')}: ${countText(agents, 'agent')} and ${countText(viewers, 'viewer')}, each person once. ${numberText(needed)} ${needed === 1 ? 'is' : 'are'} needed now.`;
	if (plan !== 'standard')
		return `${used} Live Reports is unlimited in this plan, so nothing has to be bought.`;
	const bought = `${countText(purchased.total, 'license is', 'licenses are')} purchased`;
	if (overage > 0)
		return `${used} ${bought}, so ${countText(overage, 'active seat has', 'active seats have')} none.`;
	return `${used} ${bought}: every active seat has one.`;
}
