import type { Encoding } from '../bank/encodings.ts';
import type { Accounted, Draft, Finding, ImportFormat, Problem, SourcePlace } from '../bank/imported.ts';
import type { MappedColumn, PublishedReply, SheetHeader } from '../model/bank.ts';
import type { Failure, Result } from '../model/failure.ts';
import type { BlockIndex, InstalledPackage, PackageManifest } from '../model/package.ts';
import type { Question } from '../model/question.ts';
import type { Report, ReportFormat } from '../model/report.ts';
import type { Commit, JournalMark, JournalRecord, WorkRows, WorkTable } from '../model/work.ts';

export type { PublishedReply, SheetHeader } from '../model/bank.ts';

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
  'packages:sources': () => readonly Source[];
  'packages:probe': (location: SourceLocation) => Result<SourceProbe>;
  'packages:add-source': (probe: string) => Result<Source>;
  'packages:remove-source': (source: string) => void;
  'packages:drives': () => readonly Drive[];
  'packages:choose-folder': () => Place | null;
  'packages:sync': (source: string, task: string) => Result<SyncFindings>;
  'packages:block': (staged: string, block: number) => StagedBlock;
  'packages:settle': (staged: string) => InstalledPackage;
  'packages:restore': (name: string) => Result<StagedPackage | null>;

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

  'tasks:cancel': (task: string) => void;
}

/** What main tells the renderer unasked. */
export interface Events {
  'task:progress': TaskProgress;
}

export type Channel = keyof Requests;
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

/** Where a repository is. Paths stay in main: a folder is named by the token of a place or drive. */
export type SourceLocation = { readonly kind: 'http'; readonly url: string } | { readonly kind: 'folder'; readonly place: string };

export interface Source {
  readonly id: string;
  readonly kind: 'starter' | 'http' | 'folder' | 'removable';
  /** What a person reads: an address or a folder name. */
  readonly label: string;
  readonly publisher: string;
  readonly lastSuccess: number | null;
}

/** What stands behind a new address before it is trusted. The fingerprint is compared aloud with the bureau. */
export interface SourceProbe {
  readonly probe: string;
  readonly label: string;
  readonly fingerprint: string;
  /** True when this publisher is already trusted by an earlier source. */
  readonly known: boolean;
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

export interface SyncFindings {
  readonly packages: readonly StagedPackage[];
  /** Packages of the source that are not taken, while others may be: another publisher's, older ones, ones for a newer program. */
  readonly refused: readonly Failure[];
  readonly transferredBytes: number;
  readonly reusedBytes: number;
}

/** A verified version that waits to be installed. */
export interface StagedPackage {
  readonly staged: string;
  readonly manifest: PackageManifest;
  readonly publisher: string;
  readonly replaces: { readonly version: number; readonly publisher: string } | null;
  /** Computed against what is installed here, not copied from the manifest. */
  readonly added: number;
  readonly changed: number;
  readonly withdrawn: number;
  /** Ids of changed and withdrawn questions, so that their answers go back to unseen. */
  readonly touched: readonly string[];
}

export interface StagedBlock {
  readonly bytes: Uint8Array;
  /** Null in packages that are no banks. */
  readonly index: BlockIndex | null;
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
}

export interface BankPublication {
  readonly version: number;
  readonly fingerprint: string;
  readonly outcome: 'published' | 'unchanged' | 'renewed';
  readonly folderLabel: string;
}
