import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { PackageFile } from '@shared/model/package.ts';
import type { Result } from '@shared/model/failure.ts';
import { splitAddress } from '../address.ts';
import { once } from '../once.ts';
import { asResult } from './refusal.ts';
import { openFound } from './run/found.ts';
import { createClockHints } from './service/clock-hints.ts';
import { createLifecycle } from './service/lifecycle.ts';
import { createNotes } from './service/notes.ts';
import { createOrigins } from './service/origins.ts';
import { createOverview } from './service/overview.ts';
import type { Packages, PackagesOptions } from './service/packages.ts';
import { createRootImport } from './service/root-import.ts';
import { createRuns } from './service/runs.ts';
import { createSourceChanges } from './service/source-changes.ts';
import { createStock } from './service/stock.ts';
import { createTurns } from './service/turns.ts';
import { createWaiting } from './service/waiting.ts';
import { createProbing } from './sources/probing.ts';
import type { Wire } from './sources/reader.ts';
import { openSources } from './sources/sources.ts';
import { issuedOfStarter, soundStarter } from './sources/starter.ts';
import { openBlockStore } from './store/block-store.ts';
import { openHistory } from './store/history.ts';
import { asInstalled } from './store/installed.ts';
import { openInstalling } from './store/installing.ts';
import { servedFile } from './store/served-file.ts';
import { openTraffic } from './transfer/traffic.ts';
import { openPublisher, type Publisher } from './trust/publishers.ts';

export type { Packages, PackagesOptions } from './service/packages.ts';

/** Opens what lies in the folder, and puts the parts of the room together. */
export async function createPackages(options: PackagesOptions): Promise<Packages> {
  const { directory, get, now, placeOf, drives, floors, changed, log } = options;
  await mkdir(directory, { recursive: true });
  const starter = await soundStarter(options.starter, log);
  const publishers = path.join(directory, 'publishers');
  const trust = {
    directory: publishers,
    openPublisher: (fingerprint: string): Promise<Publisher> => openPublisher(publishers, fingerprint, floors),
  };
  const sources = openSources(path.join(directory, 'sources.json'));
  const store = await openBlockStore(path.join(directory, 'blocks'));
  const installing = await openInstalling({ directory, store, now });
  const history = await openHistory(path.join(directory, 'history.json'), now);
  const traffic = await openTraffic(path.join(directory, 'traffic.json'), now);
  const found = openFound(path.join(directory, 'found.json'));
  const waiting = createWaiting();
  const turns = createTurns();
  const wire: Wire = { bytes: 0, date: null };
  const notes = createNotes(history, sources, now);
  const hints = createClockHints(
    now,
    once(async () => (starter === null ? '' : issuedOfStarter(starter))),
  );
  const trusted = async (): Promise<ReadonlySet<string>> => new Set((await sources.list()).map(({ publisher }) => publisher));
  const { openPublisher: open } = trust;
  const kept = { installing, store, found, waiting, notes, trusted, now, log };
  const origins = createOrigins({ sources, starter, openPublisher: open, get, traffic, drives });
  const runs = createRuns({ ...kept, ...options, origins, traffic, hints, turns, wire, freeBytes: () => options.freeBytes(directory) });
  const lifecycle = createLifecycle({ ...kept, openPublisher: open });
  const probing = createProbing({ publishers, sources, get, placeOf, drives, wire });
  const changes = createSourceChanges({ probing, sources, found, waiting, notes });
  const roots = createRootImport({ ...trust, sources, notes });
  const overview = createOverview({ ...kept, sources, starter, openPublisher: open, runs, hints, traffic, history });

  /** Whoever shows the packages is told that something may be different now. */
  async function told<T>(work: Promise<T>): Promise<T> {
    const value = await work;
    changed();
    return value;
  }
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => told(turns.byHand(work));
  const refusable = <T>(what: string, work: () => Promise<T>): Promise<Result<T>> => asResult(log, what, work);
  const wake = onceDone(async () => {
    const done = await turns.inBackground(lifecycle.wake);
    if (done) changed();
    return done ?? false;
  });

  return {
    installed: async () => (await installing.records.list()).map(asInstalled),
    sources: overview.sources,
    async overview() {
      void wake().catch((error: unknown) => log('what waited before the restart', error));
      return overview.overview();
    },
    sourceAt: (location) => refusable('', () => changes.sourceAt(location)),
    probe: (location) => refusable(location.kind === 'http' ? splitAddress(location.url).url : '', () => changes.probe(location)),
    addSource: (probe) => told(refusable('', () => changes.add(probe))),
    removeSource: (source) => told(changes.remove(source)),
    orderSources: (ids) => told(changes.order(ids)),
    lookAtRoot: (source, file) => refusable(path.basename(file), () => roots.lookAt(source, file)),
    trustRoot: (probe) => inTurn(() => refusable('', () => roots.trust(probe))),
    sync: runs.byHand,
    check: runs.byItself,
    discard: () => inTurn(lifecycle.discard),
    putOff: () => told(lifecycle.putOff()),
    blocks: installing.blocks,
    settle: (tokens) => inTurn(() => lifecycle.settle(tokens)),
    restore: (name) => inTurn(() => refusable(name, () => lifecycle.restore(name))),
    rollBack: (name) => inTurn(() => refusable(name, () => lifecycle.rollBack(name))),
    transferredBytes: () => wire.bytes,
    stock: createStock({ sources, records: installing.records, found, store, openPublisher: open }),
    note: (entry) => told(history.add(entry)),
    history: history.list,
    async seen() {
      if ((await history.newRefusals()) > 0) await told(history.seen());
    },
    async file(sha256) {
      const file: PackageFile | null = await installing.file(sha256);
      return file && servedFile(file, store);
    },
  };
}

/** Gives a function that does something at its first calls until it was done to the end. */
function onceDone(work: () => Promise<boolean>): () => Promise<void> {
  let state: 'open' | 'running' | 'done' = 'open';
  return async () => {
    if (state !== 'open') return;
    state = 'running';
    try {
      state = (await work()) ? 'done' : 'open';
    } finally {
      if (state === 'running') state = 'open';
    }
  };
}
