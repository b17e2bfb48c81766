import { useEffect, useState } from 'react';
import type { ExportRequest } from '@shared/ipc/contract.ts';
import { listen, request } from '../bridge.ts';
import { ended, idle, withProgress, writing, type ExportState } from './export-state.ts';

export interface Export {
  readonly state: ExportState;
  readonly start: (order: ExportRequest) => Promise<void>;
  readonly cancel: () => void;
  readonly dismiss: () => void;
}

/** Runs one export at a time and follows it. */
export function useExport(): Export {
  const [state, setState] = useState<ExportState>(idle);
  useEffect(() => listen('task:progress', (progress) => setState((current) => withProgress(current, progress))), []);
  return {
    state,
    async start(order) {
      const task = crypto.randomUUID();
      setState(writing(task));
      setState(ended(await request('exports:write', order, task)));
    },
    cancel() {
      if (state.kind === 'writing') void request('tasks:cancel', state.task);
    },
    dismiss: () => setState(idle),
  };
}
