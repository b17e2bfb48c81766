import type { Failure } from '@shared/model/failure.ts';
import type { TaskProgress } from '@shared/ipc/contract.ts';
import type { Log } from '../refusal.ts';
import type { Reader } from '../sources/reader.ts';
import type { BlockStore } from '../store/block-store.ts';
import type { InstalledRecords } from '../store/installed.ts';
import type { Offer } from '../store/precedence.ts';
import type { Publisher } from '../trust/publishers.ts';
import type { FoundVersion } from './found.ts';

/** Where packages come from, and whom we trust there. */
export interface Origin {
  /** Id of the source. */
  readonly id: string;
  readonly reader: Reader;
  readonly publisher: Publisher;
  readonly starter: boolean;
}

export type Progress = (step: Omit<TaskProgress, 'task'>) => void;

/** What became of one source in a run. */
export interface OriginCheck {
  readonly origin: Origin;
  readonly failure: Failure | null;
  /** Version of the publisher's root that is trusted now; null where the source could not be read. */
  readonly root: number | null;
}

/** Something that was not taken, with its technical reason. */
export interface NotTaken {
  readonly failure: Failure;
  readonly reason: string;
  readonly origin: Origin;
  /** Null where it was not a version of a package but a whole source. */
  readonly version: number | null;
}

/** What a run over the sources works with. */
export interface RunContext {
  readonly records: Pick<InstalledRecords, 'find'>;
  readonly store: BlockStore;
  /** Fingerprints of the publishers that have a source here. */
  readonly trusted: ReadonlySet<string>;
  /** The system's clock, milliseconds since 1970. */
  readonly now: number;
  /** Signed instants, ISO 8601, up to which time has passed whatever the clock says; '' says nothing. */
  readonly seen: readonly string[];
  /** Versions that this run passes over: the person has put them off. */
  readonly isPutOff: (offer: Offer) => Promise<boolean>;
  /** An installed version is vouched for anew. */
  readonly onRenewed: (offer: Offer) => Promise<void>;
  /** Bytes that are free where the packages are kept. */
  readonly freeBytes: () => Promise<number>;
  /** Called for each source when it was read, and again where something went wrong with it later. */
  readonly onChecked: (check: OriginCheck) => Promise<void>;
  readonly onNotTaken: (what: NotTaken) => Promise<void>;
  /** Called before the download begins, so that it can be gone on with after a restart; gives what was begun before, too. */
  readonly onFound: (versions: readonly FoundVersion[]) => Promise<readonly FoundVersion[]>;
  readonly progress: Progress;
  readonly log: Log;
  readonly signal: AbortSignal;
}
