import {
	type AdminCounts,
	type MembershipColumn,
	type MembershipRow,
	type PastedMember,
	type PastedPerson,
	type QueueColumn,
	type QueueDetail,
	type QueueRow,
	type RoleRow,
	type UserColumn,
	type UserRow
} from '$lib/domain/admin-rows';
import { type Prices } from '$lib/domain/account';
import { type AccountCosts } from '$lib/domain/center-costs';
import {
	type LicenseOverview,
	type OrderColumn,
	type OrderDetail,
	type OrderRow
} from '$lib/domain/billing-rows';
import { type Widget } from '$lib/domain/dashboard';
import {
	type DashboardAnswer,
	type DashboardColumn,
	type DashboardRow,
	type DashboardScope,
	type FoundQueue,
	type WidgetEffect
} from '$lib/domain/dashboard-rows';
import { type FileFault } from '$lib/domain/fault';
import { type FitAnswer, type FitKind, type FitQuestion } from '$lib/domain/fit';
import { type Forecast, type LeaverRow, type Usage } from '$lib/domain/forecast';
import {
	type Found,
	type HistoryColumn,
	type HistoryRow,
	type PlayPlan,
	type SeatChanges
} from '$lib/domain/frame-rows';
import {
	type ComparedFigure,
	type ImportChoices,
	type ImportDraft,
	type ImportFault,
	type MappingQuestion
} from '$lib/domain/import';
import { type Id } from '$lib/domain/id';
import { type Instant } from '$lib/domain/instant';
import {
	type LessonCommand,
	type LessonNotes,
	type LessonPack,
	type LessonQuestion
} from '$lib/domain/lesson';
import { type Recorded } from '$lib/domain/lesson-outcomes';
import { type LessonProblem } from '$lib/domain/lesson-problem';
import { type LessonEvent } from '$lib/domain/lesson-progress';
import { type LessonResult } from '$lib/domain/lesson-result';
import { type CoverOptions } from '$lib/domain/options';
import { type Product } from '$lib/domain/order';
import { type CourseAnswer, type OverlapAnswer, type OverlapKind } from '$lib/domain/overlap';
import { type NewAccount, type NumberFault, type OwnNumbers } from '$lib/domain/own-numbers';
import { type ReclaimReason, type ReclaimRow, type ReclaimTotal } from '$lib/domain/reclaim';
import { type Refusal } from '$lib/domain/refusal';
import { type Result } from '$lib/domain/result';
import {
	type Acting,
	type DetailColumn,
	type DetailRow,
	type NeededColumn,
	type NeededRow,
	type PersonChoice,
	type RowPage,
	type RowQuery,
	type SeatColumn,
	type SeatRow
} from '$lib/domain/rows';
import { type ScenarioFile } from '$lib/domain/scenario';
import { type MadeLink, type SampleFile, type Shared, type SharedPreview } from '$lib/domain/share-link';
import { type Because, type Figures, type Summary } from '$lib/domain/snapshot';
import { type WhatIf, type WhatIfChange } from '$lib/domain/what-if';
import {
	type DriverColumn,
	type DriverRow,
	type LeaverColumn,
	type ReclaimColumn,
	type WhatIfAnswer
} from '$lib/domain/what-if-rows';
import { type Answered, type Graded, type Grading } from '../lessons/grade';
import { type CommandRequest, type Conflict } from '../store/dispatch';
import { type NothingLeft } from '../store/undo';

/** A scenario at a revision: the worker reads what it lacks from the database itself. */
export interface At {
	readonly scenarioId: string;
	/** The least revision to answer from; a newer one may be answered. */
	readonly revision: number;
}

/** A scenario at a revision, with the changes of a what-if tried on it (I1). */
export interface Changed extends At {
	readonly changes: readonly WhatIfChange[];
}

/** What a buyer without data knows. */
export interface Numbers {
	readonly numbers: OwnNumbers;
	readonly account: NewAccount;
	readonly prices: Prices;
}

export interface NumbersAnswer {
	readonly summary: Summary;
	readonly costs: AccountCosts;
	readonly options: CoverOptions;
}

/** A summary, and the revision that it stands for. */
export interface Evaluated {
	readonly revision: number;
	/** The revision that last changed anything that is counted: what is only practice changes no figure. */
	readonly counted: number;
	readonly summary: Summary;
}

/** A scenario to start a lesson from; null: it is too large for that. */
export interface StartFile {
	readonly bytes: number;
	readonly file: ScenarioFile | null;
}

