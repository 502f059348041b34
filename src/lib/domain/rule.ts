/** The rules that figures, rows and notes cite (SPEC §2, §3). */
export const RULE_IDS = [
	'L1',
	'L2',
	'L3',
	'L4',
	'L5',
	'L6',
	'L7',
	'L8',
	'L9',
	'L10',
	'L11',
	'L12',
	'L13',
	'L14',
	'L15'
] as const;
export type RuleId = (typeof RULE_IDS)[number];
