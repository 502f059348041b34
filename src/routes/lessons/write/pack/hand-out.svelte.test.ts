import { expect, test } from 'vitest';
import { type App } from '$lib/app';
import { COURSE } from '$lib/content/course';
import { type LessonPack } from '$lib/domain/lesson';
import { type PackDraft } from '$lib/domain/lesson-shelf';
import { ok, type Result } from '$lib/domain/result';
import { newNotes } from '$lib/lessons/pack-edits';
import { type Desk } from '../../../desk.svelte';
import { type Draft } from '../draft.svelte';
import { HandOut } from './hand-out.svelte';

const PACK: LessonPack = { ...COURSE, lessons: COURSE.lessons.slice(0, 1) };

class Kept {
	row = $state.raw<PackDraft>({ id: 'd', pack: PACK, notes: newNotes(PACK), changedAt: 1 });
	get edition() {
		return this.row.pack;
	}
	leave({ revision }: LessonPack) {
		this.change({ revision: revision + 1 });
	}
	change(change: Partial<LessonPack>) {
		this.row = { ...this.row, pack: { ...this.row.pack, ...change } };
	}
}

test('[E6] a check and a link hold for the content: not for the object it is in, nor after a change', async () => {
	const draft = new Kept();
	const app = { authoring: { check: () => Promise.resolve(ok([])) } };
	const desk = { take: <T>(result: Result<T, never>) => (result.ok ? result.value : undefined) };
	const out = new HandOut(app as unknown as App, desk as unknown as Desk, draft as unknown as Draft);
	expect([out.problems, out.link]).toEqual([undefined, undefined]);

	await out.makeLink();
	const { link } = out;
	expect(link).toContain('#pack=');
	draft.row = structuredClone(draft.row); // read anew, as after a write of any other draft
	expect([out.problems, out.link]).toEqual([[], link]);

	draft.change({ intro: 'Another beginning.' });
	expect([out.problems, out.link]).toEqual([undefined, undefined]);
	draft.change({ intro: PACK.intro }); // and back
	expect([out.problems, out.link]).toEqual([[], link]);
});
