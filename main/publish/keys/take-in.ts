import type { KeyRole } from '@shared/ipc/publisher.ts';
import { refuse } from '../problem.ts';
import { readKeyFolder, removeFiles, sealedName, writeRegister } from './folder.ts';
import { heldKeys } from './held.ts';
import { roleNames } from './keys.ts';
import type { RootChain } from '../../mirror/root-chain.ts';
import { onlineIds, readRoots, rootIds } from './newest-root.ts';
import { keepKeys, keepSealed, usableKeys, withSealed, type KeyRoom } from './room.ts';
import { unseal, type Unsealed } from './sealing.ts';
import type { SecretKey } from './signing-key.ts';

/**
 * Takes the keys of an exported file in. Where the role has no key here they stay sealed by the same passphrase; else they
 * join the others. Gives their role. Throws PublishRefusal keys-locked for a wrong passphrase, keys-foreign.
 */
export async function importKeys(room: KeyRoom, sealed: string, passphrase: string): Promise<KeyRole> {
  const unsealed = await unseal(sealed, passphrase);
  if (!unsealed) return refuse('keys-locked', '密钥文件打不开：口令不正确，或文件已损坏。');
  requireOurs(room.repository === null ? null : await readRoots(room.repository), unsealed);
  await join(room, unsealed, passphrase);
  return unsealed.role;
}

function requireOurs(roots: RootChain | null, { role, keys }: Unsealed): void {
  if (roots === null) return;
  const named = role === 'root' ? rootIds(roots.newest) : onlineIds(roots.newest);
  if (!keys.every((key) => named.includes(idOf(key))))
    refuse('keys-foreign', `文件里的${roleNames[role]}不是这个发布文件夹现在使用的密钥。`);
}

async function join(room: KeyRoom, { role, keys }: Unsealed, passphrase: string): Promise<void> {
  const folder = await readKeyFolder(room.directory);
  const { open, sealed } = folder.roles[role];
  if (sealed !== null && !room.unlocked.find(sealed)) await room.unlocked.unlock(sealed, passphrase);
  const here = usableKeys(folder, role, room.unlocked);
  const all = [...here, ...keys.filter((key) => here.every((other) => idOf(other) !== idOf(key)))];
  if (open.length === 0 && sealed === null) await keepSealed(folder, role, all, { passphrase, unlocked: room.unlocked });
  else await keepKeys(room, role, all);
}

/**
 * Takes the root keys off this computer: from then on they are in the safe only. Throws PublishRefusal keys-not-exported
 * where one that the newest root names was not exported and read back.
 */
export async function removeRootKeys({ directory, repository, unlocked }: KeyRoom): Promise<void> {
  const folder = await readKeyFolder(directory);
  const roots = repository === null ? null : await readRoots(repository);
  const held = heldKeys(folder, unlocked).filter(({ role }) => role === 'root');
  const needed = held.filter(({ id }) => roots === null || rootIds(roots.newest).includes(id));
  if (held.length === 0) refuse('keys-missing', '本机没有根密钥。');
  if (!needed.every(({ id }) => Object.hasOwn(folder.register.exported, id))) {
    refuse('keys-not-exported', '根密钥还没有导出并核对过，不能从本机移除。请先导出到保险柜用的介质。');
  }
  await removeFiles(directory, [...folder.roles.root.open.map(({ file }) => file), sealedName('root')]);
  await writeRegister(directory, withSealed(folder.register, 'root', []));
}

const idOf = (key: SecretKey): string => key.public.keyID;
