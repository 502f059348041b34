import { type WidgetKind } from './dashboard';
import { type Id } from './id';
import { type Seconds } from './instant';

/** What the figures of one queue depend on; the same gives the same figures, on every dashboard. */
export interface LiveQueue {
	readonly seed: number;
	readonly queueId: Id;
	/** Members at as-of. */
	readonly members: number;
}

/** A queue at one moment. Whoever is available would take a waiting call, so one of the two is 0. */
interface QueueMoment {
	/** Members who wait for a call; never more than there are. */
	readonly available: number;
	readonly waiting: number;
	/** Percent; null where nobody is there to answer. */
	readonly serviceLevel: number | null;
	/** Seconds; null where nobody is there to answer. */
	readonly speedOfAnswer: number | null;
	readonly handleTime: number | null;
}

/** The most callers that may wait in a queue (documented by the vendor). */
const MOST_WAITING = 25;

/** A number of 32 bits out of texts (FNV-1a). */
export function seedOf(texts: readonly string[]): number {
	let hash = 0x811c9dc5;
	for (const text of texts)
		for (let i = 0; i <= text.length; i++) {
			hash ^= i === text.length ? 0x1f : text.charCodeAt(i); // where one text ends counts too
			hash = Math.imul(hash, 0x01000193);
		}
	return hash >>> 0;
}

/** 0 up to 1 for a whole step; neighbors have nothing to do with each other. */
function random(seed: number, step: number): number {
	let mixed = (seed ^ Math.imul(step | 0, 0x9e3779b1)) >>> 0;
	mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
	mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
	return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}

/** A smooth line between 0 and 1 that has turned after about `period` seconds. */
function wave(seed: number, at: Seconds, period: Seconds): number {
	const step = Math.floor(at / period);
	const part = at / period - step;
	const ease = part * part * (3 - 2 * part);
	return random(seed, step) * (1 - ease) + random(seed, step + 1) * ease;
}

/** Everything about a queue comes from one load, so that its figures fit each other. */
function momentOf({ seed, queueId, members }: LiveQueue, at: Seconds): QueueMoment {
	const own = (what: string) => seedOf([String(seed), queueId, what]);
	const load = 0.6 * wave(own('day'), at, 420) + 0.4 * wave(own('minute'), at, 35);
	const staffed = members - Math.round(members * 0.2 * wave(own('breaks'), at, 300));
	const wanted = staffed * (0.35 + 0.9 * load);
	const available = staffed - Math.min(staffed, Math.round(wanted));
	const more = Math.round(Math.max(0, wanted - staffed) + 3 * load);
	const waiting = available > 0 ? 0 : Math.min(MOST_WAITING, more);
	if (staffed === 0) return { available, waiting, serviceLevel: null, speedOfAnswer: null, handleTime: null };
	const strain = Math.max(0, load - 0.35);
	return {
		available,
		waiting,
		serviceLevel: Math.max(0, Math.min(100, Math.round(98 - 45 * strain - 1.5 * waiting))),
		speedOfAnswer: Math.round(5 + 60 * strain + 4 * waiting),
		handleTime: Math.round(150 + 180 * random(own('calls'), 0) + 45 * wave(own('talk'), at, 240))
	};
}

/** The practice figure of a widget: percent, calls, agents or seconds; null where nobody could answer. */
export function liveFigure(kind: WidgetKind, queue: LiveQueue, at: Seconds): number | null {
	const moment = momentOf(queue, at);
	switch (kind) {
		case 'service-level':
			return moment.serviceLevel;
		case 'calls-in-queue':
			return moment.waiting;
		case 'agents-available':
			return moment.available;
		case 'average-speed-of-answer':
			return moment.speedOfAnswer;
		case 'average-handle-time':
			return moment.handleTime;
	}
}

/** The figures of the time before, oldest first, every `step` seconds; the last is that of `at`. */
export const liveTrend = (
	kind: WidgetKind,
	queue: LiveQueue,
	at: Seconds,
	{ points, step }: { readonly points: number; readonly step: Seconds }
): readonly number[] =>
	Array.from({ length: points }, (_, i) => liveFigure(kind, queue, at - (points - 1 - i) * step) ?? 0);
