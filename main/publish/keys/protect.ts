import type { KeyRole } from '@shared/ipc/publisher.ts';
import { refuse } from '../problem.ts';
import { readKeyFolder, writeRegister } from './folder.ts';
import { refuseLocked, roleNames } from './keys.ts';
import { keepOpen, keepSealed, usableKeys, withSealed, type KeyRoom } from './room.ts';

/**
 * Seals the keys of a role by a passphrase, or leaves them in the open (null). `current` is the passphrase by which they
 * are sealed now. Throws PublishRefusal keys-locked, keys-missing.
 */
export async function protectKeys(room: KeyRoom, role: KeyRole, passphrase: string | null, current: string | null): Promise<void> {
  const { sealed } = (await readKeyFolder(room.directory)).roles[role];
  if (sealed !== null) await unlockKeys(room, role, current ?? '');
  const folder = await readKeyFolder(room.directory);
  const keys = usableKeys(folder, role, room.unlocked);
  if (keys.length === 0) refuse('keys-missing', `本机没有${roleNames[role]}。`);
  if (passphrase === null) await keepOpen(folder, role, keys);
  else await keepSealed(folder, role, keys, { passphrase, unlocked: room.unlocked });
}

/** Opens the sealed keys of a role until the program ends. Nothing to do where none are sealed. Throws PublishRefusal keys-locked. */
export async function unlockKeys({ directory, unlocked }: KeyRoom, role: KeyRole, passphrase: string): Promise<void> {
  const { roles, register } = await readKeyFolder(directory);
  const { sealed } = roles[role];
  if (sealed === null) return;
  const opened = await unlocked.unlock(sealed, passphrase);
  if (!opened) refuseLocked(role);
  const ids = opened.keys.map(({ public: { keyID } }) => keyID);
  if (ids.join() !== register.sealed[role].join()) await writeRegister(directory, withSealed(register, role, ids));
}
