import { useState } from 'react';
import { reviewOutcomes, type ReviewStage, type TopicScores } from '@shared/model/project-event.ts';
import { Field } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words.tsx';
import { FormDialog } from '../../form-dialog.tsx';
import { StepNotice } from '../../steps/step-notice.tsx';
import { useSteps } from '../../steps/use-steps.ts';
import { blankReview, reviewOf, type ReviewProblem } from './review-fields.ts';
import { ScoreFields } from './score-fields.tsx';

interface ReviewFormProps {
  readonly projectId: string;
  readonly stage: ReviewStage;
  readonly weights: TopicScores;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  readonly onClose: () => void;
}

/** 登记纸质审批: one review as it stands on the signed form. */
export function ReviewForm({ projectId, stage, weights, today, onClose }: ReviewFormProps) {
  const { projects, projectApplication } = useWords();
  const { review: words, outcome } = projectApplication;
  const blank = blankReview(today);
  const [fields, setFields] = useState(blank);
  const [problem, setProblem] = useState<ReviewProblem | null>(null);
  const steps = useSteps(projectId);
  const change = (changes: Partial<typeof fields>): void => setFields({ ...fields, ...changes });
  const submit = async (): Promise<void> => {
    const read = reviewOf(stage, fields);
    setProblem(read.ok ? null : read.problem);
    if (read.ok && (await steps.take({ kind: 'reviewed', review: read.review }))) onClose();
  };
  return (
    <FormDialog
      title={words.title(projects.review[stage])}
      action={words.save}
      isTyped={JSON.stringify(fields) !== JSON.stringify(blank)}
      isBusy={steps.isBusy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p className="soft">{words.hint}</p>
      <fieldset className="choice">
        <legend>{words.outcome}</legend>
        <div className="row">
          {reviewOutcomes.map((one) => (
            <label key={one} className="check">
              <input type="radio" name="outcome" checked={fields.outcome === one} onChange={() => change({ outcome: one })} />
              {outcome[one]}
            </label>
          ))}
        </div>
      </fieldset>
      {fields.outcome === 'conditional' && (
        <Field label={words.conditions}>
          <textarea
            rows={2}
            maxLength={32_767}
            value={fields.conditions}
            onChange={(event) => change({ conditions: event.target.value })}
          />
        </Field>
      )}
      <Field label={words.opinion}>
        <textarea rows={3} maxLength={32_767} value={fields.opinion} onChange={(event) => change({ opinion: event.target.value })} />
      </Field>
      <ScoreFields scores={fields.scores} weights={weights} onChange={(scores) => change({ scores })} />
      <div className="project-fields">
        <Field label={words.signer}>
          <input maxLength={1_000} value={fields.signer} onChange={(event) => change({ signer: event.target.value })} />
        </Field>
        <Field label={words.date}>
          <input type="date" max={today} value={fields.date} onChange={(event) => change({ date: event.target.value })} />
        </Field>
        {stage === 'committeeReview' && (
          <Field label={words.meeting}>
            <input maxLength={1_000} value={fields.meeting} onChange={(event) => change({ meeting: event.target.value })} />
          </Field>
        )}
      </div>
      {problem && <Notice tone="bad">{words[problem]}</Notice>}
      <StepNotice problem={steps.problem} />
    </FormDialog>
  );
}
