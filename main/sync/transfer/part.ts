import { createReadStream } from 'node:fs';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { renamePatiently } from '../../files.ts';
import { limits } from '../../limits.ts';
import { createSum, type Expected, type Sum } from './sum.ts';

/**
 * Bytes are written in batches, as each call costs, but none waits longer than this (ms): a program that is killed loses
 * less than 64 KiB of each of four files on a line of 100 Mbit/s.
 */
const batch = 524_288;
const atLatest = 20;

export const partOf = (destination: string): string => `${destination}.part`;

/** Takes up what came of a file before, also before the program was started. Throws the system's errors of the disk. */
export async function openPart(destination: string, expected: Expected): Promise<Part> {
  const name = partOf(destination);
  const handle = await open(name, 'a');
  const part = new Part(handle, destination, expected);
  try {
    const { size } = await handle.stat();
    if (size > expected.length) await handle.truncate(0);
    else if (size > 0) for await (const chunk of createReadStream(name)) part.count(chunk as Buffer);
    return part;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/**
 * A file on its way here, in `<name>.part`. It is hashed as it comes and written behind, so that the line is read while
 * the disk is busy: what a line brought before it broke is never left in its buffers.
 */
export class Part {
  /** Bytes that came, in this file from its beginning. */
  length = 0;
  readonly #handle: FileHandle;
  readonly #destination: string;
  readonly #expected: Expected;
  #sum: Sum;
  #waiting: Uint8Array[] = [];
  #unwritten = 0;
  #writing: Promise<void> | null = null;
  #timer: NodeJS.Timeout | undefined;
  #failure: { readonly error: unknown } | null = null;

  constructor(handle: FileHandle, destination: string, expected: Expected) {
    this.#handle = handle;
    this.#destination = destination;
    this.#expected = expected;
    this.#sum = createSum(expected);
  }

  get isWhole(): boolean {
    return this.length === this.#expected.length;
  }

  /** Counts and hashes bytes that lie in the part file already. */
  count(chunk: Uint8Array): void {
    this.length += chunk.length;
    this.#sum.add(chunk);
  }

  /** Takes the next bytes. Waits only where the disk is far behind the line. */
  async add(chunk: Uint8Array): Promise<void> {
    if (this.#failure) throw this.#failure.error;
    this.count(chunk);
    this.#waiting.push(chunk);
    this.#unwritten += chunk.length;
    if (this.#unwritten >= batch) this.#begin();
    else this.#beginSoon();
    if (this.#unwritten > limits.unwritten) await this.#writing;
  }

  /** Everything that came lies in the file, or the disk's error is thrown. */
  async written(): Promise<void> {
    while (this.#waiting.length > 0 && !this.#failure) {
      this.#begin();
      await this.#writing;
    }
    await this.#writing;
    if (this.#failure) throw this.#failure.error;
  }

  /** Whether the whole file has the hashes that were signed (spec 5.7.2, 5.7.3). Asked once; then it is kept or begun again. */
  matches(): boolean {
    return this.#sum.matches();
  }

  /** Forgets what came. */
  async restart(): Promise<void> {
    await this.written();
    await this.#handle.truncate(0);
    this.length = 0;
    this.#sum = createSum(this.#expected);
  }

  /** Puts the file under its name; durable as soon as its folder is synced. Throws the system's errors of the disk. */
  async keep(): Promise<void> {
    try {
      await this.#handle.sync();
    } finally {
      await this.#handle.close();
    }
    await renamePatiently(partOf(this.#destination), this.#destination);
  }

  /** Lets go of the file. What came stays for the next time. */
  async leave(): Promise<void> {
    await Promise.allSettled([this.written()]); // why it is left is known already
    this.#stopTimer();
    await this.#handle.close();
    if (this.length === 0) await rm(partOf(this.#destination), { force: true });
  }

  /** One write at a time: they append. */
  #begin(): void {
    this.#writing ??= this.#write();
  }

  #beginSoon(): void {
    if (this.#waiting.length > 0) this.#timer ??= setTimeout(() => this.#begin(), atLatest);
  }

  /** Never rejects: nobody may be waiting at the moment when the disk fails. */
  async #write(): Promise<void> {
    try {
      do {
        this.#stopTimer();
        const chunks = this.#waiting;
        this.#waiting = [];
        this.#unwritten -= await writeAll(this.#handle, chunks);
      } while (this.#unwritten >= batch);
      this.#beginSoon();
    } catch (error) {
      this.#failure = { error };
    }
    this.#writing = null;
  }

  #stopTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

/** Gives the number of bytes that were written. */
async function writeAll(handle: FileHandle, chunks: readonly Uint8Array[]): Promise<number> {
  const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  const { bytesWritten } = await handle.writev(chunks);
  if (bytesWritten < length) await handle.writeFile(Buffer.concat(chunks).subarray(bytesWritten));
  return length;
}
