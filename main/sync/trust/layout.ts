import type { Reader } from '../sources/reader.ts';
import { Refusal } from '../refusal.ts';
import type { Publisher } from './publishers.ts';
import type { Refreshed } from './refresh.ts';

interface Found {
  /** Finds the metadata where it is. */
  readonly reader: Reader;
  readonly refreshed: Refreshed;
}

/**
 * Refreshes from a repository of any writer: some have the metadata beside the folder of targets, not in a folder of its
 * own. Throws like `refreshFrom`.
 */
export async function refreshFound(publisher: Publisher, reader: Reader, time: Date, signal: AbortSignal): Promise<Found> {
  try {
    return { reader, refreshed: await publisher.refreshFrom(reader, time, signal) };
  } catch (error) {
    // Without newer roots the trusted one may have expired before anything was found to be missing.
    const foundNothing = error instanceof Refusal && ['source-empty', 'expired'].includes(error.failure.kind);
    if (!foundNothing || !(await isFlat(reader, signal))) throw error;
    const flat: Reader = { ...reader, open: (file, from, stop) => reader.open(file.replace(/^metadata\//, ''), from, stop) };
    return { reader: flat, refreshed: await publisher.refreshFrom(flat, time, signal) };
  }
}

const isFlat = async (reader: Reader, signal: AbortSignal): Promise<boolean> =>
  !(await isThere(reader, 'metadata/timestamp.json', signal)) && isThere(reader, 'timestamp.json', signal);

/** Whether a source has a file; of its content only the beginning comes. */
export async function isThere(reader: Reader, file: string, signal: AbortSignal): Promise<boolean> {
  const enough = new AbortController();
  const opened = await reader.open(file, 0, AbortSignal.any([signal, enough.signal]));
  enough.abort();
  return opened !== null;
}
