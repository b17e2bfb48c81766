import { useState } from 'react';
import { isDay } from '@shared/projects/days.ts';
import { Field } from '../../../ui/field.tsx';
import { useWords } from '../../../words.tsx';
import { StepForm } from './step-form.tsx';

interface ClosingFormProps {
  readonly projectId: string;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

interface ClosingDraft {
  readonly outcome: 'closed' | 'returned';
  readonly opinion: string;
  readonly signer: string;
  readonly date: string;
}

/** 销号: agree that a project is done, or return it with reasons. */
export function ClosingForm({ projectId, today }: ClosingFormProps) {
  const { approval } = useWords();
  const { closing: words, form } = approval;
  const [first] = useState<ClosingDraft>({ outcome: 'closed', opinion: '', signer: '', date: today });
  const [draft, setDraft] = useState(first);
  const change = (changes: Partial<ClosingDraft>): void => setDraft((now) => ({ ...now, ...changes }));
  const problem = problemOf(draft);
  const action = {
    kind: 'closed',
    outcome: draft.outcome,
    opinion: draft.opinion.trim(),
    signer: draft.signer.trim(),
    date: draft.date,
  } as const;
  return (
    <StepForm
      title={words.formTitle}
      projectId={projectId}
      isChanged={JSON.stringify(draft) !== JSON.stringify(first)}
      problem={problem ? form.problems[problem] : ''}
      action={() => action}
      after={approval.stages[draft.outcome === 'closed' ? 'closed' : 'approved']}
    >
      <fieldset className="choice">
        <legend>{form.outcome}</legend>
        <div className="row">
          {(['closed', 'returned'] as const).map((outcome) => (
            <label key={outcome} className="check">
              <input type="radio" name="closing" checked={draft.outcome === outcome} onChange={() => change({ outcome })} />
              {outcome === 'closed' ? words.close : words.return}
            </label>
          ))}
        </div>
      </fieldset>
      <Field label={draft.outcome === 'returned' ? form.opinionNeeded : form.opinion}>
        <textarea maxLength={10_000} value={draft.opinion} onChange={(event) => change({ opinion: event.target.value })} />
      </Field>
      <div className="reviewing-fields">
        <Field label={words.signer}>
          <input maxLength={100} value={draft.signer} onChange={(event) => change({ signer: event.target.value })} />
        </Field>
        <Field label={form.date}>
          <input type="date" value={draft.date} onChange={(event) => change({ date: event.target.value })} />
        </Field>
      </div>
    </StepForm>
  );
}

function problemOf({ outcome, opinion, signer, date }: ClosingDraft): 'reason' | 'signer' | 'date' | null {
  if (outcome === 'returned' && opinion.trim() === '') return 'reason';
  if (signer.trim() === '') return 'signer';
  return isDay(date) ? null : 'date';
}
