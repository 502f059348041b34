import { civilText } from './format';

/** “3 Nov” of a civil day, YYYY-MM-DD. */
export const shortDayText = (date: string): string => civilText(date).split(' ').slice(0, 2).join(' ');

/** “26 Oct to 24 Nov 2026”, with both years where they differ. */
export function daySpanText(from: string, to: string): string {
	const first = from.slice(0, 4) === to.slice(0, 4) ? shortDayText(from) : civilText(from);
	return from === to ? civilText(to) : `${first} to ${civilText(to)}`;
}

/** Said where a PNG could not be made. */
export const NOT_DRAWN = 'This browser could not make a PNG of the picture. Download the SVG instead.';
