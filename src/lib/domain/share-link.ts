import { Id } from './id';
import { type Instant } from './instant';
import { type ScenarioFile } from './scenario';
import { type Summary } from './snapshot';
import { z } from './zod';

/** What stands before the code in an address: `…/#share=1.…`, the number being the version. */
export const SHARE_MARK = '#share=';
/** The same for a lesson pack (E6). */
export const PACK_MARK = '#pack=';
export const SHARE_VERSION = 1;

/**
 * Characters of a whole link (S8): programs pass on what is within `short` (one common chat cuts at 2,048),
 * up to `most` a warning is due, and none longer is made or read.
 */
export const LINK_LENGTHS = { short: 1_900, most: 4_000 } as const;

/** How many commands a recipe holds at most. */
export const MOST_STEPS = 200;

/** A scenario told as a sample and what was done to it; `print` is the finished scenario's checksum. */
export const Recipe = z.strictObject({
	sample: z.string().max(100),
	print: z.int(),
	/** Commands as the journal has them; each checks its own input (S1). Without `actor`: the Trainer. */
	steps: z
		.array(z.strictObject({ name: z.string().max(100), input: z.unknown(), actor: Id.optional() }))
		.max(MOST_STEPS)
});
export type Recipe = z.infer<typeof Recipe>;

/** What a link carries. */
export type Shared =
	| { readonly kind: 'scenario'; readonly file: ScenarioFile }
	| { readonly kind: 'recipe'; readonly recipe: Recipe };

/** A sample that a recipe can begin with. */
export interface SampleFile {
	readonly id: string;
	readonly file: ScenarioFile;
}

/** A link's code as it was made, or why there is none. */
export interface MadeLink {
	/** What follows SHARE_MARK; null: it would be longer than LINK_LENGTHS.most. */
	readonly code: string | null;
	/** The code's length in characters; null: the scenario is so large that it was not packed at all. */
	readonly length: number | null;
	/** The sample that the link builds upon and how many commands follow; null: it holds everything. */
	readonly recipe: { readonly sample: string; readonly steps: number } | null;
}

/** A shared scenario before anything is kept (S8): whatever its preview shows, and the scenario itself. */
export interface SharedPreview {
	readonly name: string;
	readonly accountName: string;
	readonly asOf: Instant;
	readonly timeZone: string;
	readonly counts: Readonly<Record<'people' | 'queues' | 'dashboards' | 'viewings' | 'orders', number>>;
	readonly summary: Summary;
	readonly file: ScenarioFile;
}

/** The code in an address's fragment, or null: it carries none. Some programs write the equals sign as %3D. */
export const sharedCode = (fragment: string): string | null =>
	/^#share(?:=|%3d)(.*)$/is.exec(fragment)?.[1] ?? null;

/** The same for a lesson pack's code (E6). */
export const packCodeIn = (fragment: string): string | null =>
	/^#pack(?:=|%3d)(.*)$/is.exec(fragment)?.[1] ?? null;

/** A whole link, or why it is none (S8): `length` is then what it would have, or null: far too much to tell. */
export type WholeLink =
	| { readonly fits: 'short' | 'long'; readonly link: string; readonly length: number }
	| { readonly fits: 'no'; readonly link: null; readonly length: number | null };

/** The link on a site whose start page is `home`: the whole counts, for the whole is what programs cut. */
export function wholeLink(home: string, { code, length }: MadeLink): WholeLink {
	const total = length === null ? null : home.length + SHARE_MARK.length + length;
	if (code === null || total === null || total > LINK_LENGTHS.most)
		return { fits: 'no', link: null, length: total };
	const fits = total > LINK_LENGTHS.short ? 'long' : 'short';
	return { fits, link: home + SHARE_MARK + code, length: total };
}
