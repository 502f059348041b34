/** Where each stage begins and ends, as shares of the whole, measured on a file of 200 MB. */
export type Stage = readonly [from: number, to: number];
export const NESTING: Stage = [0, 0.15];
export const SHAPE: Stage = [0.55, 0.8];
export const PACK: Stage = [0.8, 0.95];
export const MEANING: Stage = [0.95, 1];

/** How many items go by between two reports. */
export const ITEMS = 16_384;

export type OnProgress = (done: number) => void | Promise<void>;

/** Says how far a reading has come, and lets others go on meanwhile. `share`: the part of the whole that it stands for. */
export class Pace {
	readonly #tell: OnProgress | undefined;
	readonly #share: Stage;
	#waiting = 0;

	constructor(tell: OnProgress | undefined, share: Stage = [0, 1]) {
		this.#tell = tell;
		this.#share = share;
	}

	/** The pace of one of `count` parts of what is left after `from`. */
	part(from: number, index: number, count: number): Pace {
		const width = (1 - from) / Math.max(1, count);
		return new Pace(this.#tell, [from + index * width, from + (index + 1) * width]);
	}

	/** Reports `done` of `total` of a stage, once `weight` has come to ITEMS. */
	async at([from, to]: Stage, done: number, total: number, weight: number): Promise<void> {
		if (this.#tell === undefined) return;
		this.#waiting += weight;
		if (this.#waiting < ITEMS) return;
		this.#waiting = 0;
		const [start, end] = this.#share;
		await this.#tell(start + (end - start) * (from + (to - from) * Math.min(1, done / Math.max(1, total))));
	}
}
