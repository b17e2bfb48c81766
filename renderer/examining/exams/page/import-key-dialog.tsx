import { useState } from 'react';
import type { Failure } from '@shared/model/failure.ts';
import { request } from '../../../bridge.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { FailureNotice, Notice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words.tsx';

/** Takes a receiving key out of the safe: on a new computer, or in another account. */
export function ImportKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const { exams, failures, app } = useWords();
  const words = exams.page.key;
  const [passphrase, setPassphrase] = useState('');
  const [isDone, setDone] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const take = async (): Promise<void> => {
    const imported = await request('exam:import-key', passphrase);
    setFailure(imported.ok ? null : imported.failure);
    setDone(imported.ok && imported.value !== null);
  };
  const actions = (
    <>
      <Button onClick={onClose}>{app.close}</Button>
      <Button main disabled={passphrase === '' || isDone} onClick={() => void take()}>
        {words.chooseFile}
      </Button>
    </>
  );
  return (
    <Dialog title={words.import} onClose={onClose} actions={actions}>
      <div className="stack examining-dialog">
        <p>{words.importHint}</p>
        <Field label={words.passphrase}>
          <input type="password" maxLength={200} value={passphrase} onChange={(event) => setPassphrase(event.target.value)} />
        </Field>
        {isDone && <Notice tone="good">✓ {words.imported}</Notice>}
        {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
      </div>
    </Dialog>
  );
}
