import type { PublishedReply } from './bank.ts';
import type { PublishedExam } from './examining.ts';
import type { Article, LectureSlot } from './lecture.ts';
import type { Policy } from './policy.ts';
import type { Question } from './question.ts';
import type { PublishedProjects } from './reviewing.ts';
import type { Person, Unit } from './roster.ts';

/** Kinds of data package that this program installs. */
export const packageKinds = ['bank', 'roster', 'policy', 'column', 'exam', 'projects'] as const;
export type PackageKind = (typeof packageKinds)[number];

/** One gzip file of a package. A question keeps its block from version to version, so an update moves only changed blocks. */
export interface BlockEntry {
  /** Target name in the repository, e.g. `bank/0001.json.gz`. */
  readonly target: string;
  /** Hex SHA-256 of the gzip bytes. */
  readonly sha256: string;
  /** Length of the gzip bytes. */
  readonly length: number;
  /** How many items it holds. */
  readonly items: number;
  /** The section (板块) that all its questions belong to; '' in other kinds. */
  readonly section: string;
}

/** A large file beside the blocks, e.g. a lecture's video: pieces of at most 8 MB, each a target of its own. It is never unpacked or parsed. */
export interface PackageFile {
  /** What a person reads, with its ending; also the name under which it is saved. */
  readonly name: string;
  /** Media type, e.g. `video/mp4`. */
  readonly type: string;
  readonly length: number;
  /** Hex SHA-256 of the whole file. */
  readonly sha256: string;
  readonly pieces: readonly PieceEntry[];
}

/** One piece of a large file, exactly as it is stored and sent. */
export type PieceEntry = Pick<BlockEntry, 'target' | 'sha256' | 'length'>;

/**
 * Patches that make the changed blocks of one version out of those of another: a target of its own, used where it is
 * smaller than the blocks. Chains of them lead from older versions to this one.
 */
export interface DeltaEntry extends PieceEntry {
  /** Version to start from, and version that comes out. */
  readonly from: number;
  readonly to: number;
}

/** What a new version did to the one before; ids of items. Empty lists for a first version (since = null). */
export interface PackageChanges {
  readonly since: number | null;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Only what is listed here is withdrawn: absence from a package is never deletion by accident. */
  readonly withdrawn: readonly string[];
}

/** The signed description of one version of a package: target `<name>/manifest.json.gz`. */
export interface PackageManifest {
  readonly format: 1;
  readonly name: string;
  readonly kind: PackageKind;
  readonly version: number;
  readonly title: string;
  /** ISO 8601 instant of publishing. */
  readonly issued: string;
  readonly blocks: readonly BlockEntry[];
  readonly changes: PackageChanges;
  /**
   * Ids of everything that was ever withdrawn from this package and has not come back. What is missing in a version and
   * does not stand here is missing by mistake: such a version is refused.
   */
  readonly withdrawn?: readonly string[];
  /** True in the last version of a package that was withdrawn as a whole; it has no blocks. */
  readonly retired?: true;
  /** Large files; absent where there are none. */
  readonly files?: readonly PackageFile[];
  /** Newest first; absent where there are none. */
  readonly deltas?: readonly DeltaEntry[];
  /** Answers to 纠错单, oldest first; absent where there are none. Only in banks. */
  readonly replies?: readonly PublishedReply[];
}

/** What a block of each kind holds once unpacked. */
export interface BlockContents {
  bank: { readonly questions: readonly Question[] };
  roster: { readonly units: readonly Unit[]; readonly people: readonly Person[] };
  policy: { readonly policy: Policy };
  exam: { readonly exam: PublishedExam };
  projects: PublishedProjects;
  column: { readonly articles: readonly Article[]; readonly rota: readonly LectureSlot[] };
}

/** Small description of a bank block, kept beside it: enough to list, pick and look up without unpacking. Parallel arrays. */
export interface BlockIndex {
  readonly section: string;
  readonly ids: readonly string[];
  readonly types: readonly Question['type'][];
  readonly topics: readonly string[];
  readonly difficulties: readonly Question['difficulty'][];
  /** First 16 hex digits of the SHA-256 of the question's canonical JSON; changes when the question does. */
  readonly revisions: readonly string[];
}

/** An installed version, as the packages page shows it. */
export interface InstalledPackage {
  readonly name: string;
  readonly kind: PackageKind;
  readonly version: number;
  readonly title: string;
  readonly issued: string;
  /** Fingerprint of the publisher's first root; see main/sync. */
  readonly publisher: string;
  /** ISO 8601 instant of installation. */
  readonly installedAt: string;
  readonly blocks: readonly BlockEntry[];
  /** True where the package was withdrawn as a whole. */
  readonly retired?: true;
  /** Large files, played and opened from main's store; absent where there are none. */
  readonly files?: readonly PackageFile[];
  /** The publisher's answers to 纠错单; absent where there are none. */
  readonly replies?: readonly PublishedReply[];
}
