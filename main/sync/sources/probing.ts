import { randomUUID } from 'node:crypto';
import type { Source, SourceLocation, SourceProbe } from '@shared/ipc/contract.ts';
import { limits } from '../../limits.ts';
import type { Get } from './http-reader.ts';
import { trustPublisher } from '../trust/publishers.ts';
import { readCapped, watched, type Reader, type Wire } from './reader.ts';
import { Refusal } from '../refusal.ts';
import { locate, readerOf, type Drives, type Located } from './places.ts';
import { asSource, type SourceEntry, type SourceList } from './sources.ts';
import { readFirstRoot, type FirstRoot } from '../trust/trust.ts';

export interface Probing {
  /** The source that lies at a place; null where none does. Nothing is read there. Throws Refusal place-gone. */
  sourceAt(location: SourceLocation): Promise<Source | null>;
  /** Looks at a place without trusting it. Throws Refusal. */
  probe(location: SourceLocation): Promise<SourceProbe>;
  /** Trusts what was probed. Throws Refusal for a token of an earlier run. */
  add(token: string): Promise<Source>;
}

export interface ProbingOptions {
  readonly publishers: string;
  readonly sources: SourceList;
  readonly get: Get;
  readonly placeOf: (token: string) => string | null;
  readonly drives: Drives;
  /** Counts what comes. */
  readonly wire: Wire;
}

type Probed = Located & { readonly first: FirstRoot };

/** The two steps of trusting a publisher: a person compares the fingerprint in between. */
export function createProbing({ publishers, sources, get, placeOf, drives, wire }: ProbingOptions): Probing {
  const probes = new Map<string, Probed>();
  return {
    async sourceAt(location) {
      const { at } = await locate(location, placeOf, drives);
      const entry = (await sources.list()).find((other) => other.at === at);
      return entry ? asSource(entry) : null;
    },
    async probe(location) {
      const located = await locate(location, placeOf, drives);
      const first = await lookAt(watched(await readerOf(located, get), wire));
      const known = (await sources.list()).some(({ publisher }) => publisher === first.fingerprint);
      const token = randomUUID();
      probes.set(token, { ...located, first });
      return { probe: token, label: located.label, fingerprint: first.fingerprint, known };
    },
    async add(token) {
      const probed = probes.get(token);
      if (!probed) throw new Refusal('place-gone', '', 'the token of the probe is not known');
      await trustPublisher(publishers, probed.first);
      const entry = entryOf(probed, await sources.list());
      await sources.put(entry);
      return asSource(entry);
    },
  };
}

/** The first root of a repository that nobody has trusted yet (spec 5.2: the trusted root is got out of band). */
async function lookAt(reader: Reader): Promise<FirstRoot> {
  const { signal } = new AbortController();
  const bytes = await readCapped(reader, 'metadata/1.root.json', limits.rootMetadata, signal);
  if (!bytes) throw new Refusal('source-empty', reader.label, 'no 1.root.json');
  return readFirstRoot(bytes, reader.label);
}

/** A stick gets another drive letter each time; it is the same source as long as its publisher is. */
function entryOf({ first, ...located }: Probed, entries: readonly SourceEntry[]): SourceEntry {
  const publisher = first.fingerprint;
  const isStick = (entry: SourceEntry): boolean => entry.kind === 'removable' && entry.publisher === publisher;
  const same = entries.find((entry) => (located.kind === 'removable' ? isStick(entry) : entry.at === located.at));
  const before = same?.publisher === publisher ? same : undefined;
  const { lastSuccess = null, lastCheck = null, root = 0 } = before ?? {};
  return { id: same?.id ?? randomUUID(), ...located, publisher, lastSuccess, lastCheck, root };
}
