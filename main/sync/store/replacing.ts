import type { InstalledDetail } from '@shared/ipc/contract.ts';
import { limits } from '../../limits.ts';
import { asInstalled, isSameVersion, type InstalledRecord } from './installed.ts';
import type { Offer } from './precedence.ts';

/** The record of a version that takes the place of another. The same version again keeps its date and its version before. */
export function replaced(here: InstalledRecord | null, next: Offer, now: number): InstalledRecord {
  const { manifest, publisher, starter, source, expires } = next;
  if (here && isSameVersion(here, next)) return { ...here, starter, source: source || here.source, expires: expires || here.expires };
  const installedAt = new Date(now).toISOString();
  return { manifest, publisher, starter, source, expires, installedAt, before: beforeOf(here, next, now) };
}

/** Only versions of one publisher are taken up again: what another one had under the name belongs to nobody who is trusted now. */
function beforeOf(here: InstalledRecord | null, { manifest, publisher }: Offer, now: number): InstalledRecord['before'] {
  if (here?.publisher !== publisher) return null;
  const { before: _before, ...record } = here;
  // A clock that is behind does not shorten the time: it is at least as late as the new version was signed.
  return { record, until: Math.max(now, Date.parse(manifest.issued)) + limits.keepBefore };
}

/** A record without its version before once the time of that one is up. */
export const withoutOldBefore = (record: InstalledRecord, now: number): InstalledRecord =>
  record.before && record.before.until <= now ? { ...record, before: null } : record;

/** An installed version as the packages page shows it. */
export function detailOf(record: InstalledRecord, now: number): InstalledDetail {
  const { source, starter, expires } = record;
  const { before } = withoutOldBefore(record, now);
  const shown = before && {
    version: before.record.manifest.version,
    issued: before.record.manifest.issued,
    until: new Date(before.until).toISOString(),
  };
  return { ...asInstalled(record), source, starter, expires, before: shown };
}
