import { LINK_LENGTHS, type MadeLink, type WholeLink } from '$lib/domain/share-link';
import { countText, isolated, listText, numberText } from './format';

export const SHARE_TEXT = {
	action: 'Share link',
	title: 'Share link',
	/** What every link is, before anything about this one. */
	about:
		'Whoever opens it sees what the scenario holds and can keep a copy. Yours stays as it is, and neither sees the other’s changes.',
	making: 'Packing the scenario into a link',
	copy: 'Copy link',
	copied: 'Link copied.',
	notCopied: 'This browser did not let the page copy. The link is marked: press Ctrl+C, or ⌘C on a Mac.',
	export: 'Export',
	openTitle: 'Shared scenario',
	openAbout: 'It came with the link. Nothing is stored unless you keep it.',
	reading: 'Unpacking the link',
	stop: 'Cancel',
	close: 'Close',
	keep: 'Keep a copy',
	drop: 'Don’t keep',
	stranger:
		'The link does not say who made it. Keeping a copy makes a new scenario; nothing of yours is replaced.',
	cannot: 'This link can’t be opened',
	nothing: 'Nothing was stored.',
	dropped: 'The shared scenario was not kept.',
	again: 'Look again'
} as const;

/** What a link holds. `sample`: the title of the one that it builds upon. */
export function holdsSentence(
	{ recipe }: MadeLink,
	sample: string,
	counts: Readonly<Record<'people' | 'queues' | 'dashboards', number>>
): string {
	if (recipe) {
		const name = `“${isolated(sample)}”`;
		return recipe.steps === 0
			? `It holds the sample ${name}, unchanged.`
			: `It holds the sample ${name} and ${countText(recipe.steps, 'change')} made to it.`;
	}
	const things = listText([
		countText(counts.people, 'person', 'people'),
		countText(counts.queues, 'queue'),
		countText(counts.dashboards, 'dashboard')
	]);
	return `It holds the scenario as it is now: ${things}. The history does not go along.`;
}

/** Names are personal data: who can read them, and who can't. */
export function privacySentence({ recipe }: MadeLink): string {
	if (recipe?.steps === 0) return 'Nothing of yours is in it.';
	const what = recipe ? 'Names that you added or changed are' : 'Names, extensions and email addresses are';
	return `${what} in the link, packed but not encrypted: whoever gets it can read them. What stands behind the # is not sent to the server of this site.`;
}

/** How long a link is and what follows from it (S8). */
export function lengthSentence({ fits, length }: WholeLink): string {
	const most = numberText(LINK_LENGTHS.most);
	const file = 'Send a file instead: whoever gets it opens it on Home.';
	if (length === null) return `This scenario is far too large for a link. ${file}`;
	const long = countText(length, 'character');
	if (fits === 'no')
		return `As a link this scenario would have ${long}, and ${most} is the most that can be relied on. ${file}`;
	if (fits === 'long')
		return `The link has ${long}. Some chat and mail programs cut links longer than about ${numberText(LINK_LENGTHS.short)}: try it before you rely on it, or send a file.`;
	return `The link has ${long}, short enough for chat and mail.`;
}
