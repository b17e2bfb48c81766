import { createReadStream } from 'node:fs';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { renamePatiently } from '../../files.ts';
import { createSum, type Expected, type Sum } from './sum.ts';
import { WriteBehind } from './write-behind.ts';

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

/** A file on its way here, in `<name>.part`. It is hashed as it comes and written behind. */
export class Part {
  /** Bytes that came, in this file from its beginning. */
  length = 0;
  readonly #handle: FileHandle;
  readonly #destination: string;
  readonly #expected: Expected;
  #sum: Sum;
  readonly #behind: WriteBehind;

  constructor(handle: FileHandle, destination: string, expected: Expected) {
    this.#handle = handle;
    this.#destination = destination;
    this.#expected = expected;
    this.#sum = createSum(expected);
    this.#behind = new WriteBehind(handle);
  }

  get isWhole(): boolean {
    return this.length === this.#expected.length;
  }

  /** Counts and hashes bytes that lie in the part file already. */
  count(chunk: Uint8Array): void {
    this.length += chunk.length;
    this.#sum.add(chunk);
  }

  /** Takes a copy of the next bytes. Waits only where the disk is far behind the line. Throws the system's errors of the disk. */
  async add(chunk: Uint8Array): Promise<void> {
    this.count(chunk);
    await this.#behind.add(chunk);
  }

  /** Everything that came lies in the file, or the disk's error is thrown. */
  async written(): Promise<void> {
    await this.#behind.written();
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
    await this.#handle.close();
    if (this.length === 0) await rm(partOf(this.#destination), { force: true });
  }
}
