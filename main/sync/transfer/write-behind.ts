/** A file that is open for appending; a FileHandle. */
export interface Sink {
  write(bytes: Uint8Array, offset: number, length: number): Promise<{ readonly bytesWritten: number }>;
}

/** Bytes are written in batches of this length, as each call costs. */
export const batch = 524_288;
/**
 * No byte waits longer for its batch than this (ms): a program that is killed loses less than 64 KiB of each of four files
 * on a line of 100 Mbit/s.
 */
const atLatest = 20;
/** Two for each of the files that come at the same time: one fills while the other is written. */
const keptAtMost = 8;

/** Memory of batches, used again and again: new memory for each would cost more than hashing what comes into it. */
const kept: Buffer[] = [];

/**
 * Appends to a file while more is coming: the line is read while the disk is busy, and what it brought before it broke is
 * never left in its buffers.
 */
export class WriteBehind {
  readonly #sink: Sink;
  /** What is not being written yet: the first `#length` bytes of it. */
  #filling: Buffer | null = null;
  #length = 0;
  #writing: Promise<void> | null = null;
  #timer: NodeJS.Timeout | undefined;
  #failure: { readonly error: unknown } | null = null;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  /** Takes a copy of the next bytes. Waits only where the disk is a whole batch behind. Throws the disk's error. */
  async add(chunk: Uint8Array): Promise<void> {
    this.#requireSound();
    for (let rest = chunk; rest.length > 0;) {
      if (this.#length === batch) await this.#room();
      rest = this.#fill(rest);
    }
    if (this.#length === batch) this.#begin();
    else this.#beginSoon();
  }

  /** Everything that came lies in the file, or the disk's error is thrown. */
  async written(): Promise<void> {
    while (this.#length > 0 && !this.#failure) {
      this.#begin();
      await this.#writing;
    }
    await this.#writing;
    this.#requireSound();
  }

  #requireSound(): void {
    if (this.#failure) throw this.#failure.error;
  }

  /** Gives what has no room. */
  #fill(chunk: Uint8Array): Uint8Array {
    const some = chunk.subarray(0, batch - this.#length);
    this.#filling ??= kept.pop() ?? Buffer.allocUnsafeSlow(batch);
    this.#filling.set(some, this.#length);
    this.#length += some.length;
    return chunk.subarray(some.length);
  }

  async #room(): Promise<void> {
    if (this.#writing) await this.#writing;
    else this.#begin();
    this.#requireSound();
  }

  /** One write at a time: they append. */
  #begin(): void {
    this.#writing ??= this.#write();
  }

  /** While something is written, the end of that sets the timer. */
  #beginSoon(): void {
    if (this.#length > 0 && !this.#writing) this.#timer ??= setTimeout(() => this.#begin(), atLatest);
  }

  /** Never rejects: nobody may be waiting at the moment when the disk fails. */
  async #write(): Promise<void> {
    try {
      do {
        await this.#writeBatch();
      } while (this.#length === batch);
    } catch (error) {
      this.#failure = { error };
    }
    this.#writing = null;
    if (!this.#failure) this.#beginSoon();
  }

  async #writeBatch(): Promise<void> {
    const [memory, length] = [this.#filling, this.#length];
    if (!memory) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#filling = null;
    this.#length = 0;
    for (let done = 0; done < length;) done += (await this.#sink.write(memory, done, length - done)).bytesWritten;
    if (kept.length < keptAtMost) kept.push(memory);
  }
}
