import type { Refreshed } from './refresh.ts';

/** When the first of the signatures that vouch for what a repository says expires, ISO 8601. */
export function expiresOf({ store }: Pick<Refreshed, 'store'>): string {
  const signed = [store.root, store.timestamp, store.snapshot, store.targets].flatMap((role) =>
    role ? [Date.parse(role.signed.expires)] : [],
  );
  return new Date(Math.min(...signed)).toISOString();
}
