import { useState } from 'react';
import { reviewOutcomes, type ProjectStage, type ReviewOutcome, type ReviewStage } from '@shared/model/project-event.ts';
import { Field } from '../../../ui/field.tsx';
import { useWords } from '../../../words.tsx';
import { StepForm } from '../steps/step-form.tsx';
import { emptyReview, problemOfReview, reviewOf, type ReviewDraft } from './review-draft.ts';
import { ScoreFields } from './score-fields.tsx';

interface ReviewFormProps {
  readonly projectId: string;
  readonly stage: ReviewStage;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

/** The opinion of one of the three reviews, as it stands on the form. */
export function ReviewForm({ projectId, stage, today }: ReviewFormProps) {
  const { approval } = useWords();
  const words = approval.form;
  const [first] = useState(() => emptyReview(today));
  const [draft, setDraft] = useState(first);
  const change = (changes: Partial<ReviewDraft>): void => setDraft((now) => ({ ...now, ...changes }));
  const problem = problemOfReview(draft, stage);
  return (
    <StepForm
      title={words.title(approval.reviews[stage])}
      projectId={projectId}
      isChanged={JSON.stringify(draft) !== JSON.stringify(first)}
      problem={problem ? words.problems[problem] : ''}
      action={() => ({ kind: 'reviewed', review: reviewOf(draft, stage) })}
      after={approval.stages[stageAfter(stage, draft.outcome)]}
    >
      <OutcomeChoice outcome={draft.outcome} onChange={(outcome) => change({ outcome })} />
      <Field label={draft.outcome === 'return' ? words.opinionNeeded : words.opinion}>
        <textarea maxLength={10_000} value={draft.opinion} onChange={(event) => change({ opinion: event.target.value })} />
      </Field>
      {draft.outcome === 'conditional' && (
        <Field label={words.conditions}>
          <textarea maxLength={10_000} value={draft.conditions} onChange={(event) => change({ conditions: event.target.value })} />
        </Field>
      )}
      <ScoreFields draft={draft} onChange={change} />
      <div className="reviewing-fields">
        {stage === 'committeeReview' && (
          <Field label={words.meeting}>
            <input maxLength={200} value={draft.meeting} onChange={(event) => change({ meeting: event.target.value })} />
          </Field>
        )}
        <Field label={words.signer[stage]}>
          <input maxLength={100} value={draft.signer} onChange={(event) => change({ signer: event.target.value })} />
        </Field>
        <Field label={words.date}>
          <input type="date" value={draft.date} onChange={(event) => change({ date: event.target.value })} />
        </Field>
      </div>
    </StepForm>
  );
}

interface OutcomeChoiceProps {
  readonly outcome: ReviewOutcome;
  readonly onChange: (outcome: ReviewOutcome) => void;
}

function OutcomeChoice({ outcome, onChange }: OutcomeChoiceProps) {
  const { form, outcomes } = useWords().approval;
  return (
    <fieldset className="choice">
      <legend>{form.outcome}</legend>
      <div className="row">
        {reviewOutcomes.map((name) => (
          <label key={name} className="check">
            <input type="radio" name="outcome" checked={name === outcome} onChange={() => onChange(name)} />
            {outcomes[name]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const following = {
  departmentReview: 'leaderReview',
  leaderReview: 'committeeReview',
  committeeReview: 'approved',
} as const satisfies Record<ReviewStage, ProjectStage>;

const stageAfter = (stage: ReviewStage, outcome: ReviewOutcome): ProjectStage => (outcome === 'return' ? 'returned' : following[stage]);
