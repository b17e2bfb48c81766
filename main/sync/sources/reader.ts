import { setTimeout as sleep } from 'node:timers/promises';
import { limits } from '../../limits.ts';
import { Refusal } from '../refusal.ts';

/** A repository as a place to read files from: a web server, or a folder on a disk, a share or a stick. */
export interface Reader {
  /** What a person reads: an address or a folder name. */
  readonly label: string;
  /** Whether a broken transfer may be taken up again: a network comes back, a pulled stick does not. */
  readonly resumes: boolean;
  /**
   * Opens a file of the repository, e.g. `metadata/timestamp.json`, from a byte on. Gives null where there is no such
   * file. Throws Refusal source-unreachable.
   */
  open(file: string, from: number, signal: AbortSignal): Promise<Opened | null>;
}

export interface Opened {
  /** Where the body really begins: 0 where the server cannot start in the middle. */
  readonly from: number;
  readonly body: AsyncIterable<Uint8Array>;
}

/** What came through the line so far, in bytes of file content. */
export interface Wire {
  bytes: number;
}

/** A reader whose bytes are counted and whose silence is limited. */
export function watched(reader: Reader, wire: Wire): Reader {
  return {
    ...reader,
    async open(file, from, signal) {
      const line = new AbortController();
      const connected = { label: reader.label, signal, hangUp: () => line.abort() };
      const opened = await inTime(reader.open(file, from, AbortSignal.any([signal, line.signal])), connected);
      return opened && { from: opened.from, body: counted(opened.body, wire, connected) };
    },
  };
}

/** A line that breaks while a small file comes is tried again so many times. */
const tries = 3;

/**
 * The whole of a small file, held in memory under a cap (spec 5.3.3, 5.4.1, 5.5.1, 5.6.1: "the number of bytes MUST be
 * limited"). Null where there is no such file. Throws Refusal too-large, source-unreachable, cancelled.
 */
export async function readCapped(reader: Reader, file: string, cap: number, signal: AbortSignal): Promise<Buffer | null> {
  for (let left = tries; ; left--) {
    const opened = await reader.open(file, 0, signal);
    if (!opened) return null;
    try {
      return await collect(opened.body, file, cap);
    } catch (error) {
      const broken = error instanceof Refusal && error.failure.kind === 'source-unreachable';
      if (!broken || !reader.resumes || left === 1) throw error;
    }
  }
}

async function collect(body: AsyncIterable<Uint8Array>, file: string, cap: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > cap) throw new Refusal('too-large', file, `more than ${cap} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

interface Line {
  readonly label: string;
  readonly signal: AbortSignal;
  hangUp(): void;
}

async function* counted(body: AsyncIterable<Uint8Array>, wire: Wire, line: Line): AsyncGenerator<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]();
  let ended = false;
  try {
    for (;;) {
      const next = await inTime(chunks.next(), line);
      ended = next.done ?? false;
      if (ended) return;
      wire.bytes += next.value.length;
      yield next.value;
    }
  } finally {
    if (!ended) line.hangUp();
  }
}

/** An idle timeout, not one over the whole body: a slow line may take its time as long as bytes come. */
async function inTime<T>(step: Promise<T>, line: Line): Promise<T> {
  const done = new AbortController();
  try {
    return await Promise.race([step, silence(line, AbortSignal.any([done.signal, line.signal]))]);
  } catch (error) {
    line.hangUp();
    throw refusalOfLine(error, line);
  } finally {
    done.abort();
  }
}

async function silence(line: Line, signal: AbortSignal): Promise<never> {
  await sleep(limits.idleTimeout, null, { signal });
  throw new Refusal('source-unreachable', line.label, `nothing came for ${limits.idleTimeout} ms`);
}

function refusalOfLine(error: unknown, line: Line): Refusal {
  if (line.signal.aborted) return new Refusal('cancelled', line.label, 'cancelled by the person', error);
  return error instanceof Refusal ? error : new Refusal('source-unreachable', line.label, 'the transfer broke', error);
}
