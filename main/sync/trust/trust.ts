import { createHash } from 'node:crypto';
import { canonicalize } from '@tufjs/canonical-json';
import { Metadata, MetadataKind, type Root } from '@tufjs/models';
import { TrustedMetadataStore } from 'tuf-js/dist/store.js';
import { signersOf } from './gates.ts';
import { Refusal } from '../refusal.ts';

/** A root file that is signed by its own keys. Whether they are the right keys is for a person to say. */
export interface FirstRoot {
  readonly text: string;
  readonly fingerprint: string;
  /** Ids of the keys that may sign targets. */
  readonly targetKeys: readonly string[];
}

/** Reads a root file (spec 5.3.4, signed by itself to its threshold). Throws Refusal tampered. */
export function readFirstRoot(bytes: Buffer, subject: string): FirstRoot {
  try {
    const { root } = new TrustedMetadataStore(bytes);
    return {
      text: bytes.toString('utf8'),
      fingerprint: fingerprintOf(root),
      targetKeys: signersOf(root, MetadataKind.Targets),
    };
  } catch (error) {
    throw new Refusal('tampered', subject, 'the root file does not verify itself', error);
  }
}

/** Hex SHA-256 of the signed part of a publisher's first root: the name of that publisher. */
function fingerprintOf(root: Metadata<Root>): string {
  return createHash('sha256').update(canonicalize(root.signed.toJSON())).digest('hex');
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
    return new TrustedMetadataStore(Buffer.from(text)).root.signed.type === MetadataKind.Root;
  } catch {
    return false;
  }
}
