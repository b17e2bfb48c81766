import type { TrustedMetadataStore } from 'tuf-js/dist/store.js';
import type { Floor, RoleFloor } from '@shared/model/trust.ts';
import { Refusal } from '../refusal.ts';

// The floor stands apart from the metadata, whose loss would else let an older stick in.

const nothing: RoleFloor = { version: 0, keys: [] };
export const noFloor: Floor = { root: 0, timestamp: nothing, snapshot: nothing, targets: nothing, issued: '' };

const roles = ['timestamp', 'snapshot', 'targets'] as const;
type Role = (typeof roles)[number];

/**
 * Whose new keys start the count of a role anew (spec 5.3.11): its own, and those of the role that names its version. Old
 * versions may be the doing of whoever held the old keys.
 */
const counting: Readonly<Record<Role, readonly Role[]>> = {
  timestamp: ['timestamp'],
  snapshot: ['timestamp', 'snapshot'],
  targets: ['snapshot', 'targets'],
};

/** Refuses what is below the floor: spec 5.3.5, 5.4.3, 5.5.5 against a client that lost its metadata. */
export function requireFloor(store: TrustedMetadataStore, floor: Floor, subject: string): void {
  const root = store.root.signed.version;
  if (root < floor.root) throw new Refusal('older', subject, `root ${root} < ${floor.root}`);
  for (const role of roles) {
    const version = store[role]?.signed.version;
    if (version !== undefined && version < countedFrom(store, role, floor)) {
      throw new Refusal('older', subject, `${role} ${version} < ${floor[role].version}`);
    }
  }
}

/**
 * The floor after accepting what the store holds. On the way up through old roots, when the trusted ones were lost, it
 * stays: their keys are not new. With the keys of the roles that say what is new goes the newest instant of publishing,
 * which a publisher's clock or an attacker may have set far into the future.
 */
export function raised(store: TrustedMetadataStore, floor: Floor): Floor {
  const root = store.root.signed.version;
  if (root < floor.root) return floor;
  const role = (name: Role): RoleFloor => {
    const version = Math.max(store[name]?.signed.version ?? 0, countedFrom(store, name, floor));
    return { version, keys: keysOf(store, name) };
  };
  const rotated = !hasSameKeys(store, 'timestamp', floor) || !hasSameKeys(store, 'targets', floor);
  const issued = rotated ? '' : floor.issued;
  return { root, timestamp: role('timestamp'), snapshot: role('snapshot'), targets: role('targets'), issued };
}

export const withIssued = (floor: Floor, issued: string): Floor =>
  Date.parse(issued) > (Date.parse(floor.issued) || 0) ? { ...floor, issued } : floor;

/** The higher of two records of what was accepted from one publisher. With the same root they have the same keys. */
export function higher(one: Floor, other: Floor): Floor {
  if (one.root !== other.root) return one.root > other.root ? one : other;
  const role = (name: Role): RoleFloor => (one[name].version >= other[name].version ? one[name] : other[name]);
  const { issued } = withIssued(one, other.issued);
  return { root: one.root, timestamp: role('timestamp'), snapshot: role('snapshot'), targets: role('targets'), issued };
}

/** The lowest version of a role that is not a step back. */
const countedFrom = (store: TrustedMetadataStore, role: Role, floor: Floor): number =>
  counting[role].every((each) => hasSameKeys(store, each, floor)) ? floor[role].version : 0;

const hasSameKeys = (store: TrustedMetadataStore, role: Role, floor: Floor): boolean =>
  keysOf(store, role).join() === floor[role].keys.join();

const keysOf = (store: TrustedMetadataStore, role: Role): readonly string[] => [...(store.root.signed.roles[role]?.keyIDs ?? [])].sort();
