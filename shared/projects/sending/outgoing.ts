import type { BundleEntry, BundleKind, SentEntry } from '../../model/bundle.ts';

/** `new` was never sent · `changed` since it was sent · `sent` as it is. */
export type SendingState = 'new' | 'changed' | 'sent';

/** Something that may go up, and what was sent of it. */
export interface Outgoing {
  /** `kind:entryId`. */
  readonly id: string;
  /** With the revision that it would be sent as. */
  readonly entry: BundleEntry;
  /** Hex SHA-256 of the canonical JSON of its content. */
  readonly sha256: string;
  /** Length of that JSON, in characters. */
  readonly length: number;
  /** As a person knows it. */
  readonly title: string;
  /** Whether the branch still works on it before it hands it in (草稿). */
  readonly isDraft: boolean;
  /** Null where it was never sent. */
  readonly sent: SentEntry | null;
}

export const sentIdOf = (kind: BundleKind, entryId: string): string => `${kind}:${entryId}`;

export function stateOf({ sent, sha256 }: Pick<Outgoing, 'sent' | 'sha256'>): SendingState {
  if (!sent) return 'new';
  return sent.sha256 === sha256 ? 'sent' : 'changed';
}

/** The same content keeps its revision; a changed one takes the next. */
export const revisionOf = (sent: SentEntry | null, sha256: string): number => {
  if (!sent) return 1;
  return sent.sha256 === sha256 ? sent.revision : sent.revision + 1;
};

/** What is chosen before anybody chooses: what is news to the bureau, but no drafts. */
export const isProposed = (outgoing: Outgoing): boolean => stateOf(outgoing) !== 'sent' && !outgoing.isDraft;

/** What one bundle may hold (characters): it goes to main as one text, and that has a cap. */
export const mostInOneBundle = 12_000_000;

/** What one entry may hold (characters): the bureau opens none that is longer (main/limits.ts, bundleEntryText). */
export const mostInOneEntry = 11_000_000;

/** Entries in as few bundles as hold them, in their order. */
export function inBundles(chosen: readonly Outgoing[], atMost: number): readonly (readonly BundleEntry[])[] {
  const bundles: BundleEntry[][] = [];
  let room = 0;
  for (const { entry, length } of chosen) {
    if (bundles.length === 0 || length > room) {
      bundles.push([]);
      room = atMost;
    }
    bundles.at(-1)?.push(entry);
    room -= length;
  }
  return bundles;
}

export interface SentFacts {
  readonly bundleId: string;
  /** By entry, as they were sent. */
  readonly sha256s: readonly string[];
  /** Milliseconds since 1970. */
  readonly exportedAt: number;
}

/** What is to be remembered of entries that went out. */
export const sentRows = (entries: readonly BundleEntry[], { bundleId, sha256s, exportedAt }: SentFacts): readonly SentEntry[] =>
  entries.map(({ kind, id, revision }, place) => ({
    id: sentIdOf(kind, id),
    kind,
    entryId: id,
    revision,
    sha256: sha256s[place] ?? '',
    bundleId,
    exportedAt,
  }));