/** A file to hand to the user. */
export interface MadeFile {
	readonly name: string;
	readonly blob: Blob;
	readonly revision: number;
}

/** One line of a confirmed order (L8). */
export interface PurchaseLine {
	readonly orderId: string;
	readonly at: Instant;
	readonly product: Product;
	readonly quantity: number;
	readonly costCenter: string;
	/** False: dated later than as-of, not yet true. */
	readonly counts: boolean;
}

/** What the engine's worker answers. */
export type EngineCalls = {
	summarize: { input: At; output: Evaluated };
	seatRows: { input: At & { query: RowQuery<SeatColumn> }; output: RowPage<SeatRow> };
	detailRows: { input: At & { query: RowQuery<DetailColumn> }; output: RowPage<DetailRow> };
	neededRows: { input: At & { query: RowQuery<NeededColumn> }; output: RowPage<NeededRow> };
	because: { input: At & { personId: string }; output: Because | null };
	purchases: { input: At; output: readonly PurchaseLine[] };
	/** `queueId`: only who is a member of it at as-of. */
	findPeople: { input: At & { text: string; limit: number; queueId?: Id }; output: readonly PersonChoice[] };
	acting: { input: At & { personId: string }; output: Acting | null };
	/** How a lesson stands in this scenario (E1, E2). */
	gradeLesson: { input: At & { lesson: Graded; events: readonly LessonEvent[] }; output: Grading };
	/** What an answer comes to, with the question's own commands supposed (E1). */
	answerQuestion: { input: At & { question: LessonQuestion; given: number | string }; output: Answered };
	/** A task as somebody did it in this scenario, which began as `start` with the commands `after` done; `events`: what no scenario holds of it (E5). */
	recorded: {
		input: At & {
			start: ScenarioFile;
			after: readonly LessonCommand[];
			events: readonly LessonEvent[];
		};
		output: Recorded;
	};
	/** A scenario as a lesson's start. */
	startFile: { input: At; output: StartFile };
	/** Creates a scenario with some commands done; the first that is refused refuses it. */
	createPlayed: {
		input: { id: string; file: ScenarioFile; commands: readonly LessonCommand[]; at: number };
		output: Result<null, Refusal>;
	};
	/** What keeps a pack from being handed out (E5). */
	checkPack: {
		input: { pack: LessonPack; samples: readonly SampleFile[] };
		output: readonly LessonProblem[];
	};
	/** The answer to each question of each lesson, in words. */
	packAnswers: {
		input: { pack: LessonPack; samples: readonly SampleFile[] };
		output: readonly (readonly string[])[];
	};
	adminCounts: { input: At; output: AdminCounts };
	/** `roleId` null: everybody. */
	userRows: {
		input: At & { query: RowQuery<UserColumn>; roleId: string | null };
		output: RowPage<UserRow>;
	};
	/** Everybody who matches the filter. */
	userIds: { input: At & { filter: string }; output: readonly string[] };
	roleList: { input: At; output: readonly RoleRow[] };
	queueRows: { input: At & { query: RowQuery<QueueColumn> }; output: RowPage<QueueRow> };
	queueDetail: { input: At & { queueId: string }; output: QueueDetail | null };
	membershipRows: {
		input: At & { query: RowQuery<MembershipColumn>; queueId: string; which: 'now' | 'all' };
		output: RowPage<MembershipRow>;
	};
	pastedPeople: { input: At & { text: string }; output: readonly PastedPerson[] };
	pastedMembers: { input: At & { queueId: string; text: string }; output: readonly PastedMember[] };
	historyRows: { input: At & { query: RowQuery<HistoryColumn> }; output: RowPage<HistoryRow> };
	/** What the clock changed since it stood at `from`; at most `limit` seats are named. */
	changes: { input: At & { from: Instant; limit: number }; output: SeatChanges };
	find: { input: At & { text: string; limit: number }; output: Found };
	playPlan: { input: At; output: PlayPlan };
	licenses: { input: At; output: LicenseOverview };
	orderRows: { input: At & { query: RowQuery<OrderColumn> }; output: RowPage<OrderRow> };
	orderDetail: { input: At & { orderId: string }; output: OrderDetail | null };
	/** `actor` null: the Trainer, who may open all. */
	dashboardRows: {
		input: At & { query: RowQuery<DashboardColumn>; actor: string | null; scope: DashboardScope };
		output: RowPage<DashboardRow>;
	};
	dashboard: { input: At & { dashboardId: string; actor: string | null }; output: DashboardAnswer };
	/** What saving this widget would do to the seats; null: it would be refused. */
	widgetEffect: { input: At & { dashboardId: string; widget: Widget }; output: WidgetEffect | null };
	/** Those of some people who may not view Live Reports. */
	withoutView: { input: At & { personIds: readonly string[] }; output: readonly PersonChoice[] };
	dashboardOwner: { input: At; output: PersonChoice | null };
	findQueues: { input: At & { text: string; limit: number }; output: readonly FoundQueue[] };
	/** `changes` empty: today. */
	whatIf: { input: Changed; output: WhatIfAnswer };
	forecast: { input: Changed; output: Forecast };
	leaverRows: { input: Changed & { query: RowQuery<LeaverColumn> }; output: RowPage<LeaverRow> };
	usage: { input: At; output: Usage };
	driverRows: {
		input: Changed & { query: RowQuery<DriverColumn>; kind: FitKind };
		output: RowPage<DriverRow>;
	};
	/** Tells the best answer so far as progress; cancel it to keep that one (I5). */
	fit: { input: At & { question: FitQuestion }; output: FitAnswer };
	/**
	 * `chosen`: who gets a Booster; null: those who are marked, or with nobody marked the members of queues.
	 * `reach`: licenses that the curves go to at least.
	 */
	options: {
		input: Changed & { chosen: readonly string[] | null; reach?: number };
		output: CoverOptions;
	};
	reclaimTotals: { input: At; output: readonly ReclaimTotal[] };
	reclaimRows: {
		input: At & { query: RowQuery<ReclaimColumn>; reason: ReclaimReason };
		output: RowPage<ReclaimRow>;
	};
	/** The roles that take viewing away from these people and leave the rest as it is: whoever has none is left out. */
	rolesWithoutView: {
		input: At & { personIds: readonly string[] };
		output: readonly { readonly roleId: string; readonly personIds: readonly string[] }[];
	};
	/** `search`: words in the name of one of two sets, where there are many. */
	overlap: { input: At & { kind: OverlapKind; search: string }; output: OverlapAnswer };
	course: { input: At & { of: 'person' | 'queue'; id: string }; output: CourseAnswer | null };
	/** What numbers alone come to; nothing is created. */
	numbers: { input: Numbers; output: Result<NumbersAnswer, readonly NumberFault[]> };
	createFromNumbers: {
		input: Numbers & { id: string; at: number };
		output: Result<null, readonly NumberFault[]>;
	};
	/** Keeps a what-if as a scenario of its own; a change that can't be made refuses it. */
	saveWhatIf: { input: Changed & { id: string; name: string; at: number }; output: Result<null, Refusal> };
	/** The comparison of today and what-ifs (I3). */
	comparison: {
		input: At & { whatIfs: readonly WhatIf[]; format: 'xlsx' | 'csv' };
		output: MadeFile;
	};
	workbook: { input: At; output: MadeFile };
	exportFile: { input: At; output: MadeFile };
	/** All that the database holds of a scenario, as it lies there: for one that can't be read (S5). */
	exportRaw: { input: { scenarioId: string }; output: MadeFile };
	exportBackup: { input: { at: number }; output: MadeBackup };
	shareLink: { input: At & { samples: readonly SampleFile[] }; output: MadeLink };
	/** What a link would bring, counted; nothing is created. */
	previewShared: {
		input: { shared: Shared; samples: readonly SampleFile[] };
		output: Result<SharedPreview, readonly FileFault[]>;
	};
	/** `base`: the revision that the asker saw; somebody else's newer one is a conflict (S4). */
	dispatch: {
		input: { scenarioId: string; base: number; request: CommandRequest };
		output: Result<Evaluated, Refusal | Conflict>;
	};
	step: {
		input: { scenarioId: string; base: number; direction: 'undo' | 'redo'; at: number };
		output: Result<Evaluated, Conflict | NothingLeft>;
	};
	/** To any point of the history: `target` is the journal entry that is then the last in force, 0 the start. */
	stepTo: {
		input: { scenarioId: string; base: number; target: number; at: number };
		output: Result<Evaluated, Conflict | NothingLeft>;
	};
	createFromFile: { input: { id: string; file: ScenarioFile; at: number }; output: null };
	duplicate: { input: { id: string; copyId: string; name: string; at: number }; output: null };
};

