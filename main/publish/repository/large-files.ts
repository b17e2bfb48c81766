import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { PackageFile, PieceEntry } from '@shared/model/package.ts';
import { codeOf, hashFile, writeDurably } from '../../files.ts';
import { limits } from '../../limits.ts';
import { refuse } from '../problem.ts';
import { publishedPath } from './repository.ts';

/** A large file that a version takes along, e.g. a lecture's video. */
export interface Attachment {
  readonly path: string;
  /** What a person reads and saves it as; another file of that name gives way. */
  readonly name: string;
  /** Media type. */
  readonly type: string;
}

/** A large file of the new version; `path` is null where the version before has it already. */
export interface CutFile {
  readonly entry: PackageFile;
  readonly path: string | null;
}

/** Reads the attached files and describes their pieces; those of the version before go on unless they are detached. Throws PublishRefusal. */
export async function cutFiles(
  name: string,
  attach: readonly Attachment[],
  detach: readonly string[],
  before: readonly PackageFile[],
): Promise<readonly CutFile[]> {
  const unknown = detach.find((gone) => !before.some((file) => file.name === gone));
  if (unknown !== undefined) refuse('file-refused', `上一版里没有附件“${unknown}”。`);
  const names = attach.map((file) => file.name.toLowerCase());
  const repeated = attach.find((file, place) => names.indexOf(file.name.toLowerCase()) !== place);
  if (repeated) refuse('file-refused', `有两个附件都叫“${repeated.name}”。`);
  const kept = before.filter((file) => !detach.includes(file.name) && !names.includes(file.name.toLowerCase()));
  const cut: CutFile[] = kept.map((entry) => ({ entry, path: null }));
  for (const file of attach) cut.push({ entry: await cutFile(name, file), path: file.path });
  const total = cut.reduce((sum, { entry }) => sum + entry.length, 0);
  if (total > limits.packageFiles) refuse('file-refused', `附件总共 ${total} 字节，超过一个数据包的上限 ${limits.packageFiles} 字节。`);
  return cut.toSorted((one, other) => (one.entry.name < other.entry.name ? -1 : 1));
}

/** Writes the pieces of a file that do not lie in the repository yet. Throws PublishRefusal where the file has changed meanwhile. */
export async function writePieces(directory: string, { entry, path: source }: CutFile): Promise<void> {
  if (source === null) return;
  for (const [place, piece] of entry.pieces.entries()) {
    const destination = publishedPath(directory, piece);
    if (await isThere(destination, piece)) continue;
    await mkdir(path.dirname(destination), { recursive: true });
    await writeDurably(destination, unchanged(readPiece(source, place), piece, entry.name));
  }
}

async function cutFile(name: string, file: Attachment): Promise<PackageFile> {
  const length = await lengthOf(file);
  const whole = createHash('sha256');
  const pieces: Omit<PieceEntry, 'target'>[] = [];
  for (let place = 0; place * limits.piece < length; place += 1) {
    const piece = createHash('sha256');
    let size = 0;
    for await (const chunk of readPiece(file.path, place)) {
      whole.update(chunk);
      piece.update(chunk);
      size += chunk.length;
    }
    pieces.push({ sha256: piece.digest('hex'), length: size });
  }
  const sha256 = whole.digest('hex');
  const target = (place: number): string => `${name}/f-${sha256.slice(0, 12)}.${String(place).padStart(3, '0')}`;
  return { name: file.name, type: file.type, length, sha256, pieces: pieces.map((piece, place) => ({ target: target(place), ...piece })) };
}

async function lengthOf(file: Attachment): Promise<number> {
  const entry = await stat(file.path).catch((error: unknown) =>
    refuse('file-refused', `附件“${file.name}”读不出来（${codeOf(error)}）。`, error),
  );
  if (!entry.isFile() || entry.size === 0) refuse('file-refused', `附件“${file.name}”是空的，或者不是文件。`);
  return entry.size;
}

const readPiece = (file: string, place: number): AsyncIterable<Buffer> =>
  createReadStream(file, { start: place * limits.piece, end: (place + 1) * limits.piece - 1, highWaterMark: 1_000_000 });

/** Passes the bytes on and throws at their end where they are not those that were described. */
async function* unchanged(body: AsyncIterable<Buffer>, { sha256 }: PieceEntry, name: string): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of body) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest('hex') !== sha256) refuse('file-refused', `附件“${name}”在发布过程中被修改了，请再发布一次。`);
}

async function isThere(file: string, { sha256, length }: PieceEntry): Promise<boolean> {
  const entry = await stat(file).catch(() => null);
  return entry?.size === length && (await hashFile(file)) === sha256;
}
