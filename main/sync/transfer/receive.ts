import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, renamePatiently, syncDirectory } from '../../files.ts';
import { Refusal } from '../refusal.ts';
import type { Reader } from '../sources/reader.ts';

/** A file whose length and hashes were signed. */
export interface Expected {
  /** Path in the repository. */
  readonly file: string;
  readonly length: number;
  /** Hash name of node:crypto → hex digest. */
  readonly hashes: Readonly<Record<string, string>>;
}

/** A line that gives nothing new so many times in a row is given up; what came stays for the next time. */
const fruitlessTries = 5;

/**
 * Brings a signed file here: part file → hash while writing → compare → fsync → rename. A broken line goes on where it
 * stopped, also after the program died. Throws Refusal truncated, tampered, too-large, source-unreachable, cancelled,
 * or the system's error of the disk; then nothing stands under the final name.
 */
export async function receive(reader: Reader, expected: Expected, destination: string, signal: AbortSignal): Promise<void> {
  const part = `${destination}.part`;
  try {
    const resumed = await sizeOf(part);
    if (!(await receivePart(reader, expected, part, signal))) {
      // What lay here from an earlier try may have been bad: once more from the beginning, then the source is.
      await rm(part, { force: true });
      if (resumed === 0 || !(await receivePart(reader, expected, part, signal))) throw tampered(expected);
    }
    await renamePatiently(part, destination);
  } catch (error) {
    if (!isBrokenLine(error)) await rm(part, { force: true });
    throw error;
  }
  await syncDirectory(path.dirname(destination));
}

/** Fills the part file; false where the finished file has other hashes than were signed (spec 5.7.2, 5.7.3). */
async function receivePart(reader: Reader, expected: Expected, part: string, signal: AbortSignal): Promise<boolean> {
  const handle = await open(part, 'a');
  try {
    const sum = new Sum(expected);
    if ((await handle.stat()).size > expected.length) await handle.truncate(0);
    else for await (const chunk of createReadStream(part)) sum.add(chunk as Buffer);
    await fill(reader, expected, handle, sum, signal);
    await handle.sync();
    return sum.matches();
  } finally {
    await handle.close();
  }
}

async function fill(reader: Reader, expected: Expected, handle: FileHandle, sum: Sum, signal: AbortSignal): Promise<void> {
  let furthest = sum.length;
  for (let fruitless = 0; sum.length < expected.length;) {
    try {
      await append(reader, expected, handle, sum, signal);
      if (sum.length < expected.length) throw new Refusal('truncated', expected.file, `${sum.length} of ${expected.length} bytes`);
    } catch (error) {
      fruitless = sum.length > furthest ? 0 : fruitless + 1;
      furthest = Math.max(furthest, sum.length);
      if (!reader.resumes || signal.aborted || !isBrokenLine(error) || fruitless >= fruitlessTries) throw error;
      await sleep(50 * 2 ** fruitless);
    }
  }
}

async function append(reader: Reader, expected: Expected, handle: FileHandle, sum: Sum, signal: AbortSignal): Promise<void> {
  const opened = await reader.open(expected.file, sum.length, signal);
  if (!opened) throw new Refusal('truncated', expected.file, 'the repository lacks this file');
  if (opened.from === 0 && sum.length > 0) {
    await handle.truncate(0);
    sum.restart();
  }
  for await (const chunk of opened.body) {
    // Spec 5.7.3: never more than the length that was signed.
    if (sum.length + chunk.length > expected.length) throw new Refusal('too-large', expected.file, `more than ${expected.length} bytes`);
    await handle.writeFile(chunk);
    sum.add(chunk);
  }
}

/** Length and digests of what was written so far. */
class Sum {
  length = 0;
  #digests: (readonly [Hash, string])[] = [];
  readonly #expected: Expected;

  constructor(expected: Expected) {
    this.#expected = expected;
    this.restart();
  }

  restart(): void {
    this.length = 0;
    this.#digests = Object.entries(this.#expected.hashes).map(([name, hex]) => [createHash(name), hex]);
  }

  add(chunk: Uint8Array): void {
    this.length += chunk.length;
    for (const [digest] of this.#digests) digest.update(chunk);
  }

  /** Asked once, at the end. */
  matches(): boolean {
    return this.#digests.length > 0 && this.#digests.every(([digest, hex]) => digest.digest('hex') === hex);
  }
}

const tampered = (expected: Expected): Refusal => new Refusal('tampered', expected.file, 'the hash is not the signed one');

const isBrokenLine = (error: unknown): boolean =>
  error instanceof Refusal && ['source-unreachable', 'cancelled'].includes(error.failure.kind);

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 0;
    throw error;
  }
}
