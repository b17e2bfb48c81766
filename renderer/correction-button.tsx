import { useRef, useState } from 'react';
import { withoutEmphasis } from '@shared/bank/emphasis.ts';
import type { Correction } from '@shared/model/bank.ts';
import { fail, type Failure, type Result } from '@shared/model/failure.ts';
import type { Question } from '@shared/model/question.ts';
import { packageOf, saveCorrection } from './data/corrections.ts';
import { useSession, type Session } from './session.tsx';
import { Button } from './ui/button.tsx';
import { Dialog } from './ui/dialog.tsx';
import { FailureNotice } from './ui/notice.tsx';
import { useWords } from './words.tsx';

type State = 'closed' | 'open' | 'saved';

/** 纠错: whoever finds a question wrong writes it down here; the bureau answers. */
export function CorrectionButton({ question }: { readonly question: Question }) {
  const { corrections } = useWords();
  const [state, setState] = useState<State>('closed');
  return (
    <>
      <Button className="button-quiet" onClick={() => setState('open')}>
        {corrections.button}
      </Button>
      {state === 'saved' && <span role="status">{corrections.saved}</span>}
      {state === 'open' && <CorrectionDialog question={question} onEnd={(saved) => setState(saved ? 'saved' : 'closed')} />}
    </>
  );
}

interface CorrectionDialogProps {
  readonly question: Question;
  readonly onEnd: (saved: boolean) => void;
}

/** Nothing that was written is dropped without a question. */
function CorrectionDialog({ question, onEnd }: CorrectionDialogProps) {
  const { app, corrections, failures } = useWords();
  const [text, setText] = useState('');
  const [asking, setAsking] = useState(false);
  const { save, saving, failure } = useSave(question, () => onEnd(true));
  const isEmpty = text.trim() === '';
  const field = useRef<HTMLTextAreaElement>(null);
  const goOn = (): void => {
    setAsking(false);
    field.current?.focus();
  };
  const close = (): void => {
    if (asking) goOn();
    else if (isEmpty) onEnd(false);
    else setAsking(true);
  };
  return (
    <Dialog
      title={corrections.title}
      onClose={close}
      actions={
        asking ? (
          // “go on” stands where “cancel” stood: a second click there drops nothing
          <>
            <Button key="goOn" main autoFocus onClick={goOn}>
              {corrections.goOn}
            </Button>
            <Button key="drop" onClick={() => onEnd(false)}>
              {corrections.drop}
            </Button>
          </>
        ) : (
          <>
            <Button key="cancel" onClick={close}>
              {app.cancel}
            </Button>
            <Button key="save" main disabled={isEmpty || saving} onClick={() => save(text.trim())}>
              {corrections.save}
            </Button>
          </>
        )
      }
    >
      <div className="stack correction">
        <p className="correction-stem">{withoutEmphasis(question.stem)}</p>
        <label className="field">
          <span>{corrections.text}</span>
          <textarea
            ref={field}
            rows={5}
            maxLength={2_000}
            autoFocus
            readOnly={asking}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        {asking ? <strong role="alert">{corrections.askDrop}</strong> : <p className="soft">{corrections.note}</p>}
      </div>
      {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
    </Dialog>
  );
}

function useSave(question: Question, onSaved: () => void) {
  const { person } = useSession();
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async (text: string): Promise<void> => {
    setSaving(true);
    const result = await write(question, text, person);
    setSaving(false);
    if (result.ok) onSaved();
    else setFailure(result.failure);
  };
  return { save, saving, failure };
}

/** A bug below must not shut the dialog over what was written: it is reported, and saving can be tried again. */
async function write({ id, stem }: Question, text: string, person: Session['person']): Promise<Result<null>> {
  try {
    const where = await packageOf(id);
    const who = { personId: person.id, personName: person.name, unitName: person.unitName };
    const correction: Correction = { id: crypto.randomUUID(), questionId: id, ...where, stem, text, ...who, at: Date.now(), reply: null };
    return await saveCorrection(correction);
  } catch (error) {
    console.error(error);
    return fail('journal-failed');
  }
}
