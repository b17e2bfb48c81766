import { limits } from '../../limits.ts';
import { readCapped, type Reader } from '../sources/reader.ts';
import { Refusal } from '../refusal.ts';
import { requireLength } from './gates.ts';

/**
 * A metadata file under its cap, null where there is none. A source that sends a byte now and then would hold up a refresh
 * for days (spec 1.5, slow retrieval): it gets as long as a bad line needs for so many bytes. Throws like `readCapped`.
 */
export async function readMetadata(reader: Reader, file: string, cap: number, signal: AbortSignal): Promise<Buffer | null> {
  const slow = new AbortController();
  const timer = setTimeout(() => slow.abort(), limits.slowWindow + (cap / limits.slowRate) * 1_000);
  try {
    return await readCapped(reader, `metadata/${file}`, cap, AbortSignal.any([signal, slow.signal]));
  } catch (error) {
    if (!slow.signal.aborted || signal.aborted) throw error;
    throw new Refusal('source-unreachable', reader.label, `${file} comes too slowly`, error);
  } finally {
    clearTimeout(timer);
  }
}

interface SignedLength {
  readonly length: number | undefined;
  /** Holds where the length was not signed. */
  readonly cap: number;
}

/** A metadata file that another one names; it has to be there. Throws Refusal truncated too. */
export async function readSigned(reader: Reader, file: string, { length, cap }: SignedLength, signal: AbortSignal): Promise<Buffer> {
  const read = (name: string) => readMetadata(reader, name, Math.min(length ?? cap, cap), signal);
  // Some writers escape the odd name of a role in the name of its file too.
  const bytes = (await read(file)) ?? (file.includes('%') ? await read(file.replaceAll('%', '%25')) : null);
  if (!bytes) throw new Refusal('truncated', file, 'the repository lacks this file');
  requireLength(file, bytes, length);
  return bytes;
}
