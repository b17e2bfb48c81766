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

/** JSON with sorted keys: equal values give equal texts, however they were built. One pass of the engine where they are sorted already. */
export const canonicalJson = (value: unknown): string => JSON.stringify(ordered(value));

/** The same value with sorted keys: itself where they are. */
function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.every((item) => ordered(item) === item) ? value : value.map(ordered);
  return isOrdered(value) ? value : sorted(value);
}

function isOrdered(value: object): boolean {
  let last = '';
  for (const key of Object.keys(value)) {
    const inner: unknown = Reflect.get(value, key);
    if (key < last || (isObject(inner) && ordered(inner) !== inner)) return false;
    last = key;
  }
  return true;
}

const sorted = (value: object): object =>
  Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  );

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
