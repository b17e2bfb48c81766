import { mkdir, rm, rmdir, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { ExportOutcome, TaskProgress } from '@shared/ipc/contract.ts';
import { fail, succeed, type Failure, type Result } from '@shared/model/failure.ts';
import { isOnRemovableDrive } from '../drives.ts';
import { fileFailure, syncDirectory } from '../files.ts';
import { checksumList, checksumListName } from './checksum-list.ts';
import { safeFileName } from './file-name.ts';
import { prove, VerifyMismatch, writeProven } from './proven-file.ts';

export interface FilesExport {
  /** Absolute path of the place that the person chose. */
  readonly folder: string;
  /** Folder to make in it, or to use again. */
  readonly name: string;
  /** Makes every file in memory, so that their sizes are known before the first is written. Null when the person cancelled. */
  readonly render: () => Promise<readonly Rendered[] | null>;
  readonly signal: AbortSignal;
  /** Phases write and verify, counted in files. */
  readonly progress: (step: Omit<TaskProgress, 'task'>) => void;
}

export interface Rendered {
  /** Safe on every file system, with its ending. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

type ProvenFile = ExportOutcome['files'][number];

/**
 * Writes files into a folder of the chosen place and proves them. Ok means that every file named in the outcome was
 * read back from the medium under its final name; a list of checksums lies beside them. Failures: cancelled, disk-full,
 * read-only, no-permission, place-gone, verify-mismatch, busy, write-failed; files finished before stay, whole and proven.
 */
export async function exportFiles(request: FilesExport): Promise<Result<ExportOutcome>> {
  const device = await deviceOf(request.folder);
  if (device === null) return fail('place-gone', placeLabel(request.folder));
  const files = await request.render();
  if (files === null) return fail('cancelled', request.name);
  const directory = path.join(request.folder, safeFileName(request.name));
  try {
    if (!(await fits(request.folder, files))) return fail('disk-full', placeLabel(request.folder));
    if (!(await prepare(directory, device))) return fail('place-gone', placeLabel(request.folder));
    return await writeAll(request, directory, files);
  } catch (error) {
    return { ok: false, failure: await failureAt(request.folder, device, error) };
  }
}

/**
 * Makes the folder and takes away the old list of checksums, which may not outlive the files that it lists. False when the
 * folder came to lie on another device: a stick that was pulled out leaves an empty mount point that takes files all the
 * same. Once the folder stands on the stick, its path leads nowhere else.
 */
async function prepare(directory: string, device: number): Promise<boolean> {
  await mkdir(directory).catch(ignoreExisting);
  if ((await stat(directory)).dev !== device) {
    await rmdir(directory).catch(() => undefined);
    return false;
  }
  await rm(path.join(directory, checksumListName), { force: true });
  await syncDirectory(directory);
  await syncDirectory(path.dirname(directory));
  return true;
}

/** Each file takes whole clusters; one more for the folder and one for the list. */
async function fits(place: string, files: readonly Rendered[]): Promise<boolean> {
  const { bavail, bsize } = await statfs(place);
  const clusters = files.reduce((sum, { bytes }) => sum + Math.ceil(bytes.length / bsize), 2);
  return clusters <= bavail;
}

async function writeAll(request: FilesExport, directory: string, files: readonly Rendered[]): Promise<Result<ExportOutcome>> {
  const written: ProvenFile[] = [];
  for (const { name, bytes } of files) {
    if (request.signal.aborted) return fail('cancelled', request.name);
    request.progress({ phase: 'write', done: written.length, total: files.length });
    const sha256 = await about(name, () => writeProven(path.join(directory, name), bytes));
    written.push({ name, bytes: bytes.length, sha256 });
  }
  request.progress({ phase: 'write', done: files.length, total: files.length });
  const list = checksumList(written);
  const listHash = await about(checksumListName, () => writeProven(path.join(directory, checksumListName), list));
  await verifyAll(request, directory, [...written, { name: checksumListName, bytes: list.length, sha256: listHash }]);
  const folderLabel = `${placeLabel(request.folder)}/${path.basename(directory)}`;
  return succeed({ folderLabel, files: written, removable: await isOnRemovableDrive(request.folder) });
}

/** The last look, under the final names. A file that no longer holds is taken away: its name promises that it is whole. */
async function verifyAll({ progress }: FilesExport, directory: string, files: readonly ProvenFile[]): Promise<void> {
  for (const [done, { name, sha256 }] of files.entries()) {
    progress({ phase: 'verify', done, total: files.length });
    const file = path.join(directory, name);
    try {
      await about(name, () => prove(file, sha256));
    } catch (error) {
      if (causeOf(error) instanceof VerifyMismatch) await rm(file, { force: true }).catch(() => undefined);
      throw error;
    }
  }
  progress({ phase: 'verify', done: files.length, total: files.length });
}

/** An error together with the name of the file it happened to. */
class FileError extends Error {
  readonly subject: string;
  constructor(subject: string, cause: unknown) {
    super(subject, { cause });
    this.subject = subject;
  }
}

async function about<T>(subject: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new FileError(subject, error);
  }
}

const causeOf = (error: unknown): unknown => (error instanceof FileError ? error.cause : error);

/**
 * A stick that is pulled out answers with many codes, by system and moment. Whether its place still lies on the same
 * device tells: an empty mount point may stay behind.
 */
async function failureAt(place: string, device: number, error: unknown): Promise<Failure> {
  const subject = error instanceof FileError ? error.subject : placeLabel(place);
  const cause = causeOf(error);
  if ((await deviceOf(place)) !== device) return { kind: 'place-gone', subject };
  if (cause instanceof VerifyMismatch) return { kind: 'verify-mismatch', subject };
  return fileFailure(cause, subject);
}

/** Number of the device that a folder lies on; null where it cannot be reached. Unlike stat, statfs always asks the device. */
export async function deviceOf(folder: string): Promise<number | null> {
  try {
    await statfs(folder);
    return (await stat(folder)).dev;
  } catch {
    return null;
  }
}

function ignoreExisting(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
}

/** A folder's name, or a drive's letter. */
export const placeLabel = (place: string): string => path.basename(place) || place.replaceAll(/[\\/]+$/g, '');
