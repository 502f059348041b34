import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import ten from '$lib/content/ten-licenses.json';
import { type Account } from '$lib/domain/account';
import { failed, ok } from '$lib/domain/result';
import { type Scenario, type ScenarioFile } from '$lib/domain/scenario';
import { packViewings } from '$lib/domain/viewing';
import { EMPTY_PARTITION } from '$lib/store/chunks';
import { findQueues } from '$lib/worker/dashboards-calls';
import { hold } from '$lib/worker/held';
import { findPeople } from '$lib/worker/people';
import { type EngineCalls } from '$lib/worker/protocol';
import { type Context } from '$lib/worker/serve';
import { NOT_DRAWN } from '$lib/text/pictures';
import { Toasts } from '$lib/ui/toasts.svelte';
import { type Session } from '$lib/worker/session.svelte';
import { whatIfCalls } from '$lib/worker/what-if-calls';
import { type Desk } from '../desk.svelte';
import { type Named } from './pictured';
import Pictures from './Pictures.svelte';
import { savePicture } from './save-picture';

const file = ten as ScenarioFile;
const PRICES = { liveReports: 2000, callQueuesBooster: 3500, customerEngagementBundle: 2600 };
const NO_BELMONT: Named = {
	name: 'No Belmont',
	changes: [
		{
			id: 'c1',
			command: 'stopMonitoring',
			input: JSON.stringify({ stops: [{ queueId: file.queues[1]!.id, dashboardId: null }] })
		}
	]
};

/** The real worker's answers about a scenario, without a worker. */
function show(part: Partial<Scenario> = {}, whatIf: Named | null = null, fails?: keyof EngineCalls) {
	const scenario: Scenario = { ...file, viewings: packViewings(file.viewings), ...part };
	const held = hold({ id: 's', revision: 1, scenario, partition: EMPTY_PARTITION }, undefined, 0);
	const calls = {
		...whatIfCalls(
			() => Promise.reject(new Error('no database here')),
			() => Promise.resolve(held)
		),
		findQueues: ({ text, limit }: { text: string; limit: number }) => findQueues(scenario, text, limit),
		findPeople: (input: { text: string; limit: number }) => findPeople(scenario, input)
	};
	const context = { pause: () => Promise.resolve(), progress: () => undefined } as unknown as Context;
	/** Any of the calls; whoever asks gives each its own input. */
	type Answer = (input: never, context: Context) => unknown;
	const ask = vi.fn(async (name: keyof typeof calls, input: object) =>
		name === fails
			? failed({ code: 'WORKER_DIED', detail: 'gone' })
			: ok(await (calls[name] as Answer)({ scenarioId: 's', revision: 1, ...input } as never, context))
	);
	const session = { revision: 1, ask } as unknown as Session;
	const desk = { to: (path: string) => path, toasts: new Toasts() } as unknown as Desk;
	render(Pictures, { session, desk, whatIf, whatIfs: whatIf ? [whatIf] : [], head: scenario });
	return { ask };
}
const priced: Account = { ...file.account, prices: PRICES };
const figure = (name: string | RegExp) => screen.findByRole('figure', { name });

test('every picture has a name, a sentence, a table with its figures, and a download', async () => {
	show({ account: priced }, NO_BELMONT);
	expect(screen.getByRole('region', { name: 'Pictures' })).toBeVisible();
	const sentences = {
		'Active seats, day by day': /active seats peak at 10 on 20 Nov, never above the licenses purchased/,
		'Active seats, the next 30 days':
			/With “No Belmont”, 5 are active on the last day, and there is no overage/,
		'Seats by reason, with “No Belmont”': /= Active: 10 − Purchased: 10 = Overage: 0/,
		'Agents now, by the monitored queues that they share': '8 agents, none in more than one.',
		'Cost a month, by number of licenses':
			/Live Reports costs least: \$200.00 a month for 10 \(Needed today\)/,
		'Cost a month by cost center: needed seats':
			'A month in total: Today $200.00 and No Belmont $100.00 (−$100.00).',
		'Dates of Detroit Support': /4 periods, all still going on/
	};
	for (const [name, sentence] of Object.entries(sentences)) {
		const picture = await figure(name);
		await waitFor(() => expect(picture).toHaveAccessibleDescription(sentence));
		expect(within(picture).getByRole('application', { name })).toBeVisible();
		expect(within(picture).getByRole('button', { name: `Download ${name}` })).toBeVisible();
		await userEvent.click(within(picture).getByText('Table'));
		expect(within(picture).getAllByRole('row').length).toBeGreaterThan(1);
	}
	const forecast = within(await figure('Active seats, the next 30 days'));
	expect(forecast.getByRole('columnheader', { name: 'Active, No Belmont' })).toBeVisible();
	expect(forecast.getByRole('row', { name: '24 Dec 2026 10 10 0 5 0' })).toBeVisible();
});

test('[I4] without prices the costs say which are missing, and lead to Settings', async () => {
	show();
	const curve = within(await figure('Cost a month, by number of licenses'));
	expect(await curve.findByRole('heading', { name: 'Prices are missing' })).toBeVisible();
	expect(
		curve.getByText(
			/The prices of Live Reports, Call Queues Booster and Customer Engagement Bundle are not entered/
		)
	).toBeVisible();
	expect(curve.getByRole('link', { name: 'Open Settings' })).toHaveAttribute('href', '/settings/');
	expect(curve.queryByRole('application')).toBeNull();
	const centers = within(await figure('Cost a month by cost center: needed seats'));
	expect(await centers.findByText(/The price of Live Reports is not entered/)).toBeVisible();
});

