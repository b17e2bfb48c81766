import { z } from 'zod';
import { MetadataKind, type Metadata, type Root } from '@tufjs/models';
import type { TrustedMetadataStore } from 'tuf-js/dist/store.js';
import { signersOf } from './gates.ts';
import { Refusal } from '../refusal.ts';

const role = z.object({ version: z.int().min(0), keys: z.array(z.string()) });

/** The highest versions ever accepted from a publisher. It stands apart from the metadata, whose loss would else let an older stick in. */
export const floorSchema = z.object({
  root: z.int().min(0),
  timestamp: role,
  snapshot: role,
  targets: role,
  /** Newest signed instant of publishing seen so far, ISO 8601; '' before the first. */
  issued: z.string(),
});
export type Floor = Readonly<z.infer<typeof floorSchema>>;
type Role = Floor['targets'];

const nothing: Role = { version: 0, keys: [] };
export const noFloor: Floor = { root: 0, timestamp: nothing, snapshot: nothing, targets: nothing, issued: '' };

/**
 * Refuses what is below the floor (spec 5.3.5, 5.4.3, 5.5.5 against a client that lost its metadata). A role whose keys
 * were changed starts anew: the old versions may be an attacker's doing (spec 5.3.11).
 */
export function requireFloor(store: TrustedMetadataStore, floor: Floor, subject: string): void {
  if (store.root.signed.version < floor.root) throw new Refusal('older', subject, `root ${store.root.signed.version} < ${floor.root}`);
  for (const [name, current] of Object.entries(rolesOf(store))) {
    const before = floor[name as keyof ReturnType<typeof rolesOf>]; // the keys of what rolesOf just built
    if (sameKeys(current.keys, before.keys) && current.version < before.version) {
      throw new Refusal('older', subject, `${name} ${current.version} < ${before.version}`);
    }
  }
}

/** The floor after accepting what the store holds. */
export function raised(store: TrustedMetadataStore, floor: Floor): Floor {
  return { ...floor, root: Math.max(floor.root, store.root.signed.version), ...rolesOf(store) };
}

export const withIssued = (floor: Floor, issued: string): Floor => (issued > floor.issued ? { ...floor, issued } : floor);

function rolesOf(store: TrustedMetadataStore): Record<'timestamp' | 'snapshot' | 'targets', Role> {
  return {
    timestamp: roleOf(store.root, MetadataKind.Timestamp, store.timestamp?.signed.version),
    snapshot: roleOf(store.root, MetadataKind.Snapshot, store.snapshot?.signed.version),
    targets: roleOf(store.root, MetadataKind.Targets, store.targets?.signed.version),
  };
}

function roleOf(root: Metadata<Root>, kind: MetadataKind, version = 0): Role {
  return { version, keys: [...signersOf(root, kind)].sort() };
}

const sameKeys = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();
