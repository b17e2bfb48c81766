import type { Correction } from './bank.ts';
import type { ProjectSnapshot } from './reviewing.ts';
import type { Claim } from './topic.ts';

/** What each kind of entry holds. More kinds come with more subjects; an older program names those that it does not know. */
export interface BundleContents {
  project: ProjectSnapshot;
  claim: Claim;
  correction: Correction;
}
export const bundleKinds = ['project', 'claim', 'correction'] as const satisfies readonly (keyof BundleContents)[];
export type BundleKind = (typeof bundleKinds)[number];

/** One thing that goes up. A later revision takes the place of an earlier one; the same revision twice changes nothing. */
export type BundleEntry = {
  [K in BundleKind]: { readonly kind: K; readonly id: string; readonly revision: number; readonly content: BundleContents[K] };
}[BundleKind];

export interface BundleSender {
  readonly unitId: string;
  readonly unitName: string;
  readonly branch: string;
  readonly personName: string;
}

/** The signed part of a bundle (上报包): who sends what. The entries stand beside it, named by their hashes. */
export interface BundleManifest {
  readonly format: 1;
  readonly id: string;
  /** The installation's Ed25519 public key, base64 of its raw 32 bytes. */
  readonly installation: string;
  readonly sender: BundleSender;
  /** By the branch's clock. */
  readonly createdAt: number;
  readonly entries: readonly { readonly kind: string; readonly id: string; readonly revision: number; readonly sha256: string }[];
}

/** Work: an entry that was sent, so that it is known what has changed since. id = `kind:entryId`. */
export interface SentEntry {
  readonly id: string;
  readonly kind: BundleKind;
  readonly entryId: string;
  readonly revision: number;
  /** Hex SHA-256 of the canonical JSON of what was sent. */
  readonly sha256: string;
  readonly bundleId: string;
  /** When it was exported and read back. */
  readonly exportedAt: number;
}
