import { Refusal } from '../refusal.ts';

/**
 * A name from a repository as a part of an address. Names of roles and targets may hold anything; what would lead out of
 * the repository or means something else on another system is refused (spec 5.6: "MUST NOT contain path traversal").
 */
export function addressOf(name: string): string {
  requireInside(name);
  return name.split('/').map(encodeURIComponent).join('/');
}

/** The same for a metadata file, which lies beside the others whatever its role is called. */
export function metadataAddress(name: string): string {
  requireInside(name);
  return encodeURIComponent(name);
}

/** Throws Refusal not-understood where a name is no path below a folder. */
export function requireInside(name: string): void {
  const isOdd = name.split('/').some((part) => ['', '.', '..'].includes(part));
  if (isOdd || /[\\\0]|^[a-z]:/i.test(name) || !name.isWellFormed()) throw new Refusal('not-understood', name, 'an unsafe name');
}
