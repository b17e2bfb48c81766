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
  readonly installing: Pick<Installing, 'details'>;
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

  return {
    sources: listed,
    async overview() {
      return {
        sources: await listed(),
        installed: await installing.details(),
        waiting: waiting.current(),
        // While a run is going on, its progress says more.
        unfinished: runs.running() ? null : await unfinishedOf(await found.list(), store),
        clock: await hints.warning(await issued()),
        usedThisMonth: await traffic.usedThisMonth(),
        newRefusals: await history.newRefusals(),
      };
    },
  };
}
