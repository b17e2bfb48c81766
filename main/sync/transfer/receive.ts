import path from 'node:path';
import { syncDirectory } from '../../files.ts';
import { limits } from '../../limits.ts';
import { Refusal } from '../refusal.ts';
import type { Opened, Reader } from '../sources/reader.ts';
import { backOff, fastEnough, linesTo, ordinaryPatience, type Lines, type Patience } from './lines.ts';
import { openPart, type Part } from './part.ts';
import type { Expected } from './sum.ts';
import { Troubles } from './troubles.ts';

export type { Expected } from './sum.ts';

export interface ReceiveOptions {
  readonly lines: Lines;
  readonly patience: Patience;
  /** Called with each change of what has come; negative where bad bytes are thrown away. */
  readonly onBytes: (change: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Brings one signed file here from one source, durably. Throws Refusal truncated, tampered, too-large,
 * source-unreachable, cancelled, or the system's error of the disk; then nothing stands under the final name.
 */
export async function receive(reader: Reader, expected: Expected, destination: string, signal: AbortSignal): Promise<void> {
  const options = { lines: linesTo([reader]), patience: ordinaryPatience, onBytes: () => undefined, signal };
  await (await bring(expected, destination, options)).keep();
  await syncDirectory(path.dirname(destination));
}

/**
 * Brings a signed file here: part file → hash while writing → compare; `keep` then is fsync → rename. A broken line goes
 * on where it stopped, also after the program died, and the next source goes on with what another one began: the file is
 * the same wherever it lies, and its hash decides at the end. Throws like `receive`.
 */
export async function bring(expected: Expected, destination: string, options: ReceiveOptions): Promise<Part> {
  const part = await openPart(destination, expected);
  try {
    await fill(part, expected, options);
    return part;
  } catch (error) {
    await part.leave();
    throw error;
  }
}

/** Asks the sources in rounds, as long as each round brings something new. */
async function fill(part: Part, expected: Expected, options: ReceiveOptions): Promise<void> {
  const asked: Attempt = { ...options, troubles: new Troubles(expected) };
  if (part.isWhole && (await isGood(part, asked))) return;
  let furthest = part.length;
  for (let fruitless = 0; ;) {
    if (await oneRound(part, expected, asked)) return;
    fruitless = part.length > furthest ? 0 : fruitless + 1;
    furthest = Math.max(furthest, part.length);
    const anyLeft = options.lines.inOrder().some((reader) => asked.troubles.bears(reader));
    if (!anyLeft || fruitless === limits.fruitlessTries) throw asked.troubles.worst();
    await backOff(fruitless, options.patience, options.signal);
  }
}

interface Attempt extends ReceiveOptions {
  readonly troubles: Troubles;
}

/** Each source once, the next one where the one before stopped. True when the file is here and good. */
async function oneRound(part: Part, expected: Expected, asked: Attempt): Promise<boolean> {
  for (const reader of asked.lines.inOrder()) {
    if (await fromOne(part, expected, reader, asked)) return true;
  }
  return false;
}

/** What turns out bad may have been so before: the source is asked once more, from the beginning. */
async function fromOne(part: Part, expected: Expected, reader: Reader, asked: Attempt): Promise<boolean> {
  const { lines, troubles } = asked;
  while (troubles.bears(reader)) {
    try {
      await append(part, expected, reader, asked);
      if (await isGood(part, asked)) return true;
      troubles.note(reader, new Refusal('tampered', expected.file, 'the hash is not the signed one'));
    } catch (error) {
      const kind = troubles.note(reader, error);
      if (kind === 'source-unreachable' && !reader.resumes) lines.drop(reader);
      break;
    }
  }
  lines.postpone(reader);
  return false;
}

/** Compares a whole file. A bad one is thrown away, whoever brought its bytes: some of them may be of an earlier time. */
async function isGood(part: Part, { onBytes }: Attempt): Promise<boolean> {
  if (part.matches()) return true;
  onBytes(-part.length);
  await part.restart();
  return false;
}

async function append(part: Part, expected: Expected, reader: Reader, asked: Attempt): Promise<void> {
  const { lines, patience, troubles, signal } = asked;
  const othersWait = (): boolean => lines.inOrder().some((other) => other !== reader && troubles.bears(other));
  const attempt = new AbortController();
  try {
    const opened = await reader.open(expected.file, part.length, AbortSignal.any([signal, attempt.signal]));
    requireLength(opened, expected);
    const body = fastEnough(opened.body, { label: reader.label, now: patience.now, othersWait });
    await take(part, expected, { ...opened, body }, asked);
  } catch (error) {
    attempt.abort(error); // a body that nobody reads would keep its connection open
    throw error;
  } finally {
    await part.written();
  }
  if (!part.isWhole) throw new Refusal('source-unreachable', reader.label, `${part.length} of ${expected.length} bytes`);
}

/** Bytes of the body that are new go into the part. */
async function take(part: Part, expected: Expected, { from, body }: Opened, { onBytes }: Attempt): Promise<void> {
  // A server that cannot start in the middle sends once more what lies here: passed over, so that no ground is lost.
  let toSkip = part.length - from;
  for await (const chunk of body) {
    const fresh = chunk.subarray(Math.min(toSkip, chunk.length));
    toSkip -= chunk.length - fresh.length;
    if (fresh.length === 0) continue;
    // Spec 5.7.3: never more than the length that was signed.
    if (part.length + fresh.length > expected.length) {
      onBytes(-part.length);
      await part.restart();
      throw new Refusal('too-large', expected.file, `more than ${expected.length} bytes`);
    }
    onBytes(fresh.length);
    await part.add(fresh);
  }
}

/** A file of another length is another file, whatever is in it: nothing of it may get into the part. */
function requireLength(opened: Opened | null, { file, length }: Expected): asserts opened is Opened {
  if (!opened) throw new Refusal('truncated', file, 'the repository lacks this file');
  if (opened.total === null || opened.total === length) return;
  throw new Refusal(opened.total < length ? 'truncated' : 'too-large', file, `${opened.total} bytes instead of ${length}`);
}
