import type { BankStep } from '@shared/model/bank.ts';
import type { ListedStep } from '../../data/bank/undo.ts';

type Undoing = Pick<BankStep, 'id' | 'undoes'>;

/** Whether a step took back an undo: what people call 重做. */
export function isRedo(step: Undoing, steps: readonly Undoing[]): boolean {
  return step.undoes !== '' && steps.some(({ id, undoes }) => id === step.undoes && undoes !== '');
}

/** The undo that can be taken back next: the last one that holds. After anything else was done there is none. */
export function redoableIn(steps: readonly ListedStep[]): ListedStep | undefined {
  const end = steps.findIndex(({ undoes }) => undoes === '');
  return steps.slice(0, end < 0 ? steps.length : end).find((step) => !step.undone && !isRedo(step, steps));
}
