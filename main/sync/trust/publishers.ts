import { access, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { floorSchema } from '@shared/model/schemas/trust.ts';
import type { Floor } from '@shared/model/trust.ts';
import { codeOf, writeDurably } from '../../files.ts';
import { limits } from '../../limits.ts';
import { readCapped, type Reader } from '../sources/reader.ts';
import { Refusal } from '../refusal.ts';
import { referenceTime } from './clock.ts';
import { higher, noFloor, raised, requireFloor, withIssued } from './floor.ts';
import { keptFile } from './kept.ts';
import { TrustedMetadataStore } from './models.ts';
import { refresh, type Refreshed } from './refresh.ts';
import { isSoundRoot, onlyRoot, readFirstRoot, type FirstRoot, type TrustedFiles } from './trust.ts';

/** What is trusted of one publisher, kept in `publishers/<fingerprint>/`: every root that was accepted, trusted.json and floor.json. */
export interface Publisher {
  readonly fingerprint: string;
  /** Newest signed instant of publishing accepted from it, ISO 8601; '' before the first and after its keys were renewed. */
  issued(): Promise<string>;
  /** The newest root that is trusted; null where all of them were lost. */
  root(): Promise<string | null>;
  /** The metadata that is trusted now; null where all of it was lost. */
  trusted(): Promise<TrustedFiles | null>;
  /** Root files accepted so far, by version from 1 on, as far as they lie here without a gap. */
  roots(): Promise<readonly Buffer[]>;
  /** Takes a root that a person has trusted, see root-file.ts. Everything that it does not vouch for is asked for anew. */
  replaceRoot(root: string): Promise<void>;
  /**
   * Brings the trusted metadata up to date from a source, or throws a Refusal; what was accepted before that stays.
   * `time`: the system's clock and whatever else is known of the time; the publisher's own `issued` counts by itself.
   */
  refreshFrom(reader: Reader, time: Date, signal: AbortSignal): Promise<Refreshed>;
  /** Notes that content published at this instant was accepted. */
  accept(issued: string): Promise<void>;
}

/** A second place for floors, which outlives the folder of publishers: the journal. */
export interface FloorKeeper {
  read(fingerprint: string): Promise<Floor | null>;
  keep(fingerprint: string, floor: Floor): Promise<void>;
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
  await writeDurably(path.join(home, firstRootFile), first.text);
}

/** Opens a publisher that was trusted before. */
export async function openPublisher(directory: string, fingerprint: string, floors: FloorKeeper | null = null): Promise<Publisher> {
  const home = path.join(directory, fingerprint);
  const trustedFile = keptFile<TrustedFiles>(path.join(home, 'trusted.json'), trustedSchema);
  const floorFile = keptFile<Floor>(path.join(home, 'floor.json'), floorSchema);
  const readFloor = async (): Promise<Floor> => {
    const here = await floorFile.read();
    const floor = here.length > 0 ? null : await floors?.read(fingerprint);
    return here.reduce(higher, floor ?? noFloor);
  };
  await mkdir(home, { recursive: true });

  async function readTrusted(): Promise<TrustedFiles | null> {
    const trusted = (await trustedFile.read()).find(({ root }) => isSoundRoot(root));
    if (trusted) return trusted;
    const first = await readOwnRoot(home, fingerprint);
    return first && onlyRoot(first.text);
  }

  async function raise(floor: Floor): Promise<void> {
    await floorFile.write(floor);
    await floors?.keep(fingerprint, floor);
  }

  return {
    fingerprint,
    issued: async () => (await readFloor()).issued,
    root: async () => (await readTrusted())?.root ?? null,
    trusted: readTrusted,
    roots: () => readRootFiles(home),
    async replaceRoot(root) {
      await raise(raised(new TrustedMetadataStore(Buffer.from(root)), await readFloor()));
      await trustedFile.write({ ...((await readTrusted()) ?? onlyRoot(root)), root });
    },
    async refreshFrom(reader, time, signal) {
      const trusted = (await readTrusted()) ?? onlyRoot((await firstRootOf(reader, home, fingerprint, signal)).text);
      const before = await readFloor();
      let floor = before;
      const request = { reader, trusted, signal, referenceTime: async () => referenceTime(time.getTime(), [floor.issued]) };
      try {
        return await refresh({
          ...request,
          async onTrusted(files, store) {
            if (store.timestamp) requireFloor(store, floor, reader.label);
            floor = raised(store, floor);
            // The floor first: what was accepted may be lost and fetched again, but never again anything older.
            await floorFile.write(floor);
            await keepRoot(home, store.root.signed.version, files.root);
            await trustedFile.write(files);
          },
        });
      } finally {
        if (JSON.stringify(floor) !== JSON.stringify(before)) await floors?.keep(fingerprint, floor);
      }
    },
    async accept(issued) {
      const floor = await readFloor();
      const later = withIssued(floor, issued);
      if (later !== floor) await raise(later);
    },
  };
}

/** For the starter, which is part of the program: nothing is kept of it, and its date does not count. */
export function builtInPublisher(first: FirstRoot): Publisher {
  const nothing = async (): Promise<void> => undefined;
  const never = async (): Promise<Date> => new Date(0);
  return {
    fingerprint: first.fingerprint,
    issued: async () => '',
    root: async () => first.text,
    trusted: async () => null,
    roots: async () => [],
    replaceRoot: nothing,
    refreshFrom: (reader, _time, signal) =>
      refresh({ reader, trusted: onlyRoot(first.text), referenceTime: never, onTrusted: nothing, signal }),
    accept: nothing,
  };
}

const rootFile = (version: number): string => `${version}.root.json`;
const firstRootFile = rootFile(1);

/** An office to which this one passes packages on has to follow every change of keys. */
async function keepRoot(home: string, version: number, text: string): Promise<void> {
  const file = path.join(home, rootFile(version));
  if (!(await exists(file))) await writeDurably(file, text);
}

async function readRootFiles(home: string): Promise<readonly Buffer[]> {
  const roots: Buffer[] = [];
  for (let version = 1; ; version += 1) {
    const bytes = await readFile(path.join(home, rootFile(version))).catch(() => null);
    if (bytes === null) return roots;
    roots.push(bytes);
  }
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** Null where it is missing or damaged. */
async function readOwnRoot(home: string, fingerprint: string): Promise<FirstRoot | null> {
  try {
    const first = readFirstRoot(await readFile(path.join(home, firstRootFile)), firstRootFile);
    return first.fingerprint === fingerprint ? first : null;
  } catch (error) {
    if (error instanceof Refusal || codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** The root was lost here, its fingerprint was not: whoever has the root with that fingerprint may give it back. */
async function firstRootOf(reader: Reader, home: string, fingerprint: string, signal: AbortSignal): Promise<FirstRoot> {
  const bytes = await readCapped(reader, `metadata/${firstRootFile}`, limits.rootMetadata, signal);
  if (!bytes) throw new Refusal('source-empty', reader.label, 'the trusted root was lost here and is not there either');
  const first = readFirstRoot(bytes, reader.label);
  if (first.fingerprint !== fingerprint) throw new Refusal('wrong-key', reader.label, 'the first root is that of another publisher');
  await writeDurably(path.join(home, firstRootFile), first.text);
  return first;
}
