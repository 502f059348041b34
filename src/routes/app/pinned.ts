import { type ScenarioHead } from '$lib/domain/scenario';

/** Whether Analytics stands in the main bar of whoever acts; null is the Trainer. */
export const isPinned = ({ practice }: Pick<ScenarioHead, 'practice'>, as: string | null): boolean =>
	practice?.pinned?.includes(as) ?? false;
