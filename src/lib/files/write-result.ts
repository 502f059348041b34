import { type LessonResult } from '$lib/domain/lesson-result';

/** A result's text: what readResult reads. Apart from the reader, which pages that hand one in need not load. */
export const resultText = (result: LessonResult): string => `${JSON.stringify(result, null, '\t')}\n`;