/** What a file holds, before anything is created (S6). */
export interface Preview {
	readonly fileName: string;
	readonly name: string;
	readonly accountName: string;
	readonly asOf: Instant;
	readonly timeZone: string;
	readonly counts: Readonly<
		Record<'people' | 'queues' | 'members' | 'dashboards' | 'widgets' | 'viewings' | 'orders', number>
	>;
}

/** One scenario of a backup, and the id that it gets. */
export interface Picked {
	readonly index: number;
	readonly id: string;
}

/** A backup as a file, and what of the browser's scenarios it holds. */
export interface MadeBackup {
	readonly name: string;
	readonly blob: Blob;
	readonly exported: readonly (readonly [id: string, revision: number])[];
	/** The names of those that could not be read and are not in the file. */
	readonly unreadable: readonly string[];
}

/** What a backup holds, before anything is restored (S6). */
export interface BackupPreview {
	readonly fileName: string;
	readonly madeAt: Instant;
	readonly scenarios: readonly {
		readonly name: string;
		readonly deleted: boolean;
		readonly counts: Preview['counts'];
	}[];
	/** How many packs, drafts of packs, and lessons that were begun; null: nothing of lessons. */
	readonly lessons: { readonly packs: number; readonly drafts: number; readonly begun: number } | null;
}

