import type { Encoding } from '../bank/encodings.ts';
import type { Accounted, Draft, Finding, ImportFormat, Problem, SourcePlace } from '../bank/imported.ts';
import type { MappedColumn, PublishedReply, SheetHeader } from '../model/bank.ts';
import type { Result } from '../model/failure.ts';
import type { InstalledPackage } from '../model/package.ts';
import type { Question } from '../model/question.ts';
import type { Report, ReportFormat } from '../model/report.ts';
import type { Commit, JournalMark, JournalRecord, WorkRows, WorkTable } from '../model/work.ts';

import type {
  Carriable,
  CarryOutcome,
  CarryRequest,
  HistoryEntry,
  PackagesOverview,
  RootProbe,
  Source,
  SourceLocation,
  SourceProbe,
  StagedBlock,
  StagedPackage,
  SyncFindings,
  SyncRequest,
} from './packages.ts';
import type { Destination, DestinationDraft, KeyRole, PublisherState, Rotation, RotationOutcome, UploadOutcome } from './publisher.ts';
import type {
  ExamPublishRequest,
  ExamWithdrawal,
  OpenedAnswers,
  OutboxEntry,
  PaperExportRequest,
  ReceivingKeyState,
  RecordToSeal,
  SealOutcome,
  SealRequest,
} from './exam.ts';
import type { SealedPapers } from '../model/examining.ts';
import type { PinState } from './people.ts';
import type {
  BundleExportOutcome,
  BundleExportRequest,
  OpenedBundle,
  ProjectExportRequest,
  ProjectsPublishRequest,
  SignedClaim,
  StoredEvidence,
} from './projects.ts';
import type { PlanFile } from '../model/plan-file.ts';
import type { Claim, ClaimStatement } from '../model/topic.ts';

export type { PublishedReply, SheetHeader } from '../model/bank.ts';
export type * from './exam.ts';
export type * from './packages.ts';
export type * from './people.ts';
export type * from './projects.ts';
export type * from './publisher.ts';

/** Channel → signature. The renderer calls these and nothing else; main implements every one (`register`). */
export interface Requests {
  'app:info': () => AppInfo;
  'settings:get': () => Settings;
  'settings:set': (changes: Partial<Settings>) => Settings;

  'journal:commit': (commit: Commit) => Result<JournalMark>;
  'journal:since': (mark: JournalMark, limit: number) => JournalReplay;
  /** Null: the snapshot is no longer the newest. */
  'journal:rows': (snapshot: JournalMark, from: number) => JournalRows | null;

  'packages:installed': () => readonly InstalledPackage[];
  'packages:overview': () => PackagesOverview;
  /** Looks at a place without trusting it. */
  'packages:probe': (location: SourceLocation) => Result<SourceProbe>;
  'packages:add-source': (probe: string) => Result<Source>;
  'packages:remove-source': (source: string) => void;
  /** All ids of the added sources, the preferred one first. */
  'packages:order-sources': (sources: readonly string[]) => void;
  /** Asks for a root file and looks at it; null where none was chosen. */
  'packages:choose-root': (source: string) => Result<RootProbe | null>;
  /** Trusts the root file that was looked at, after its fingerprint was compared. */
  'packages:trust-root': (probe: string) => Result<Source>;
  'packages:drives': () => readonly Drive[];
  'packages:choose-folder': () => Place | null;
  /** Cancelling keeps what came so far: the next sync goes on from there. */
  'packages:sync': (request: SyncRequest, task: string) => Result<SyncFindings>;
  /** Throws away what was downloaded of a sync that did not come to its end. */
  'packages:discard': () => void;
  /** Puts off what waits: it is not shown again until something newer is there or somebody checks by hand. */
  'packages:put-off': () => void;
  /** Blocks of a staged version, by their positions in its manifest. */
  'packages:blocks': (staged: string, positions: readonly number[]) => readonly StagedBlock[];
  /** Makes staged versions the installed ones, all or none. */
  'packages:settle': (staged: readonly string[]) => readonly InstalledPackage[];
  'packages:restore': (name: string) => Result<StagedPackage | null>;
  /** Stages the version before an installed one; installing it then is as always. */
  'packages:roll-back': (name: string) => Result<StagedPackage>;
  /** Newest first. */
  'packages:history': (limit: number) => readonly HistoryEntry[];
  /** The refusals were looked at. */
  'packages:seen': () => void;
  'packages:carriable': () => readonly Carriable[];
  'packages:carry': (request: CarryRequest, task: string) => Result<CarryOutcome>;

