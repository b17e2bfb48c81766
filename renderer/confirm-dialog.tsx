import { useState } from 'react';
import type { Failure, Result } from '@shared/model/failure.ts';
import { Button } from './ui/button.tsx';
import { Dialog } from './ui/dialog.tsx';
import { FailureNotice } from './ui/notice.tsx';
import { useWords } from './words.tsx';

interface ConfirmDialogProps {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  /** What is done on the word of the person; closes when it went well. */
  readonly work: () => Promise<Result<unknown>>;
  readonly onClose: () => void;
}

/** One question before one step. */
export function ConfirmDialog({ title, text, confirm, work, onClose }: ConfirmDialogProps) {
  const { failures, app } = useWords();
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = async (): Promise<void> => {
    const result = await work();
    if (result.ok) onClose();
    else setFailure(result.failure);
  };
  const actions = (
    <>
      <Button onClick={onClose}>{app.cancel}</Button>
      <Button main onClick={() => void run()}>
        {confirm}
      </Button>
    </>
  );
  return (
    <Dialog title={title} onClose={onClose} actions={actions}>
      <p>{text}</p>
      {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
    </Dialog>
  );
}
