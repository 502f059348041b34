import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { COURSE } from '$lib/content/course';
import { type Prediction } from '$lib/domain/lesson-progress';
import { type Grading } from '$lib/lessons/grade';
import { startOf, summaryOf } from '../../../../tests/lesson-run';
import LessonPanel from './LessonPanel.svelte';

const lesson = COURSE.lessons.find(({ id }) => id === 'who-needs-a-license')!;
const summary = summaryOf(startOf(lesson));
const LACK = { code: 'MONITORED', queue: 'Detroit Support', dashboard: null, on: [], wanted: true } as const;

/** How the lesson stands: those steps are met, and the others lack something. */
const grading = (met: readonly string[], mistakes: Grading['mistakes'] = []): Grading => ({
	steps: lesson.steps.map(({ id }) => ({
		id,
		met: met.includes(id),
		missing: met.includes(id) ? [] : [LACK, LACK]
	})),
	mistakes,
	done: met.length === lesson.steps.length
});

function show(given: {
	readonly grading: Grading;
	readonly at?: string;
	readonly hints?: number;
	readonly checked?: boolean;
	readonly prediction?: Prediction;
}) {
	const spies = {
		check: vi.fn(),
		hint: vi.fn(),
		answer: vi.fn(),
		reset: vi.fn(),
		next: vi.fn(),
		go: vi.fn()
	};
	const desk = {
		to: (path: string) => path,
		session: { id: 's', summary, ask: vi.fn() },
		explained: null as string | null
	};
	render(LessonPanel, {
		lesson: {
			...spies,
			grading: given.grading,
			at: given.at ?? null,
			met: given.grading.steps.filter(({ met }) => met).length,
			stepAtHand: lesson.steps.find(({ id }) => id === given.at),
			said: '',
			isBusy: false,
			isPresenting: false,
			show: null,
			gradedOf: (id: string) => given.grading.steps.find((step) => step.id === id),
			hintsOf: () => given.hints ?? 0,
			isChecked: () => given.checked ?? false,
			predictionOf: () => given.prediction,
			takeArrival: () => false,
			following: { listed: { lesson: COURSE.lessons[1] }, go: spies.go }
		},
		running: { lesson },
		desk
	} as never);
	return { ...spies, desk };
}

beforeEach(() => {
	vi.stubGlobal('matchMedia', () => ({
		matches: true,
		addEventListener: vi.fn(),
		removeEventListener: vi.fn()
	}));
	sessionStorage.clear();
});
afterEach(() => vi.unstubAllGlobals());
const panel = () => within(screen.getByRole('complementary', { name: 'Lesson' }));
const step = (name: RegExp) => panel().getByRole('button', { name });

test('[E1] each step says in words whether it is done, and one is open', () => {
	show({ grading: grading(['predict-ten']), at: 'monitor-both' });
	expect(panel().getByText('1 of 4 steps')).toBeVisible();
	expect(step(/^Predict: both queues monitored Done$/)).toHaveAttribute('aria-expanded', 'false');
	expect(step(/^Put both queues on a dashboard To do$/)).toHaveAttribute('aria-expanded', 'true');
	expect(panel().getByRole('link', { name: 'Analytics Portal' })).toHaveAttribute('href', '/analytics/');
});

test('[E2] what is missing is said once a check was asked for', async () => {
	const { check } = show({ grading: grading([]), at: 'monitor-both' });
	expect(panel().queryByRole('list', { name: 'Still missing' })).toBeNull();
	await userEvent.click(step(/^Check$/));
	expect(check).toHaveBeenCalledExactlyOnceWith('monitor-both');
});

test('[E2] from then on it follows what is done, and says nothing twice', () => {
	show({ grading: grading([]), at: 'monitor-both', checked: true });
	const missing = within(panel().getByRole('list', { name: 'Still missing' }));
	expect(missing.getByRole('listitem')).toHaveTextContent('Detroit Support is not on any dashboard.');
});

test('[E1] hints come one after the other', async () => {
	const { hint } = show({ grading: grading([]), at: 'monitor-both', hints: 1 });
	expect(panel().getByText(lesson.steps[1]!.hints[0]!)).toBeVisible();
	expect(panel().queryByText(lesson.steps[1]!.hints[1]!)).toBeNull();
	await userEvent.click(step(/^Show the next hint \(2 left\)$/));
	expect(hint).toHaveBeenCalledExactlyOnceWith('monitor-both');
});

test('[E1] a question wants a whole number before anything is revealed', async () => {
	const { answer } = show({ grading: grading([]), at: 'predict-ten' });
	expect(panel().queryByText(/Ten: two for Alice and Bob/)).toBeNull();
	await userEvent.click(step(/^Answer$/));
	expect(panel().getByText('Enter a whole number first.')).toBeVisible();
	expect(answer).not.toHaveBeenCalled();
	await userEvent.type(panel().getByRole('spinbutton', { name: 'Your answer' }), '8');
	await userEvent.click(step(/^Answer$/));
	expect(answer).toHaveBeenCalledExactlyOnceWith(lesson.steps[0], 8);
});

test('[E1] an answer gets its reply: right or not, the mistake by its name, the explanation', async () => {
	const prediction = { question: 'predict-ten', given: 8, expected: 10, mistake: 'forgot-viewers' };
	const { next } = show({ grading: grading(['predict-ten']), at: 'predict-ten', prediction });
	const said = panel().getByText('Not quite').closest('div')!;
	expect(said).toHaveTextContent('You answered 8; right is 10.');
	expect(said).toHaveTextContent('You counted the agents and forgot the viewers');
	expect(said).toHaveTextContent('Ten: two for Alice and Bob');
	expect(panel().queryByRole('spinbutton')).toBeNull();
	await userEvent.click(step(/^Next step$/));
	expect(next).toHaveBeenCalledOnce();
});

test('[E2] a known mistake is named while it is seen', () => {
	show({ grading: grading([], lesson.mistakes), at: 'monitor-both' });
	expect(panel().getByText(/A supervisor was made a member of the queue\./)).toBeVisible();
});

test('[L12] once all is done it tells what the figure comes to, and leads to the next lesson', async () => {
	const { go, desk } = show({ grading: grading(lesson.steps.map(({ id }) => id)) });
	expect(panel().getByRole('heading', { name: 'All done' })).toBeVisible();
	const rows = panel().getByRole('table', { name: 'What it comes to' });
	expect(within(rows).getByRole('row', { name: /^Needed .* = ?2/ })).toBeVisible();
	await userEvent.click(step(/^Next lesson: Viewer and agent at once$/));
	expect(go).toHaveBeenCalledOnce();
	await userEvent.click(step(/^Why\? Needed/));
	expect(desk.explained).toBe('needed');
});

test('[E3] reset is in view also when the panel is small, and the tab remembers that it is', async () => {
	const { reset } = show({ grading: grading([]), at: 'predict-ten' });
	await userEvent.click(step(/^Reset exercise$/));
	const toggle = step(/^Make the lesson small$/);
	expect(toggle).toHaveAttribute('aria-expanded', 'true');
	await userEvent.click(toggle);
	expect(panel().queryByRole('region', { name: 'Steps' })).toBeNull();
	expect(sessionStorage.getItem('live-reports-sandbox.lesson-panel')).toBe('small');
	await userEvent.click(step(/^Reset exercise$/));
	expect(reset).toHaveBeenCalledTimes(2);
	expect(step(/^Open the lesson$/)).toHaveAttribute('aria-expanded', 'false');
});
