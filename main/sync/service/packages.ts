import type {
  HistoryEntry,
  PackagesOverview,
  RootProbe,
  Source,
  SourceLocation,
  SourceProbe,
  StagedBlock,
  StagedPackage,
  SyncFindings,
} from '@shared/ipc/contract.ts';
import type { Result } from '@shared/model/failure.ts';
import type { InstalledPackage } from '@shared/model/package.ts';
import type { CheckOutcome } from '../automatic/schedule.ts';
import type { Log } from '../refusal.ts';
import type { Progress } from '../run/run.ts';
import type { Get } from '../sources/http-reader.ts';
import type { Drives } from '../sources/places.ts';
import type { ServedFile } from '../store/served-file.ts';
import type { FloorKeeper } from '../trust/publishers.ts';
import type { RunRequest } from './runs.ts';
import type { Stock } from './stock.ts';

export interface PackagesOptions {
  /** Where everything of this room is kept. */
  readonly directory: string;
  /** The repository that came with the program, or null. */
  readonly starter: string | null;
  readonly get: Get;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The folder behind a token, or null. */
  readonly placeOf: (token: string) => string | null;
  readonly drives: Drives;
  /** Keeps the version floors a second time; null where there is no journal. */
  readonly floors: FloorKeeper | null;
  /** So many bytes may come over http in a month; null for no limit. */
  readonly monthlyLimit: () => number | null;
  /** Bytes that are free where a folder lies. */
  readonly freeBytes: (folder: string) => Promise<number>;
  /** Called when the overview is another one. */
  readonly changed: () => void;
  readonly log: Log;
}

/** What the window and the command line do with packages; the IPC handlers call these one to one. */
export interface Packages {
  installed(): Promise<readonly InstalledPackage[]>;
  /** The preferred one first, the starter last. */
  sources(): Promise<readonly Source[]>;
  overview(): Promise<PackagesOverview>;
  /** The source that was added from a place; null where none was. */
  sourceAt(location: SourceLocation): Promise<Result<Source | null>>;
  /** Looks at a place without trusting it. */
  probe(location: SourceLocation): Promise<Result<SourceProbe>>;
  /** Trusts what was probed. Adding the same place again gives the same source. */
  addSource(probe: string): Promise<Result<Source>>;
  /** Forgets a place. What it brought stays installed; the floor of its publisher stays too. */
  removeSource(source: string): Promise<void>;
  orderSources(ids: readonly string[]): Promise<void>;
  /** Looks at a root file (a path) that is to take the place of what is trusted of a source's publisher. */
  lookAtRoot(source: string, file: string): Promise<Result<RootProbe>>;
  trustRoot(probe: string): Promise<Result<Source>>;
  /** Verifies what the sources offer, downloads, and stages every version that should be installed. */
  sync(request: RunRequest, signal: AbortSignal, progress: Progress): Promise<Result<SyncFindings>>;
  /** The same by itself, over all sources or a drive (its folder) alone; what it finds waits in the overview. */
  check(drive: string | null): Promise<CheckOutcome>;
  discard(): Promise<void>;
  putOff(): Promise<void>;
  /** Blocks of a staged version. Throws where they are not staged: the caller made them up. */
  blocks(staged: string, positions: readonly number[]): Promise<readonly StagedBlock[]>;
  /** Makes staged versions the installed ones, all or none, and drops what nothing uses any more. Doing it twice changes nothing. */
  settle(staged: readonly string[]): Promise<readonly InstalledPackage[]>;
  /** Stages an installed version again from what lies here; null where nothing is installed under that name. */
  restore(name: string): Promise<Result<StagedPackage | null>>;
  /** Stages the version before an installed one. */
  rollBack(name: string): Promise<Result<StagedPackage>>;
  /** File content that came through all lines since this was opened, looking at new places included. */
  transferredBytes(): number;
  history(limit: number): Promise<readonly HistoryEntry[]>;
  seen(): Promise<void>;
  /** What lies here of all publishers, to be passed on. */
  readonly stock: Stock;
  /** Writes a line of what happened. */
  note(entry: Omit<HistoryEntry, 'at'>): Promise<void>;
  /** A large file of an installed package; null for any other. */
  file(sha256: string): Promise<ServedFile | null>;
}
