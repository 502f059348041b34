import { type Field, type TableKind } from '$lib/domain/import';

/** A heading as it is compared: letters and digits in one case, nothing else. */
export const folded = (heading: string): string =>
	heading
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

/** Headings that mean a field in a table of a kind, the surest first, as `folded` gives them. */
type Headings = Readonly<Partial<Record<Field, readonly string[]>>>;

const PERSON_NAME = [
	'users',
	'user name',
	'user',
	'username',
	'name',
	'full name',
	'display name',
	'extension name',
	'employee name',
	'employee',
	'agent name',
	'agent',
	'person'
];
const PERSON_EXTENSION = [
	'user extensions',
	'user extension',
	'extension number',
	'extension',
	'ext',
	'ext number',
	'ext no',
	'extension no',
	'extensions',
	'user ext'
];
const LAST_VIEWED = [
	'last viewed',
	'last viewed date',
	'last view',
	'last view date',
	'last accessed',
	'last access',
	'last access date',
	'last viewed on'
];
const DASHBOARD_COUNT = [
	'dashboards with monitored queues',
	'dashboards with monitored call queues',
	'number of dashboards',
	'dashboard count',
	'dashboards'
];

/** What says whether a license is assigned, the whole words first. */
const licenseHeadings = (products: readonly string[]): string[] =>
	[' license', ' licence']
		.flatMap((word) =>
			['', ' status', ' assignment status', ' assigned', ' assignment'].flatMap((end) =>
				products.map((product) => product + word + end)
			)
		)
		.concat(products.flatMap((product) => [product, `${product} status`, `${product} assigned`]));

export const HEADINGS: Readonly<Record<Exclude<TableKind, 'summary'>, Headings>> = {
	details: {
		name: PERSON_NAME,
		extension: PERSON_EXTENSION,
		queue: [
			'call queue name',
			'call queue',
			'queue name',
			'queue',
			'monitored call queue',
			'monitored queue'
		],
		dashboard: [
			'dashboard accessed',
			'dashboard name',
			'dashboard',
			'accessed dashboard',
			'dashboard viewed'
		],
		lastViewed: LAST_VIEWED,
		liveReports: licenseHeadings(['live reports', 'live report', 'lr']),
		booster: licenseHeadings(['call queue booster', 'call queues booster', 'cq booster', 'cqb', 'booster'])
	},
	seats: {
		name: PERSON_NAME,
		extension: PERSON_EXTENSION,
		roleType: ['role type', 'roletype', 'user role type', 'license role', 'user type', 'role'],
		lastViewed: LAST_VIEWED,
		queueCount: [
			'monitored call queues',
			'monitored queues',
			'number of monitored call queues',
			'number of monitored queues',
			'call queues',
			'queue count'
		],
		dashboardCount: DASHBOARD_COUNT
	},
	queues: {
		queue: ['queue name', 'call queue name', 'call queue', 'queue', 'group name', 'name'],
		queueExtension: [
			'call queue extension',
			'queue extension',
			'queue ext',
			'call queue ext',
			'queue number',
			'extension number',
			'extension',
			'ext'
		],
		members: ['members ext', 'members', 'member extensions', 'queue members', 'agents', 'members extension'],
		member: [
			'call queue member',
			'member name',
			'member',
			'queue member',
			'agent name',
			'agent',
			'user name',
			'user'
		],
		memberExtension: [
			'member extension',
			'member ext',
			'member extension number',
			'agent extension',
			'user extension',
			'agent ext'
		],
		managers: ['queue manager', 'queue managers', 'managers', 'manager', 'supervisor', 'supervisors']
	},
	people: {
		name: PERSON_NAME,
		firstName: ['first name', 'firstname', 'given name', 'forename'],
		lastName: ['last name', 'lastname', 'surname', 'family name'],
		extension: PERSON_EXTENSION,
		email: ['email', 'email address', 'e mail', 'mail', 'e mail address', 'user email'],
		role: ['user assigned role', 'user role', 'role', 'roles', 'assigned role', 'role name'],
		status: ['extension status', 'status', 'user status'],
		costCenter: ['cost center', 'cost centre', 'cost center name', 'cost center code', 'cost code'],
		type: ['extension type', 'user type', 'type']
	}
};

/** What a table of a kind can't do without: of each group, one field. */
export const NEEDED: Readonly<Record<Exclude<TableKind, 'summary'>, readonly (readonly Field[])[]>> = {
	details: [['name', 'extension'], ['dashboard']],
	seats: [['name', 'extension'], ['roleType']],
	queues: [
		['queue', 'queueExtension'],
		['members', 'member', 'memberExtension', 'managers']
	],
	people: [
		['name', 'firstName', 'lastName', 'extension'],
		['extension', 'email', 'role', 'status', 'type']
	]
};

/** Fields of which a table of the kind has at least one that no other kind has. */
export const TELLING: Readonly<Record<Exclude<TableKind, 'summary'>, readonly Field[]>> = {
	details: ['queue', 'liveReports', 'booster', 'lastViewed'],
	seats: ['queueCount', 'dashboardCount', 'lastViewed'],
	queues: ['queue', 'queueExtension'],
	people: ['name', 'firstName', 'lastName', 'extension']
};

/** Labels of the summary's rows, by what they state. */
export const SUMMARY_LABEL = {
	duration: ['report time duration', 'time duration', 'report duration', 'report period', 'date range'],
	liveReports: [
		'total live report licenses purchased',
		'total live reports licenses purchased',
		'live report licenses purchased',
		'live reports licenses purchased',
		'total live report licences purchased',
		'total live reports licences purchased'
	],
	callQueuesBooster: [
		'total call queue booster licenses purchased',
		'total call queues booster licenses purchased',
		'call queue booster licenses purchased',
		'call queues booster licenses purchased',
		'total call queue booster licences purchased',
		'total call queues booster licences purchased'
	],
	total: ['total licenses purchased', 'total licences purchased', 'licenses purchased'],
	agents: ['monitored users agents', 'monitored users', 'monitored agents'],
	viewers: ['live report viewers', 'live reports viewers', 'viewers'],
	active: ['total active users', 'active users'],
	overage: ['overage users', 'overage']
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type SummaryKey = keyof typeof SUMMARY_LABEL;
