// Who may import whom (see src/lib/README.md). One table; eslint.config.js turns it into errors.

const ROOMS = [
	'domain',
	'engine',
	'commands',
	'text',
	'lessons',
	'content',
	'store',
	'worker',
	'workbook',
	'files',
	'ui',
	'charts',
	'components'
];

/** room → the rooms it may import from, itself apart */
const MAY_IMPORT = /** @type {Record<string, string[]>} */ ({
	domain: [],
	ui: [],
	engine: ['domain'],
	commands: ['domain'],
	text: ['domain'],
	content: ['domain'],
	lessons: ['domain'],
	workbook: ['domain', 'text'],
	charts: ['domain', 'text', 'ui'],
	files: ['domain', 'text'],
	store: ['domain', 'commands'],
	worker: ['domain', 'engine', 'commands', 'lessons', 'workbook', 'files', 'store', 'text'],
	components: ['domain', 'text', 'ui', 'charts', 'commands']
});

const BELONGS = /** @type {Record<string, string>} */ ({
	engine: 'A figure is computed in engine/ and reaches others as a snapshot from the worker.',
	store: 'Reading and writing the database belongs in store/; pages get it through app.ts.',
	worker: 'Talking to a worker belongs in worker/; pages get it through app.ts.',
	workbook: 'Sheets and .xlsx belong in workbook/, called by the worker.',
	files: 'Reading files belongs in files/, called by the worker.',
	commands: 'A change of the scenario belongs in commands/, called by store/ through dispatch.',
	text: 'Sentences for people belong in text/, called by components and routes.',
	ui: 'Markup belongs in components/ or routes/.',
	charts: 'Pictures belong in charts/, used by components and routes.',
	components: 'A component that knows the domain belongs in components/ or beside its route.',
	lessons: 'Grading belongs in lessons/.',
	content: 'Authored data belongs in content/, wired by app.ts.',
	domain: ''
});

const PURE = ['domain', 'engine', 'commands', 'text', 'content', 'lessons', 'workbook', 'files'];

const LIBRARIES = [
	{
		name: 'dexie',
		only: 'store',
		message: 'Only store/ knows Dexie. Put the query into src/lib/store/ and call it from there.'
	},
	{
		name: 'xlsx',
		only: 'workbook',
		message: 'Only workbook/xlsx.ts writes with SheetJS. Describe the sheet in src/lib/workbook/sheets.ts.'
	}
];

const paths = (/** @type {string} */ room) =>
	LIBRARIES.filter((library) => library.only !== room).map(({ name, message }) => ({ name, message }));

const wall = (/** @type {string} */ from, /** @type {string} */ to) => ({
	regex: `^(\\$lib/${to}(/|$)|(\\.\\./)+(lib/)?${to}(/|$))`,
	message: `${from}/ may not import ${to}/. ${BELONGS[to] ?? ''}`
});

const appWall = (/** @type {string} */ from) => ({
	regex: '(^\\$lib/(app|start)(\\.ts)?$|(\\.\\./)+(app|start)(\\.ts)?$)',
	message: `${from}/ may not import app.ts: only pages and layouts call getApp(); pass data and callbacks down.`
});

const roomRule = (/** @type {string} */ room, libraries = paths(room)) => ({
	'no-restricted-imports': [
		'error',
		{
			paths: libraries,
			patterns: [
				appWall(room),
				...ROOMS.filter((other) => other !== room && !MAY_IMPORT[room]?.includes(other)).map((other) =>
					wall(room, other)
				)
			]
		}
	]
});

/** The one file outside workbook/ that knows SheetJS: it reads with it. */
const READER = 'src/lib/files/read-workbook.ts';

/** One config entry a room, for eslint.config.js. */
export const walls = [
	...ROOMS.map((room) => ({
		files: [`src/lib/${room}/**/*.{ts,svelte}`],
		ignores: ['**/*.test.ts'],
		rules: roomRule(room)
	})),
	{
		files: [READER],
		rules: roomRule(
			'files',
			paths('files').filter(({ name }) => name !== 'xlsx')
		)
	},
	{
		files: ['src/lib/app.ts', 'src/lib/start.ts'],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					paths: paths('app'),
					patterns: ROOMS.filter((room) => !['domain', 'content', 'store', 'worker'].includes(room)).map(
						(room) => wall('app.ts', room)
					)
				}
			]
		}
	},
	{
		files: ['src/routes/**/*.{ts,svelte}'],
		rules: {
			'no-restricted-imports': ['error', { paths: paths('routes'), patterns: [wall('routes', 'engine')] }]
		}
	},
	{
		files: PURE.map((room) => `src/lib/${room}/**/*.ts`),
		ignores: ['**/*.test.ts'],
		rules: {
			'no-restricted-globals': [
				'error',
				...['window', 'document', 'fetch', 'console', 'crypto', 'localStorage', 'indexedDB', 'navigator'].map(
					(name) => ({
						name,
						message: `This room is pure: ${name} belongs in start.ts, store/ or worker/. Take what you need as an argument.`
					})
				)
			],
			'no-restricted-properties': [
				'error',
				{
					object: 'Date',
					property: 'now',
					message: 'The clock is an input: take an instant as an argument.'
				},
				{
					object: 'Math',
					property: 'random',
					message: 'Chance is an input: take a seed or an id as an argument.'
				}
			],
			'no-restricted-syntax': [
				'error',
				{
					selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
					message: 'The clock is an input: take an instant as an argument.'
				}
			]
		}
	},
	{
		files: ['src/**/*.{ts,svelte}'],
		ignores: ['src/lib/worker/**', 'src/lib/start.ts', '**/*.test.ts'],
		rules: {
			'no-restricted-properties': [
				'error',
				{ property: 'postMessage', message: 'Only worker/ talks to workers. Add a message to its protocol.' },
				{
					object: 'Date',
					property: 'now',
					message: 'The clock is an input: start.ts reads it, others take it.'
				},
				{
					object: 'Math',
					property: 'random',
					message: 'Chance is an input: start.ts makes ids, others take them.'
				}
			]
		}
	}
];
