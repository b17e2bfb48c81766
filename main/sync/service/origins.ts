import { Refusal } from '../refusal.ts';
import type { Origin } from '../run/run.ts';
import type { Get } from '../sources/http-reader.ts';
import { findStick, publisherIn, readerOf, type Drives } from '../sources/places.ts';
import type { SourceEntry, SourceList } from '../sources/sources.ts';
import { openStarter, starterId } from '../sources/starter.ts';
import { metered, type Traffic } from '../transfer/traffic.ts';
import type { Publisher } from '../trust/publishers.ts';

export interface OriginsOptions {
  readonly sources: SourceList;
  /** The repository that came with the program, or null. */
  readonly starter: string | null;
  readonly openPublisher: (fingerprint: string) => Promise<Publisher>;
  readonly get: Get;
  readonly traffic: Traffic;
  readonly drives: Drives;
}

/** What a run goes over. `limit`: so many bytes may come over http this month; null for no limit. */
export interface Origins {
  /** Some sources in the order given. Throws Refusal place-gone for an id that is not there. */
  of(ids: readonly string[], limit: number | null): Promise<readonly Origin[]>;
  /** All that are at hand, the preferred one first and the starter last. A stick that is not plugged in is no failure, unless there is nothing else. */
  all(limit: number | null): Promise<readonly Origin[]>;
  /** A drive that was plugged in; null where it holds nothing of a publisher that is trusted here. */
  onDrive(folder: string): Promise<Origin | null>;
}

export function createOrigins({ sources, starter, openPublisher, get, traffic, drives }: OriginsOptions): Origins {
  async function originOf(entry: SourceEntry, limit: number | null): Promise<Origin> {
    const reader = await readerOf(entry, get);
    const counted = entry.kind === 'http' ? metered(reader, traffic, limit) : reader;
    return { id: entry.id, reader: counted, publisher: await openPublisher(entry.publisher), starter: false };
  }

  /** The entry with the place where its stick is now; null where it is not plugged in. */
  async function present(entry: SourceEntry): Promise<SourceEntry | null> {
    if (entry.kind !== 'removable') return entry;
    const at = await findStick(entry, drives);
    if (at !== null && at !== entry.at) await sources.update(entry.id, { at });
    return at === null ? null : { ...entry, at };
  }

  async function one(id: string, limit: number | null): Promise<Origin> {
    if (id === starterId && starter !== null) return openStarter(starter);
    const entry = (await sources.list()).find((other) => other.id === id);
    if (!entry) throw new Refusal('place-gone', '', `no source ${id}`);
    return originOf((await present(entry)) ?? entry, limit);
  }

  return {
    of: (ids, limit) => Promise.all(ids.map((id) => one(id, limit))),
    async all(limit) {
      const entries = await sources.list();
      const atHand = (await Promise.all(entries.map(present))).filter((entry) => entry !== null);
      const added = await Promise.all((atHand.length > 0 ? atHand : entries).map((entry) => originOf(entry, limit)));
      return starter === null ? added : [...added, await openStarter(starter)];
    },
    async onDrive(folder) {
      const publisher = await publisherIn(folder);
      const known = (await sources.list()).filter((entry) => entry.publisher === publisher);
      const [first] = known;
      if (!first) return null;
      const stick = known.find(({ kind }) => kind === 'removable');
      if (stick) return one(stick.id, null);
      // The publisher is trusted by another path. The drive is read, but nobody has made it a source.
      return { ...(await originOf({ ...first, kind: 'removable', at: folder, label: labelOf(folder) }, null)), id: '' };
    },
  };
}

const labelOf = (folder: string): string => folder.split(/[\\/]/).findLast((name) => name !== '') ?? folder;
