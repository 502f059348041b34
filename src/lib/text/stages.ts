import { type Progress } from '$lib/domain/progress';

/** What long work is doing, as the progress bar says it. */
export const STAGE_WORDS: Readonly<Record<Progress['stage'], string>> = {
	opening: 'Opening the scenario',
	counting: 'Counting seats',
	sorting: 'Sorting rows',
	writing: 'Writing the file',
	reading: 'Reading the file',
	checking: 'Checking the file',
	saving: 'Saving',
	searching: 'Searching'
};
