import { keyRoles, type KeyRole } from '@shared/ipc/publisher.ts';
import { refuse } from '../problem.ts';
import { readKeyFolder, requireApart, writeOpen } from './folder.ts';
import { heldKeys, type HeldKey } from './held.ts';
import { onlineIds, readRoots, rootIds } from './newest-root.ts';
import { makeKey, type SecretKey, type SigningKey } from './signing-key.ts';
import { createUnlocked, type Unlocked } from './unlocked.ts';

/** The root keys name all others and can stay in the safe; the online key signs every publication. */
export interface Keys {
  /** Those that are here and open: all of them before the first root, maybe none afterwards. */
  readonly root: readonly SigningKey[];
  readonly online: SigningKey;
}

/**
 * The keys in a folder of their own. They are made at the first use, unless the repository exists already: then its newest
 * root says which they have to be. Throws PublishRefusal.
 */
export async function openKeys(
  directory: string,
  repository: string,
  repositoryExists: boolean,
  unlocked: Unlocked = createUnlocked(),
): Promise<Keys> {
  await requireApart(directory, repository);
  const roots = repositoryExists ? await readRoots(repository) : null;
  const held = await openHeld(directory, roots === null, unlocked);
  if (roots === null) return { root: allOf('root', held), online: allOf('online', held)[0] };
  const named = rootIds(roots.newest);
  const root = held.flatMap(({ role, id, key }) => (role === 'root' && key && named.includes(id) ? [key] : []));
  return { root, online: onlineKey(held, onlineIds(roots.newest), directory) };
}

/** All keys of a folder; while nothing was published yet, the roles without any get one. */
async function openHeld(directory: string, mayMake: boolean, unlocked: Unlocked): Promise<readonly HeldKey[]> {
  const held = heldKeys(await readKeyFolder(directory), unlocked);
  const missing = mayMake ? keyRoles.filter((role) => held.every((key) => key.role !== role)) : [];
  for (const role of missing) await writeOpen(directory, role, makeKey());
  return missing.length === 0 ? held : heldKeys(await readKeyFolder(directory), unlocked);
}

/** Before the first root: every key of a role, and there must be one. */
function allOf(role: KeyRole, held: readonly HeldKey[]): readonly [SecretKey, ...SecretKey[]] {
  const [first, ...others] = held.filter((key) => key.role === role).flatMap(({ key }) => (key ? [key] : []));
  if (first) return [first, ...others];
  return refuseLocked(role); // a role without any key has just got one
}

/** The key that the newest root names; of several, during a rotation, the newest. */
function onlineKey(held: readonly HeldKey[], named: readonly string[], directory: string): SecretKey {
  const here = held.filter(({ role, id }) => role === 'online' && named.includes(id));
  const open = here.filter(({ key }) => key !== null).sort((a, b) => named.indexOf(b.id) - named.indexOf(a.id));
  const key = open[0]?.key;
  if (key) return key;
  if (here.length > 0) refuseLocked('online');
  return held.length > 0 ? refuse('keys-foreign', '密钥文件夹里的密钥不是这个发布文件夹的密钥。') : refuseMissing(directory);
}

export const roleNames = { root: '根密钥', online: '发布密钥' } as const satisfies Record<KeyRole, string>;

export function refuseLocked(role: KeyRole): never {
  return refuse('keys-locked', `${roleNames[role]}有口令保护，请先输入口令。`);
}

const refuseMissing = (directory: string): never =>
  refuse('keys-missing', `密钥文件夹里没有这个仓库的密钥：${directory}（应有 root.pem 和 online.pem，或封存的 root.age 和 online.age）。`);
