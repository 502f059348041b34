/**
 * "Fit within N" (I5) beside plain greedy, forward and reverse: how many drops, the bound, the gap between
 * both (none: proved), how long the first answer with a bound takes, and the longest slice. Every answer is applied and counted again by the engine.
 */
import { FIT_KINDS, type FitAnswer, type FitDrop, type FitKind } from '$lib/domain/fit';
import { type Scenario } from '$lib/domain/scenario';
import { buildIndex, type Index } from '$lib/engine/columnar';
import { evaluate } from '$lib/engine/evaluate';
import { fitWithin } from '$lib/engine/fit/fit';
import { type FitCase, fitCase } from '$lib/engine/fit/problem';
import { goOn } from '$lib/engine/work';
import { makeAccount, makeSites } from './accounts';

type Log = (line: string) => void;

/** Of today's needed seats, so many are licensed. */
const KEEP = [0.95, 0.8, 0.6] as const;

export function runFit(log: Log): void {
	const accounts: [string, Scenario, number][] = [
		[
			'mid, 16 dashboards',
			makeSites({ sites: 4, people: 100, queues: 10, dashboards: 4, across: 0.15 }),
			6_000
		],
		[
			'mid, 24 dashboards',
			makeSites({ sites: 6, people: 100, queues: 10, dashboards: 4, across: 0.15 }),
			6_000
		],
		[
			'medium, sites apart',
			makeSites({ sites: 25, people: 200, queues: 20, dashboards: 8, across: 0 }),
			6_000
		],
		[
			'medium, sites linked',
			makeSites({ sites: 25, people: 200, queues: 20, dashboards: 8, across: 0.02 }),
			6_000
		],
		['medium', makeAccount('medium'), 6_000],
		['large', makeAccount('large'), 6_000]
	];
	for (const [name, scenario, ms] of accounts) {
		const index = buildIndex(scenario);
		const { needed } = evaluate(index, scenario).summary.figures;
		log('');
		log(
			`${name}: ${scenario.people.length} people, ${scenario.queues.length} queues, ${scenario.dashboards.length} dashboards, ${needed} needed; searched for ${ms / 1000} s at most`
		);
		log(
			`${'kind'.padEnd(12)}${'keep'.padStart(6)}${'forward'.padStart(9)}${'reverse'.padStart(9)}${'first'.padStart(8)}${'best'.padStart(8)}${'bound'.padStart(8)}  ${'gap'.padEnd(8)}${'first answer with bound'.padStart(24)}${'in all'.padStart(10)}${'longest slice'.padStart(15)}`
		);
		for (const kind of FIT_KINDS)
			for (const keep of KEEP) measure(log, index, scenario, kind, keep, needed, ms);
	}
}

function measure(
	log: Log,
	index: Index,
	scenario: Scenario,
	kind: FitKind,
	keep: number,
	needed: number,
	ms: number
): void {
	const licenses = Math.floor(needed * keep);
	const question = { kind, licenses, exempt: [] };
	const began = performance.now();
	let firstMs = 0;
	let first: FitAnswer | null = null;
	let longest = 0;
	let last = cpuMs();
	let answer: FitAnswer | null;
	const search = fitWithin(index, scenario, question, Infinity);
	for (;;) {
		const { value, done } = search.next();
		const now = performance.now();
		const used = cpuMs();
		longest = Math.max(longest, used - last);
		last = used;
		answer = done ? value : value.answer;
		if (first === null && (done || value.phase === 'enumeration' || value.phase === 'search')) {
			first = answer;
			firstMs = now - began;
		}
		if (done || now - began > ms) break;
	}
	const spent = performance.now() - began;
	if (answer?.outcome !== 'drops') {
		log(`${kind.padEnd(12)}${String(keep).padStart(6)}  ${answer?.outcome}`);
		return;
	}
	const firstDrops = first?.outcome === 'drops' ? String(first.drop.length) : '';
	const counted = evaluate(buildIndex(without(scenario, answer.drop), index), without(scenario, answer.drop));
	if (counted.summary.figures.needed !== answer.neededAfter || answer.neededAfter > licenses)
		throw new Error(`${kind} ${keep}: ${counted.summary.figures.needed} needed, ${answer.neededAfter} said`);
	const { problem } = goOn(fitCase(index, scenario, question), Infinity).value as FitCase;
	const plain = [plainForward(problem, needed - licenses), plainReverse(problem, needed - licenses)];
	if (answer.drop.length > Math.min(...plain)) throw new Error(`${kind} ${keep}: greedy is better`);
	log(
		`${kind.padEnd(12)}${String(keep).padStart(6)}${plain.map((n) => String(n).padStart(9)).join('')}${firstDrops.padStart(8)}${String(answer.drop.length).padStart(8)}${String(answer.bound).padStart(8)}  ${(answer.proved ? 'none' : `${(100 * (1 - answer.bound / answer.drop.length)).toFixed(0)} %`).padEnd(8)}${(first ? `${firstMs.toFixed(0)} ms` : 'none yet').padStart(24)}${`${(spent / 1000).toFixed(2)} s`.padStart(10)}${`${longest.toFixed(0)} ms`.padStart(15)}`
	);
}

