import { useState } from 'react';
import { request } from '../../../bridge.ts';
import { ExportOutcomeNotice } from '../../../export-outcome.tsx';
import { useExporting } from '../../../exporting.ts';
import { PlaceChoice } from '../../../place-choice.tsx';
import { usePlaces } from '../../../places.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words.tsx';

/** Characters as people count them; the same for the keys that sign packages. */
const shortest = 8;

/** Seals the receiving key by a passphrase and writes it for the safe. */
export function ExportKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const { exams, app } = useWords();
  const words = exams.page.key;
  const places = usePlaces();
  const task = useExporting();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<'tooShort' | 'differs' | null>(null);
  const write = async (): Promise<void> => {
    const found = [...passphrase].length < shortest ? 'tooShort' : passphrase === again ? null : 'differs';
    setProblem(found);
    if (found === null) await task.start(() => request('exam:export-key', passphrase, places.chosen));
  };
  const actions = (
    <>
      <Button onClick={onClose}>{app.close}</Button>
      <Button main disabled={places.chosen === '' || task.state.kind === 'writing'} onClick={() => void write()}>
        {words.write}
      </Button>
    </>
  );
  return (
    <Dialog title={words.export} onClose={onClose} actions={actions}>
      <div className="stack examining-dialog">
        <Field label={words.passphrase}>
          <input type="password" maxLength={200} value={passphrase} onChange={(event) => setPassphrase(event.target.value)} />
        </Field>
        <Field label={words.again}>
          <input type="password" maxLength={200} value={again} onChange={(event) => setAgain(event.target.value)} />
        </Field>
        <p className="soft">{words.passphraseHint}</p>
        <PlaceChoice legend={words.place} places={places} />
        {problem && <Notice tone="bad">{words[problem]}</Notice>}
        <ExportOutcomeNotice task={task} />
      </div>
    </Dialog>
  );
}
