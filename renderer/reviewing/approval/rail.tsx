import { reviewStages, type Review, type ReviewStage } from '@shared/model/project-event.ts';
import type { ProjectState } from '@shared/projects/lifecycle/state.ts';
import { useWords } from '../../words.tsx';

/** The three reviews, and how far each is. */
export function Rail({ state }: { readonly state: ProjectState }) {
  const { page } = useWords().approval;
  return (
    <ol className="reviewing-rail" aria-label={page.steps}>
      {reviewStages.map((stage) => (
        <Stage
          key={stage}
          stage={stage}
          review={state.reviews.findLast((review) => review.stage === stage)}
          isCurrent={state.stage === stage}
        />
      ))}
    </ol>
  );
}

interface StageProps {
  readonly stage: ReviewStage;
  readonly review: Review | undefined;
  readonly isCurrent: boolean;
}

function Stage({ stage, review, isCurrent }: StageProps) {
  const { page, reviews, outcomes } = useWords().approval;
  const standing = isCurrent ? page.now : page.pending;
  return (
    <li aria-current={isCurrent ? 'step' : undefined}>
      <strong>{reviews[stage]}</strong>
      <span>
        {review ? page.doneWith(`${review.outcome === 'return' ? '✗' : '✓'} ${outcomes[review.outcome]}`, review.date) : standing}
      </span>
    </li>
  );
}
