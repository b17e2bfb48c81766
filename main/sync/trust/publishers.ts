import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { codeOf, writeDurably } from '../../files.ts';
import { floorSchema, noFloor, raised, requireFloor, withIssued, type Floor } from './floor.ts';
import type { Reader } from '../sources/reader.ts';
import { refresh, type Refreshed } from './refresh.ts';
import { isSoundRoot, onlyRoot, readFirstRoot, type FirstRoot, type TrustedFiles } from './trust.ts';

/** What is trusted of one publisher, kept in `publishers/<fingerprint>/`: 1.root.json, trusted.json and floor.json. */
export interface Publisher {
  readonly fingerprint: string;
  /** Newest signed instant of publishing accepted from it, ISO 8601; '' before the first. */
  issued(): Promise<string>;
  /** Brings the trusted metadata up to date from a source, or throws a Refusal and leaves it as it was. */
  refreshFrom(reader: Reader, referenceTime: Date, signal: AbortSignal): Promise<Refreshed>;
  /** Notes that content published at this instant was accepted. */
  accept(issued: string): Promise<void>;
}

const trustedSchema = z.object({
  root: z.string(),
  timestamp: z.string().nullable(),
  snapshot: z.string().nullable(),
  targets: z.string().nullable(),
});

/** Trusts a publisher from its first root on. Doing it again changes nothing. */
export async function trustPublisher(directory: string, first: FirstRoot): Promise<void> {
  const home = path.join(directory, first.fingerprint);
  await mkdir(home, { recursive: true });
  await writeDurably(path.join(home, '1.root.json'), first.text);
}

/** Opens a publisher that was trusted before. Throws where its first root is gone or damaged: then nothing can be verified. */
export async function openPublisher(directory: string, fingerprint: string): Promise<Publisher> {
  const home = path.join(directory, fingerprint);
  const first = readFirstRoot(await readFile(path.join(home, '1.root.json')), '1.root.json');
  if (first.fingerprint !== fingerprint) throw new Error(`the first root of ${fingerprint} is another one`);
  const trustedFile = path.join(home, 'trusted.json');
  const floorFile = path.join(home, 'floor.json');
  const readFloor = async (): Promise<Floor> =>
    (await readChecked(floorFile, floorSchema)) ?? (await readChecked(previous(floorFile), floorSchema)) ?? noFloor;

  return {
    fingerprint,
    issued: async () => (await readFloor()).issued,
    async refreshFrom(reader, referenceTime, signal) {
      const trusted = await readTrusted(trustedFile, first.text);
      const onRoot = (root: string): Promise<void> => keep(trustedFile, { ...trusted, root });
      const fresh = await refresh({ reader, trusted, referenceTime, onRoot, signal });
      const floor = await readFloor();
      requireFloor(fresh.store, floor, reader.label);
      await keepIfNew(floorFile, floor, raised(fresh.store, floor));
      await keepIfNew(trustedFile, trusted, fresh.files);
      return fresh;
    },
    async accept(issued) {
      const floor = await readFloor();
      await keepIfNew(floorFile, floor, withIssued(floor, issued));
    },
  };
}

/** For the starter, which is part of the program: nothing is kept of it, and its date does not count. */
export function builtInPublisher(first: FirstRoot): Publisher {
  return {
    fingerprint: first.fingerprint,
    issued: async () => '',
    refreshFrom: (reader, _referenceTime, signal) =>
      refresh({ reader, trusted: onlyRoot(first.text), referenceTime: new Date(0), onRoot: async () => undefined, signal }),
    accept: async () => undefined,
  };
}

/**
 * The metadata trusted so far; where a power cut or the disk has damaged it the copy before, and at last the first root.
 * The floor stands apart, so nothing older gets in by that.
 */
async function readTrusted(file: string, firstRoot: string): Promise<TrustedFiles> {
  for (const candidate of [file, previous(file)]) {
    const trusted = await readChecked(candidate, trustedSchema);
    if (trusted && isSoundRoot(trusted.root)) return trusted;
  }
  return onlyRoot(firstRoot);
}

async function keepIfNew(file: string, before: unknown, after: unknown): Promise<void> {
  if (JSON.stringify(before) !== JSON.stringify(after)) await keep(file, after);
}

/** Writes a new state whole; the one before stays as `*.previous.json`. */
async function keep(file: string, value: unknown): Promise<void> {
  const before = await readText(file);
  if (before !== null) await writeDurably(previous(file), before);
  await writeDurably(file, `${JSON.stringify(value, null, 2)}\n`);
}

const previous = (file: string): string => file.replace(/\.json$/, '.previous.json');

/** Parsed and checked content of one of our own files; null where it is missing or damaged. */
async function readChecked<T>(file: string, schema: z.ZodType<T>): Promise<T | null> {
  const text = await readText(file);
  if (text === null) return null;
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}

async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