test('[L10] under CEB there is nothing to buy: no line of it, no overage, and the curve says why', async () => {
	show({ account: { ...priced, plan: 'customer-engagement-bundle' } });
	const usage = within(await figure('Active seats, day by day'));
	await userEvent.click(await usage.findByText('Table'));
	expect(usage.getAllByRole('columnheader').map((head) => head.textContent.trim())).toEqual([
		'Day',
		'Active'
	]);
	const curve = within(await figure('Cost a month, by number of licenses'));
	expect(await curve.findByText(/Live Reports is unlimited, so there is nothing to buy/)).toBeVisible();
});

test('an organization without members, viewings and orders has honest empty pictures', async () => {
	show({ queues: [], dashboards: [], viewings: [], orders: [], people: [] });
	for (const name of ['Active seats, day by day', 'Active seats, the next 30 days', 'Seats by reason, today'])
		expect(await within(await figure(name)).findByText('No seat to show')).toBeVisible();
	const overlap = within(await figure(/^Agents now/));
	expect(await overlap.findByText('No monitored queue has a member now')).toBeVisible();
	expect(overlap.getByRole('radio', { name: 'Dashboards' })).toBeEnabled();
	const dates = within(await figure('Dates of one queue or user'));
	expect(await dates.findByText('There is nobody and no queue yet')).toBeVisible();
});

test('what is drawn can be chosen: overlap between dashboards, another cost, the dates of a user', async () => {
	show({ account: priced });
	await userEvent.click(await screen.findByRole('radio', { name: 'Dashboards' }));
	expect(await figure('Agents now, by the dashboards that they share')).toBeVisible();
	await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Cost of' }), 'Licenses owned');
	expect(await figure('Cost a month by cost center: licenses owned')).toBeVisible();
	await userEvent.click(screen.getByRole('radio', { name: 'A user' }));
	await userEvent.click(screen.getByRole('combobox', { name: 'Which user' }));
	await userEvent.click(await screen.findByRole('option', { name: /John/ }));
	const dates = await figure('Dates of John');
	await userEvent.click(within(dates).getByText('Table'));
	expect(within(dates).getByRole('row', { name: /^Detroit Support Member/ })).toBeVisible();
	expect(within(dates).getByRole('row', { name: /^Detroit Support On a dashboard/ })).toBeVisible();
});

test('many queues are shown by what each two share, and searched by name', async () => {
	const queues = Array.from({ length: 40 }, (_, q) => ({
		...file.queues[0]!,
		id: `q${q}`,
		name: `Queue ${q + 1}`,
		members: [q, q + 1].map((p) => ({ personId: `p${p}` }))
	}));
	const people = Array.from({ length: 41 }, (_, p) => ({
		...file.people[0]!,
		id: `p${p}`,
		roleId: 'standard'
	}));
	const [board] = file.dashboards;
	const widgets = queues.map(({ id }) => ({ ...board!.widgets[0]!, id: `w${id}`, queueId: id }));
	const dashboards = [{ ...board!, ownerId: 'p0', sharedWith: [], widgets }];
	show({ people, queues, dashboards, viewings: [] });
	const picture = within(await figure(/^Agents now/));
	await userEvent.click(await picture.findByText('Table'));
	expect(picture.getAllByRole('row')).toHaveLength(40);
	await userEvent.type(picture.getByRole('searchbox', { name: 'Search by name' }), 'queue 40');
	await waitFor(() => expect(picture.getAllByRole('row')).toHaveLength(2));
	expect(picture.getByRole('row', { name: 'Queue 39 Queue 40 1' })).toBeVisible();
});

test('a picture that could not be counted says so and can be asked again; the others stand', async () => {
	const { ask } = show({}, null, 'overlap');
	const overlap = within(await figure(/^Agents now/));
	expect(await overlap.findByRole('alert')).toHaveTextContent('This picture could not be counted');
	expect(await within(await figure('Active seats, day by day')).findByRole('application')).toBeVisible();
	const asked = () => ask.mock.calls.filter(([name]) => name === 'overlap').length;
	const before = asked();
	await userEvent.click(overlap.getByRole('button', { name: 'Try again' }));
	expect(asked()).toBe(before + 1);
});

test('nothing is asked before it comes near', async () => {
	let tell: (entries: { isIntersecting: boolean }[]) => void = () => undefined;
	vi.stubGlobal(
		'IntersectionObserver',
		class {
			constructor(heard: typeof tell) {
				tell = heard; // the last one: of the dates
			}
			observe = () => undefined;
			disconnect = () => undefined;
		}
	);
	const { ask } = show();
	expect(screen.getAllByText('Counting')).toHaveLength(7);
	expect(ask).not.toHaveBeenCalled();
	tell([{ isIntersecting: true }]);
	await waitFor(() => expect(ask).toHaveBeenCalled());
	expect(await figure('Dates of Detroit Support')).toBeVisible();
	expect(ask.mock.calls.map(([name]) => name)).toEqual(['findQueues', 'course']);
	vi.unstubAllGlobals();
});

test('a PNG that the browser does not make is told in words', () => {
	const toasts = new Toasts();
	savePicture({ toasts })(failed('NOT_DRAWN'));
	expect(toasts.list).toEqual([expect.objectContaining({ tone: 'bad', text: NOT_DRAWN })]);
});
