/** What “Open file” takes, and says that it takes. */
export const IMPORT_ACCEPT = '.json,.xlsx,.csv,.tsv,.txt,application/json,text/csv';
export const IMPORT_HINT =
	'License Status Report (.xlsx), lists of people or of queue members (.csv, .xlsx), answers of the RingCentral API (.json). Told apart by what is in them.';
export const OPEN_HINT =
	'A scenario or lesson pack of this sandbox (.json), or your own data: a License Status Report (.xlsx), lists of people and of queue members (.csv, .xlsx), answers of the RingCentral API (.json), several at once.';