/** A slice is measured in processor time: on shared cores, the wall clock shows who else ran. */
function cpuMs(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}

/** The scenario after the drops, widgets really gone. */
function without(scenario: Scenario, drops: readonly FitDrop[]): Scenario {
	const gone = new Set(drops.map(keyOf));
	return {
		...scenario,
		dashboards: scenario.dashboards.map((dashboard) => ({
			...dashboard,
			widgets: gone.has(keyOf({ kind: 'dashboard', dashboardId: dashboard.id }))
				? []
				: dashboard.widgets.filter(
						({ queueId }) =>
							!gone.has(keyOf({ kind: 'queue', queueId })) &&
							!gone.has(keyOf({ kind: 'widget', queueId, dashboardId: dashboard.id }))
					)
		}))
	};
}

const keyOf = (drop: FitDrop): string =>
	drop.kind === 'queue'
		? `q ${drop.queueId}`
		: drop.kind === 'dashboard'
			? `d ${drop.dashboardId}`
			: `w ${drop.queueId} ${drop.dashboardId}`;

type Problem = FitCase['problem'];

/** Drops what frees most people a drop, then the first in the list, until enough are free. */
function plainForward({ cost, weight, itemsOf, groupsOf }: Problem, target: number): number {
	const left = weight.map((_, g) => itemsOf.start[g + 1]! - itemsOf.start[g]!);
	const dropped = new Uint8Array(cost.length);
	let spent = 0;
	for (let freed = 0; freed < target;) {
		let found = -1;
		let most = -1;
		let people = 0;
		for (let i = 0; i < cost.length; i++) {
			if (dropped[i]) continue;
			let frees = 0;
			for (let b = groupsOf.start[i]!; b < groupsOf.start[i + 1]!; b++)
				if (left[groupsOf.item[b]!] === 1) frees += weight[groupsOf.item[b]!]!;
			if (frees / cost[i]! <= most) continue;
			most = frees / cost[i]!;
			people = frees;
			found = i;
		}
		dropped[found] = 1;
		spent += cost[found]!;
		freed += people;
		for (let b = groupsOf.start[found]!; b < groupsOf.start[found + 1]!; b++) left[groupsOf.item[b]!]!--;
	}
	return spent;
}

/** From everything dropped: restores what brings fewest people back a drop while enough stay free. */
function plainReverse({ cost, weight, itemsOf, groupsOf }: Problem, target: number): number {
	const isFree = new Uint8Array(weight.length).fill(1);
	const dropped = new Uint8Array(cost.length).fill(1);
	let spent = cost.reduce((sum, one) => sum + one, 0);
	let freed = weight.reduce((sum, one) => sum + one, 0);
	for (;;) {
		let found = -1;
		let least = Infinity;
		let people = 0;
		for (let i = 0; i < cost.length; i++) {
			if (!dropped[i]) continue;
			let back = 0;
			for (let b = groupsOf.start[i]!; b < groupsOf.start[i + 1]!; b++)
				if (isFree[groupsOf.item[b]!]) back += weight[groupsOf.item[b]!]!;
			if (freed - back < target || back / cost[i]! >= least) continue;
			least = back / cost[i]!;
			people = back;
			found = i;
		}
		if (found === -1) return spent;
		dropped[found] = 0;
		spent -= cost[found]!;
		freed -= people;
		for (let b = groupsOf.start[found]!; b < groupsOf.start[found + 1]!; b++) isFree[groupsOf.item[b]!] = 0;
	}
	void itemsOf;
}
