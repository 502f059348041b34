/** What a file from outside may cost before it is refused (S9). */
export interface Limits {
	readonly bytes: number;
	/** Lists and objects inside each other. The format itself needs 6. */
	readonly depth: number;
	/** Faults told one by one; the rest are counted. */
	readonly faults: number;
}

export const LIMITS: Limits = { bytes: 512 * 1024 * 1024, depth: 64, faults: 200 };
