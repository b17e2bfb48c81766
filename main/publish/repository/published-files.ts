import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { TargetFile } from '@tufjs/models';
import { contentRole } from './documents.ts';
import { openRepository, publishedPath } from './repository.ts';

/** A file of a repository, by its path in it with forward slashes. */
export interface PublishedFile {
  readonly file: string;
  readonly length: number;
}

/**
 * What the current metadata of a repository refers to, and all its roots, in the order in which a copy has to be written:
 * targets, roots, lists of targets, snapshot, and timestamp.json last. Empty before the first publication. Throws
 * PublishRefusal where the repository is damaged.
 */
export async function publishedFiles(directory: string): Promise<readonly PublishedFile[]> {
  const { current } = await openRepository(directory);
  if (!current) return [];
  const { manifests, content } = current.signed;
  const targets = [...Object.values(content), ...Object.values(manifests)].map((target) => targetFile(directory, target));
  const { version } = current.targets.signed;
  const snapshot = current.store.snapshot?.signed.version;
  const lists = [`${version}.${contentRole}.json`, `${version}.targets.json`, `${snapshot}.snapshot.json`, 'timestamp.json'];
  const metadata = [...(await rootNames(directory)), ...lists].map((name) => metadataFile(directory, name));
  return [...new Map(targets.map((target) => [target.file, target])).values(), ...(await Promise.all(metadata))];
}

function targetFile(directory: string, { path: target, length, hashes }: TargetFile): PublishedFile {
  const file = publishedPath(directory, { target, sha256: hashes['sha256'] ?? '' });
  return { file: path.relative(directory, file).replaceAll(path.sep, '/'), length };
}

async function metadataFile(directory: string, name: string): Promise<PublishedFile> {
  const { size } = await stat(path.join(directory, 'metadata', name));
  return { file: `metadata/${name}`, length: size };
}

async function rootNames(directory: string): Promise<readonly string[]> {
  const names = (await readdir(path.join(directory, 'metadata'))).filter((name) => /^\d+\.root\.json$/.test(name));
  return names.toSorted((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10));
}
