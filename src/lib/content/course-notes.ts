import { LessonNotes, NOTES_FORMAT, PACK_VERSION } from '$lib/domain/lesson';

/** What the instructor of the shipped course reads: notes, and the answer to each question in its order (E5). */
export const COURSE_NOTES: LessonNotes = LessonNotes.parse({
	format: NOTES_FORMAT,
	version: PACK_VERSION,
	packId: 'live-reports-licenses',
	revision: 1,
	lessons: [
		{
			lessonId: 'who-needs-a-license',
			notes:
				'Let everybody write a number down before anybody touches the sandbox; eight and eleven are the usual ones. Eight forgets the supervisors, eleven counts the administrator. The source’s example says ten and does not mention the administrator: say that this is open, and show A-ADMIN in the Settings.',
			answers: ['Predict: both queues monitored: 10', 'Predict: one agent in two queues: 10']
		},
		{
			lessonId: 'counted-once',
			notes:
				'The point is not the right number but that the source does not settle it. Ask who would ask the account team, and how. Reset the exercise afterwards, or set A-DUAL back.',
			answers: ['Predict: a supervisor takes calls: 10']
		},
		{
			lessonId: 'buying-licenses',
			notes:
				'Who confirms too early can undo the order. Show that splitting never changes the quantity in all: the parts always add up to the cart. Taxes and prorates are not in the sandbox’s charges.',
			answers: [
				'Predict: how many to buy: 10',
				'The last step: Tick the box that you have read and understood the information and itemized charges'
			]
		},
		{
			lessonId: 'roles-and-access',
			notes:
				'The permission “Live Reports License” under Billing is the trap: its name promises what it does not do. Let somebody fall into it and act as Alice to see the result.',
			answers: [
				'Who has it by default?: The Super Admin of the account',
				'Predict: what it does to the licenses: 10',
				'Which one edits?: Live Reports - Full Access'
			]
		},
		{
			lessonId: 'dashboards',
			notes:
				'Have them read what saving a widget assigns before they save. That View Only shows only what is shared is how this copy works; the source says only that View Only grants no edit access.',
			answers: [
				'Predict: one queue is added: 3',
				'Who assigns them?: Nothing: the license is assigned automatically'
			]
		},
		{
			lessonId: 'ways-in',
			notes:
				'Acting as the Trainer records no viewing, so the last task needs Alice in “Acting as”. Use the question about opening without looking to introduce A-OPEN.',
			answers: ['Predict: Alice looks: 9', 'Opening without looking: It leaves that open']
		},
		{
			lessonId: 'reading-the-report',
			notes:
				'Open the downloaded file on the projector beside the tabs on screen: they hold the same cells. Priya is viewer and agent; she is why agents and viewers don’t add up to the total.',
			answers: ['What is purchased in all: 15', 'Total Active Users: 18', 'Which tab helps?: Detailed Usage']
		},
		{
			lessonId: 'finding-an-overage',
			notes:
				'The cause is a dashboard that is gone. Buying is the quick way out, waiting the cheap one: compare both. What an overage costs is not in the source; don’t let anybody quote a price.',
			answers: [
				'How large is it?: 3',
				'Where does it come from?: The dashboard “Billing audit week” watched the queue until it was deleted within the 30 days',
				'Predict: the other answer: 13'
			]
		},
		{
			lessonId: 'leavers',
			notes:
				'Step day by day near the end, and let the class call out the day on which the count drops. Needed and Active part ways here: plan with the one, read the report with the other.',
			answers: ['Predict: Active, at once: 10', 'Predict: Needed, at once: 9', 'Predict: 30 days later: 7']
		},
		{
			lessonId: 'booster-and-bundle',
			notes:
				'The tasks with Boosters come before the bundle: in the bundle there is no overage to cover. In which order licenses go to people is not in the source; the sandbox’s own order is explained at each seat.',
			answers: [
				'Predict: overage in the bundle: 0',
				'Predict: two Boosters more: 10',
				'The report in the bundle: There is none in this bundle'
			]
		},
		{
			lessonId: 'a-new-team',
			notes:
				'The whole job without steps to follow. Let two learners compare the ways they went: any that ends in the same state is right.',
			answers: ['Predict: what will be needed: 13']
		}
	]
});
