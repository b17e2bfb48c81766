import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { hashBytes } from '../../files.ts';
import { readRoots } from '../keys/newest-root.ts';
import { refuse } from '../problem.ts';
import { publishedFiles } from '../repository/published-files.ts';
import type { Publication, Shelf } from '../../mirror/shelf.ts';

/** A publisher's own folder as something to copy from. Throws PublishRefusal. */
export async function folderShelf(repository: string): Promise<Shelf> {
  const roots = (await readRoots(repository)) ?? refuse('nothing-to-publish', '还没有发布过，没有可以上传的内容。');
  return { roots, publication: await readPublication(repository), read: (file) => readSound(repository, file) };
}

/** What one timestamp refers to: a publication that comes to its end meanwhile is read anew. */
async function readPublication(repository: string): Promise<Publication> {
  const readTimestamp = (): Promise<Buffer> => readFile(path.join(repository, 'metadata', 'timestamp.json'));
  const before = await readTimestamp();
  const files = await publishedFiles(repository);
  return before.equals(await readTimestamp()) ? { files, timestamp: before } : readPublication(repository);
}

/** What is damaged here is not spread: a target has its hash in its name. */
async function readSound(repository: string, file: string): Promise<Buffer> {
  const bytes = await readFile(path.join(repository, file));
  const [hash] = path.posix.basename(file).split('.', 1);
  const isSound = !file.startsWith('targets/') || hashBytes(bytes) === hash;
  return isSound ? bytes : refuse('repository-damaged', `发布文件夹里的文件已损坏：${file}。请从备份恢复。`);
}
