import { createHash } from 'node:crypto';
import { canonicalize } from '@tufjs/canonical-json';
import { MetadataKind, type Metadata, type Root } from '@tufjs/models';
import { Refusal } from '../refusal.ts';
import { isOtherFormat } from './gates.ts';
import { requirePlainForm } from './form.ts';
import { TrustedMetadataStore } from './models.ts';
import { requireThreshold, rootSigners } from './signers.ts';

/** A root file that is signed by its own keys. Whether they are the right keys is for a person to say. */
export interface FirstRoot {
  readonly text: string;
  readonly fingerprint: string;
  readonly version: number;
  /** Ids of the keys that may sign targets. */
  readonly targetKeys: readonly string[];
}

/** Reads a root file (spec 5.3.4, signed by itself to its threshold). Throws Refusal tampered or not-understood. */
export function readFirstRoot(bytes: Buffer, subject: string): FirstRoot {
  const { signed } = openRoot(bytes, subject);
  return {
    text: bytes.toString('utf8'),
    fingerprint: createHash('sha256').update(canonicalize(signed.toJSON())).digest('hex'),
    version: signed.version,
    targetKeys: signed.roles[MetadataKind.Targets]?.keyIDs ?? [],
  };
}

/** The same, parsed. The hex SHA-256 of the signed part of a publisher's first root is the name of that publisher. */
export function openRoot(bytes: Buffer, subject: string): Metadata<Root> {
  try {
    requirePlainForm(subject, bytes);
    const { root } = new TrustedMetadataStore(bytes);
    requireThreshold(subject, root, rootSigners(root, MetadataKind.Root));
    return root;
  } catch (error) {
    const kind = !(error instanceof SyntaxError) && isOtherFormat(bytes) ? 'not-understood' : 'tampered';
    throw new Refusal(kind, subject, 'the root file does not verify itself', error);
  }
}

/** The metadata that a client holds of one publisher, as the texts that were signed. */
export interface TrustedFiles {
  readonly root: string;
  readonly timestamp: string | null;
  readonly snapshot: string | null;
  readonly targets: string | null;
}

export const onlyRoot = (root: string): TrustedFiles => ({ root, timestamp: null, snapshot: null, targets: null });

/** Whether a text is a root that verifies itself; what lies on our disk may be damaged too. */
export function isSoundRoot(text: string): boolean {
  try {
    openRoot(Buffer.from(text), 'root');
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
