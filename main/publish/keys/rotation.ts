import type { Key } from '@tufjs/models';
import type { Rotation, RotationOutcome } from '@shared/ipc/publisher.ts';
import { lifetimes } from '../repository/documents.ts';
import { openRepository, writeDocument, type Repository } from '../repository/repository.ts';
import { renewSignatures } from '../repository/write-version.ts';
import { refuse } from '../problem.ts';
import { readKeyFolder, requireApart } from './folder.ts';
import { openKeys, refuseLocked } from './keys.ts';
import type { RootChain } from '../../mirror/root-chain.ts';
import { onlineIds, readRoots, rootIds, rootThreshold } from './newest-root.ts';
import { keepKeys, usableKeys, type KeyRoom } from './room.ts';
import { rootDocument, type RootContents } from './root-document.ts';
import { makeKey, type SecretKey, type SigningKey } from './signing-key.ts';

interface Ceremony {
  readonly room: KeyRoom;
  readonly repository: Repository;
  readonly roots: RootChain;
  /** Root keys that are here and that the newest root names; at least as many as it asks for. */
  readonly signers: readonly SigningKey[];
  readonly now: number;
}

/**
 * Publishes a new root, signed as the root before it and as it itself asks for (spec 6.1, 5.3.4). Between any two writes
 * the repository is whole: clients of before and of after can read it. `now` in milliseconds since 1970. Throws
 * PublishRefusal.
 */
export async function rotate(room: KeyRoom & { readonly repository: string }, rotation: Rotation, now: number): Promise<RotationOutcome> {
  await requireApart(room.directory, room.repository);
  const roots = await readRoots(room.repository);
  if (roots === null) return refuse('nothing-to-publish', '还没有发布过，没有可以更换的密钥。');
  const repository = await openRepository(room.repository);
  requireClock(repository, now);
  if (rotation.kind === 'sign-again') return signAgain(room, repository, roots, now);
  const ceremony: Ceremony = { room, repository, roots, signers: await signersFor(room, roots), now };
  const version = await perform(ceremony, rotation);
  return { version, fingerprint: roots.fingerprint };
}

function perform(ceremony: Ceremony, rotation: Exclude<Rotation, { kind: 'sign-again' }>): Promise<number> {
  if (rotation.kind === 'online') return replaceOnline(ceremony);
  if (rotation.kind === 'root') return replaceRoot(ceremony, rotation);
  return writeRoot(ceremony, contentsAfter(ceremony.roots), []);
}

/** Signs everything but the root anew, long before half of its time is spent. The root keys may stay in the safe. */
async function signAgain(
  { directory, unlocked }: KeyRoom,
  repository: Repository,
  { newest, fingerprint }: RootChain,
  now: number,
): Promise<RotationOutcome> {
  const keys = await openKeys(directory, repository.directory, true, unlocked);
  // Without a timestamp the first publication has not come to its end: there is nothing to sign anew.
  if (repository.current) await renewSignatures({ repository, keys, now }, { force: true });
  return { version: newest.version, fingerprint };
}

/**
 * Two roots, because whoever reads between two writes has the old signatures or the new ones: the first of them takes both
 * keys, then everything is signed anew, then the second takes only the new one.
 */
async function replaceOnline(ceremony: Ceremony): Promise<number> {
  const { room, repository, roots, now } = ceremony;
  const key = makeKey();
  await keepKeys(room, 'online', [...usableKeys(await readKeyFolder(room.directory), 'online', room.unlocked), key]);
  const both = contentsAfter(roots);
  await writeRoot(ceremony, { ...both, online: [...both.online, key.public] }, []);
  // Without a timestamp the first publication has not come to its end: there is nothing to sign anew.
  if (repository.current) await renewSignatures({ repository, keys: { root: [], online: key }, now }, { force: true });
  const version = await writeRoot(ceremony, { ...both, version: both.version + 1, online: [key.public] }, []);
  await keepKeys(room, 'online', [key]);
  return version;
}

async function replaceRoot(ceremony: Ceremony, { keys, threshold }: Extract<Rotation, { kind: 'root' }>): Promise<number> {
  const { room, roots } = ceremony;
  const fresh = Array.from({ length: keys }, makeKey);
  const before = usableKeys(await readKeyFolder(room.directory), 'root', room.unlocked);
  await keepKeys(room, 'root', [...before, ...fresh]);
  const contents = { ...contentsAfter(roots), root: fresh.map((key) => key.public), threshold };
  const version = await writeRoot(ceremony, contents, fresh);
  await keepKeys(room, 'root', fresh);
  return version;
}

async function writeRoot({ repository, signers, now }: Ceremony, contents: RootContents, fresh: readonly SecretKey[]): Promise<number> {
  await writeDocument(repository.directory, rootDocument(contents, [...signers, ...fresh], now));
  return contents.version;
}

/** The same again, one version later. */
function contentsAfter({ newest }: RootChain): RootContents {
  const named = (ids: readonly string[]): readonly Key[] => ids.flatMap((id) => newest.keys[id] ?? []);
  return { version: newest.version + 1, root: named(rootIds(newest)), threshold: rootThreshold(newest), online: named(onlineIds(newest)) };
}

async function signersFor({ directory, unlocked }: KeyRoom, { newest }: RootChain): Promise<readonly SigningKey[]> {
  const folder = await readKeyFolder(directory);
  const { open, sealed } = folder.roles.root;
  const opened = sealed === null ? [] : (unlocked.find(sealed)?.keys ?? []);
  const all = new Map([...open.map(({ key }) => key), ...opened].map((key) => [key.public.keyID, key]));
  const signers = rootIds(newest).flatMap((id) => all.get(id) ?? []);
  const needed = rootThreshold(newest);
  if (signers.length >= needed) return signers;
  if (sealed !== null && !unlocked.find(sealed)) refuseLocked('root');
  return refuse('keys-missing', `更换密钥需要 ${needed} 把根密钥签名，本机只有 ${signers.length} 把。请先从保险柜取出并导入。`);
}

/** Signing with a clock that is behind would end the new signatures before the old ones. */
function requireClock({ current }: Repository, now: number): void {
  const signedAt = current ? Date.parse(current.store.timestamp?.signed.expires ?? '') - lifetimes.others : 0;
  if (now < signedAt) refuse('clock-behind', `本机时间早于上一次签发的时间（${new Date(signedAt).toISOString()}），请先校准日期和时间。`);
}
