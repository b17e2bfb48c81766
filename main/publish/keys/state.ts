import type { KeyRole, KeysState, KeyState } from '@shared/ipc/publisher.ts';
import type { Repository } from '../repository/repository.ts';
import { readKeyFolder, type Register } from './folder.ts';
import { heldKeys, type HeldKey } from './held.ts';
import { onlineIds, readRoots, rootIds, rootThreshold } from './newest-root.ts';
import type { KeyRoom } from './room.ts';
import { shortId } from './signing-key.ts';

/** What keys there are and where. Before the first publication: those that lie here. Throws PublishRefusal. */
export async function keysState(room: KeyRoom, repository: Repository | null): Promise<KeysState> {
  const folder = await readKeyFolder(room.directory);
  const held = heldKeys(folder, room.unlocked);
  const roots = room.repository === null ? null : await readRoots(room.repository);
  const heldIds = (role: KeyRole): readonly string[] => held.filter((key) => key.role === role).map(({ id }) => id);
  const ids = roots
    ? { root: rootIds(roots.newest), online: onlineIds(roots.newest) }
    : { root: heldIds('root'), online: heldIds('online') };
  const describe = (role: KeyRole): readonly KeyState[] => ids[role].map((id) => stateOf(id, held));
  return {
    root: { keys: describe('root'), threshold: roots ? rootThreshold(roots.newest) : 1 },
    online: describe('online'),
    rootExpires: roots?.newest.expires ?? '',
    expires: repository?.current ? earliestExpiry(repository.current) : '',
    exported: { root: exportedAt(ids.root, folder.register), online: exportedAt(ids.online, folder.register) },
  };
}

/** The keys of a role are in the safe since the last of them is. */
function exportedAt(ids: readonly string[], { exported }: Register): number | null {
  const times = ids.flatMap((id) => exported[id] ?? []);
  return ids.length > 0 && times.length === ids.length ? Math.max(...times) : null;
}

function stateOf(id: string, held: readonly HeldKey[]): KeyState {
  const key = held.find((other) => other.id === id);
  const here = key ? (key.sealed ? 'sealed' : 'open') : 'elsewhere';
  return { id: shortId(id), here, unlocked: key !== undefined && key.key !== null };
}

function earliestExpiry({ store }: NonNullable<Repository['current']>): string {
  const all = [store.timestamp, store.snapshot, store.targets].flatMap((metadata) => metadata?.signed.expires ?? []);
  return all.sort()[0] ?? '';
}
