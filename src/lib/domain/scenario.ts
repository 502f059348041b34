import { Account } from './account';
import { Assumptions } from './assumption';
import { Dashboard } from './dashboard';
import { Instant } from './instant';
import { Order } from './order';
import { Person } from './person';
import { Practice } from './practice';
import { Queue } from './queue';
import { Role } from './role';
import { unpackViewings, Viewing, type ViewingBlock } from './viewing';
import { z } from './zod';

export const SCENARIO_FORMAT = 'live-reports-sandbox/scenario';
export const SCENARIO_VERSION = 1;

/** The scenario file, version 1 (SPEC §7). Unknown keys are refused by name. */
export const ScenarioFile = z.strictObject({
	format: z.literal(SCENARIO_FORMAT),
	version: z.literal(SCENARIO_VERSION),
	name: z.string(),
	asOf: Instant,
	account: Account,
	assumptions: Assumptions,
	practice: Practice.optional(),
	roles: z.array(Role),
	people: z.array(Person),
	queues: z.array(Queue),
	dashboards: z.array(Dashboard),
	viewings: z.array(Viewing),
	orders: z.array(Order)
});
export type ScenarioFile = z.infer<typeof ScenarioFile>;

/** The part of a scenario that every page needs; small whatever the account's size. */
export interface ScenarioHead {
	readonly name: string;
	/** The sandbox's own present; the user moves it. Never the computer's clock. */
	readonly asOf: Instant;
	readonly account: Account;
	readonly assumptions: Assumptions;
	/** Absent while nothing of it was used. */
	readonly practice?: Practice | undefined;
}

/** The lists of a scenario, each kept in chunks of its own. */
export interface Collections {
	readonly roles: readonly Role[];
	readonly people: readonly Person[];
	readonly queues: readonly Queue[];
	readonly dashboards: readonly Dashboard[];
	readonly orders: readonly Order[];
}

/**
 * One organization with its clock: the document a user edits. Immutable; a change is a new scenario
 * that shares everything untouched with the old one.
 */
export interface Scenario extends ScenarioHead, Collections {
	/** Viewings as columns (see ViewingBlock): with millions of them, objects would not fit. */
	readonly viewings: readonly ViewingBlock[];
}

export const COLLECTIONS = ['roles', 'people', 'queues', 'dashboards', 'orders'] as const;
export type CollectionName = (typeof COLLECTIONS)[number];

/** The scenario as its file says it: the inverse of reading one. Keys in the file's order. */
export const toScenarioFile = (scenario: Scenario): ScenarioFile => ({
	format: SCENARIO_FORMAT,
	version: SCENARIO_VERSION,
	name: scenario.name,
	asOf: scenario.asOf,
	account: scenario.account,
	assumptions: scenario.assumptions,
	...(scenario.practice && { practice: scenario.practice }),
	roles: [...scenario.roles],
	people: [...scenario.people],
	queues: [...scenario.queues],
	dashboards: [...scenario.dashboards],
	viewings: scenario.viewings.flatMap((block) => [...unpackViewings(block)]),
	orders: [...scenario.orders]
});
