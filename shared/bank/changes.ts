import type { PackageChanges } from '../model/package.ts';

/** Id → content of the items of one version. The content may be any text that differs exactly when the item does. */
export type ItemContents = ReadonlyMap<string, string>;

export type ItemChanges = Pick<PackageChanges, 'added' | 'changed' | 'withdrawn'>;

/** What happened to the items from one version to the next; added and changed ids stand in the new order, withdrawn ones in the old. */
export function changesBetween(before: ItemContents, after: ItemContents): ItemChanges {
  const ids = [...after.keys()];
  return {
    added: ids.filter((id) => !before.has(id)),
    changed: ids.filter((id) => before.has(id) && before.get(id) !== after.get(id)),
    withdrawn: [...before.keys()].filter((id) => !after.has(id)),
  };
}

/** JSON with sorted keys: equal values give equal texts, however they were built. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item: unknown) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`)
    .join(',')}}`;
}
