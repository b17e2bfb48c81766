import { MetadataKind, type Metadata, type Root } from '@tufjs/models';
import type { RootProbe } from '@shared/ipc/packages.ts';
import { Refusal } from '../refusal.ts';
import { trustPublisher, type Publisher } from './publishers.ts';
import { maxRotations } from './refresh.ts';
import { requireThreshold, rootSigners } from './signers.ts';
import { openRoot, readFirstRoot } from './trust.ts';

/** What a root file would change. The fingerprint is the one that the bureau reads out: a publisher keeps it through all rotations. */
export type RootLook = Pick<RootProbe, 'fingerprint' | 'version' | 'link'>;

/**
 * Looks at a root file that a person chose for a publisher: `same` where it is trusted already, `chain` where enough of the
 * trusted root keys have signed it, `other` where it is the first root of somebody else. Throws Refusal tampered and
 * not-understood; older where the publisher has gone on since; wrong-key for a later root of somebody else, whose first
 * one nobody could compare.
 */
export async function lookAtRoot(bytes: Buffer, publisher: Publisher): Promise<RootLook> {
  const chosen = readFirstRoot(bytes, 'root.json');
  const { version } = chosen;
  const { fingerprint } = publisher;
  if (chosen.fingerprint === fingerprint) return { fingerprint, version, link: 'same' };
  const text = await publisher.root();
  const trusted = text === null ? null : openRoot(Buffer.from(text), 'root.json');
  if (trusted && isSignedBy(trusted, openRoot(bytes, 'root.json'))) {
    return { fingerprint, version, link: linkOf(version, trusted.signed.version) };
  }
  if (version > 1) throw new Refusal('wrong-key', 'root.json', `version ${version} of another publisher's root`);
  return { fingerprint: chosen.fingerprint, version, link: 'other' };
}

/** Trusts what was looked at and gives the fingerprint of the publisher whose root it is. What lies below the floor stays below it. */
export async function trustRoot(directory: string, bytes: Buffer, publisher: Publisher): Promise<string> {
  const { fingerprint, link } = await lookAtRoot(bytes, publisher);
  const chosen = readFirstRoot(bytes, 'root.json');
  if (link === 'chain') await publisher.replaceRoot(chosen.text);
  else if (chosen.fingerprint === fingerprint) await trustPublisher(directory, chosen);
  return fingerprint;
}

/** Spec 5.3.9 bounds how far a root may be ahead; one that is behind would bring back keys that were given up. */
function linkOf(version: number, trusted: number): 'same' | 'chain' {
  if (version === trusted) return 'same';
  if (version < trusted || version > trusted + maxRotations) throw new Refusal('older', 'root.json', `root ${version}, trusted ${trusted}`);
  return 'chain';
}

function isSignedBy(trusted: Metadata<Root>, chosen: Metadata<Root>): boolean {
  try {
    trusted.verifyDelegate(MetadataKind.Root, chosen);
    requireThreshold('root.json', chosen, rootSigners(trusted, MetadataKind.Root));
    return true;
  } catch {
    return false;
  }
}
