import { useState } from 'react';
import { request } from '../../../bridge.ts';
import { Field } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words.tsx';
import { WriteDialog } from '../write-dialog.tsx';

/** Characters as people count them; the same for the keys that sign packages. */
const shortest = 8;

/** Seals the receiving key by a passphrase and writes it for the safe. */
export function ExportKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const { key: words } = useWords().exams.page;
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<'tooShort' | 'differs' | null>(null);
  const isReady = (): boolean => {
    const found = [...passphrase].length < shortest ? 'tooShort' : passphrase === again ? null : 'differs';
    setProblem(found);
    return found === null;
  };
  return (
    <WriteDialog
      title={words.export}
      place={words.place}
      action={words.write}
      write={(place) => request('exam:export-key', passphrase, place)}
      isReady={isReady}
      onClose={onClose}
    >
      <Field label={words.passphrase}>
        <input type="password" maxLength={200} value={passphrase} onChange={(event) => setPassphrase(event.target.value)} />
      </Field>
      <Field label={words.again}>
        <input type="password" maxLength={200} value={again} onChange={(event) => setAgain(event.target.value)} />
      </Field>
      <p className="soft">{words.passphraseHint}</p>
      {problem && <Notice tone="bad">{words[problem]}</Notice>}
    </WriteDialog>
  );
}