  'publisher:state': () => PublisherState;
  'publisher:add-destination': (draft: DestinationDraft) => Result<Destination>;
  'publisher:remove-destination': (destination: string) => void;
  'publisher:upload': (destination: string, task: string) => Result<UploadOutcome>;
  /** Seals the keys of a role under a passphrase, or opens them for good (null). `current` where they are sealed now. */
  'publisher:protect': (role: KeyRole, passphrase: string | null, current: string | null) => Result<null>;
  /** Opens sealed keys until the program ends. */
  'publisher:unlock': (role: KeyRole, passphrase: string) => Result<null>;
  /** Writes the keys of a role, sealed by the passphrase, into a place: for the safe. */
  'publisher:export-keys': (role: KeyRole, passphrase: string, place: string) => Result<ExportOutcome>;
  /** Takes the root keys off this computer. Refused before they were exported and read back. */
  'publisher:remove-root-keys': () => Result<null>;
  /** Asks for an exported key file and takes its keys in; null where none was chosen. */
  'publisher:import-keys': (passphrase: string) => Result<KeyRole | null>;
  'publisher:rotate': (rotation: Rotation) => Result<RotationOutcome>;

  'exports:places': () => readonly Drive[];
  'exports:choose-place': () => Place | null;
  'exports:write': (request: ExportRequest, task: string) => Result<ExportOutcome>;

  'bank:choose-files': () => readonly ChosenFile[];
  'bank:read': (request: ReadRequest, task: string) => Result<BankReading>;
  'bank:entries': (reading: string, from: number, count: number) => readonly ReadEntry[];
  'bank:source': (sha256: string, place: SourcePlace) => Result<readonly SourceRow[]>;
  'bank:release': (reading: string) => void;
  'bank:collect': () => string;
  'bank:collect-add': (collection: string, items: readonly CollectedItem[]) => void;
  'bank:export': (request: BankExportRequest, task: string) => Result<ExportOutcome>;
  'bank:preview': (request: BankPublishRequest) => Result<BankPreview>;
  'bank:publish': (request: BankPublishRequest, task: string) => Result<BankPublication>;

  /** The bureau's key that answers are sealed to; made on first use. */
  'exam:receiving-key': () => Result<ReceivingKeyState>;
  /** Writes the receiving key, sealed by the passphrase, into a place: for the safe. */
  'exam:export-key': (passphrase: string, place: string) => Result<ExportOutcome>;
  /** Asks for an exported receiving key and makes it the current one; null where none was chosen. */
  'exam:import-key': (passphrase: string) => Result<ReceivingKeyState | null>;
  'exam:seal': (request: SealRequest) => Result<SealOutcome>;
  'exam:publish': (request: ExamPublishRequest, task: string) => Result<BankPublication>;
  /** Withdraws the package of an exam as a whole. Sittings under way keep their paper. */
  'exam:withdraw': (request: ExamWithdrawal, task: string) => Result<BankPublication>;
  /** Asks for answer files; empty where none was chosen. */
  'exam:choose-answers': () => readonly ChosenFile[];
  /** The answer files in a place and in its folders. */
  'exam:find-answers': (place: string) => Result<readonly ChosenFile[]>;
  /** Opens one of them. */
  'exam:open-answers': (file: string) => OpenedAnswers;

  /** Opens the papers of an installed exam. Failures: wrong-code (subject: tries left), too-many-tries (at: when again). */
  'exam:unseal': (packageName: string, startCode: string) => Result<SealedPapers>;
  'exam:seal-record': (record: RecordToSeal) => Result<OutboxEntry>;
  'exam:outbox': () => readonly OutboxEntry[];
  'exam:export-answers': (place: string, attempts: readonly string[], task: string) => Result<ExportOutcome>;
  'papers:export': (request: PaperExportRequest, task: string) => Result<ExportOutcome>;

  /** Signs a claim with the installation's key. */
  'projects:sign-claim': (statement: ClaimStatement) => Result<SignedClaim>;
  /** Which of them (at least one) are signed by the installation that they name. */
  'projects:check-claims': (claims: readonly Claim[]) => readonly boolean[];
  'projects:publish': (request: ProjectsPublishRequest, task: string) => Result<BankPublication>;
  /** Asks for a workbook or a Microsoft Project XML file; null where none was chosen. */
  'projects:choose-plan': () => ChosenFile | null;
  /** Reads it. Failures: too-large, not-understood, and those of the disk. */
  'projects:read-plan': (file: string, task: string) => Result<PlanFile>;
  'projects:export': (request: ProjectExportRequest, task: string) => Result<ExportOutcome>;

