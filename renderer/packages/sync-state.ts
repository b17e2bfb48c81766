import type { SyncFindings, TaskProgress } from '@shared/ipc/contract.ts';
import type { Failure } from '@shared/model/failure.ts';

/** A sync as the screen shows it, from the click to the result. */
export type SyncState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'checking';
      readonly task: string;
      readonly phase: TaskProgress['phase'];
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: 'current' }
  | { readonly kind: 'found'; readonly findings: SyncFindings }
  | { readonly kind: 'installing'; readonly findings: SyncFindings; readonly done: number; readonly total: number }
  | { readonly kind: 'installed'; readonly findings: SyncFindings }
  | { readonly kind: 'failed'; readonly failure: Failure };

export const idle: SyncState = { kind: 'idle' };

export const checking = (task: string): SyncState => ({ kind: 'checking', task, phase: 'metadata', done: 0, total: 0 });

/** Progress counts only for the sync that is running; a late message of an old one changes nothing. */
export function withProgress(state: SyncState, progress: TaskProgress): SyncState {
  if (state.kind !== 'checking' || state.task !== progress.task) return state;
  return { ...state, phase: progress.phase, done: progress.done, total: progress.total };
}

export const found = (findings: SyncFindings): SyncState =>
  findings.packages.length + findings.refused.length === 0 ? { kind: 'current' } : { kind: 'found', findings };

/** A clerk cannot read a file of the repository aloud: the source's own name stands for it. */
export const failed = (failure: Failure, label: string): SyncState => ({
  kind: 'failed',
  failure: /\.(json|gz)$/.test(failure.subject) ? { ...failure, subject: label } : failure,
});

export const isBusy = (state: SyncState): boolean => state.kind === 'checking' || state.kind === 'installing';
