import { changesBetween } from '@shared/bank/changes.ts';
import type { PackageManifest } from '@shared/model/package.ts';
import { blockSchemas, manifestSchema, packageName } from '@shared/model/schemas/content.ts';
import { itemsOf, listItems, type PackageContents } from '../sync/block-content.ts';
import { arrange } from './blocks.ts';
import { openKeys, type Keys } from './keys.ts';
import { numberOf, pack, type OldBlock, type PackedBlock } from './pack.ts';
import { PublishRefusal, refuse, type PublishProblem } from './problem.ts';
import { openRepository, readPublished, type PublishedPackage, type Repository } from './repository.ts';
import { renewSignatures, writeVersion } from './write-version.ts';

export interface PublishRequest {
  /** Folder of the repository; made at the first use. */
  readonly repository: string;
  /** Folder of the keys; made at the first use, never inside the repository. */
  readonly keys: string;
  /** Name of the package: lower-case letters, digits and hyphens. */
  readonly name: string;
  readonly title: string;
  readonly contents: PackageContents;
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

export type PublishResult =
  | { readonly ok: true; readonly value: Publication }
  | { readonly ok: false; readonly problems: readonly PublishProblem[] };

/** Publishes a version of a package into a new or an existing repository. The same contents again make no new version. */
export async function publishPackage(request: PublishRequest): Promise<PublishResult> {
  try {
    return { ok: true, value: await publish(request) };
  } catch (error) {
    if (error instanceof PublishRefusal) return { ok: false, problems: error.problems };
    throw error;
  }
}

async function publish(request: PublishRequest): Promise<Publication> {
  const contents = requireSound(request);
  const repository = await openRepository(request.repository);
  const keys = await openKeys(request.keys, request.repository, repository.root !== null);
  requireOwn(repository, keys);
  const before = await readPublished(repository, request.name);
  if (before && before.manifest.kind !== contents.kind)
    refuse('kind-differs', `数据包“${request.name}”已按 ${before.manifest.kind} 发布，不能改为 ${contents.kind}。`);
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

/** Parsed once more by the schemas that every client uses; they also give each object one order of keys. */
function requireSound({ name, contents }: PublishRequest): PackageContents {
  if (!packageName.safeParse(name).success) refuse('name-invalid', `数据包名称“${name}”只能用小写字母、数字和连字符，并以字母开头。`);
  const parsed = blockSchemas[contents.kind].safeParse(contents.items);
  if (!parsed.success) {
    const places = parsed.error.issues.slice(0, 20).map(({ path, message }) => `${path.join('.')}: ${message}`);
    refuse('contents-invalid', `内容不符合“${contents.kind}”数据包的格式：${places.join('；')}`, parsed.error);
  }
  const sound = { kind: contents.kind, items: parsed.data } as PackageContents; // the schema was chosen by the same kind
  const items = listItems(sound);
  if (items.length === 0) refuse('nothing-to-publish', '没有可以发布的内容。');
  const ids = new Set<string>();
  for (const { id } of items) {
    if (ids.has(id)) refuse('id-repeated', `编码 ${id} 重复。`);
    ids.add(id);
  }
  return sound;
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
  { name, title, now }: PublishRequest,
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
  });
}

const isSame = (before: PackageManifest, after: PackageManifest): boolean =>
  before.title === after.title && JSON.stringify(before.blocks) === JSON.stringify(after.blocks);
