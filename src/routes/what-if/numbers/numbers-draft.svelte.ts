import { type Prices } from '$lib/domain/account';
import { Currency, LARGEST } from '$lib/domain/money';
import { type Instant } from '$lib/domain/instant';
import { type PriceName } from '$lib/domain/options';
import { type OwnNumbers } from '$lib/domain/own-numbers';
import { isTimeZone } from '$lib/domain/time-zone';
import { amountProblem, amountTooLarge, parseAmount } from '$lib/text/money';
import { notDoneSentence } from '$lib/text/refusals';
import { FROM_NUMBERS } from '$lib/text/own-numbers';
import { type Numbers } from '$lib/worker/protocol';

interface QueueDraft {
	readonly id: number;
	name: string;
	members: number | null;
}

interface OverlapDraft {
	readonly id: number;
	/** Ids of queues, so that a queue that is removed shifts no other. */
	first: string;
	second: string;
	members: number | null;
}

/** What is entered on the page, as it is typed: null, or a text, where it is no number or no amount. */
export class NumbersDraft {
	name = $state('');
	queues = $state<QueueDraft[]>([{ id: 0, name: '', members: 10 }]);
	overlaps = $state<OverlapDraft[]>([]);
	viewers = $state<number | null>(2);
	viewersWhoAreMembers = $state<number | null>(0);
	currency = $state('USD');
	prices = $state<Record<PriceName, string>>({
		liveReports: '',
		callQueuesBooster: '',
		customerEngagementBundle: ''
	});
	timeZone = $state('UTC');
	readonly #asOf: Instant;
	#lastId = 0;

	/** `timeZone`: where the user is, as far as the browser knows. */
	constructor(asOf: Instant, timeZone: string) {
		this.#asOf = asOf;
		if (isTimeZone(timeZone)) this.timeZone = timeZone;
	}

	addQueue(): void {
		this.queues.push({ id: ++this.#lastId, name: '', members: 0 });
	}

	/** Members that it shares with other queues go with it. */
	removeQueue(id: number): void {
		this.queues = this.queues.filter((queue) => queue.id !== id);
		this.overlaps = this.overlaps.filter(({ first, second }) => ![first, second].includes(String(id)));
	}

	/** Between the first two queues that share nobody yet. */
	addOverlap(): void {
		const ids = this.queues.map(({ id }) => String(id));
		const pairs = ids.flatMap((first, i) => ids.slice(i + 1).map((second) => ({ first, second })));
		const isFree = ({ first, second }: { first: string; second: string }) =>
			!this.overlaps.some((one) => [first, second].every((id) => id === one.first || id === one.second));
		const pair = pairs.find(isFree) ?? pairs[0];
		if (pair) this.overlaps.push({ id: ++this.#lastId, ...pair, members: 0 });
	}

	removeOverlap(id: number): void {
		this.overlaps = this.overlaps.filter((overlap) => overlap.id !== id);
	}

	/** NaN where there is no number: the engine's own check then names the field. */
	get numbers(): OwnNumbers {
		const place = (wanted: string) => this.queues.findIndex(({ id }) => String(id) === wanted);
		return {
			queues: this.queues.map(({ name, members }) => ({ name, members: members ?? NaN })),
			overlaps: this.overlaps.map(({ first, second, members }) => ({
				first: place(first),
				second: place(second),
				members: members ?? NaN
			})),
			viewers: this.viewers ?? NaN,
			viewersWhoAreMembers: this.viewersWhoAreMembers ?? NaN
		};
	}

	get currencyProblem(): string | undefined {
		if (Currency.safeParse(this.#currency).success) return undefined;
		return notDoneSentence({ code: 'INVALID_INPUT', path: 'currency', problem: 'currency' });
	}

	priceProblem(name: PriceName): string | undefined {
		if (this.currencyProblem) return undefined; // what an amount is, is the currency's to say
		const amount = parseAmount(this.prices[name], this.#currency);
		if (amount === undefined) return amountProblem(this.#currency);
		return amount !== null && amount > LARGEST ? amountTooLarge(LARGEST, this.#currency) : undefined;
	}

	/** The prices that are known; null where one is not entered, or is no amount. */
	get known(): Prices {
		const amount = (name: PriceName) =>
			this.currencyProblem || this.priceProblem(name)
				? null
				: (parseAmount(this.prices[name], this.#currency) ?? null);
		return {
			liveReports: amount('liveReports'),
			callQueuesBooster: amount('callQueuesBooster'),
			customerEngagementBundle: amount('customerEngagementBundle')
		};
	}

	/** Nothing that concerns money is in the way of a scenario. */
	get hasSoundPrices(): boolean {
		const names = Object.keys(this.prices) as PriceName[];
		return !this.currencyProblem && !names.some((name) => this.priceProblem(name));
	}

	/** The whole as the worker takes it; null without a currency. */
	get input(): Numbers | null {
		if (this.currencyProblem) return null;
		const name = this.name.trim() || FROM_NUMBERS;
		return {
			numbers: this.numbers,
			account: { name, asOf: this.#asOf, timeZone: this.timeZone, currency: this.#currency },
			prices: this.known
		};
	}

	get #currency(): string {
		return this.currency.trim().toUpperCase();
	}
}
