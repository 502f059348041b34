import { z } from './zod';

/**
 * What the source leaves open (SPEC §2): each a setting of the scenario. The first choice is the default.
 * `standing` says how well it is founded; `touches` names the figures that depend on it.
 */
export const ASSUMPTIONS = {
	'A-DUAL': { choices: ['one', 'two'], touches: ['active', 'overage'] },
	'A-LEAVER': { choices: ['any-time', 'at-end'], touches: ['agents', 'active', 'overage'] },
	'A-OPEN': { choices: ['no', 'yes'], touches: ['needed', 'viewers', 'active', 'overage'] },
	'A-STATUS': {
		choices: ['enabled', 'all'],
		touches: ['needed', 'agents', 'viewers', 'active', 'overage']
	},
	'A-ADMIN': { choices: ['when-viewed', 'always'], touches: ['needed'] }
} as const;

export type AssumptionId = keyof typeof ASSUMPTIONS;
export const ASSUMPTION_IDS = Object.keys(ASSUMPTIONS) as readonly AssumptionId[];

/** Every figure that stands on screen or in the workbook. */
export type FigureName = 'needed' | 'agents' | 'viewers' | 'active' | 'purchased' | 'overage';

export const Assumptions = z.strictObject({
	'A-DUAL': z.enum(ASSUMPTIONS['A-DUAL'].choices),
	'A-LEAVER': z.enum(ASSUMPTIONS['A-LEAVER'].choices),
	'A-OPEN': z.enum(ASSUMPTIONS['A-OPEN'].choices),
	'A-STATUS': z.enum(ASSUMPTIONS['A-STATUS'].choices),
	'A-ADMIN': z.enum(ASSUMPTIONS['A-ADMIN'].choices)
});
export type Assumptions = z.infer<typeof Assumptions>;

export const DEFAULT_ASSUMPTIONS: Assumptions = {
	'A-DUAL': 'one',
	'A-LEAVER': 'any-time',
	'A-OPEN': 'no',
	'A-STATUS': 'enabled',
	'A-ADMIN': 'when-viewed'
};

/** The assumptions that a figure depends on, in their order. */
export const assumptionsOf = (figure: FigureName): readonly AssumptionId[] =>
	ASSUMPTION_IDS.filter((id) => (ASSUMPTIONS[id].touches as readonly FigureName[]).includes(figure));
