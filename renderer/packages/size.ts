import type { PackageManifest } from '@shared/model/package.ts';

type Sized = Pick<PackageManifest, 'blocks' | 'files'>;

/** Bytes of a version as it is stored: its blocks and its large files. */
export const bytesOf = ({ blocks, files = [] }: Sized): number => [...blocks, ...files].reduce((sum, { length }) => sum + length, 0);

/** How many items each section holds, in published order; '' for what has no section. */
export function itemsBySection({ blocks }: Sized): ReadonlyMap<string, number> {
  const items = new Map<string, number>();
  for (const block of blocks) items.set(block.section, (items.get(block.section) ?? 0) + block.items);
  return items;
}
