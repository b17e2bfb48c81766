import { changesBetween } from '@shared/bank/changes.ts';
import type { PublishedReply } from '@shared/model/bank.ts';
import type { PackageManifest } from '@shared/model/package.ts';
import { manifestSchema } from '@shared/model/schemas/content.ts';
import { itemsOf, type PackageContents } from '../sync/store/block-content.ts';
import { arrange } from './repository/blocks.ts';
import { openKeys, type Keys } from './keys/keys.ts';
import { numberOf, pack, type OldBlock, type PackedBlock } from './repository/pack.ts';
import { asResult, refuse, type PublishResult } from './problem.ts';
import { repliesOf, requireReplies } from './bank/replies.ts';
import { openRepository, readPublished, type PublishedPackage, type Repository } from './repository/repository.ts';
import { requireKind, requireSound } from './bank/sound.ts';
import { renewSignatures, writeVersion } from './repository/write-version.ts';

export interface PublishRequest {
  /** Folder of the repository; made at the first use. */
  readonly repository: string;
  /** Folder of the keys; made at the first use, never inside the repository. */
  readonly keys: string;
  /** Name of the package: lower-case letters, digits and hyphens. */
  readonly name: string;
  readonly title: string;
  readonly contents: PackageContents;
  /** New answers to 纠错单, only with a bank; those of the versions before go on with them. */
  readonly replies?: readonly PublishedReply[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface Publication {
  readonly manifest: PackageManifest;
  /** Fingerprint of the publisher: hex SHA-256 of the signed part of its first root. */
  readonly fingerprint: string;
  /** `published` a new version · `unchanged` since the version before · `renewed` its signatures only. */
  readonly outcome: 'published' | 'unchanged' | 'renewed';
}

/** Publishes a version of a package into a new or an existing repository. The same contents again make no new version. */
export async function publishPackage(request: PublishRequest): Promise<PublishResult<Publication>> {
  return asResult(() => publish(request));
}

async function publish(request: PublishRequest): Promise<Publication> {
  const contents = requireSound(request.name, request.contents);
  requireReplies(request.replies ?? []);
  const repository = await openRepository(request.repository);
  const keys = await openKeys(request.keys, request.repository, repository.root !== null);
  requireOwn(repository, keys);
  const before = await readPublished(repository, request.name);
  requireKind(request.name, contents, before);
  if (before && Date.parse(before.manifest.issued) > request.now)
    refuse('clock-behind', `本机时间早于上一版的发布时间（${before.manifest.issued}），请先校准日期和时间。`);
  const packed = await packAll(request.name, contents, before);
  const manifest = describeVersion(request, contents, packed, before);
  const press = { repository, keys, now: request.now };
  if (!before || !isSame(before.manifest, manifest))
    return { manifest, fingerprint: await writeVersion(press, manifest, packed), outcome: 'published' };
  const { fingerprint, renewed } = await renewSignatures(press);
  return { manifest: before.manifest, fingerprint, outcome: renewed ? 'renewed' : 'unchanged' };
}

/** The keys must be those that the repository's root names; others would make every branch refuse the next version. */
function requireOwn({ root }: Repository, keys: Keys): void {
  if (root && !root.targetKeys.includes(keys.online.public.keyID)) refuse('keys-foreign', '密钥文件夹里的密钥不是这个发布文件夹的密钥。');
}

async function packAll(name: string, contents: PackageContents, before: PublishedPackage | null): Promise<readonly PackedBlock[]> {
  const old = before ? oldBlocks(before) : [];
  const byNumber = new Map(old.map((block) => [block.number, block]));
  const packed: PackedBlock[] = [];
  for (const block of arrange(old, contents)) packed.push(await pack(name, block, byNumber.get(block.number)));
  return packed;
}

function oldBlocks({ manifest, blocks }: PublishedPackage): OldBlock[] {
  return blocks.flatMap((contents, place) => {
    const entry = manifest.blocks[place];
    return entry ? [{ entry, number: numberOf(entry), section: entry.section, contents }] : [];
  });
}

function describeVersion(
  { name, title, now, replies }: PublishRequest,
  contents: PackageContents,
  packed: readonly PackedBlock[],
  before: PublishedPackage | null,
): PackageManifest {
  const old = new Map(before?.blocks.flatMap((block) => [...itemsOf(block)]));
  const changes = before ? changesBetween(old, itemsOf(contents)) : { added: [], changed: [], withdrawn: [] };
  return manifestSchema.parse({
    format: 1,
    name,
    kind: contents.kind,
    version: (before?.manifest.version ?? 0) + 1,
    title,
    issued: new Date(now).toISOString(),
    blocks: packed.map(({ entry }) => entry),
    changes: { since: before?.manifest.version ?? null, ...changes },
    ...repliesOf(before?.manifest.replies ?? [], replies ?? []),
  });
}

const isSame = (before: PackageManifest, after: PackageManifest): boolean =>
  before.title === after.title &&
  JSON.stringify(before.blocks) === JSON.stringify(after.blocks) &&
  JSON.stringify(before.replies) === JSON.stringify(after.replies);
