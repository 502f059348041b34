import { DEFAULT_ASSUMPTIONS } from '$lib/domain/assumption';
import { type Scenario } from '$lib/domain/scenario';
import { packViewings, type Viewing } from '$lib/domain/viewing';
import { type SandboxDatabase } from './db';
import { type CommandRequest } from './dispatch';
import { readDocument, type Document } from './document';
import { createScenario, pack } from './library';

/** A scenario for this room's tests: as many people as asked for, one queue, one dashboard. */
export function madeScenario(people = 3, viewings = 2): Scenario {
	const seen: Viewing[] = Array.from({ length: viewings }, (_, i) => ({
		personId: `p${i % people}`,
		dashboardId: i % 3 === 0 ? null : 'd0',
		at: '2026-11-20T09:00:00Z'
	}));
	return {
		name: 'Two support queues',
		asOf: '2026-11-24T14:00:00Z',
		account: {
			name: 'Acme',
			plan: 'standard',
			timeZone: 'America/Detroit',
			currency: 'USD',
			prices: { liveReports: null, callQueuesBooster: 3500, customerEngagementBundle: null },
			costCenters: [
				{ id: 'root', name: 'Root' },
				{ id: 'east', name: 'East', code: 'E', parentId: 'root' }
			]
		},
		assumptions: DEFAULT_ASSUMPTIONS,
		roles: [{ id: 'view', name: 'View', permissions: ['live-reports.view'] }],
		people: Array.from({ length: people }, (_, i) => ({
			id: `p${i}`,
			name: `Person ${i}`,
			extension: `0${100 + i}`,
			roleId: 'view'
		})),
		queues: [{ id: 'q0', name: 'Detroit Support', extension: '201', members: [{ personId: 'p0' }] }],
		dashboards: [
			{
				id: 'd0',
				name: 'Floor wallboard',
				ownerId: 'p0',
				widgets: [{ id: 'w0', kind: 'service-level', name: 'SL', queueId: 'q0' }]
			}
		],
		viewings: packViewings(seen),
		orders: [
			{
				id: 'o0',
				at: '2026-11-01T00:00:00Z',
				lines: [{ product: 'live-reports', quantity: 10, costCenterId: 'root' }]
			}
		]
	};
}

/** Writes a scenario and reads it back. */
export async function stored(db: SandboxDatabase, id: string, scenario: Scenario): Promise<Document> {
	await createScenario(db, id, pack(scenario), 1000);
	return readDocument(db, id);
}

let asked = 0;

/** A command as a page would send it, with an id of its own. */
export const request = (name: string, input: unknown): CommandRequest => ({
	id: `c${++asked}`,
	name,
	input,
	actor: null,
	at: 2000 + asked
});

/** The edit of one person that tests make most. */
export const renamed = (scenario: Scenario, i: number, name: string): CommandRequest =>
	request('editPerson', { person: { ...scenario.people[i]!, name } });

/** Makes the write with this number fail as on a full disk, until `restore`. */
export function diskFullAt(failing: number): { readonly writes: () => number; readonly restore: () => void } {
	const prototype = IDBObjectStore.prototype;
	const real = Object.getOwnPropertyDescriptor(prototype, 'put')!;
	let writes = 0;
	Object.defineProperty(prototype, 'put', {
		...real,
		value(this: IDBObjectStore, ...given: [value: unknown, key?: IDBValidKey]) {
			if (++writes === failing) throw new DOMException('no room', 'QuotaExceededError');
			return Reflect.apply(real.value as IDBObjectStore['put'], this, given);
		}
	});
	return { writes: () => writes, restore: () => Object.defineProperty(prototype, 'put', real) };
}
