import type { BankReading, ChosenFile, TaskProgress } from '@shared/ipc/contract.ts';
import type { Failure } from '@shared/model/failure.ts';
import type { StagedReading } from '../../data/bank/staging.ts';
import type { ReadFileAs } from './reread/read-as.ts';

/** What became of one chosen file. */
export type FileOutcome =
  | {
      readonly kind: 'staged';
      readonly file: string;
      readonly staged: StagedReading;
      /** Whose column mapping was applied, or ''. */ readonly sender: string;
    }
  /** Nothing of it became an entry; its problems say why. */
  | { readonly kind: 'nothing'; readonly file: string; readonly reading: BankReading; readonly source: ReadFileAs }
  | { readonly kind: 'failed'; readonly file: string; readonly failure: Failure };

/** Importing some files, from the choice to the last result. */
export type ImportState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly step: 'reading' | 'staging';
      readonly file: string;
      /** 1-based. */
      readonly number: number;
      readonly of: number;
      /** Name of the task in main that reads the file. */
      readonly task: string;
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: 'ended'; readonly outcomes: readonly FileOutcome[] };

export const idle: ImportState = { kind: 'idle' };

export const running = (step: 'reading' | 'staging', files: readonly ChosenFile[], place: number, task: string): ImportState => ({
  kind: 'running',
  step,
  file: files[place]?.name ?? '',
  number: place + 1,
  of: files.length,
  task,
  done: 0,
  total: 0,
});

/** Progress counts only for the file that is being read; a late message of another changes nothing. */
export function withReadProgress(state: ImportState, { task, done, total }: TaskProgress): ImportState {
  return state.kind === 'running' && state.step === 'reading' && state.task === task ? { ...state, done, total } : state;
}

export const withStageProgress = (state: ImportState, done: number, total: number): ImportState =>
  state.kind === 'running' && state.step === 'staging' ? { ...state, done, total } : state;

/** The one batch that came of it, to be opened at once; null where there are several, none, or something that has to be read first. */
export function onlyBatch(outcomes: readonly FileOutcome[]): string | null {
  const [first, ...others] = outcomes;
  if (!first || others.length > 0 || first.kind !== 'staged') return null;
  return first.staged.fresh + first.staged.changed + first.staged.refused > 0 ? first.staged.batch.id : null;
}
