import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { TargetFile, Targets } from '@tufjs/models';
import type { DelegatedRole } from '@tufjs/models/dist/role.js';
import type { TrustedMetadataStore } from 'tuf-js/dist/store.js';
import type { Expected } from '../transfer/receive.ts';
import type { Reader } from '../sources/reader.ts';
import { Refusal } from '../refusal.ts';
import { matchesPattern } from './glob.ts';
import { rolesOf } from './models.ts';
import { addressOf } from './names.ts';
import { fetchTargets, type Delegator, type Refreshed } from './refresh.ts';
import { delegatedSigners } from './signers.ts';

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
  const own = targetIn(targets.signed, name);
  if (own) return own;
  const waiting = delegationsFor(targets.signed, 'targets', name);
  for (let left = maxRoles; waiting.length > 0 && left > 0;) {
    const next = waiting.shift();
    if (!next || visited.has(next.role)) continue;
    left -= 1;
    visited.add(next.role);
    await fetchTargets({ store, reader, signal }, next.role, next.delegator);
    const signed = roleOf(store, next.role);
    const target = targetIn(signed, name);
    if (target) return target;
    const children = delegationsFor(signed, next.role, name);
    // Spec 5.6.7.2.1: a terminating delegation forgets those that were to be asked after it.
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

const targetIn = ({ targets }: Targets, name: string): TargetFile | undefined => (Object.hasOwn(targets, name) ? targets[name] : undefined);

/** Roles that a targets file names for a target, up to the first that ends the search (spec 5.6.7.2.1). */
function delegationsFor({ delegations }: Targets, name: string, target: string): Delegation[] {
  const found: Delegation[] = [];
  if (!delegations) return found;
  const { roles, succinctRoles } = delegations;
  const bin = succinctRoles && !roles ? [{ name: succinctRoles.getRoleForTarget(target), terminating: true }] : [];
  for (const { name: role, terminating } of roles ? rolesOf(delegations).filter((each) => covers(each, target)) : bin) {
    found.push({ role, terminating, delegator: { name, signers: delegatedSigners(delegations, role) } });
    if (terminating) break;
  }
  return found;
}

function covers({ paths, pathHashPrefixes }: DelegatedRole, target: string): boolean {
  if (paths) return paths.some((pattern) => matchesPattern(pattern, target));
  const hash = createHash('sha256').update(target).digest('hex');
  return (pathHashPrefixes ?? []).some((prefix) => hash.startsWith(prefix));
}

function roleOf(store: TrustedMetadataStore, role: string): Targets {
  const metadata = store.getRole(role);
  if (!metadata) throw new Error(`${role} was fetched and is not there`);
  return metadata.signed;
}

/** Where a target lies in the repository, by the first of its hashes. Throws Refusal not-understood. */
export function expectedOf(store: TrustedMetadataStore, target: TargetFile): Expected {
  const [first] = placesOf(store, target);
  if (!first) throw new Refusal('not-understood', target.path, 'no place');
  return first;
}

/**
 * Where a target may lie: with consistent snapshots one of its hashes stands before its name (spec 6.2), and writers
 * differ in which. At least one hash of a kind that nobody can forge has to be signed. Throws Refusal not-understood.
 */
export function placesOf(store: TrustedMetadataStore, target: TargetFile): readonly Expected[] {
  const { path, length } = target;
  const hashes = Object.fromEntries(Object.entries(target.hashes).filter(([name]) => strong.has(name)));
  if (Object.keys(hashes).length === 0) throw new Refusal('not-understood', path, `hashes: ${Object.keys(target.hashes).join()}`);
  if (!Number.isSafeInteger(length)) throw new Refusal('not-understood', path, `length ${length}`);
  const { dir, base } = posix.parse(path);
  const address = addressOf(path);
  if (!store.root.signed.consistentSnapshot) return [{ file: `targets/${address}`, length, hashes }];
  return Object.values(target.hashes).map((hash) => ({ file: `targets/${addressOf(posix.join(dir, `${hash}.${base}`))}`, length, hashes }));
}

/** Of node:crypto, in Electron too. */
const strong = new Set(['sha256', 'sha384', 'sha512']);
