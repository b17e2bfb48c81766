import type { ExportOutcome, TaskProgress } from '@shared/ipc/contract.ts';
import type { Failure, Result } from '@shared/model/failure.ts';

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

export const idle: ExportState = { kind: 'idle' };

export const writing = (task: string): ExportState => ({ kind: 'writing', task, phase: 'write', done: 0, total: 0 });

/** Progress counts only for the export that is running; a late message of an old one changes nothing. */
export function withProgress(state: ExportState, { task, phase, done, total }: TaskProgress): ExportState {
  return state.kind === 'writing' && state.task === task ? { kind: 'writing', task, phase, done, total } : state;
}

export function ended(result: Result<ExportOutcome>): ExportState {
  if (result.ok) return { kind: 'done', outcome: result.value };
  return result.failure.kind === 'cancelled' ? { kind: 'cancelled' } : { kind: 'failed', failure: result.failure };
}
