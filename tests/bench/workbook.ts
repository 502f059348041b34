import { DEFAULT_ASSUMPTIONS } from '$lib/domain/assumption';
import { AGENT, NEVER, NONE, type ReportWindow, type Snapshot, VIEWER } from '$lib/domain/snapshot';
import { type Cell } from '$lib/workbook/sheet';
import { reportSheets } from '$lib/workbook/sheets';
import { writeWorkbook } from '$lib/workbook/xlsx';
import { utils, write } from 'xlsx';

const ROUNDS = 5;
const DAY = 86_400;
const START = Date.parse('2026-10-26T00:00:00Z') / 1000;

/** Writes the report of a large account with our writer and with plain SheetJS, in turns, and logs what it took. */
export async function run(log: (line: string) => void): Promise<void> {
	const snapshot = largeSnapshot(50_000);
	const ours: number[] = [];
	const plain: number[] = [];
	let oursBytes = 0;
	let plainBytes = 0;
	for (let round = 0; round <= ROUNDS; round++) {
		let start = performance.now();
		oursBytes = byteCount(await writeWorkbook(reportSheets(snapshot)));
		if (round > 0) ours.push(performance.now() - start); // the first round warms up
		start = performance.now();
		plainBytes = plainSheetJs(snapshot).byteLength;
		if (round > 0) plain.push(performance.now() - start);
	}
	const [mine, theirs] = [median(ours), median(plain)];
	log(`workbook, 50,000 detail rows, median of ${ROUNDS}, snapshot to bytes`);
	log(`  ours          ${mine.toFixed(0)} ms, ${megabytes(oursBytes)}`);
	log(`  plain SheetJS ${theirs.toFixed(0)} ms, ${megabytes(plainBytes)} (dense, compressed)`);
	log(`  ratio         ${(theirs / mine).toFixed(1)}×`);
	for (const rows of [50_000, 500_000]) await memory(rows, log);
}

/** Peak growth of the process while writing, sampled at each chunk; the snapshot itself is not counted. */
async function memory(rows: number, log: (line: string) => void): Promise<void> {
	const sheets = reportSheets(largeSnapshot(rows));
	globalThis.gc?.();
	const before = process.memoryUsage().rss;
	let peak = before;
	const start = performance.now();
	const pieces = await writeWorkbook(sheets, () => {
		peak = Math.max(peak, process.memoryUsage().rss);
	});
	const took = performance.now() - start;
	log(
		`  ours, ${rows.toLocaleString('en')} rows: ${took.toFixed(0)} ms, ${megabytes(byteCount(pieces))}, memory +${megabytes(peak - before)}`
	);
}

/** The same cells, the usual way. */
function plainSheetJs(snapshot: Snapshot): ArrayBuffer {
	const book = utils.book_new();
	for (const sheet of reportSheets(snapshot)) {
		const rows: (string | number | Date | null)[][] = sheet.header ? [[...sheet.header]] : [];
		for (let row = 0; row < sheet.rowCount; row++) rows.push(sheet.cells(row).map(plainValue));
		const options = { dense: true, UTC: true, dateNF: 'yyyy-mm-dd' };
		utils.book_append_sheet(book, utils.aoa_to_sheet(rows, options), sheet.name);
	}
	return write(book, { type: 'array', compression: true }) as ArrayBuffer;
}

const plainValue = (cell: Cell): string | number | Date | null =>
	cell !== null && typeof cell === 'object' ? new Date(cell.date) : cell;

/** An account of `rows` detail rows: five to a person, each sixth a viewer's, a third never viewed. */
export function largeSnapshot(rows: number): Snapshot {
	const people = Math.ceil(rows / 5);
	const days = Array.from({ length: 30 }, (_, i) => ({
		date: new Date((START + i * DAY) * 1000).toISOString().slice(0, 10),
		startsAt: START + i * DAY
	}));
	const window: ReportWindow = { startsAt: START, endsAt: START + 30 * DAY - 1, days };
	const seenAt = (i: number): number => (i % 3 === 0 ? NEVER : START + ((i * 7919) % (30 * DAY)));
	const names = (what: string, count: number) => Array.from({ length: count }, (_, i) => `${what} ${i + 1}`);
	const purchased = { liveReports: people, callQueuesBooster: 0, total: people };
	const seats = {
		count: people,
		person: Uint32Array.from({ length: people }, (_, i) => i),
		role: Uint8Array.from({ length: people }, (_, i) => (i % 6 === 0 ? VIEWER | AGENT : AGENT)),
		lastViewed: Float64Array.from({ length: people }, (_, i) => seenAt(i)),
		queues: new Uint32Array(people).fill(4),
		dashboards: new Uint32Array(people).fill(5),
		license: new Uint8Array(people).fill(1),
		firstActivity: new Float64Array(people).fill(START)
	};
	const details = {
		count: rows,
		person: Uint32Array.from({ length: rows }, (_, i) => Math.floor(i / 5)),
		queue: Uint32Array.from({ length: rows }, (_, i) => (i % 6 === 0 ? NONE : (i * 31) % 400)),
		dashboard: Uint32Array.from({ length: rows }, (_, i) => (i * 17) % 150),
		lastViewed: Float64Array.from({ length: rows }, (_, i) => seenAt(i)),
		license: Uint8Array.from({ length: rows }, (_, i) => i % 3)
	};
	return {
		summary: {
			asOf: '2026-11-24T14:00:00Z',
			timeZone: 'UTC',
			plan: 'standard',
			assumptions: DEFAULT_ASSUMPTIONS,
			window,
			figures: { needed: people, agents: people, viewers: 0, active: people, purchased, overage: 0 },
			waterfall: {
				memberships: people,
				repeats: 0,
				agents: people,
				viewers: 0,
				both: 0,
				active: people,
				purchased: people,
				overage: 0
			},
			neededParts: { withPermission: 0, agentsNow: people, both: 0, adminsLeftOut: 0 }
		},
		people: {
			ids: names('p', people),
			names: names('Alexandra Example', people),
			extensions: Array.from({ length: people }, (_, i) => String(100_000 + i))
		},
		queueNames: names('Support queue', 400),
		dashboardNames: names('Wallboard', 150),
		neededBy: () => new Uint8Array(0),
		seatLicenses: () => ({ viewer: new Uint8Array(0), agent: new Uint8Array(0) }),
		needed: () => ({ count: 0, person: new Uint32Array(0), basis: new Uint8Array(0) }),
		seats: () => seats,
		details: () => details
	};
}

const median = (numbers: number[]): number =>
	numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;

const byteCount = (pieces: readonly Uint8Array[]): number =>
	pieces.reduce((sum, piece) => sum + piece.length, 0);

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
