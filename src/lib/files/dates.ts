import { type Value } from './table';

/** A civil day, YYYY-MM-DD, and the seconds into it where the cell has them. */
export interface ReadDate {
	readonly day: string;
	readonly second: number | null;
}

const DAY = 86_400;
/** 1970-01-01 as the two calendars of workbooks count it. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;
const LAST_SERIAL = 2_958_465;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `10/24/2026` is the 24th of October; with `dayFirst`, `24/10/2026` is. */
export interface DateStyle {
	readonly date1904: boolean;
	readonly dayFirst: boolean;
}

/** A date as a serial number, ISO, `10/24/2026`, `24.10.2026`, `24 Oct 2026` or `Oct 24, 2026`; null: none. */
export function readDate(value: Value, style: DateStyle): ReadDate | null {
	if (typeof value === 'number') return ofSerial(value, style.date1904);
	const text = (value ?? '').trim();
	const time =
		/[T\s,]+(\d{1,2}):(\d\d)(?::(\d\d))?(?:\.\d+)?\s*([ap])?\.?m?\.?(?:\s*(?:Z|UTC|GMT|[A-Z]{2,4}|[+-]\d\d:?\d\d))?$/i.exec(
			text
		);
	const second = time === null ? null : secondsOf(time);
	if (second !== null && Number.isNaN(second)) return null;
	const day = dayOf((time === null ? text : text.slice(0, time.index)).trim(), style.dayFirst);
	return day === null ? null : { day, second };
}

/** Day 60 of the 1900 calendar is the 29th of February that never was; days before it are one off. */
function ofSerial(serial: number, date1904: boolean): ReadDate | null {
	if (!(serial >= 1) || serial >= LAST_SERIAL + 1) return null;
	const whole = Math.floor(serial);
	if (!date1904 && whole === 60) return null;
	const days = whole - (date1904 ? EPOCH_1904 : EPOCH_1900) + (!date1904 && whole < 60 ? 1 : 0);
	const second = Math.min(DAY - 1, Math.round((serial - whole) * DAY));
	return {
		day: new Date(days * DAY * 1000).toISOString().slice(0, 10),
		second: serial === whole ? null : second
	};
}

function secondsOf([, hour, minute, second, half]: RegExpExecArray): number {
	const h = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
	const isTime =
		h < 24 && Number(minute) < 60 && Number(second ?? 0) < 60 && (half === undefined || Number(hour) <= 12);
	return isTime ? h * 3600 + Number(minute) * 60 + Number(second ?? 0) : NaN;
}

function dayOf(text: string, dayFirst: boolean): string | null {
	const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
	if (iso) return civil(Number(iso[1]), Number(iso[2]), Number(iso[3]));
	const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
	if (compact) return civil(Number(compact[1]), Number(compact[2]), Number(compact[3]));
	const dotted = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)$/.exec(text);
	if (dotted) {
		const [first, second] = [Number(dotted[1]), Number(dotted[3])];
		const year = Number(dotted[4]) + (dotted[4]!.length === 2 ? 2000 : 0);
		const isDayFirst = dotted[2] === '.' || dayFirst;
		return isDayFirst ? civil(year, second, first) : civil(year, first, second);
	}
	const named =
		/^(?:[a-z]{3,9}\.?,?\s+)?(?:(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?|([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?)[,\s-]+(\d{4})$/i.exec(
			text
		);
	if (!named) return null;
	const month = MONTHS.indexOf((named[2] ?? named[3])!.slice(0, 3).toLowerCase()) + 1;
	return month === 0 ? null : civil(Number(named[5]), month, Number(named[1] ?? named[4]));
}

/** Years that no account has seen are a slip of the keyboard. */
function civil(year: number, month: number, day: number): string | null {
	if (year < 1971 || year > 9998 || month < 1 || month > 12 || day < 1 || day > 31) return null;
	const at = new Date(Date.UTC(year, month - 1, day));
	return at.getUTCDate() === day ? at.toISOString().slice(0, 10) : null;
}

/** Whether a text is a date with day and month as numbers in an order that only its country knows. */
export const isOpenOrder = (value: Value): boolean =>
	typeof value === 'string' && /^\s*\d{1,2}[-/]\d{1,2}[-/](\d{4}|\d\d)\b/.test(value);
