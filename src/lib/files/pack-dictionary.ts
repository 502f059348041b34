import { strToU8 } from 'fflate';
import { DICTIONARY } from './link-dictionary';

// What nearly every lesson says, after what scenarios and their commands say, so that the code of a pack need not.
// Version 1 of the code is packed with exactly this text: changing a letter makes every link that is out unreadable,
// so whatever is better here needs another version (a test holds a link).
const TEXT = [
	'"kind":"assumption","id":"A-DUAL","choice":"two"}"kind":"clock","at":"2026-11-24T14:00:00Z"}"kind":"plan","plan":"',
	'"kind":"exists","thing":"cost-center","thing":"dashboard","thing":"queue","thing":"role","thing":"person","ref":{',
	'"kind":"pinned"}"kind":"downloaded"}"kind":"tab","tab":"detailed-usage"}"tab":"active-users"}"tab":"summary"}',
	'"kind":"way","way":"analytics-portal"}"way":"admin-portal"}"way":"desktop-app"}"way":"mobile-app"}"kind":"answered","question":"',
	'"kind":"order","lines":[{"product":"live-reports","costCenter":{"by":"id","value":"root"},"is":">=","quantity":10}',
	'"kind":"purchased","product":"call-queues-booster","costCenter":{"by":"name","value":"","is":"<=","to":0}',
	'"kind":"role","basedOn":{"by":"id","value":"manager"},"includes":["live-reports.view"],"excludes":["billing.purchase"],"heldBy":[',
	'"kind":"may","person":{"by":"extension","value":"101"},"permission":"live-reports.view"}"kind":"sees","person":{',
	'"kind":"viewed","person":{"by":"extension","value":"","dashboard":{"by":"name","value":"","during":"window"},"during":"lesson"}',
	'"kind":"shared","dashboard":{"by":"name","value":"","person":{"by":"extension","value":"1',
	'"kind":"person","person":{"by":"extension","value":"","role":{"by":"name","value":"","status":"enabled","booster":true}',
	'"kind":"member","person":{"by":"extension","value":"","queue":{"by":"extension","value":"201"}}',
	'"kind":"monitored","queue":{"by":"extension","value":"202"},"dashboard":{"by":"name","value":"',
	'"kind":"not","goal":{"kind":"any","goals":[{"kind":"all","goals":[{',
	'"purchased-boosters","purchased-live-reports","memberships","repeats","with-permission","needed-both","admins-left-out",',
	'"kind":"figure","figure":"overage","is":"=","to":0}"figure":"purchased","is":">=","to":"needed"}"figure":"active",',
	'the [Analytics Portal](analytics), the [Admin Portal](admin), the [Billing Portal](billing), the [RingCentral app](app), [What-if](what-if) ',
	'License Status Report, cost center, permission, the role, a member of the queue, Users, Call queues, Roles, ',
	'How many licenses are needed then? Open Live Reports and add a widget for the call queue to the dashboard. ',
	'Everybody who views a dashboard needs a license, and every agent of a monitored queue. Each person is counted once. ',
	'"kind":"choice","id":"question-1","title":"","text":"","hints":[],"choices":[{"id":"a","text":"","reply":"No: "},{"id":"b","text":"","reply":"Right: "}],"right":"',
	'"kind":"number","id":"question-1","title":"Predict: ","text":"**How many ?**","hints":["","",""],"after":[{"name":"addDashboard","input":{"dashboard":',
	'"answer":{"plus":["needed"],"minus":["purchased"]},"explanation":"","mistakes":[{"id":"","answer":{"plus":["agents-now","with-permission"]},"text":"You counted ',
	'"kind":"task","id":"step-1","title":"","text":"In ","hints":["","",""],"goal":{',
	'"mistakes":[{"id":"mistake-1","when":{"kind":"","text":""}],"debrief":{"text":"","show":"purchased"},"show":"overage"},"show":"active"},"show":"needed"},"solution":[{"name":"',
	'{"format":"live-reports-sandbox/lesson-pack","version":1,"id":"","revision":1,"title":"","intro":"","lessons":[{"id":"lesson-1","title":"","minutes":5,"intro":"',
	'","start":{"kind":"scenario","scenario":{"format":"live-reports-sandbox/scenario","version":1,"name":"',
	'","start":{"kind":"sample","sample":"empty-organization"},"sample":"busy-month"},"sample":"ten-licenses"},"steps":[{"kind":"task","id":"'
].join('');

const own = strToU8(TEXT);

export const PACK_DICTIONARY: Uint8Array = new Uint8Array(DICTIONARY.length + own.length);
PACK_DICTIONARY.set(DICTIONARY);
PACK_DICTIONARY.set(own, DICTIONARY.length);
