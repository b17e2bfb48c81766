import { useId, useState, type SyntheticEvent } from 'react';
import type { Failure, Result } from '@shared/model/failure.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useWords } from '../../words.tsx';
import { PassphraseFields } from './passphrase-fields.tsx';
import { PassphraseRefusal } from './passphrase-refusal.tsx';
import { passphrasesIn, problemOf, type PassphraseProblem, type Passphrases } from './passphrase.ts';

interface PassphraseDialogProps<T> {
  readonly words: { readonly title: string; readonly text: string; readonly confirm: string };
  /** Names of the fields; null where the field is not there. */
  readonly current: string | null;
  readonly fresh: string | null;
  readonly send: (given: Passphrases) => Promise<Result<T>>;
  readonly onDone: (value: T) => void;
  readonly onClose: () => void;
}

/** Asks for passphrases and sends them off. What was refused can be typed again; nothing of it outlives the dialog. */
export function PassphraseDialog<T>({ words, current, fresh, send, onDone, onClose }: PassphraseDialogProps<T>) {
  const { publishingKeys, app } = useWords();
  const [problem, setProblem] = useState<PassphraseProblem | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [sending, setSending] = useState(false);
  const id = useId();
  const submit = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = passphrasesIn(form);
    const refused = problemOf(given, { current: current !== null, fresh: fresh !== null });
    setFailure(null);
    setProblem(refused);
    if (refused) return selectFirst(form);
    setSending(true);
    const result = await send(given);
    setSending(false);
    if (result.ok) return onDone(result.value);
    setFailure(result.failure);
    selectFirst(form);
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button main type="submit" form={id} disabled={sending}>
            {words.confirm}
          </Button>
        </>
      }
    >
      <form id={id} className="stack publishing-dialog" noValidate onSubmit={(event) => void submit(event)}>
        <p>{words.text}</p>
        <PassphraseFields current={current} fresh={fresh} />
        {/* a passphrase is made slow to guess, so it is slow to check as well */}
        {sending && <Progress label={publishingKeys.working} done={0} total={0} />}
        <PassphraseRefusal problem={problem} failure={failure} />
      </form>
    </Dialog>
  );
}

function selectFirst(form: HTMLFormElement): void {
  const field = form.querySelector('input');
  field?.focus();
  field?.select();
}
