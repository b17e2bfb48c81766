import { useSyncExternalStore } from 'react';
import type { StagedPackage, SyncRequest } from '@shared/ipc/contract.ts';
import { readable } from '@shared/packages/readable.ts';
import { listen, request } from '../../bridge.ts';
import { installStaged } from '../install.ts';
import { checking, failed, idle, isBusy, withProgress, type SyncState } from './sync-state.ts';

export interface Sync {
  readonly state: () => SyncState;
  readonly subscribe: (changed: () => void) => () => void;
  /** `label` is what the person calls the source, or '' for all. While something runs, the last wish waits for its end. */
  readonly check: (wanted: SyncRequest, label: string) => Promise<void>;
  /** Stops the check that runs. What has come stays for the next one, unless it is not to be kept. */
  readonly stop: (keep: boolean) => void;
  readonly install: (packages: readonly StagedPackage[]) => Promise<void>;
  /** Closes a result; what runs goes on. */
  readonly dismiss: () => void;
}

/** Runs one sync at a time and follows it. */
export function createSync(): Sync {
  let state: SyncState = idle;
  let keepParts = true;
  let queued: (() => Promise<void>) | null = null;
  const listeners = new Set<() => void>();
  const become = (next: SyncState): void => {
    state = next;
    listeners.forEach((changed) => changed());
  };
  const goOn = async (): Promise<void> => {
    const waiting = queued;
    queued = null;
    await waiting?.();
  };
  return {
    state: () => state,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    async check(wanted, label) {
      if (isBusy(state)) {
        queued = () => this.check(wanted, label); // a second source, added while the first is still being read
        return;
      }
      keepParts = true;
      become(checking(crypto.randomUUID()));
      try {
        become(await follow(wanted, label, () => state, become));
      } catch (error) {
        become(idle); // a bug below is told elsewhere; the page must not stay busy for ever
        throw error;
      }
      if (!keepParts && state.kind === 'idle') await request('packages:discard');
      await goOn();
    },
    stop(keep) {
      if (state.kind !== 'checking') return;
      keepParts = keep;
      queued = null;
      become({ ...state, kind: 'stopping' });
      void request('tasks:cancel', state.task);
    },
    async install(packages) {
      become({ kind: 'installing', packages, done: 0, total: 0 });
      become(await installed(packages, (done, total) => become({ kind: 'installing', packages, done, total })));
      await goOn();
    },
    dismiss() {
      if (!isBusy(state)) become(idle);
    },
  };
}

/** The one of this window. It stands outside the page, so that a check goes on, and is still seen, when the person comes back. */
export const sync = createSync();

export const useSyncState = (): SyncState => useSyncExternalStore(sync.subscribe, sync.state);

async function follow(wanted: SyncRequest, label: string, state: () => SyncState, become: (next: SyncState) => void): Promise<SyncState> {
  const current = state();
  if (current.kind !== 'checking') return current;
  const silence = listen('task:progress', (progress) => become(withProgress(state(), progress)));
  try {
    const result = await request('packages:sync', wanted, current.task);
    return result.ok ? { kind: 'found', findings: result.value } : failed(readable(result.failure, label), wanted);
  } finally {
    silence();
  }
}

async function installed(packages: readonly StagedPackage[], onProgress: (done: number, total: number) => void): Promise<SyncState> {
  try {
    await installStaged(packages, onProgress);
    return { kind: 'installed', packages };
  } catch (error) {
    // Main has logged the reason. What was installed before stays whole, and installing can be repeated.
    console.error(error);
    return failed({ kind: 'write-failed', subject: '' }, null);
  }
}
