import { type ImportFault, type LooksLike } from '$lib/domain/import';
import { OURS } from './file-faults';
import { numberText } from './format';
import { placeText } from './import-words';

const LOOKS: Readonly<Record<LooksLike, string>> = {
	pdf: 'a PDF. Export the list as .xlsx or .csv',
	xls: 'an old Excel file (.xls). Open it in Excel and save it as .xlsx',
	'encrypted-office': 'protected with a password. Save it without one, as .xlsx',
	'old-office': 'an old Office file. Save it as .xlsx or .csv',
	xlsb: 'a binary Excel file (.xlsb). Save it as .xlsx',
	word: 'a Word document. Save its table as .xlsx or .csv',
	powerpoint: 'a PowerPoint file. Save its table as .xlsx or .csv',
	'open-document': 'an OpenDocument file. Save it as .xlsx or .csv',
	numbers: 'a Numbers file. Export it as .xlsx or .csv',
	html: 'a web page, perhaps a sign-in page that was saved instead of the file. Download the file again',
	xml: 'XML. Export the list as .xlsx or .csv',
	rtf: 'a text document. Save its table as .csv',
	image: 'a picture. Choose the file it shows',
	archive: 'an archive. Unpack it and choose the files in it',
	zip: 'a ZIP archive. Unpack it and choose the files in it',
	json: 'JSON, but neither a scenario nor an answer of the RingCentral API. Choose another file',
	other: 'none of the kinds that can be read. Choose an .xlsx, .csv or .json file'
};

const EXPORT_AGAIN = 'Download it again, or open it in Excel and save it anew as .xlsx.';
const SMALLER = 'If the file is what you think it is, leave out what is not needed and save it anew.';

/** Why a file can't be read, where, and what to do. */
export function importFaultSentence(fault: ImportFault): string {
	return `${placeText(fault.place)}: ${faultWords(fault)}`;
}

function faultWords({ code, detail }: ImportFault): string {
	const of = (key: string): string => String(detail[key] ?? '');
	const count = (key: string): string => numberText(Number(detail[key] ?? 0));
	const size = (key: string): string => `${numberText(Math.round(Number(detail[key] ?? 0) / 1_048_576))} MB`;
	const part = of('part') === '' ? 'A part' : `The part “${of('part')}”`;
	const ours = OURS.get(of('format'));
	switch (code) {
		case 'EMPTY_FILE':
			return 'the file is empty. Choose another one.';
		case 'FILE_TOO_LARGE':
			return `the file has ${size('bytes')}, and ${size('limit')} is the most that is read. ${SMALLER}`;
		case 'OTHER_KIND':
			return of('looksLike') === 'scenario'
				? 'this is a scenario of the sandbox. Cancel, then open it by itself.'
				: ours
					? `this is a ${ours[0]} of the sandbox. Remove it here. ${ours[1]}, by itself.`
					: `the content is ${LOOKS[of('looksLike') as LooksLike] ?? LOOKS.other}.`;
		case 'ZIP_BROKEN':
			return `the file is damaged or not complete. ${EXPORT_AGAIN}`;
		case 'ZIP_ENCRYPTED':
			return 'the file is protected with a password. Save it without one.';
		case 'ZIP_64':
			return `the file is packed in a way for very large files that is not read. ${EXPORT_AGAIN}`;
		case 'ZIP_METHOD':
			return `${part} is packed in a way that Excel does not use. ${EXPORT_AGAIN}`;
		case 'ZIP_TOO_MANY_PARTS':
			return `the file has ${count('parts')} parts, and ${count('limit')} is the most that is read. ${EXPORT_AGAIN}`;
		case 'ZIP_TOO_LARGE':
			return `unpacked, the file has more than ${size('limit')}. It was not unpacked. ${SMALLER}`;
		case 'ZIP_RATIO':
			return `${part} grows to ${count('ratio')} times its size when it is unpacked, as files do that are made to fill memory. It was not unpacked. ${EXPORT_AGAIN}`;
		case 'ZIP_PART_NAME':
			return `${part} has a name that leads out of the file. ${EXPORT_AGAIN}`;
		case 'ZIP_DOUBLE_PART':
			return `${part} is there twice, so nobody can tell which one is meant. ${EXPORT_AGAIN}`;
		case 'ZIP_SIZE_LIES':
			return `${part} has another size than the file says. ${EXPORT_AGAIN}`;
		case 'ZIP_CHECKSUM':
			return `${part} is damaged: its checksum is wrong. ${EXPORT_AGAIN}`;
		case 'WORKBOOK_BROKEN':
			return `the list of tabs can’t be read. ${EXPORT_AGAIN}`;
		case 'TEXTS_BROKEN':
			return `the texts of the workbook can’t be told apart, so names could be mixed up. ${EXPORT_AGAIN}`;
		case 'TAB_MISSING':
			return `the workbook names this tab, but it is not in the file. ${EXPORT_AGAIN}`;
		case 'TAB_BROKEN':
			return `the rows of this tab can’t be read. ${EXPORT_AGAIN}`;
		case 'TAB_DOUBLE':
			return 'two tabs have this name. Rename one of them and save the file.';
		case 'TOO_MANY_ROWS':
			return `there are more than ${count('limit')} rows. ${SMALLER}`;
		case 'TOO_MANY_TEXTS':
			return `the workbook has ${count('texts')} different texts, and ${count('limit')} is the most that is read. ${SMALLER}`;
		case 'NOT_READABLE_TEXT':
			return `the text is cut off in the middle of a character (${of('encoding')}). Save it again as UTF-8.`;
		case 'QUOTE_OPEN':
			return 'a quotation mark opens here and is never closed. Add the closing one, or take this one away.';
		case 'JSON_BROKEN':
			return `this is not valid JSON${of('line') === '' ? '' : `: look at line ${of('line')}, column ${of('column')}`}. Save the answer of the API as it came.`;
		case 'JSON_TOO_DEEP':
			return `lists and objects stand more than ${count('limit')} deep in each other, which no answer of the API does. Choose another file.`;
		case 'NO_ROWS':
			return 'no person, queue or report row was found in it. Choose another file, or say below what its columns are.';
		case 'NO_TIME_ZONE':
			return `“${of('zone')}” is not a time zone that this browser knows. Choose one from the list.`;
	}
}
