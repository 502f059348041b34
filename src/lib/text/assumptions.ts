import { ASSUMPTION_IDS, type AssumptionId, type Assumptions } from '$lib/domain/assumption';

/** An open question of the source in plain words: what is asked, each answer, and how well it is founded. */
export interface AssumptionText<Choice extends string> {
	readonly question: string;
	readonly choices: Readonly<Record<Choice, string>>;
	readonly standing: string;
}

/** The wording of every assumption (SPEC §2); screens, notes and the workbook say the same. */
export const ASSUMPTION_TEXT: { readonly [Id in AssumptionId]: AssumptionText<Assumptions[Id]> } = {
	'A-DUAL': {
		question: 'How many seats does somebody take who both views dashboards and is an agent?',
		choices: {
			one: 'One seat: the person is counted once.',
			two: 'Two seats: active is agents plus viewers, and the report has two rows for the person.'
		},
		standing:
			'Inferred: the report lists one row for each licensed user and calls its agents unique, but "combined number" could also mean a sum. The source shows no such person.'
	},
	'A-LEAVER': {
		question: 'Does an agent, queue or dashboard that left during the 30 days still count?',
		choices: {
			'any-time': 'Yes: any moment in the 30 days counts.',
			'at-end': 'No: only who is a member of a monitored queue at the end counts.'
		},
		standing:
			'Unknown: the source says only that the report covers the last 30 days. A usage report over a period suggests that any moment in it counts.'
	},
	'A-OPEN': {
		question: 'Does opening Live Reports without opening a dashboard make somebody a viewer?',
		choices: {
			no: 'No: only opening a dashboard counts.',
			yes: 'Yes: opening Live Reports counts as a viewing.'
		},
		standing:
			'Unknown: the source calls viewers those who viewed dashboards, yet describes Last Viewed as the last access to Live Reports.'
	},
	'A-STATUS': {
		question: 'Do people count who are Disabled or Not Activated?',
		choices: {
			enabled: 'No: only enabled people count.',
			all: 'Yes: people count whatever their status.'
		},
		standing: 'Unknown: the source does not mention the status of users.'
	},
	'A-ADMIN': {
		question: 'Does a Super Admin, who has both permissions by default, count in the seats needed?',
		choices: {
			'when-viewed': 'Only after viewing a dashboard in the 30 days.',
			always: 'Yes: always, like anybody else with the permission.'
		},
		standing:
			"Inferred: whoever has access needs a license, but the ten licenses of the source's own example include no administrator."
	}
};

/** The answer in force, in plain words. */
export function choiceText<Id extends AssumptionId>(id: Id, choice: Assumptions[Id]): string {
	const text: AssumptionText<Assumptions[Id]> = ASSUMPTION_TEXT[id];
	return text.choices[choice];
}

/** One line for each assumption in force: `A-DUAL: question Answer.`, in their order. */
export const assumptionLines = (assumptions: Assumptions): readonly string[] =>
	ASSUMPTION_IDS.map((id) => `${id}: ${ASSUMPTION_TEXT[id].question} ${choiceText(id, assumptions[id])}`);
