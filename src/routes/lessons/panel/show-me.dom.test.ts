import { expect, test, vi } from 'vitest';
import { type App } from '$lib/app';
import { COURSE } from '$lib/content/course';
import { SAMPLES } from '$lib/content/samples';
import { failed, ok } from '$lib/domain/result';
import { type Session } from '$lib/worker/session.svelte';
import { type Desk } from '../../desk.svelte';
import { ShowMe } from './show-me.svelte';

const moves: unknown[] = [];
vi.mock('$app/navigation', () => ({
	goto: (address: string, options: unknown) => Promise.resolve(moves.push([address, options]))
}));

const lesson = COURSE.lessons.find(({ id }) => id === 'who-needs-a-license')!;
const takes = ({ ok, value }: { ok: boolean; value?: unknown }) => (ok ? value : undefined);

function setUp(answers = [ok(null), ok(null)] as unknown[]) {
	const actors: unknown[] = [];
	const session = {
		id: 's',
		actor: 'somebody',
		dispatch: vi.fn(async () => {
			actors.push(session.actor);
			return answers.shift();
		})
	};
	const show = new ShowMe(
		lesson,
		{ samples: SAMPLES } as unknown as App,
		session as unknown as Session,
		{
			take: takes,
			open: (id: string, path: string, extra: object) => `${path} ${JSON.stringify({ id, ...extra })}`
		} as unknown as Desk
	);
	return { show, session, actors };
}

test('[E1] a solution is told by place, change and names, and played as whoever does it', async () => {
	const { show, session, actors } = setUp();
	const address = '/analytics/live-reports/ {"id":"s"}';
	expect(show.steps).toEqual([
		{ where: 'Live Reports', address, by: '', what: 'Create a dashboard', about: 'Support' },
		{
			where: 'Call queues',
			address: '/admin/queues/ {"id":"s","queue":"q-detroit"}',
			by: '',
			what: 'Add queue members',
			about: 'Detroit Support · Karen'
		}
	]);
	await show.next();
	expect(show.played).toBe(1);
	// The page comes first, so that it is seen to happen there; the focus stays in the panel.
	expect(moves).toEqual([[address, { keepFocus: true }]]);
	await show.all();
	expect(moves).toHaveLength(1);
	expect(show.isDone).toBe(true);
	expect(session.dispatch.mock.calls).toEqual(lesson.solution.map(({ name, input }) => [name, input]));
	expect(actors).toEqual([null, null]);
});

test('[E1] a command that is refused stops it there', async () => {
	const { show, session } = setUp([failed({ code: 'UNKNOWN_QUEUE' })]);
	await show.all();
	expect(show.played).toBe(0);
	expect(session.dispatch).toHaveBeenCalledOnce();
});
