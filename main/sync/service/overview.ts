import type { PackagesOverview, Source } from '@shared/ipc/contract.ts';
import { unfinishedOf, type Found } from '../run/found.ts';
import { asSource, type SourceList } from '../sources/sources.ts';
import { openStarter, starterId } from '../sources/starter.ts';
import type { BlockStore } from '../store/block-store.ts';
import type { History } from '../store/history.ts';
import type { Installing } from '../store/installing.ts';
import type { Traffic } from '../transfer/traffic.ts';
import type { Publisher } from '../trust/publishers.ts';
import type { ClockHints } from './clock-hints.ts';
import type { Notes } from './notes.ts';
import type { Runs } from './runs.ts';
import type { Waiting } from './waiting.ts';

export interface OverviewOptions {
  readonly sources: SourceList;
  readonly starter: string | null;
  readonly openPublisher: (fingerprint: string) => Promise<Publisher>;
  readonly installing: Pick<Installing, 'details' | 'records' | 'putOff'>;
  /** Fingerprints of the publishers that have a source here. */
  readonly trusted: () => Promise<ReadonlySet<string>>;
  readonly waiting: Waiting;
  readonly found: Found;
  readonly store: BlockStore;
  readonly runs: Runs;
  readonly hints: ClockHints;
  readonly traffic: Traffic;
  readonly history: History;
  readonly notes: Notes;
}

/** Everything that the packages page shows besides the database. */
export function createOverview(options: OverviewOptions): { sources(): Promise<readonly Source[]>; overview(): Promise<PackagesOverview> } {
  const { sources, starter, openPublisher, installing, waiting, found, store, runs, hints, traffic, history } = options;

  async function listed(): Promise<readonly Source[]> {
    const added = (await sources.list()).map(asSource);
    if (starter === null) return added;
    const { reader, publisher } = await openStarter(starter);
    const { lastSuccess, lastCheck } = options.notes.starter();
    return [...added, { id: starterId, kind: 'starter', label: reader.label, publisher: publisher.fingerprint, lastSuccess, lastCheck }];
  }

  async function issued(): Promise<readonly string[]> {
    const publishers = new Set((await sources.list()).map(({ publisher }) => publisher));
    return Promise.all([...publishers].map(async (fingerprint) => (await openPublisher(fingerprint)).issued()));
  }

  /** Waiting versions are shown as such, installed ones are no longer put off. */
  async function putOff(): Promise<PackagesOverview['putOff']> {
    const publishers = await options.trusted();
    const waitingNames = new Set(waiting.current()?.packages.map(({ manifest }) => manifest.name));
    const here = new Map((await installing.records.list()).map(({ manifest, publisher }) => [manifest.name, { manifest, publisher }]));
    return (await installing.putOff.list()).flatMap(({ publisher, name, version, title }) => {
      const installed = here.get(name);
      const isOlder = installed?.publisher !== publisher || installed.manifest.version < version;
      if (!publishers.has(publisher) || waitingNames.has(name) || !isOlder) return [];
      return [{ title: title || (installed?.manifest.title ?? name), version }];
    });
  }

  return {
    sources: listed,
    async overview() {
      const checking = runs.running();
      return {
        sources: await listed(),
        installed: await installing.details(),
        waiting: waiting.current(),
        putOff: await putOff(),
        checking,
        // While a run is going on, its progress says more.
        unfinished: checking ? null : await unfinishedOf(await found.list(), store),
        clock: await hints.warning(await issued()),
        usedThisMonth: await traffic.usedThisMonth(),
        newRefusals: await history.newRefusals(),
      };
    },
  };
}
