import type { PublishedReply } from '@shared/model/bank.ts';
import type { PackageManifest } from '@shared/model/package.ts';
import { itemsOf, type PackageContents } from '../sync/store/block-content.ts';
import { requireReplies } from './bank/replies.ts';
import { requireKind, requireSound } from './bank/sound.ts';
import { requireClock } from './clock.ts';
import { requireSameExam } from './exam.ts';
import { requireNoProjects, requireSameProjects } from './projects.ts';
import { openKeys } from './keys/keys.ts';
import type { Unlocked } from './keys/unlocked.ts';
import { asResult, refuse, type PublishResult } from './problem.ts';
import { arrange } from './repository/blocks.ts';
import { keepDeltas, makeDelta } from './repository/deltas.ts';
import { describeVersion, isSame, type Description } from './repository/describe.ts';
import { cutFiles, type Attachment } from './repository/large-files.ts';
import { numberOf, packBlocks, type OldBlock } from './repository/pack.ts';
import { openRepository, readBlockText, readPublished, type PublishedPackage } from './repository/repository.ts';
import { renewSignatures, writeVersion, type Press } from './repository/write-version.ts';

/** Where and with what something is published. */
export interface Desk {
  /** Folder of the repository; made at the first use. */
  readonly repository: string;
  /** Folder of the keys; made at the first use, never inside the repository. */
  readonly keys: string;
  /** Sealed keys whose passphrase was given; absent where none are sealed. */
  readonly unlocked?: Unlocked;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** A person has said that the date is right although the last publication is very long ago. */
  readonly clockOk?: boolean;
}

export interface PublishRequest extends Desk {
  /** Name of the package: lower-case letters, digits and hyphens. */
  readonly name: string;
  readonly title: string;
  readonly contents: PackageContents;
  /** New answers to 纠错单, only with a bank; those of the versions before go on with them. */
  readonly replies?: readonly PublishedReply[];
  /** Large files to take along from now on, and names of those to leave out from now on. */
  readonly attach?: readonly Attachment[];
  readonly detach?: readonly string[];
}

export type RetireRequest = Desk & Pick<PublishRequest, 'name'>;

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

/** Withdraws a whole package: a last version without contents, which names everything that was in it as withdrawn. */
export async function retirePackage(request: RetireRequest): Promise<PublishResult<Publication>> {
  return asResult(() => retire(request));
}

async function publish(request: PublishRequest): Promise<Publication> {
  const { name, title, now, replies = [], attach = [], detach = [] } = request;
  const contents = requireSound(name, request.contents);
  requireReplies(replies);
  const { press, before } = await open(request, name);
  requireKind(name, contents, before);
  requireSameExam(name, contents, before);
  requireSameProjects(name, contents, before);
  const old = before ? oldBlocks(before) : [];
  const packed = await packBlocks(name, arrange(old, contents), old);
  const files = await cutFiles(name, attach, detach, before?.manifest.files ?? []);
  return issue(press, before, { name, kind: contents.kind, title, items: itemsOf(contents), packed, files, replies, retired: false, now });
}

async function retire(request: RetireRequest): Promise<Publication> {
  const { name, now } = request;
  const { press, before } = await open(request, name);
  if (!before) refuse('nothing-to-publish', `发布文件夹里没有数据包“${name}”。`);
  requireNoProjects(name, before);
  const { kind, title } = before.manifest;
  return issue(press, before, { name, kind, title, items: new Map(), packed: [], files: [], replies: [], retired: true, now });
}

async function open(desk: Desk, name: string): Promise<{ press: Press; before: PublishedPackage | null }> {
  const repository = await openRepository(desk.repository);
  const keys = await openKeys(desk.keys, desk.repository, repository.root !== null, desk.unlocked);
  requireClock(repository, desk.now, desk.clockOk ?? false);
  return { press: { repository, keys, now: desk.now }, before: await readPublished(repository, name) };
}

async function issue(press: Press, before: PublishedPackage | null, description: Description): Promise<Publication> {
  const draft = describeVersion(description, before);
  if (before && isSame(before.manifest, draft)) {
    const { fingerprint, renewed } = await renewSignatures(press);
    return { manifest: before.manifest, fingerprint, outcome: renewed ? 'renewed' : 'unchanged' };
  }
  const { packed, files } = description;
  const oldText = (entry: PackageManifest['blocks'][number]) => readBlockText(press.repository, entry);
  const delta = before && (await makeDelta({ before: before.manifest, packed, oldText }));
  const deltas = before && delta ? keepDeltas(delta.entry, before.manifest, draft.blocks) : [];
  const manifest = deltas.length > 0 ? { ...draft, deltas } : draft;
  return { manifest, fingerprint: await writeVersion(press, manifest, { packed, files, delta }), outcome: 'published' };
}

function oldBlocks({ manifest, blocks }: PublishedPackage): OldBlock[] {
  return blocks.flatMap((contents, place) => {
    const entry = manifest.blocks[place];
    return entry ? [{ entry, number: numberOf(entry), section: entry.section, contents }] : [];
  });
}
