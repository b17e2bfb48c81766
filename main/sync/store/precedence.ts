import type { FailureKind } from '@shared/model/failure.ts';
import type { PackageManifest } from '@shared/model/package.ts';
import type { InstalledRecord } from './installed.ts';

/** A verified version that a source offers. */
export interface Offer {
  readonly manifest: PackageManifest;
  readonly publisher: string;
  readonly starter: boolean;
  /** Label of the source; '' where it is not known. */
  readonly source: string;
  /** When the first of the signatures that vouch for it expires, ISO 8601; '' where it is not known. */
  readonly expires: string;
}

/** `install` it, `keep` what is here, or refuse it. */
export type Verdict = 'install' | 'keep' | Extract<FailureKind, 'older' | 'other-publisher'>;

/**
 * Which version of a package stays. A name belongs to the added publisher that brought it first, as long as that one is
 * trusted; the starter gives way to everybody and replaces only a starter.
 */
export function judge(offer: Offer, here: InstalledRecord | null, isTrusted: (publisher: string) => boolean): Verdict {
  if (!here) return 'install';
  if (offer.starter) return here.starter && isLaterStarter(offer.manifest, here.manifest) ? 'install' : 'keep';
  if (here.starter) return 'install';
  if (offer.publisher !== here.publisher) return isTrusted(here.publisher) ? 'other-publisher' : 'install';
  if (offer.manifest.version > here.manifest.version) return 'install';
  return JSON.stringify(offer.manifest) === JSON.stringify(here.manifest) ? 'keep' : 'older';
}

/** Each build of the program publishes its starter anew, often under the same number: then other content that is later counts. */
function isLaterStarter(offered: PackageManifest, here: PackageManifest): boolean {
  if (offered.version !== here.version) return offered.version > here.version;
  return offered.issued > here.issued && hashesOf(offered) !== hashesOf(here);
}

const hashesOf = ({ blocks }: PackageManifest): string => blocks.map((block) => block.sha256).join();
