import { type FileFault } from '$lib/domain/fault';
import { LessonResult, RESULT_FORMAT, RESULT_VERSION } from '$lib/domain/lesson-result';
import { failed, ok, type Result } from '$lib/domain/result';
import { FaultChecks } from './fault-checks';
import { Faults } from './faults';
import { shaped, type SmallFormat } from './read-pack';

/** As deep as a pack: one that is given by mistake is to be called by its name. */
const RESULT: SmallFormat = { name: RESULT_FORMAT, version: RESULT_VERSION, bytes: 1024 * 1024, depth: 24 };

/** Reads a result file, all or nothing, as hostile as any other (E6, S9). Never throws on any bytes. */
export async function readResult(bytes: Uint8Array): Promise<Result<LessonResult, readonly FileFault[]>> {
	const read = await shaped(bytes, RESULT, LessonResult);
	if (!read.ok) return read;
	const faults = new Faults();
	const check = new FaultChecks(faults);
	check.ids(
		read.value.lessons.map(({ lessonId }) => ({ id: lessonId })),
		['lessons']
	);
	read.value.lessons.forEach(({ steps }, i) => check.ids(steps, ['lessons', i, 'steps']));
	return faults.none ? ok(read.value) : failed(faults.list());
}
