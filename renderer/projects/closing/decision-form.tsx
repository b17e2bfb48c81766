import { useState } from 'react';
import { isDay } from '@shared/projects/days.ts';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { StepNotice } from '../steps/step-notice.tsx';
import { useSteps } from '../steps/use-steps.ts';

interface DecisionFormProps {
  readonly projectId: string;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  readonly onClose: () => void;
}

interface Fields {
  readonly outcome: 'closed' | 'returned';
  readonly opinion: string;
  readonly signer: string;
  readonly date: string;
}

type Problem = 'opinionNeeded' | 'signerNeeded' | 'dateNeeded';

/** 登记销号决定: as it stands on the signed form. */
export function DecisionForm({ projectId, today, onClose }: DecisionFormProps) {
  const { decision: words } = useWords().projectClosing;
  const [fields, setFields] = useState<Fields>({ outcome: 'closed', opinion: '', signer: '', date: today });
  const [problem, setProblem] = useState<Problem | null>(null);
  const steps = useSteps(projectId);
  const change = (changes: Partial<Fields>): void => setFields({ ...fields, ...changes });
  const submit = async (): Promise<void> => {
    const found = problemOf(fields);
    setProblem(found);
    const texts = { opinion: fields.opinion.trim(), signer: fields.signer.trim() };
    if (!found && (await steps.take({ kind: 'closed', ...fields, ...texts }))) onClose();
  };
  return (
    <FormDialog
      title={words.title}
      action={words.save}
      isTyped={fields.opinion !== '' || fields.signer !== ''}
      isBusy={steps.isBusy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p className="soft">{words.hint}</p>
      <fieldset className="choice">
        <legend>{words.outcome}</legend>
        <div className="row">
          {(['closed', 'returned'] as const).map((one) => (
            <label key={one} className="check">
              <input type="radio" name="decision" checked={fields.outcome === one} onChange={() => change({ outcome: one })} />
              {words[one]}
            </label>
          ))}
        </div>
      </fieldset>
      <Field label={words.opinion}>
        <textarea rows={3} maxLength={32_767} value={fields.opinion} onChange={(event) => change({ opinion: event.target.value })} />
      </Field>
      <div className="project-fields">
        <Field label={words.signer}>
          <input maxLength={1_000} value={fields.signer} onChange={(event) => change({ signer: event.target.value })} />
        </Field>
        <Field label={words.date}>
          <input type="date" max={today} value={fields.date} onChange={(event) => change({ date: event.target.value })} />
        </Field>
      </div>
      {problem && <Notice tone="bad">{words[problem]}</Notice>}
      <StepNotice problem={steps.problem} />
    </FormDialog>
  );
}

function problemOf({ outcome, opinion, signer, date }: Fields): Problem | null {
  if (outcome === 'returned' && opinion.trim() === '') return 'opinionNeeded';
  if (signer.trim() === '') return 'signerNeeded';
  return isDay(date) ? null : 'dateNeeded';
}
