import { page } from '$app/state';
import { type Attachment } from 'svelte/attachments';
import { type ProblemField } from '$lib/domain/lesson-problem';

/** Puts the focus into a field when a problem's link led to it. The address says which: `at=`. */
export const arrive =
	(field: ProblemField): Attachment<HTMLElement> =>
	(element) => {
		if (page.url.searchParams.get('at') !== field) return;
		const control = element.querySelector<HTMLElement>('input, textarea, select, button');
		(control ?? element).focus();
		element.scrollIntoView({ block: 'center' });
	};
