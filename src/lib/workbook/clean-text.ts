/** Characters that a cell can hold, counted as Excel counts: UTF-16 units, an escape as the one it stands for. */
export const LONGEST_TEXT = 32_767;

/** What XML 1.0 can't hold (control characters but tab, LF and the upper ones), and CR, which XML reads as LF. */
const UNHOLDABLE = '[^\\P{Cc}\\t\\n\\x7F-\\x9F]';
const HELD_AS_ESCAPE = new RegExp(UNHOLDABLE, 'gu');
/** Text that reads as an escape, or would once the character after it is one: `_x0041` and then U+0000. */
const LIKE_AN_ESCAPE = new RegExp(`_(?=x[0-9A-Fa-f]{4}(?:_|${UNHOLDABLE}))`, 'gu');

/**
 * Text as an XLSX cell holds it (W6). Reversible by `_xHHHH_` → character: control characters, a lone CR,
 * and text that already looks like such an escape. Not reversible: CRLF becomes LF (Excel's line break), a
 * lone surrogate, U+FFFE and U+FFFF become U+FFFD, and past LONGEST_TEXT the text is cut with an ellipsis.
 */
export const cleanText = (text: string): string => (isPlain(text) ? text : cleaned(text));

/** Printable ASCII without the underscore of an escape: most names, and nothing to do. */
const isPlain = (text: string): boolean => text.length <= LONGEST_TEXT && /^[ -^`-~]*$/.test(text);

const cleaned = (text: string): string =>
	cut(
		text
			.replace(/\p{Surrogate}/gu, '\uFFFD')
			.replaceAll('\r\n', '\n')
			.replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
	)
		.replace(LIKE_AN_ESCAPE, '_x005F_')
		.replace(HELD_AS_ESCAPE, escapeUnit);

function cut(text: string): string {
	if (text.length <= LONGEST_TEXT) return text;
	// A pair is not torn apart: half of one would be a lone surrogate.
	return text.slice(0, LONGEST_TEXT - 1).replace(/[\uD800-\uDBFF]$/, '') + '…';
}

const escapeUnit = (unit: string): string =>
	`_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
