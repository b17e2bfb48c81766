import type { Failure } from '../model/failure.ts';
import type { InstalledPackage, PackageManifest } from '../model/package.ts';
import type { PackedIndex } from '../packages/packed-index.ts';

/** Where a repository is. Paths stay in main: a folder is named by the token of a place or drive. */
export type SourceLocation = { readonly kind: 'http'; readonly url: string } | { readonly kind: 'folder'; readonly place: string };

export interface Source {
  readonly id: string;
  readonly kind: 'starter' | 'http' | 'folder' | 'removable';
  /** What a person reads: an address or a folder name. */
  readonly label: string;
  readonly publisher: string;
  /** Milliseconds since 1970; null before the first. */
  readonly lastSuccess: number | null;
  /** What came of the last check, by hand or by itself; null before the first. */
  readonly lastCheck: SourceCheck | null;
}

export interface SourceCheck {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Null where it went well. */
  readonly failure: Failure | null;
}

/** What stands behind a new address or root file before it is trusted. The fingerprint is compared aloud with the bureau. */
export interface SourceProbe {
  readonly probe: string;
  readonly label: string;
  readonly fingerprint: string;
  /** True when this publisher is already trusted by an earlier source. */
  readonly known: boolean;
}

/** A root file that the person chose, to take the place of what is trusted of a source's publisher. */
export interface RootProbe extends SourceProbe {
  /** Version of the root, and who signed it: `chain` where the trusted root leads to it, `other` where it is another publisher's. */
  readonly version: number;
  readonly link: 'same' | 'chain' | 'other';
}

export interface SyncRequest {
  /** Null: all sources, in their order. */
  readonly source: string | null;
  /** Goes on although the month's limit for metered networks is reached. */
  readonly beyondLimit: boolean;
}

export interface SyncFindings {
  readonly packages: readonly StagedPackage[];
  /** Packages of the sources that are not taken, while others may be: another publisher's, older ones, ones for a newer program. */
  readonly refused: readonly Failure[];
  /** Sources that gave nothing, and why. Only where another source did. */
  readonly unread: readonly { readonly source: string; readonly label: string; readonly failure: Failure }[];
  /** File content that came over the line or from the drive, in bytes. */
  readonly transferredBytes: number;
  /** Bytes that were here already or were made of a delta. */
  readonly reusedBytes: number;
}

/** A verified version that waits to be installed. */
export interface StagedPackage {
  readonly staged: string;
  readonly manifest: PackageManifest;
  readonly publisher: string;
  /** Label of the source that it came from. */
  readonly source: string;
  readonly replaces: { readonly version: number; readonly publisher: string } | null;
  /** Computed against what is installed here, not copied from the manifest. */
  readonly added: number;
  readonly changed: number;
  readonly withdrawn: number;
  /** Ids of changed items, then those of withdrawn ones: their answers go back to unseen. */
  readonly touched: readonly string[];
  /** Ids of new items; only of packages of projects, which say by them what arrives. */
  readonly brings?: readonly string[];
  /** True where it is the version before, taken up again. */
  readonly rollsBack: boolean;
}

/** Blocks of a staged version that go over in one call. */
export const mostBlocksAtOnce = 64;

export interface StagedBlock {
  readonly bytes: Uint8Array;
  /** Null in packages that are no banks. */
  readonly index: PackedIndex | null;
}

/** What the packages page shows besides the tables of the database. */
export interface PackagesOverview {
  readonly sources: readonly Source[];
  readonly installed: readonly InstalledDetail[];
  /** What the last check found and nobody has installed or put off; null where nothing waits. */
  readonly waiting: SyncFindings | null;
  /** Versions of trusted publishers that were put off, or rolled back from: what is installed is older. */
  readonly putOff: readonly { readonly title: string; readonly version: number }[];
  /** True while the sources are being looked at, by hand or by itself. */
  readonly checking: boolean;
  /** A download that was broken off or paused; null where there is none. */
  readonly unfinished: Unfinished | null;
  /** Null while the computer's clock agrees with everything that was signed and said. */
  readonly clock: ClockWarning | null;
  /** Bytes that came over http this month. */
  readonly usedThisMonth: number;
  /** Refusals that nobody has looked at yet. */
  readonly newRefusals: number;
}

export interface InstalledDetail extends InstalledPackage {
  /** Label of the source that it came from; '' where it is not known. */
  readonly source: string;
  readonly starter: boolean;
  /** When the signatures that vouch for it expire, ISO 8601; '' where it is not known. Installed content stays usable. */
  readonly expires: string;
  /** The version that this one replaced, while it can still be taken up again; null otherwise. After a return it is the newer one. */
  readonly before: { readonly version: number; readonly issued: string; readonly until: string } | null;
}

export interface Unfinished {
  /** Bytes here, and bytes that were wanted. */
  readonly done: number;
  readonly total: number;
  readonly titles: readonly string[];
}

export interface ClockWarning {
  /** `behind`: something was signed later than the clock says. `ahead`: a server says it is much earlier. */
  readonly kind: 'behind' | 'ahead';
  /** ISO 8601: the computer's clock, and the instant that speaks against it. */
  readonly here: string;
  readonly seen: string;
}

export const historyEvents = ['installed', 'rolled-back', 'refused', 'trusted', 'removed', 'carried', 'keys-renewed'] as const;

/** One line of what happened to packages and sources on this computer. */
export interface HistoryEntry {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly event: (typeof historyEvents)[number];
  /** Title of the package or label of the source. */
  readonly subject: string;
  readonly version: number | null;
  /** Label of the source; ''. */
  readonly source: string;
  readonly publisher: string;
  /** Of refusals, else null. */
  readonly failure: Failure | null;
  /** The technical reason of a refusal; ''. */
  readonly reason: string;
}

/** A stick for another office: a verified copy of what one publisher has published. */
export interface CarryRequest {
  readonly publisher: string;
  /** Names of packages; empty for all. */
  readonly packages: readonly string[];
  readonly place: string;
}

export interface CarryOutcome {
  readonly folderLabel: string;
  readonly packages: readonly { readonly title: string; readonly version: number }[];
  readonly files: number;
  /** Bytes of the copy, and those of them that were written now: the rest lay there already. */
  readonly bytes: number;
  readonly writtenBytes: number;
  /** True when the place is a removable drive and its cache was emptied, so that it can be pulled out. */
  readonly removable: boolean;
}

/** What a publisher's copy could hold. */
export interface Carriable {
  readonly publisher: string;
  readonly packages: readonly { readonly name: string; readonly title: string; readonly version: number; readonly bytes: number }[];
}
