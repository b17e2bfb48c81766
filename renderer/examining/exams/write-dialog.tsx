import type { ReactNode } from 'react';
import type { ExportOutcome } from '@shared/ipc/contract.ts';
import type { Result } from '@shared/model/failure.ts';
import { ExportOutcomeNotice } from '../../export-outcome.tsx';
import { useExporting } from '../../exporting.ts';
import { PlaceChoice } from '../../place-choice.tsx';
import { usePlaces } from '../../places.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../words.tsx';

interface WriteDialogProps {
  readonly title: string;
  /** Above the places. */
  readonly place: string;
  readonly action: string;
  /** Writes to the place behind a token; `task` is the name under which it can be cancelled. */
  readonly write: (place: string, task: string) => Promise<Result<ExportOutcome>>;
  /** Whether writing may begin; it says itself why not. */
  readonly isReady?: () => boolean;
  readonly onClose: () => void;
  /** Between the title and the places. */
  readonly children?: ReactNode;
}

/** Writes files of an exam to a chosen place. */
export function WriteDialog({ title, place, action, write, isReady = () => true, onClose, children }: WriteDialogProps) {
  const { app } = useWords();
  const places = usePlaces();
  const task = useExporting();
  const start = async (): Promise<void> => {
    if (isReady()) await task.start((name) => write(places.chosen, name));
  };
  const actions = (
    <>
      <Button onClick={onClose}>{app.close}</Button>
      <Button main disabled={places.chosen === '' || task.state.kind === 'writing'} onClick={() => void start()}>
        {action}
      </Button>
    </>
  );
  return (
    <Dialog title={title} onClose={onClose} actions={actions}>
      <div className="stack examining-dialog">
        {children}
        <PlaceChoice legend={place} places={places} />
        <ExportOutcomeNotice task={task} />
      </div>
    </Dialog>
  );
}
