import { posix } from 'node:path';
import type { TargetFile, Targets } from '@tufjs/models';
import type { TrustedMetadataStore } from 'tuf-js/dist/store.js';
import type { Expected } from '../transfer/receive.ts';
import type { Reader } from '../sources/reader.ts';
import { fetchTargets, type Delegator, type Refreshed } from './refresh.ts';

/** A guard against delegations without end (spec 5.6.7.1). */
const maxRoles = 32;

/** Looks for a target, first in the top-level role, then through its delegations in their order (spec 5.6.7). */
export async function findTarget(
  { store, targets }: Refreshed,
  name: string,
  reader: Reader,
  signal: AbortSignal,
): Promise<TargetFile | null> {
  // A delegated role may not take the place of a top-level one.
  const visited = new Set<string>(['root', 'timestamp', 'snapshot', 'targets']);
  const own = targets.signed.targets[name];
  if (own) return own;
  const waiting = delegationsFor(targets.signed, 'targets', name);
  while (waiting.length > 0 && visited.size < maxRoles) {
    const next = waiting.shift();
    if (!next || visited.has(next.role)) continue;
    visited.add(next.role);
    await fetchTargets({ store, reader, signal }, next.role, next.delegator);
    const signed = roleOf(store, next.role);
    const target = signed.targets[name];
    if (target) return target;
    const children = delegationsFor(signed, next.role, name);
    if (children.at(-1)?.terminating) waiting.length = 0;
    waiting.unshift(...children);
  }
  return null;
}

interface Delegation {
  readonly role: string;
  readonly terminating: boolean;
  readonly delegator: Delegator;
}

/** Roles that a targets file names for a target, up to the first that ends the search (spec 5.6.7.2.1). */
function delegationsFor(signed: Targets, role: string, target: string): Delegation[] {
  const found: Delegation[] = [];
  for (const child of signed.delegations?.rolesForTarget(target) ?? []) {
    const signers = Object.keys(signed.delegations?.keys ?? {});
    found.push({ role: child.role, terminating: child.terminating, delegator: { name: role, signers } });
    if (child.terminating) break;
  }
  return found;
}

function roleOf(store: TrustedMetadataStore, role: string): Targets {
  const metadata = store.getRole(role);
  if (!metadata) throw new Error(`${role} was fetched and is not there`);
  return metadata.signed;
}

/** Where a target lies in the repository: with consistent snapshots its hash stands before its name (spec 6.2). */
export function expectedOf(store: TrustedMetadataStore, target: TargetFile): Expected {
  const [hash] = Object.values(target.hashes);
  const { dir, base } = posix.parse(target.path);
  const name = store.root.signed.consistentSnapshot && hash ? posix.join(dir, `${hash}.${base}`) : target.path;
  return { file: `targets/${name}`, length: target.length, hashes: target.hashes };
}
