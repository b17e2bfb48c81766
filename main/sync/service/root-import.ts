import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { RootProbe, Source } from '@shared/ipc/contract.ts';
import { limits } from '../../limits.ts';
import { Refusal } from '../refusal.ts';
import { asSource, type SourceEntry, type SourceList } from '../sources/sources.ts';
import type { Publisher } from '../trust/publishers.ts';
import { lookAtRoot, trustRoot } from '../trust/root-file.ts';
import type { Notes } from './notes.ts';

export interface RootImportOptions {
  /** Folder of the trusted publishers. */
  readonly directory: string;
  readonly openPublisher: (fingerprint: string) => Promise<Publisher>;
  readonly sources: SourceList;
  readonly notes: Notes;
}

/** The two steps of taking a root from a file: a person compares the fingerprint in between. Both throw Refusal. */
export interface RootImport {
  lookAt(source: string, file: string): Promise<RootProbe>;
  /** The source belongs from now on to the publisher of that root. */
  trust(probe: string): Promise<Source>;
}

export function createRootImport({ directory, openPublisher, sources, notes }: RootImportOptions): RootImport {
  const probes = new Map<string, { readonly source: string; readonly bytes: Buffer }>();

  async function entryOf(id: string): Promise<SourceEntry> {
    const entry = (await sources.list()).find((other) => other.id === id);
    if (!entry) throw new Refusal('place-gone', '', `no source ${id}`);
    return entry;
  }

  return {
    async lookAt(source, file) {
      const { publisher } = await entryOf(source);
      const bytes = await readRootFile(file);
      const look = await lookAtRoot(bytes, await openPublisher(publisher));
      const probe = randomUUID();
      probes.set(probe, { source, bytes });
      const known = (await sources.list()).some((entry) => entry.publisher === look.fingerprint);
      return { ...look, probe, label: path.basename(file), known };
    },
    async trust(token) {
      const probe = probes.get(token);
      if (!probe) throw new Refusal('place-gone', '', 'the token of the root file is not known');
      const entry = await entryOf(probe.source);
      const publisher = await trustRoot(directory, probe.bytes, await openPublisher(entry.publisher));
      const next = publisher === entry.publisher ? entry : { ...entry, publisher, root: 0, lastSuccess: null, lastCheck: null };
      await sources.put(next);
      await notes.trusted(next);
      return asSource(next);
    },
  };
}

async function readRootFile(file: string): Promise<Buffer> {
  const { size } = await stat(file);
  if (size > limits.rootMetadata) throw new Refusal('too-large', path.basename(file), `${size} bytes`);
  return readFile(file);
}
