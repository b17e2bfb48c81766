import type { PackageManifest } from '@shared/model/package.ts';

/** What every command says of a version of a package; `items` and `blocks` are counts. */
export const versionSummary = ({ name, kind, version, title, issued, blocks }: PackageManifest) => ({
  name,
  kind,
  version,
  title,
  issued,
  items: blocks.reduce((sum, { items }) => sum + items, 0),
  blocks: blocks.length,
});
