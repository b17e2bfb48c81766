import type { StagedPackage, SyncFindings, SyncRequest, TaskProgress } from '@shared/ipc/contract.ts';
import type { Failure } from '@shared/model/failure.ts';

/** How far a check has come. */
export type Step = Omit<TaskProgress, 'task'>;

/** A sync as the screen shows it, from the click until its result is closed. */
export type SyncState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'checking'; readonly task: string; readonly step: Step }
  /** The person has stopped it; main has not yet said so. */
  | { readonly kind: 'stopping'; readonly task: string; readonly step: Step }
  | { readonly kind: 'found'; readonly findings: SyncFindings }
  | { readonly kind: 'installing'; readonly packages: readonly StagedPackage[]; readonly done: number; readonly total: number }
  | { readonly kind: 'installed'; readonly packages: readonly StagedPackage[] }
  /** `request` asks the same again; null where it was no check. */
  | { readonly kind: 'failed'; readonly failure: Failure; readonly request: SyncRequest | null };

export const idle: SyncState = { kind: 'idle' };

export const checking = (task: string): SyncState => ({ kind: 'checking', task, step: { phase: 'metadata', done: 0, total: 0 } });

/** Progress counts only for the sync that is running; a late message of an old one changes nothing. */
export function withProgress(state: SyncState, { task, ...step }: TaskProgress): SyncState {
  return state.kind === 'checking' && state.task === task ? { ...state, step } : state;
}

/** A stop that the person asked for is no failure. */
export function failed(failure: Failure, request: SyncRequest | null): SyncState {
  return failure.kind === 'cancelled' ? idle : { kind: 'failed', failure, request };
}

export const isBusy = ({ kind }: SyncState): boolean => kind === 'checking' || kind === 'stopping' || kind === 'installing';

/** Bytes that have come so far; 0 while the check counts other things. */
export const bytesOf = ({ unit, done }: Step): number => (unit === 'bytes' ? done : 0);

/**
 * What waits to be installed: what main keeps, or what the check has just found while main's word is still on its way.
 * What is being installed waits no longer.
 */
export function waitingOf(state: SyncState, kept: SyncFindings | null): SyncFindings | null {
  if (state.kind === 'found' && state.findings.packages.length > 0) return kept ?? state.findings;
  const taken = state.kind === 'installed' ? new Set(state.packages.map(({ staged }) => staged)) : new Set<string>();
  return kept && kept.packages.some(({ staged }) => !taken.has(staged)) ? kept : null;
}
