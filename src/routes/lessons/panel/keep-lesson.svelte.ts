import { afterNavigate } from '$app/navigation';
import { type Desk } from '../../desk.svelte';
import { TICK } from '../witness.svelte';
import { type LessonDesk } from './lesson-desk.svelte';

/** Keeps a lesson up with what is done beside it. To be called while the frame is made. */
export function keepLesson(lesson: LessonDesk, desk: Desk): void {
	const { witness } = desk;
	afterNavigate(({ to }) => witness.arrive(to?.route.id ?? null));
	$effect(() => lesson.follow());
	$effect(() => witness.watch());
	$effect(() => desk.packs.watch());
	const isRunning = $derived(lesson.running !== null);
	$effect(() => {
		if (!isRunning) return;
		witness.use();
		witness.tick(false); // the time until now is no lesson's
		const timer = setInterval(() => witness.tick(!document.hidden), TICK);
		const touches = ['pointerdown', 'keydown', 'wheel'] as const;
		for (const touch of touches) addEventListener(touch, witness.use, { passive: true });
		return () => {
			clearInterval(timer);
			for (const touch of touches) removeEventListener(touch, witness.use);
		};
	});
}
