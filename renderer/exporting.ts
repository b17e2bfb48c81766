import { useEffect, useState } from 'react';
import type { ExportOutcome, TaskProgress } from '@shared/ipc/contract.ts';
import type { Failure, Result } from '@shared/model/failure.ts';
import { listen, request } from './bridge.ts';

/** An export as the screen shows it, from the click until its result is closed. */
export type ExportState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'writing';
      readonly task: string;
      readonly phase: TaskProgress['phase'];
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: 'done'; readonly outcome: ExportOutcome }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface Exporting {
  readonly state: ExportState;
  /** Runs one export; `write` is given the name of its task. */
  readonly start: (write: (task: string) => Promise<Result<ExportOutcome>>) => Promise<void>;
  readonly cancel: () => void;
  readonly dismiss: () => void;
}

/** Runs one export at a time and follows it. */
export function useExporting(): Exporting {
  const [state, setState] = useState<ExportState>(idle);
  useEffect(() => listen('task:progress', (progress) => setState((current) => withProgress(current, progress))), []);
  return {
    state,
    async start(write) {
      const task = crypto.randomUUID();
      setState(writing(task));
      setState(ended(await write(task)));
    },
    cancel() {
      if (state.kind === 'writing') void request('tasks:cancel', state.task);
    },
    dismiss: () => setState(idle),
  };
}

const idle: ExportState = { kind: 'idle' };

const writing = (task: string): ExportState => ({ kind: 'writing', task, phase: 'write', done: 0, total: 0 });

/** Progress counts only for the export that is running; a late message of an old one changes nothing. */
function withProgress(state: ExportState, { task, phase, done, total }: TaskProgress): ExportState {
  return state.kind === 'writing' && state.task === task ? { kind: 'writing', task, phase, done, total } : state;
}

function ended(result: Result<ExportOutcome>): ExportState {
  if (result.ok) return { kind: 'done', outcome: result.value };
  return result.failure.kind === 'cancelled' ? { kind: 'cancelled' } : { kind: 'failed', failure: result.failure };
}