/** A file of a draft; the id says which one it is when the worker is asked again. */
export interface ImportFile {
	readonly id: string;
	/** As it is shown: two files of a draft never share it. */
	readonly name: string;
	readonly file: File;
}

export interface ImportInput {
	readonly files: readonly ImportFile[];
	readonly choices: ImportChoices;
}

/** A draft as the page sees it; the scenario stays in the worker. */
export interface DraftView extends Pick<
	ImportDraft,
	'problems' | 'problemCount' | 'groups' | 'notes' | 'tables'
> {
	readonly asOf: Instant;
	readonly counts: Preview['counts'];
	readonly figures: Figures;
	/** Null: no License Status Report among the files. */
	readonly compared: readonly ComparedFigure[] | null;
}

/** What some files come to: each one's fault, and the draft of those without one. */
export interface Drafted {
	readonly faults: Readonly<Record<string, ImportFault>>;
	/** Questions come before the draft; null: no file could be read, or their faults come first. */
	readonly answer:
		| { readonly kind: 'mapping'; readonly questions: readonly MappingQuestion[] }
		| { readonly kind: 'draft'; readonly view: DraftView }
		| { readonly kind: 'fault'; readonly fault: ImportFault }
		| null;
}

/** What the files' worker answers. It keeps what it read last: a scenario for `create`, a backup for `restore`, and the files of a draft. */
export type FileCalls = {
	/** What a file is by its content: a scenario for `read`, a pack for `readPack`, or one of the user's own, for `draft`. */
	openedAs: { input: { file: File }; output: 'scenario' | 'pack' | 'own' };
	read: { input: { file: File }; output: Result<Preview, readonly FileFault[]> };
	/** Writes what was read as a new scenario, so that a large one never passes through the page; false: nothing was. */
	create: { input: { id: string; at: number }; output: boolean };
	readBackup: { input: { file: File }; output: Result<BackupPreview, readonly FileFault[]> };
	/**
	 * Writes those of the backup whose `index` is picked, each as a new scenario `id`: all or none. With `draftIds`,
	 * an id for each draft, what it holds of lessons comes too.
	 */
	restore: {
		input: { picked: readonly Picked[]; draftIds: readonly string[] | null; at: number };
		output: boolean;
	};
	/** Brings the second copy up to date, without what the user deleted (scenarios, packs, drafts by their keys); false: it was (S5). */
	keepCopy: { input: { at: number; forget: readonly string[] }; output: boolean };
	/** One draft of several files, each read once however often it is asked. Nothing is created. */
	draft: { input: ImportInput; output: Drafted };
	/** Writes the draft as a new scenario; false: it is not one that can be created. */
	createDraft: { input: ImportInput & { id: string; at: number }; output: boolean };
	/** Forgets the files of a draft. */
	putAside: { input: null; output: null };
	/** What the code of a share link carries (S8); it is small, so no draft is kept. */
	readLink: { input: { code: string }; output: Result<Shared, readonly FileFault[]> };
	/** A lesson pack in a link's code (E6). */
	readPackLink: {
		input: { code: string; samples: readonly Id[] };
		output: Result<LessonPack, readonly FileFault[]>;
	};
	/** A lesson pack; `samples`: those that a lesson may start from. */
	readPack: {
		input: { file: Blob; samples: readonly Id[] };
		output: Result<LessonPack, readonly FileFault[]>;
	};
	readNotes: { input: { file: Blob }; output: Result<LessonNotes, readonly FileFault[]> };
	readResult: { input: { file: Blob }; output: Result<LessonResult, readonly FileFault[]> };
};
