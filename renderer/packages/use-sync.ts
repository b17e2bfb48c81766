import { useEffect, useState } from 'react';
import type { Source, SyncFindings } from '@shared/ipc/contract.ts';
import { listen, request } from '../bridge.ts';
import { installStaged } from './install.ts';
import { checking, failed, found, idle, withProgress, type SyncState } from './sync-state.ts';

export interface Sync {
  readonly state: SyncState;
  readonly check: (source: Source) => Promise<void>;
  readonly cancel: () => void;
  readonly install: (findings: SyncFindings) => Promise<void>;
  readonly dismiss: () => void;
}

/** Runs one sync at a time and follows it. */
export function useSync(): Sync {
  const [state, setState] = useState<SyncState>(idle);
  useEffect(() => listen('task:progress', (progress) => setState((current) => withProgress(current, progress))), []);
  return {
    state,
    async check(source) {
      const task = crypto.randomUUID();
      setState(checking(task));
      const result = await request('packages:sync', source.id, task);
      setState(result.ok ? found(result.value) : failed(result.failure, source.label));
    },
    cancel() {
      if (state.kind === 'checking') void request('tasks:cancel', state.task);
    },
    async install(findings) {
      try {
        for (const staged of findings.packages) {
          await installStaged(staged, (done, total) => setState({ kind: 'installing', findings, done, total }));
        }
        setState({ kind: 'installed', findings });
      } catch (error) {
        // Main has logged the reason. What was installed before stays whole, and installing can be repeated.
        console.error(error);
        setState(failed({ kind: 'write-failed', subject: '' }, ''));
      }
    },
    dismiss: () => setState(idle),
  };
}
