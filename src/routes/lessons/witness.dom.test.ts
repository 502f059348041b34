import { expect, test, vi } from 'vitest';
import { type Lessons } from '$lib/worker/lessons.svelte';
import { TICK, Witness } from './witness.svelte';

function setUp({ mayView }: { mayView: boolean | undefined } = { mayView: true }) {
	const running = { lesson: 'l' };
	const lessons = {
		record: vi.fn(),
		spend: vi.fn(),
		runningIn: vi.fn<() => unknown>(() => running),
		recordingIn: vi.fn<() => unknown>(() => null),
		note: vi.fn()
	};
	const state = { now: 1_000_000, mayView };
	const witness = new Witness(
		lessons as unknown as Lessons,
		() => state.now,
		() => ({ scenarioId: 's', mayView: state.mayView })
	);
	return { witness, lessons, running, state };
}

test('[E1] the way into Live Reports is recorded once, when somebody is let in', () => {
	const { witness, lessons, running, state } = setUp({ mayView: undefined });
	witness.setOut('mobile-app');
	witness.arrive('/analytics');
	witness.arrive('/analytics/live-reports');
	witness.watch();
	expect(lessons.record).not.toHaveBeenCalled();
	state.mayView = true;
	witness.watch();
	witness.watch();
	expect(lessons.record).toHaveBeenCalledExactlyOnceWith(running, { kind: 'way', way: 'mobile-app' });
});

test('[E1] who is not let in has not reached Live Reports', () => {
	const { witness, lessons } = setUp({ mayView: false });
	witness.arrive('/analytics');
	witness.arrive('/analytics/live-reports');
	witness.watch();
	expect(lessons.record).not.toHaveBeenCalled();
});

test('[E1] nothing is kept where no lesson runs', () => {
	const { witness, lessons } = setUp();
	lessons.runningIn.mockReturnValue(null);
	witness.see({ kind: 'downloaded' });
	witness.use();
	witness.tick(true);
	expect(lessons.record).not.toHaveBeenCalled();
	expect(lessons.spend).not.toHaveBeenCalled();
	expect(lessons.note).not.toHaveBeenCalled();
});

test('[E5] a recording is told of the same, once it is known whether there is one', () => {
	const { witness, lessons } = setUp();
	const draft = { id: 'd' };
	lessons.runningIn.mockReturnValue(null);
	lessons.recordingIn.mockReturnValue(undefined);
	witness.arrive('/analytics');
	witness.arrive('/analytics/live-reports');
	witness.watch();
	expect(lessons.note).not.toHaveBeenCalled();
	lessons.recordingIn.mockReturnValue(draft);
	witness.watch();
	witness.watch();
	expect(lessons.note).toHaveBeenCalledExactlyOnceWith(draft, { kind: 'way', way: 'analytics-portal' });
	witness.see({ kind: 'downloaded' });
	expect(lessons.note).toHaveBeenLastCalledWith(draft, { kind: 'downloaded' });
	expect(lessons.record).not.toHaveBeenCalled();
});

test('[E6] time counts while the page is seen and used, and a sleeping computer’s does not', () => {
	const { witness, lessons, running, state } = setUp();
	const pass = (ms: number, isSeen = true) => {
		state.now += ms;
		witness.tick(isSeen);
	};
	witness.use();
	pass(TICK);
	expect(lessons.spend).toHaveBeenLastCalledWith(running, TICK / 1000);
	pass(TICK, false);
	expect(lessons.spend).toHaveBeenCalledTimes(1);
	pass(60_000);
	expect(lessons.spend).toHaveBeenCalledTimes(1);
	state.now += 3_600_000;
	witness.use();
	witness.tick(true);
	expect(lessons.spend).toHaveBeenLastCalledWith(running, (2 * TICK) / 1000);
});
