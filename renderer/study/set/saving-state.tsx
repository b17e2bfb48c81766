import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import type { Saving } from './use-saving.ts';

interface SavingStateProps {
  readonly saving: Saving;
  /** Whether the question on screen has been answered. */
  readonly answered: boolean;
}

/** Says "saved" only when nothing is on its way any more. */
export function SavingState({ saving, answered }: SavingStateProps) {
  const { app, failures } = useWords();
  if (saving.failure) {
    return (
      <div className="stack">
        <FailureNotice text={failures[saving.failure.kind](saving.failure.subject)} />
        <div className="row">
          <strong>{app.notSaved}</strong>
          <Button onClick={() => saving.queue.retry()}>{app.retry}</Button>
        </div>
      </div>
    );
  }
  const done = answered ? app.saved : '';
  return (
    <p className="soft study-saving" role="status">
      {saving.unsaved > 0 ? app.saving : done}
    </p>
  );
}