  /** Asks for files and keeps them; empty where none was chosen. Failures: too-large (subject: the file), and those of the disk. */
  'evidence:choose': (megabytes: number) => Result<readonly StoredEvidence[]>;
  /** Opens a copy in the system's program. Failures: unsafe-file (only to be saved, never opened), tampered, place-gone. */
  'evidence:open': (sha256: string, name: string) => Result<null>;
  'evidence:save': (sha256: string, name: string, place: string) => Result<ExportOutcome>;
  /** Which of these files (at least one) are in the store. */
  'evidence:present': (sha256s: readonly string[]) => readonly boolean[];

  'bundles:export': (request: BundleExportRequest, task: string) => Result<BundleExportOutcome>;
  /** Asks for bundles; empty where none was chosen. */
  'bundles:choose': () => readonly ChosenFile[];
  /** The bundles in a place and in its folders. */
  'bundles:find': (place: string) => Result<readonly ChosenFile[]>;
  /** The bundles among the absolute paths of files and folders that were dropped onto the window, and in those folders. */
  'bundles:dropped': (paths: readonly string[]) => readonly ChosenFile[];
  /** Opens one of them. */
  'bundles:open': (file: string) => OpenedBundle;

  'window:full-screen': (on: boolean) => void;

  'people:pins': () => PinState;
  /** Sets (or with null removes) a PIN. Failures, here and below: wrong-pin (subject: tries left), too-many-tries (at: when again). */
  'people:set-pin': (personId: string, current: string | null, pin: string | null) => Result<null>;
  'people:check-pin': (personId: string, pin: string) => Result<null>;
  /** Makes somebody the keeper of PINs (口令管理人); the present one agrees with the own PIN. */
  'people:keep-pins': (personId: string, pin: string, keeperPin: string | null) => Result<null>;
  /** The keeper, named by `by`, clears somebody's PIN. */
  'people:reset-pin': (personId: string, keeperPin: string, by: string) => Result<null>;
  /** The owner has read that the PIN was cleared. */
  'people:told-of-reset': (personId: string) => void;

  'tasks:cancel': (task: string) => void;
}

/** What main tells the renderer unasked. */
export interface Events {
  'task:progress': TaskProgress;
  /** Something in the overview of packages has changed: ask again. */
  'packages:changed': null;
  /** The computer is going to sleep, or woke up. */
  'power:changed': 'suspend' | 'resume';
}

export type Channel = keyof Requests;
/** Channels of the preload alone, because they carry paths: the page cannot name them. */
export type PreloadChannel = 'bundles:dropped';
export type PageChannel = Exclude<Channel, PreloadChannel>;
export type EventChannel = keyof Events;
export type Args<C extends Channel> = Parameters<Requests[C]>;
export type Reply<C extends Channel> = ReturnType<Requests[C]>;

export interface AppInfo {
  readonly version: string;
  readonly electron: string;
  readonly chromium: string;
  /** True when the prebuilt copy from npm runs instead of the official Electron. */
  readonly developmentElectron: boolean;
  /** What the start-up repair and the journal found; empty when all was well. */
  readonly repairs: readonly Repair[];
}

export interface Repair {
  readonly kind: 'database-tail-cut' | 'database-damaged' | 'journal-tail-cut' | 'journal-damaged' | 'journal-restored';
  /** Bytes cut or records lost, by kind. */
  readonly amount: number;
}

export interface Settings {
  readonly language: 'zh-CN' | 'en';
  /** '' until the first run has been answered. */
  readonly personId: string;
  /** Zoom of the window: 1 = 100 %. */
  readonly zoom: number;
  /** The bureau's workspace adds 局 to the navigation. */
  readonly workspace: 'branch' | 'bureau';
  /** Looks for new packages by itself when the network returns, from time to time, and when a drive is plugged in. */
  readonly automaticChecks: boolean;
  /** So many megabytes a month may come over http; 0 = no limit. */
  readonly monthlyLimit: number;
}

/**
 * Records after a mark, oldest first. Call again from `mark` until it has come to `last`. `reset` means that the mark is not
 * in this journal, or lies before its snapshot: the reader clears its work tables, takes all rows of the snapshot at
 * `mark`, and calls again from there.
 */
export interface JournalReplay {
  readonly reset: boolean;
  readonly records: readonly JournalRecord[];
  readonly mark: JournalMark;
  /** Number of the last record in the journal. */
  readonly last: number;
}

/** Some rows of a snapshot. */
export interface JournalRows {
  readonly rows: readonly { readonly table: WorkTable; readonly row: WorkRows[WorkTable] }[];
  /** Where the page behind them begins; null where they are the last. */
  readonly next: number | null;
}

export interface Drive {
  readonly place: string;
  readonly label: string;
  readonly freeBytes: number;
  /** True when a repository was seen on it. */
  readonly hasRepository: boolean;
}

