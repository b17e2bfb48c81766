import type { ReviewStage } from '@shared/model/project-event.ts';
import type { ProjectState } from '@shared/projects/lifecycle/state.ts';
import { useLive } from '../../../data/live.ts';
import { isStepPublished } from '../../../data/reviewing/approval.ts';
import { hrefOf } from '../../../route.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words.tsx';
import { ReviewForm } from '../review/review-form.tsx';
import { ClosingForm } from './closing-form.tsx';

interface NextStepProps {
  readonly state: ProjectState;
  readonly projectId: string;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

/** The one step that the bureau has to take now, and the word that the last one is kept. */
export function NextStep({ state, projectId, today }: NextStepProps) {
  const key = `${state.head}`; // another step, another form: what was typed for the last one is not its own
  return (
    <>
      <Unpublished state={state} />
      {isReview(state.stage) && <ReviewForm key={key} projectId={projectId} stage={state.stage} today={today} />}
      {state.stage === 'closingRequested' && <ClosingForm key={key} projectId={projectId} today={today} />}
    </>
  );
}

function Unpublished({ state }: { readonly state: ProjectState }) {
  const { approval, bureauTopics } = useWords();
  const last = state.steps.at(-1);
  const isOut = useLive(() => (last?.side === 'bureau' ? isStepPublished(last.id) : true), [last]);
  if (isOut !== false) return null;
  return (
    <Notice tone="good">
      {approval.form.savedAs} <a href={hrefOf('reviewing', 'publish')}>{bureauTopics.offer.toPublish}</a>
    </Notice>
  );
}

const isReview = (stage: ProjectState['stage']): stage is ReviewStage =>
  stage === 'departmentReview' || stage === 'leaderReview' || stage === 'committeeReview';
