import { listText, nameText } from './format';

/** How many names `Acting.grantedBy` holds at most. */
const NAMED = 5;

/** Who could give somebody a permission, by another role. */
export function grantSentence(grantedBy: readonly string[]): string {
	if (grantedBy.length === 0)
		return 'Nobody in this account can grant it: no enabled person’s role may change roles.';
	const names = grantedBy.map((name) => nameText(name).slice(0, 60));
	const others = grantedBy.length === NAMED ? 'among others ' : '';
	return `It can be granted by ${others}${listText(names)}, with another role.`;
}