/** A folder that the person chose; main keeps its path behind the token. */
export interface Place {
  readonly place: string;
  readonly label: string;
}

export interface ExportRequest {
  readonly place: string;
  /** Name of the folder to create in it; made safe in main. */
  readonly folder: string;
  readonly reports: readonly Report[];
  readonly formats: readonly ReportFormat[];
}

export interface ExportOutcome {
  readonly folderLabel: string;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
  /** True when the place is a removable drive and its cache was emptied, so that it can be pulled out. */
  readonly removable: boolean;
}

export interface TaskProgress {
  readonly task: string;
  readonly phase: 'metadata' | 'download' | 'read' | 'check' | 'write' | 'verify';
  readonly done: number;
  readonly total: number;
  /** `bytes` where done and total are bytes; absent where they are things. */
  readonly unit?: 'bytes';
  /** Seconds that it will still take; null while nobody can tell. Only with bytes. */
  readonly remaining?: number | null;
}

/** A question file that the person chose; main keeps its path behind the token. */
export interface ChosenFile {
  readonly token: string;
  readonly name: string;
  readonly bytes: number;
}

export interface ReadRequest {
  /** Token of a chosen file, or the SHA-256 of a file that was read before (main kept a copy). */
  readonly file: string;
  /** Section of questions whose source names none; may be ''. */
  readonly section: string;
  /** Null: found out from the text. */
  readonly encoding: Encoding | null;
  /** Null: found out from the header. */
  readonly columns: readonly MappedColumn[] | null;
}

/** A file that has been read. Its entries are fetched page by page and then released. */
export interface BankReading {
  readonly reading: string;
  readonly file: string;
  readonly format: ImportFormat;
  readonly sha256: string;
  /** Of text files, else null. */
  readonly encoding: Encoding | null;
  readonly accounted: Accounted;
  /** How many entries there are: questions and refused rows. */
  readonly entries: number;
  /** Problems that belong to no entry: of the file, of a sheet, of a row that was ignored. */
  readonly problems: readonly Problem[];
  /** Headers of the sheets and how their columns are meant; empty in formats without columns. */
  readonly headers: readonly SheetHeader[];
}

/** One question or refused row, in the order of the source. */
export interface ReadEntry {
  readonly place: SourcePlace;
  readonly question: Question | null;
  /** Null where there is a question. */
  readonly draft: Draft | null;
  readonly findings: readonly Finding[];
  readonly score: number | null;
  /** Id of the entry that an error workbook brings back; '' elsewhere. */
  readonly entryId: string;
}

/** A row of the source as it stands there. */
export interface SourceRow {
  readonly row: number;
  /** Cells of a sheet or table; one text elsewhere. */
  readonly cells: readonly string[];
}

/** Questions on their way to a file or a package; refused rows only for the error workbook. */
export interface CollectedItem {
  readonly question: Question | null;
  readonly score: number | null;
  /** Stands below the question in a booklet, e.g. 答错 3 次. */
  readonly remark?: string;
  /** For the error workbook: what was understood, where it stood and what is wrong. */
  readonly refused: {
    readonly entryId: string;
    readonly draft: Draft;
    readonly source: string;
    readonly text: string;
    readonly reasons: readonly string[];
  } | null;
}

export const bankExportFormats = ['template', 'gift', 'moodle', 'booklet', 'booklet-with-answers', 'errors'] as const;
export type BankExportFormat = (typeof bankExportFormats)[number];

export interface BankExportRequest {
  readonly collection: string;
  readonly format: BankExportFormat;
  readonly title: string;
  readonly place: string;
}

export interface BankPublishRequest {
  readonly collection: string;
  /** Name of the package: lower-case letters, digits and hyphens. */
  readonly name: string;
  readonly title: string;
  /** Folder of the repository. */
  readonly place: string;
  readonly replies: readonly PublishedReply[];
  /** A person has looked at the date, which lies far behind the last publication (see BankPreview.farClock). */
  readonly clockOk: boolean;
}

/** What publishing would do; nothing has been written. */
export interface BankPreview {
  readonly since: number | null;
  readonly version: number;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly withdrawn: readonly string[];
  /** Questions of the version before that changed or were withdrawn, for showing both. At most 200. */
  readonly before: readonly Question[];
  /** Set where the last publication lies so long ago that the date may be wrong (milliseconds since 1970); null otherwise. */
  readonly farClock: { readonly last: number; readonly now: number } | null;
}

export interface BankPublication {
  readonly version: number;
  readonly fingerprint: string;
  readonly outcome: 'published' | 'unchanged' | 'renewed';
  readonly folderLabel: string;
}
