import { type LessonPack } from '$lib/domain/lesson';
import { type HandedOut } from '$lib/domain/lesson-shelf';
import { finished } from './pack-edits';
import { packHash } from './pack-hash';

/**
 * The pack as the next edition, if it is another one than was handed out last: learners who have the edition before
 * are told apart by its number (E6).
 */
export function nextEdition(pack: LessonPack, last: HandedOut | undefined): LessonPack {
	if (!last) return pack;
	const same = { ...pack, revision: last.revision };
	return packHash(finished(same)) === last.hash ? same : { ...pack, revision: last.revision + 1 };
}

export const handedOut = (pack: LessonPack): HandedOut => ({
	revision: pack.revision,
	hash: packHash(finished(pack))
});
