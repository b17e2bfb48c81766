import type { Key, Metadata, MetadataKind, Root } from '@tufjs/models';
import type { Signable } from '@tufjs/models/dist/base.js';
import type { Delegations } from '@tufjs/models/dist/delegations.js';
import { getPublicKey } from '@tufjs/models/dist/utils/key.js';
import { Refusal } from '../refusal.ts';

/** The keys that are named for a role, and how many of them have to sign. */
export interface Signers {
  readonly keys: readonly Key[];
  readonly threshold: number;
}

export const rootSigners = (root: Metadata<Root>, role: MetadataKind): Signers => pick(root.signed.keys, root.signed.roles[role]);

/** Of a role that a targets file delegates to. */
export function delegatedSigners({ keys, roles, succinctRoles }: Delegations, role: string): Signers {
  return pick(keys, succinctRoles ?? (roles && Object.hasOwn(roles, role) ? roles[role] : undefined));
}

type Named = { readonly keyIDs: readonly string[]; readonly threshold: number } | undefined;

function pick(keys: Readonly<Record<string, Key>>, role: Named): Signers {
  const named = (role?.keyIDs ?? []).flatMap((id) => (Object.hasOwn(keys, id) && keys[id] ? [keys[id]] : []));
  return { keys: named, threshold: role?.threshold ?? 1 };
}

/**
 * Spec 4.2.1 and 5.3.4: a threshold counts keys. tuf-js counts key ids, and one key may stand under two of them. Throws
 * Refusal wrong-key.
 */
export function requireThreshold(file: string, metadata: Signable, { keys, threshold }: Signers): void {
  if (new Set(keys.map(identityOf)).size === keys.length) return;
  const signed = new Set(keys.filter((key) => hasSigned(key, metadata)).map(identityOf));
  if (signed.size < threshold) throw new Refusal('wrong-key', file, `signed by ${signed.size} of ${threshold} different keys`);
}

/** Whether the metadata carries a signature of this key that is right. */
export function hasSigned(key: Key, metadata: Signable): boolean {
  try {
    key.verifySignature(metadata);
    return true;
  } catch {
    return false;
  }
}

/** Whether this program knows the kind of key; a newer publisher may use one that it does not. */
export const isKnownKind = (key: Key): boolean => publicKeyOf(key) !== null;

/** The same for the same key, in whatever form it is written. */
const identityOf = (key: Key): string => publicKeyOf(key) ?? `unknown ${key.keyID}`;

function publicKeyOf({ keyType, scheme, keyVal }: Key): string | null {
  try {
    return getPublicKey({ keyType, scheme, keyVal: keyVal['public'] ?? '' })
      .key.export({ type: 'spki', format: 'der' })
      .toString('hex');
  } catch {
    return null;
  }
}
