import { setTimeout as sleep } from 'node:timers/promises';
import { limits } from '../../limits.ts';
import { Refusal } from '../refusal.ts';
import { Line } from './line.ts';

/** A repository as a place to read files from: a web server, or a folder on a disk, a share or a stick. */
export interface Reader {
  /** What a person reads: an address or a folder name. */
  readonly label: string;
  /** Whether a broken transfer may be taken up again at once: a network comes back, a pulled stick has to be plugged in first. */
  readonly resumes: boolean;
  /**
   * Opens a file of the repository, e.g. `metadata/timestamp.json`, from a byte on. It is named as in an address: a part
   * that needs it is percent-encoded. Gives null where there is no such file. Throws Refusal source-unreachable, and
   * truncated where the file is shorter than that.
   */
  open(file: string, from: number, signal: AbortSignal): Promise<Opened | null>;
}

export interface Opened {
  /** Where the body really begins: 0 where the server cannot start in the middle. */
  readonly from: number;
  /** A chunk is good until the next one is asked for: whoever keeps it copies it. */
  readonly body: AsyncIterable<Uint8Array>;
  /** How long the whole file is, as the source says; null where it does not say. */
  readonly total: number | null;
  /** The server's clock, milliseconds since 1970; null for folders and where it was not said. */
  readonly date: number | null;
}

/** What came through the line so far, in bytes of file content, and the clock that the server showed last. */
export interface Wire {
  bytes: number;
  date: number | null;
}

/** A reader whose bytes are counted and whose silence is limited. */
export function watched(reader: Reader, wire: Wire): Reader {
  return {
    ...reader,
    async open(file, from, signal) {
      const line = new Line(reader.label, signal);
      const opened = await line.wait(reader.open(file, from, line.signal));
      wire.date = opened?.date ?? wire.date;
      if (!opened) line.end();
      return opened && { ...opened, body: counted(opened.body, wire, line) };
    },
  };
}

/** A line that breaks while a small file comes is tried again so many times. */
const tries = 3;
/** What took longer than this (ms) to fail at the first byte will hardly be there a moment later. */
const patience = 5_000;

/**
 * The whole of a small file, held in memory under a cap (spec 5.3.3, 5.4.1, 5.5.1, 5.6.1: "the number of bytes MUST be
 * limited"). Null where there is no such file. Throws Refusal too-large, source-unreachable, cancelled.
 */
export async function readCapped(reader: Reader, file: string, cap: number, signal: AbortSignal): Promise<Buffer | null> {
  const taken = new Taken(file, cap);
  for (let left = tries; ; left--) {
    const began = performance.now();
    let opened: Opened | null = null;
    try {
      opened = await reader.open(file, taken.length, signal);
      return opened && (await taken.all(opened));
    } catch (error) {
      const broken = error instanceof Refusal && error.failure.kind === 'source-unreachable';
      const hopeless = !opened && performance.now() - began > patience;
      if (!broken || !reader.resumes || left === 1 || hopeless) throw error;
      if (!isImmutable(file)) taken.restart();
      await sleep(limits.firstRetry);
    }
  }
}

/** Spec 6.2: what carries its version or its hash in its name never changes, so that it can be taken up where it broke. */
const isImmutable = (file: string): boolean => /(^|\/)(\d+|[0-9a-f]{64,})\.[^/]+$/.test(file);

/** What came of a small file so far. */
class Taken {
  length = 0;
  #chunks: Uint8Array[] = [];
  readonly #file: string;
  readonly #cap: number;

  constructor(file: string, cap: number) {
    this.#file = file;
    this.#cap = cap;
  }

  restart(): void {
    this.length = 0;
    this.#chunks = [];
  }

  async all({ from, body }: Opened): Promise<Buffer> {
    if (from < this.length) this.restart();
    for await (const chunk of body) {
      this.length += chunk.length;
      if (this.length > this.#cap) throw new Refusal('too-large', this.#file, `more than ${this.#cap} bytes`);
      this.#chunks.push(Buffer.from(chunk)); // a copy
    }
    return Buffer.concat(this.#chunks);
  }
}

async function* counted(body: AsyncIterable<Uint8Array>, wire: Wire, line: Line): AsyncGenerator<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]();
  let ended = false;
  try {
    for (;;) {
      const next = await line.wait(chunks.next());
      ended = next.done ?? false;
      if (ended) return;
      wire.bytes += next.value.length;
      yield next.value;
    }
  } finally {
    if (ended) line.end();
    else line.hangUp();
  }
}
