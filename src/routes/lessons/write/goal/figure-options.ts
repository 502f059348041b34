import { LESSON_FIGURES } from '$lib/domain/goal';
import { LESSON_FIGURE_NAMES } from '$lib/text/lesson-figures';

/** Every figure that can be named, for a list. */
export const FIGURE_OPTIONS = LESSON_FIGURES.map((value) => ({ value, label: LESSON_FIGURE_NAMES[value] }));
