const DIGITS = /\d+/g;

/**
 * A key whose code-unit order is the natural order of the text: runs of digits compare by value, all else
 * by code units, in no locale. "9" < "10" < "10a". Texts that differ in leading zeros only share a key.
 */
export function naturalKey(text: string): string {
	return text.replace(DIGITS, (run) => {
		const digits = run.replace(/^0+/, '');
		return `0${String.fromCharCode(digits.length)}${digits}`; // a longer number is the greater one
	});
}

/** Code-unit order of two texts: −1, 0 or 1. */
export const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Natural order of two extensions; total: "01" and "1" differ too. */
export const naturalOrder = (a: string, b: string): number =>
	byCodeUnits(naturalKey(a), naturalKey(b)) || byCodeUnits(a, b);
