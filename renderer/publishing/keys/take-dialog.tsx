import { useState } from 'react';
import type { Failure } from '@shared/model/failure.ts';
import { request } from '../../bridge.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';

interface TakeDialogProps {
  readonly isExported: boolean;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Takes the root keys off this computer: only after an export, and only when somebody says where it lies now. */
export function TakeDialog({ isExported, onDone, onClose }: TakeDialogProps) {
  const { publishingKeys, failures, app } = useWords();
  const words = publishingKeys.takeDialog;
  const [isChecked, setIsChecked] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const take = async (): Promise<void> => {
    const result = await request('publisher:remove-root-keys');
    if (result.ok) onDone();
    else setFailure(result.failure);
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{isExported ? app.cancel : app.close}</Button>
          {isExported && (
            <Button main disabled={!isChecked} onClick={() => void take()}>
              {words.confirm}
            </Button>
          )}
        </>
      }
    >
      <div className="stack publishing-dialog">
        <p>{words.text}</p>
        {isExported ? (
          <label className="check">
            <input type="checkbox" checked={isChecked} onChange={(event) => setIsChecked(event.target.checked)} />
            {words.check}
          </label>
        ) : (
          <Notice tone="warn">
            <p>{words.notYet}</p>
          </Notice>
        )}
        {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
      </div>
    </Dialog>
  );
}
