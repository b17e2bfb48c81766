import type { Failure, Result } from '../model/failure.ts';
import type { BlockIndex, InstalledPackage, PackageManifest } from '../model/package.ts';
import type { Report, ReportFormat } from '../model/report.ts';
import type { Commit, JournalMark, JournalRecord, WorkRows, WorkTable } from '../model/work.ts';

/** Channel → signature. The renderer calls these and nothing else; main implements every one (`register`). */
export interface Requests {
  'app:info': () => AppInfo;
  'settings:get': () => Settings;
  'settings:set': (changes: Partial<Settings>) => Settings;

  'journal:commit': (commit: Commit) => Result<JournalMark>;
  'journal:since': (mark: JournalMark, limit: number) => JournalReplay;

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
}

/**
 * Records after a mark, oldest first. `reset` means that the mark is not in this journal (or lies before its
 * snapshot): the reader clears its work tables, applies `rows`, then `records`. Call again from `mark` until `done`.
 */
export interface JournalReplay {
  readonly reset: boolean;
  readonly rows: readonly { readonly table: WorkTable; readonly row: WorkRows[WorkTable] }[];
  readonly records: readonly JournalRecord[];
  readonly mark: JournalMark;
  readonly done: boolean;
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
  readonly phase: 'metadata' | 'download' | 'check' | 'write' | 'verify';
  readonly done: number;
  readonly total: number;
}
