import type { PackagesOverview, Source, Unfinished } from '@shared/ipc/contract.ts';
import type { InstalledPackage } from '@shared/model/package.ts';

const day = 86_400_000;
/** From then on the age of the content is said: the bureau publishes something in most months. */
const staleDays = 30;

/** Where this computer stands, in one word: what the top of the page says when nothing runs. */
export type Standing =
  | { readonly kind: 'unfinished'; readonly unfinished: Unfinished }
  | { readonly kind: 'no-source' }
  | { readonly kind: 'never' }
  /** No source could be read for long. `issued`: ISO 8601 of the newest content here, '' where there is none. */
  | { readonly kind: 'stale'; readonly days: number; readonly issued: string }
  /** Something newer is known, and the person did not want it yet. */
  | { readonly kind: 'put-off'; readonly versions: PackagesOverview['putOff']; readonly checkedAt: number }
  /** `failing`: sources whose last check did not go well. */
  | { readonly kind: 'current'; readonly checkedAt: number; readonly failing: number };

/** @param now milliseconds since 1970 */
export function standingOf({ sources, installed, unfinished, putOff }: PackagesOverview, now: number): Standing {
  if (unfinished) return { kind: 'unfinished', unfinished };
  const added = sources.filter(({ kind }) => kind !== 'starter');
  if (added.length === 0) return { kind: 'no-source' };
  const checkedAt = Math.max(...added.map(({ lastSuccess }) => lastSuccess ?? 0));
  if (checkedAt === 0) return { kind: 'never' };
  const days = Math.floor((now - checkedAt) / day);
  if (days > staleDays) return { kind: 'stale', days, issued: newestIssued(installed) };
  if (putOff.length > 0) return { kind: 'put-off', versions: putOff, checkedAt };
  return { kind: 'current', checkedAt, failing: added.filter(isFailing).length };
}

export const isFailing = ({ lastCheck }: Source): boolean => lastCheck?.failure != null;

/** ISO 8601 instants of one zone sort as text. */
const newestIssued = (installed: readonly InstalledPackage[]): string =>
  installed.reduce((newest, { issued }) => (issued > newest ? issued : newest), '');
