import { changesBetween, type ItemContents } from '@shared/bank/changes.ts';
import type { PublishedReply } from '@shared/model/bank.ts';
import type { PackageKind, PackageManifest } from '@shared/model/package.ts';
import { manifestSchema } from '@shared/model/schemas/content.ts';
import { itemsOf } from '../../sync/store/block-content.ts';
import { repliesOf } from '../bank/replies.ts';
import type { CutFile } from './large-files.ts';
import type { PackedBlock } from './pack.ts';
import type { PublishedPackage } from './repository.ts';

/** What a manifest says of a new version beside its deltas. */
export interface Description {
  readonly name: string;
  readonly kind: PackageKind;
  readonly title: string;
  /** Id → revision of its items; none where the whole package is withdrawn. */
  readonly items: ItemContents;
  readonly packed: readonly PackedBlock[];
  readonly files: readonly CutFile[];
  readonly replies: readonly PublishedReply[];
  readonly retired: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export function describeVersion(description: Description, before: PublishedPackage | null): PackageManifest {
  const { name, kind, title, items, packed, files, replies, retired, now } = description;
  const old = new Map(before?.blocks.flatMap((block) => [...itemsOf(block)]));
  const changes = before ? changesBetween(old, items) : { added: [], changed: [], withdrawn: [] };
  const withdrawn = withdrawnIn(before?.manifest.withdrawn ?? [], changes.withdrawn, items);
  return manifestSchema.parse({
    format: 1,
    name,
    kind,
    version: (before?.manifest.version ?? 0) + 1,
    title,
    issued: new Date(now).toISOString(),
    blocks: packed.map(({ entry }) => entry),
    changes: { since: before?.manifest.version ?? null, ...changes },
    ...(withdrawn.length > 0 && { withdrawn }),
    ...(retired && { retired }),
    ...(files.length > 0 && { files: files.map(({ entry }) => entry) }),
    ...repliesOf(before?.manifest.replies ?? [], replies),
  });
}

/** Whether a version says nothing new: no number, no date and no list of changes makes a version. */
export const isSame = (before: PackageManifest, after: PackageManifest): boolean => essence(before) === essence(after);

const essence = ({ title, blocks, files, retired, replies }: PackageManifest): string =>
  JSON.stringify({ title, blocks, files, retired, replies });

/** Everything that was ever withdrawn and has not come back, so that who skipped versions knows it too. */
function withdrawnIn(before: readonly string[], now: readonly string[], items: ItemContents): readonly string[] {
  return [...new Set([...before, ...now])].filter((id) => !items.has(id));
}
