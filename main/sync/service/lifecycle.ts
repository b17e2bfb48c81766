import type { StagedPackage, SyncFindings } from '@shared/ipc/contract.ts';
import type { InstalledPackage } from '@shared/model/package.ts';
import { asResult, type Log } from '../refusal.ts';
import { inUseOf, isComplete, type Found, type FoundVersion } from '../run/found.ts';
import type { BlockStore } from '../store/block-store.ts';
import { isSameVersion } from '../store/installed.ts';
import type { Installing } from '../store/installing.ts';
import { judge } from '../store/precedence.ts';
import { stage, type Staged } from '../store/staging.ts';
import type { Publisher } from '../trust/publishers.ts';
import type { Notes } from './notes.ts';
import { isVouchedFor } from './vouching.ts';
import type { Waiting } from './waiting.ts';

export interface LifecycleOptions {
  readonly installing: Installing;
  readonly store: BlockStore;
  readonly found: Found;
  readonly waiting: Waiting;
  readonly notes: Notes;
  /** Fingerprints of the publishers that have a source here. */
  readonly trusted: () => Promise<ReadonlySet<string>>;
  readonly openPublisher: (fingerprint: string) => Promise<Publisher>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Log;
}

/** What becomes of found versions: installed, put off, given up, or taken up again after a restart. */
export interface Lifecycle {
  settle(tokens: readonly string[]): Promise<readonly InstalledPackage[]>;
  /** Both stage a version that lies here. What waits under its name waits until one of the two is settled. */
  rollBack(name: string): Promise<StagedPackage>;
  restore(name: string): Promise<StagedPackage | null>;
  putOff(): Promise<void>;
  /** Gives up what was not brought to its end. What is complete still waits. */
  discard(): Promise<void>;
  /** Stages what was complete when the program ended last, without any source. False where it was cancelled. */
  wake(signal: AbortSignal): Promise<boolean>;
}

const nothing: SyncFindings = { packages: [], refused: [], unread: [], transferredBytes: 0, reusedBytes: 0 };

export function createLifecycle(options: LifecycleOptions): Lifecycle {
  const { installing, store, found, waiting, notes, trusted, openPublisher, now, log } = options;
  /** The installed versions are safe already: what cannot be removed now is removed another time. */
  async function collect(): Promise<void> {
    try {
      await installing.collect(inUseOf(await found.list()));
    } catch (error) {
      log('removing what nothing uses', error);
    }
  }

  async function changedBy(staged: readonly Staged[]): Promise<readonly Staged[]> {
    const here = await Promise.all(staged.map(({ manifest }) => installing.records.find(manifest.name)));
    return staged.filter((version, place) => {
      const record = here[place];
      return !record || !isSameVersion(record, version);
    });
  }

  /** Found before, and would be taken today as well. */
  async function stillWanted(version: FoundVersion): Promise<boolean> {
    const publishers = await trusted();
    const here = await installing.records.find(version.manifest.name);
    // The starter goes through its gates again at every start.
    if (Date.parse(version.expires) < now() || version.starter || !publishers.has(version.publisher)) return false;
    if (!(await isVouchedFor(version, await openPublisher(version.publisher)))) return false;
    if (judge(version, here, (publisher) => publishers.has(publisher)) !== 'install') return false;
    return (await isComplete(version, store)) && !(await installing.putOff.has(version));
  }

  return {
    async settle(tokens) {
      const staged = tokens.map(installing.find);
      const changed = await changedBy(staged);
      const installed = await installing.settle(tokens);
      for (const version of changed) await notes.installed(version);
      const names = new Set(staged.map(({ manifest }) => manifest.name));
      waiting.drop(({ manifest }) => names.has(manifest.name));
      await found.drop(({ manifest }) => names.has(manifest.name));
      await collect();
      return installed;
    },
    rollBack: installing.rollBack,
    restore: installing.restore,
    async putOff() {
      await installing.putOff.add(waiting.current()?.packages ?? []);
      waiting.drop(() => true);
    },
    async discard() {
      const incomplete = new Set<string>();
      for (const version of await found.list()) if (!(await isComplete(version, store))) incomplete.add(version.manifest.name);
      await found.drop(({ manifest }) => incomplete.has(manifest.name));
      await store.dropParts();
      await collect();
    },
    async wake(signal) {
      const complete: Staged[] = [];
      // What a run has found meanwhile waits already, under a token that the window may be using.
      const waitingNames = new Set(waiting.current()?.packages.map(({ manifest }) => manifest.name));
      for (const version of await found.list()) {
        if (signal.aborted || waitingNames.has(version.manifest.name) || !(await stillWanted(version))) continue;
        const replaces = await installing.records.find(version.manifest.name);
        const { wanted: _wanted, ...offer } = version;
        const result = await asResult(log, version.manifest.title, () =>
          stage({ offer, replaces, store, onBlock: () => undefined, signal }),
        );
        if (result.ok) complete.push(result.value);
      }
      if (signal.aborted) return false;
      // All at once: whoever installs in between would install a part.
      if (complete.length > 0) waiting.add({ ...nothing, packages: complete.map(installing.hold) });
      return true;
    },
  };
}
