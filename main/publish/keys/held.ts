import { keyRoles, type KeyRole } from '@shared/ipc/publisher.ts';
import type { KeyFolder } from './folder.ts';
import type { SecretKey } from './signing-key.ts';
import type { Unlocked } from './unlocked.ts';

/** A key on this computer. */
export interface HeldKey {
  readonly id: string;
  readonly role: KeyRole;
  /** Null while it is sealed and its passphrase was not given. */
  readonly key: SecretKey | null;
  readonly sealed: boolean;
}

/** All keys in a folder, each once: one that lies there open and sealed counts as open. */
export function heldKeys(folder: KeyFolder, unlocked: Unlocked): readonly HeldKey[] {
  return keyRoles.flatMap((role) => {
    const { open, sealed } = folder.roles[role];
    const inTheOpen = open.map(({ key }): HeldKey => ({ id: key.public.keyID, role, key, sealed: false }));
    return [...inTheOpen, ...sealedKeys(folder, role, sealed, unlocked)].filter(firstOfItsId);
  });
}

function sealedKeys(folder: KeyFolder, role: KeyRole, sealed: string | null, unlocked: Unlocked): readonly HeldKey[] {
  if (sealed === null) return [];
  const opened = unlocked.find(sealed);
  if (opened) return opened.keys.map((key) => ({ id: key.public.keyID, role, key, sealed: true }));
  return folder.register.sealed[role].map((id) => ({ id, role, key: null, sealed: true }));
}

const firstOfItsId = ({ id }: HeldKey, place: number, all: readonly HeldKey[]): boolean =>
  all.findIndex((other) => other.id === id) === place;
