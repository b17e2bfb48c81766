import type { Reader } from '../sources/reader.ts';
import type { Copies, Copy } from './copies.ts';

/** The sources of one publisher. */
export interface Group {
  /** The newest first. */
  readonly copies: readonly Copy[];
  /** In order of preference, older copies last: what they hold under a signed name is the same. */
  readonly readers: readonly Reader[];
}

/** One group a publisher, in the order of the sources; the starter comes last, because it gives way to everybody. */
export function groupByPublisher({ read, behind }: Copies): readonly Group[] {
  const publishers = new Set(read.map(({ origin }) => origin.publisher.fingerprint));
  const groups = [...publishers].map((fingerprint) => {
    const copies = read.filter(({ origin }) => origin.publisher.fingerprint === fingerprint);
    const older = behind.filter(({ publisher }) => publisher.fingerprint === fingerprint);
    const readers = [...copies.map(({ origin }) => origin), ...older].map(({ reader }) => reader);
    return { copies: copies.toSorted(byAge), readers };
  });
  return groups.toSorted((one, other) => Number(isStarter(one)) - Number(isStarter(other)));
}

/** The newest first; of equals the preferred one. Versions start anew when the root takes new keys (spec 5.3.11). */
function byAge({ refreshed: { store: one } }: Copy, { refreshed: { store: other } }: Copy): number {
  const roots = other.root.signed.version - one.root.signed.version;
  return roots || (other.timestamp?.signed.version ?? 0) - (one.timestamp?.signed.version ?? 0);
}

const isStarter = ({ copies }: Group): boolean => copies[0]?.origin.starter ?? false;
