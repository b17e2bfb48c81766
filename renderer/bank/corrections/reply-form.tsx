import { useId, useState, type SyntheticEvent } from 'react';
import type { CorrectionReply } from '@shared/model/bank.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { useLeaving } from '../common/use-leaving.ts';
import { LeaveDialog } from '../edit/leave-dialog.tsx';

interface ReplyFormProps {
  readonly first: CorrectionReply | null;
  readonly onSave: (reply: CorrectionReply) => void;
}

const outcomes = ['accepted', 'declined'] as const;

/** The bureau's answer: accepted or declined, and why. */
export function ReplyForm({ first, onSave }: ReplyFormProps) {
  const { bankList } = useWords();
  const words = bankList.corrections;
  const [outcome, setOutcome] = useState(first?.outcome ?? null);
  const [text, setText] = useState(first?.text ?? '');
  const [isMissing, setIsMissing] = useState(false);
  const group = useId();
  const isDirty = outcome !== (first?.outcome ?? null) || text !== (first?.text ?? '');
  const leaving = useLeaving(isDirty, () => {
    setOutcome(first?.outcome ?? null);
    setText(first?.text ?? '');
  });
  const save = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (outcome === null || text.trim() === '') return setIsMissing(true);
    setIsMissing(false);
    onSave({ outcome, text: text.trim(), at: Date.now() });
  };
  return (
    <form className="stack" noValidate onSubmit={save}>
      <fieldset className="bank-group">
        <legend>{words.outcome}</legend>
        <div className="row">
          {outcomes.map((name) => (
            <label key={name} className="check">
              <input type="radio" name={group} checked={outcome === name} onChange={() => setOutcome(name)} />
              {words[name]}
            </label>
          ))}
        </div>
      </fieldset>
      <Field label={words.reply}>
        <textarea rows={2} maxLength={2_000} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      {isMissing && <Notice tone="bad">{words.replyNeeded}</Notice>}
      <div>
        <Button type="submit">{words.save}</Button>
      </div>
      {leaving.asks && <LeaveDialog text={words.leaveText} onStay={leaving.stay} onLeave={leaving.leave} />}
    </form>
  );
}
