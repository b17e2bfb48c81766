import type { DeltaEntry, PackageManifest, PieceEntry } from '@shared/model/package.ts';

/**
 * The deltas that lead from the installed version to the one of a manifest, in the order in which they are applied: of
 * all chains the shortest in bytes. None where the missing blocks themselves are not longer.
 */
export function planDeltas(
  { version, deltas = [] }: Pick<PackageManifest, 'version' | 'deltas'>,
  installedVersion: number | null,
  missing: readonly Pick<PieceEntry, 'length'>[],
): readonly DeltaEntry[] {
  if (installedVersion === null) return [];
  const chain = chainsFrom(installedVersion, deltas).get(version) ?? [];
  return lengthOf(chain) < lengthOf(missing) ? chain : [];
}

/** Version → the shortest chain that leads to it. A delta leads to a later version, so each is looked at once, in order. */
function chainsFrom(start: number, deltas: readonly DeltaEntry[]): ReadonlyMap<number, readonly DeltaEntry[]> {
  const chains = new Map<number, readonly DeltaEntry[]>([[start, []]]);
  for (const delta of deltas.toSorted((one, other) => one.to - other.to)) {
    const before = chains.get(delta.from);
    if (!before) continue;
    const known = chains.get(delta.to);
    const chain = [...before, delta];
    if (!known || lengthOf(chain) < lengthOf(known)) chains.set(delta.to, chain);
  }
  return chains;
}

const lengthOf = (entries: readonly { readonly length: number }[]): number => entries.reduce((sum, { length }) => sum + length, 0);
