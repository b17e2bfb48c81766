import { mkdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { TargetFile } from '@tufjs/models';
import type { BlockEntry, PackageManifest, PieceEntry } from '@shared/model/package.ts';
import type { Question } from '@shared/model/question.ts';
import { hashBytes, hashFile, readJson, writeDurably } from '../../files.ts';
import { limits } from '../../limits.ts';
import { unpack } from '../../sync/delta/packing.ts';
import { Refusal } from '../../sync/refusal.ts';
import { folderReader } from '../../sync/sources/folder-reader.ts';
import type { Reader } from '../../sync/sources/reader.ts';
import { unpackBlock, type PackageContents } from '../../sync/store/block-content.ts';
import { manifestTarget, readManifest } from '../../sync/store/manifests.ts';
import { fetchTargets, refresh, type Refreshed } from '../../sync/trust/refresh.ts';
import { delegatedSigners } from '../../sync/trust/signers.ts';
import { onlyRoot, readFirstRoot, type FirstRoot } from '../../sync/trust/trust.ts';
import { contentRole, type Document, type SignedTargets } from './documents.ts';
import { refuse } from '../problem.ts';

/** A version that was published before, with everything in it. */
export interface PublishedPackage {
  readonly manifest: PackageManifest;
  /** Contents of its blocks, in the order of the manifest. */
  readonly blocks: readonly PackageContents[];
}

/** A repository folder as its own publisher sees it. */
export interface Repository {
  readonly directory: string;
  /** 1.root.json; null before the first publication. */
  readonly root: FirstRoot | null;
  /** What is published now; null before the first publication has come to its end. */
  readonly current: Current | null;
}

export interface Current extends Refreshed {
  readonly signed: SignedTargets;
}

const { signal } = new AbortController();

/** Reads a repository with the gates that every client uses; only dates do not count, for an expired one must be renewed. */
export async function openRepository(directory: string): Promise<Repository> {
  const file = path.join(directory, 'metadata', '1.root.json');
  if ((await readJson(file).catch(() => 'damaged')) === null) return { directory, root: null, current: null };
  return intact(directory, async () => {
    const root = readFirstRoot(await readFile(file), '1.root.json');
    return { directory, root, current: await readCurrent(directory, root).catch(nothingYet) };
  });
}

async function readCurrent(directory: string, root: FirstRoot): Promise<Current> {
  const reader = readerOf(directory);
  const request = { reader, trusted: onlyRoot(root.text), referenceTime: async () => new Date(0), signal };
  const refreshed = await refresh({ ...request, onTrusted: async () => undefined });
  const { targets: manifests, delegations } = refreshed.targets.signed;
  if (!delegations) return { ...refreshed, signed: { manifests, content: {} } };
  const signers = delegatedSigners(delegations, contentRole);
  await fetchTargets({ store: refreshed.store, reader, signal }, contentRole, { name: 'targets', signers });
  const content = refreshed.store.getRole(contentRole)?.signed.targets ?? {};
  return { ...refreshed, signed: { manifests, content } };
}

/** The published version of a package with all its contents, or null. Throws PublishRefusal where it is damaged. */
export async function readPublished(repository: Repository, name: string): Promise<PublishedPackage | null> {
  const manifest = await readPublishedManifest(repository, name);
  if (!manifest) return null;
  return intact(repository.directory, async () => {
    const blocks: PackageContents[] = [];
    for (const entry of manifest.blocks)
      blocks.push(await unpackBlock(manifest.kind, entry, await readPublishedFile(repository.directory, entry)));
    return { manifest, blocks };
  });
}

/** The manifest of the published version of a package, or null. Throws PublishRefusal where it is damaged. */
async function readPublishedManifest({ directory, current }: Repository, name: string): Promise<PackageManifest | null> {
  const target = current?.signed.manifests[manifestTarget(name)];
  if (!current || !target) return null;
  return intact(directory, () => readManifest(current, target, readerOf(directory), signal));
}

/** The unpacked text of a published block, exactly as clients have it. Throws PublishRefusal where it is damaged. */
export async function readBlockText({ directory }: Repository, entry: BlockEntry): Promise<Buffer> {
  return intact(directory, async () => unpack(await readPublishedFile(directory, entry), limits.blockUnpacked));
}

async function readPublishedFile(directory: string, entry: PieceEntry): Promise<Buffer> {
  const bytes = await readFile(publishedPath(directory, entry));
  if (hashBytes(bytes) !== entry.sha256) throw new Refusal('tampered', entry.target, 'the hash is not the signed one');
  return bytes;
}

/** Where a target lies: its name begins with its hash (spec 6.2), so what is published is never written to again. */
export function publishedPath(directory: string, { target, sha256 }: Pick<PieceEntry, 'target' | 'sha256'>): string {
  const { dir, base } = path.posix.parse(target);
  return path.join(directory, 'targets', dir, `${sha256}.${base}`);
}

/** Writes a target unless it lies there in full, as after a publication that was broken off. */
export async function writeTarget(directory: string, target: string, bytes: Buffer): Promise<void> {
  const file = publishedPath(directory, { target, sha256: hashBytes(bytes) });
  const there = await stat(file).catch(() => null);
  if (there?.size === bytes.length && (await hashFile(file)) === hashBytes(bytes)) return;
  await mkdir(path.dirname(file), { recursive: true });
  await writeDurably(file, bytes);
}

export async function writeDocument(directory: string, { file, bytes }: Document): Promise<void> {
  const folder = path.join(directory, 'metadata');
  await mkdir(folder, { recursive: true });
  await writeDurably(path.join(folder, file), bytes);
}

/** The signed targets of all packages but one. */
export function targetsBeside({ current }: Repository, name: string): SignedTargets {
  const without = (targets: Readonly<Record<string, TargetFile>> = {}) =>
    Object.fromEntries(Object.entries(targets).filter(([target]) => !target.startsWith(`${name}/`)));
  return { manifests: without(current?.signed.manifests), content: without(current?.signed.content) };
}

const readerOf = (directory: string): Reader => folderReader(directory, path.basename(directory));

/** The power went off between the root and the first timestamp: nothing was published yet. */
function nothingYet(error: unknown): null {
  if (error instanceof Refusal && error.failure.kind === 'source-empty') return null;
  throw error;
}

async function intact<T>(directory: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    return refuse('repository-damaged', `发布文件夹已损坏，不能在上面继续发布：${directory}（${String(error)}）。请从备份恢复。`, error);
  }
}

/** Questions of the published version of a bank; none where nothing was published under that name. */
export async function publishedQuestions(directory: string, name: string): Promise<readonly Question[]> {
  return questionsOf(await readPublished(await openRepository(directory), name));
}

/** Questions of a published version; none where it is no bank or there is none. */
export const questionsOf = (published: PublishedPackage | null): readonly Question[] =>
  (published?.blocks ?? []).flatMap((block) => (block.kind === 'bank' ? block.items.questions : []));
