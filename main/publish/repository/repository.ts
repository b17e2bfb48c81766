import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { TargetFile } from '@tufjs/models';
import type { BlockEntry, PackageManifest } from '@shared/model/package.ts';
import type { Question } from '@shared/model/question.ts';
import { hashBytes, readJson, writeDurably } from '../../files.ts';
import { unpackBlock, type PackageContents } from '../../sync/store/block-content.ts';
import { folderReader } from '../../sync/sources/folder-reader.ts';
import { readManifest, targetOf } from '../../sync/store/manifests.ts';
import type { Reader } from '../../sync/sources/reader.ts';
import { refresh, type Refreshed } from '../../sync/trust/refresh.ts';
import { Refusal } from '../../sync/refusal.ts';
import { expectedOf } from '../../sync/trust/targets.ts';
import { onlyRoot, readFirstRoot, type FirstRoot } from '../../sync/trust/trust.ts';
import type { Document } from './documents.ts';
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
  readonly current: Refreshed | null;
}

const { signal } = new AbortController();

/** Reads a repository with the gates that every client uses; only dates do not count, for an expired one must be renewed. */
export async function openRepository(directory: string): Promise<Repository> {
  const file = path.join(directory, 'metadata', '1.root.json');
  if ((await readJson(file).catch(() => 'damaged')) === null) return { directory, root: null, current: null };
  return intact(directory, async () => {
    const root = readFirstRoot(await readFile(file), '1.root.json');
    const request = { reader: readerOf(directory), trusted: onlyRoot(root.text), referenceTime: new Date(0), signal };
    const current = await refresh({ ...request, onRoot: async () => undefined }).catch(nothingYet);
    return { directory, root, current };
  });
}

/** The published version of a package with all its contents, or null. Throws PublishRefusal where it is damaged. */
export async function readPublished({ directory, current }: Repository, name: string): Promise<PublishedPackage | null> {
  const target = current?.targets.signed.targets[`${name}/manifest.json`];
  if (!current || !target) return null;
  return intact(directory, async () => {
    const manifest = await readManifest(current, target, readerOf(directory), signal);
    const blocks: PackageContents[] = [];
    for (const entry of manifest.blocks) blocks.push(await readContents(directory, current, manifest, entry));
    return { manifest, blocks };
  });
}

/** The files of a target, named by its hash (spec 6.2): what is published is never written to again. */
export async function writeTarget(directory: string, target: string, bytes: Buffer): Promise<void> {
  const { dir, base } = path.posix.parse(target);
  const folder = path.join(directory, 'targets', dir);
  await mkdir(folder, { recursive: true });
  await writeDurably(path.join(folder, `${hashBytes(bytes)}.${base}`), bytes);
}

export async function writeDocument(directory: string, { file, bytes }: Document): Promise<void> {
  const folder = path.join(directory, 'metadata');
  await mkdir(folder, { recursive: true });
  await writeDurably(path.join(folder, file), bytes);
}

/** The signed targets of all packages but one. */
export function targetsBeside({ current }: Repository, name: string): Readonly<Record<string, TargetFile>> {
  const entries = Object.entries(current?.targets.signed.targets ?? {});
  return Object.fromEntries(entries.filter(([target]) => !target.startsWith(`${name}/`)));
}

async function readContents(directory: string, current: Refreshed, manifest: PackageManifest, entry: BlockEntry): Promise<PackageContents> {
  const { file } = expectedOf(current.store, targetOf(current, entry));
  const bytes = await readFile(path.join(directory, file));
  if (hashBytes(bytes) !== entry.sha256) throw new Refusal('tampered', file, 'the hash is not the signed one');
  return unpackBlock(manifest.kind, entry, bytes);
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
