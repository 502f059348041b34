import { strToU8 } from 'fflate';
import { type FileFault } from '$lib/domain/fault';
import { type Id } from '$lib/domain/id';
import { type LessonPack } from '$lib/domain/lesson';
import { failed, type Result } from '$lib/domain/result';
import { LINK_LENGTHS } from '$lib/domain/share-link';
import { codeLength, codeOf, LINK_LIMITS, packText, readCode } from './link-code';
import { PACK_DICTIONARY } from './pack-dictionary';
import { readPack } from './read-pack';

/** A pack as the code of a link (E6, S8): what follows PACK_MARK. Null: no link can hold it, a file must. */
export function packCode(pack: LessonPack): string | null {
	const text = JSON.stringify(pack);
	if (strToU8(text).length > LINK_LIMITS.inflated) return null;
	const packed = packText(text, PACK_DICTIONARY);
	return codeLength(packed) > LINK_LENGTHS.most ? null : codeOf(packed);
}

/**
 * The pack in a link's code, which is hostile until it is read: bounded while it inflates, then everything that
 * readPack checks in a file. All or nothing; never throws, whatever the text.
 */
export async function readPackCode(
	code: string,
	samples: ReadonlySet<Id>
): Promise<Result<LessonPack, readonly FileFault[]>> {
	const read = readCode(code, LINK_LIMITS, PACK_DICTIONARY);
	return read.ok ? readPack(strToU8(JSON.stringify(read.value)), samples) : failed([read.error]);
}
