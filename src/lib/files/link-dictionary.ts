import { strToU8 } from 'fflate';

// What nearly every link says, so that no link has to: deflate refers to it as if it had just been said.
// Version 1 of the code is packed with exactly this text. Changing a letter makes every link that is out
// unreadable, so whatever is better here needs another version (a test holds one link of each).
const TEXT = [
	// Recipes: the commands, rarer ones first.
	...[
		'removeCostCenter',
		'editCostCenter',
		'addCostCenter',
		'setCostCenter',
		'removeRole',
		'editRole',
		'addRole'
	],
	...[
		'setDefaultRole',
		'pinAnalytics',
		'setExempt',
		'setOwned',
		'applyWhatIf',
		'setWhatIfs',
		'stopMonitoring'
	],
	...[
		'removeQueue',
		'editQueue',
		'addQueues',
		'removeWidget',
		'editWidget',
		'shareDashboard',
		'renameDashboard'
	],
	...[
		'deleteDashboard',
		'addDashboard',
		'editMembership',
		'removePeople',
		'editPerson',
		'setStatus',
		'setBooster'
	],
	...[
		'editAccount',
		'setAssumption","input":{"id":"A-DUAL","choice":"two"}},',
		'setClock","input":{"local":"2026-'
	],
	'setRoutine","input":{"routine":{"seed":1,"viewers":[{"personId":"","dashboardId":"","everyDays":1},',
	'addPeople","input":{"people":[{"id":"confirmOrder","input":{"order":{"id":"","at":"2026-12-01T14:00:00Z","lines":[',
	'addMembers","input":{"queueId":"","personIds":["removeMembers","input":{"queueId":"","personIds":["',
	'addWidget","input":{"dashboardId":"","widget":{"id":"setRole","input":{"personIds":[""],"roleId":"',
	'recordViewing","input":{"personId":"","dashboardId":"","at":"2026-11-renameScenario","input":{"name":"',
	'{"recipe":{"sample":"empty-organization","sample":"busy-month","sample":"ten-licenses","print":,"steps":[',
	'{"name":"stepClock","input":{"days":7}},{"name":"stepClock","input":{"days":1}},{"name":"playDay","input":{}},',
	'"actor":"',
	// Scenarios: what is rarely said first.
	'"description":"Super Admin","basedOn":"manager","email":"@example.com","booster":true,"status":"not-activated"',
	'"status":"disabled","status":"enabled","practice":{"defaultRoleId":"","pinned":[null],"routine":{"seed":1,"viewers":[',
	'"whatIfs":[{"id":"","name":"What-if 1","changes":[{"id":"","command":"","input":"{\\"exempt":{"people":[],"queues":[]',
	'"kind":"calls-in-queue","agents-available","average-speed-of-answer","average-handle-time","live-reports.full"',
	'billing.purchase","billing.live-reports-license","billing.cost-centers","users.manage","users.roles","queues.manage"',
	'"createdAt":"2026-","deletedAt":"2026-","sharedWith":["","managerIds":["","code":"","parentId":"root"},',
	'Z","to":"2026-10-T00:00:00Z"},T13:00:00Z"},T05:00:00Z"},{"personId":"p10","from":"2026-11-',
	'America/New_York America/Chicago America/Denver America/Los_Angeles America/Detroit Europe/London UTC',
	'"viewings":{"people":["","dashboards":["],"person":[0,0,1,1,2,2,0,1,2],"dashboard":[0,0,0,0,1,1,1,],"at":[17',
	'"orders":[{"id":"o1","at":"2026-11-01T00:00:00Z","placedBy":"p1","lines":[{"product":"call-queues-booster",',
	'{"product":"live-reports","quantity":10,"unitPrice":null,"costCenterId":"root"}]}]}}',
	'"dashboards":[{"id":"d1","name":"Floor wallboard","ownerId":"p1","widgets":[{"id":"w1","kind":"service-level",',
	'"name":"Service level","queueId":"q1"}]},"queues":[{"id":"q1","name":"Detroit Support","extension":"201",',
	'"members":[{"personId":"p3"},{"personId":"p4"}]},"roleId":"phone-system-admin","roleId":"billing-admin",',
	'"roleId":"user-admin","roleId":"super-admin","roleId":"standard-international","roleId":"manager",',
	'"permissions":["live-reports.view"]}],"people":[{"id":"p1","name":"Manager - Live Reports View Access",',
	'"extension":"101","roleId":"standard","costCenterId":"root"},{"id":"p2","name":"","extension":"10',
	'{"scenario":{"name":"","asOf":"2026-11-24T14:00:00Z","account":{"name":"Acme","plan":"customer-engagement-bundle',
	'"plan":"standard","timeZone":"America/Detroit","currency":"USD","prices":{"liveReports":null,',
	'"callQueuesBooster":3500,"callQueuesBooster":null,"customerEngagementBundle":null},"costCenters":[{"id":"root",',
	'"name":"Root"}]},"assumptions":{"A-DUAL":"two","A-LEAVER":"at-end","A-OPEN":"yes","A-STATUS":"all","A-ADMIN":"always',
	'"A-DUAL":"one","A-LEAVER":"any-time","A-OPEN":"no","A-STATUS":"enabled","A-ADMIN":"when-viewed"},"roles":[{"id":"'
].join('');

export const DICTIONARY: Uint8Array = strToU8(TEXT);
