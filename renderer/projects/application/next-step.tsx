import { useState } from 'react';
import type { ProjectRules } from '@shared/model/policy.ts';
import type { ReviewStage } from '@shared/model/project-event.ts';
import { reviewStages } from '@shared/model/project-event.ts';
import { approvalForm } from '@shared/projects/forms/approval-form.ts';
import { canDo } from '@shared/projects/lifecycle/actions.ts';
import type { ProjectState } from '@shared/projects/lifecycle/state.ts';
import { hrefOf } from '../../route.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { ExportForm } from '../exchange/export-form.tsx';
import { ReasonForm } from '../steps/reason-form.tsx';
import { UndoStep } from '../steps/undo-step.tsx';
import { useFocusAfterStep } from '../steps/use-focus-after-step.ts';
import { ReviewForm } from './review/review-form.tsx';
import { Submit } from './submit.tsx';
import type { ProjectDraft } from './use-draft.ts';

interface NextStepProps {
  readonly draft: ProjectDraft;
  readonly state: ProjectState;
  readonly rules: ProjectRules;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

/** What to do now: one main action, the others beside it. */
export function NextStep({ draft, state, rules, today }: NextStepProps) {
  const { now, withdraw, terminate } = useWords().projectApplication;
  // a review is of the stage that stood on the screen when its form was opened, whatever comes down meanwhile
  const [open, setOpen] = useState<ReviewStage | 'withdraw' | 'terminate' | null>(null);
  const [isPrinting, setPrinting] = useState(false);
  const heading = useFocusAfterStep<HTMLHeadingElement>(state.stage);
  const { project } = draft;
  const close = (): void => setOpen(null);
  const possible = canDo(state, 'branch');
  const stage = reviewStages.find((one) => one === state.stage);
  return (
    <section className="card stack" aria-label={now.heading}>
      <h2 ref={heading} tabIndex={-1}>
        {now.heading}
      </h2>
      <Situation state={state} projectId={project.id} />
      <div className="row">
        {possible.includes('submitted') && <Submit draft={draft} state={state} />}
        {stage && (
          <Button main onClick={() => setOpen(stage)}>
            {now.enter}
          </Button>
        )}
        {stage && <Button onClick={() => setOpen('withdraw')}>{now.withdraw}</Button>}
        <UndoStep projectId={project.id} state={state} />
        <Button aria-expanded={isPrinting} onClick={() => setPrinting(!isPrinting)}>
          {isPrinting ? now.printClose : now.print}
        </Button>
        {possible.includes('terminated') && <Button onClick={() => setOpen('terminate')}>{now.terminate}</Button>}
      </div>
      {isPrinting && <ExportForm forms={[approvalForm(project, state, rules.weights)]} folder={project.title} />}
      {(open === 'departmentReview' || open === 'leaderReview' || open === 'committeeReview') && (
        <ReviewForm projectId={project.id} stage={open} weights={rules.weights} today={today} onClose={close} />
      )}
      {open === 'withdraw' && (
        <ReasonForm projectId={project.id} words={withdraw} actionOf={(reason) => ({ kind: 'withdrawn', reason })} onClose={close} />
      )}
      {open === 'terminate' && (
        <ReasonForm
          projectId={project.id}
          words={terminate}
          actionOf={(reason) => ({ kind: 'terminated', reason, date: today })}
          onClose={close}
        />
      )}
    </section>
  );
}

/** Where the project stands, in a sentence. */
function Situation({ state, projectId }: { readonly state: ProjectState; readonly projectId: string }) {
  const { projects, projectApplication, projectClosing } = useWords();
  const { now } = projectApplication;
  switch (state.stage) {
    case 'draft':
      return <p>{state.revision > 0 ? now.again : now.draft}</p>;
    case 'returned':
      return <Returned state={state} />;
    case 'departmentReview':
    case 'leaderReview':
    case 'committeeReview':
      return <p>{now.review(projects.review[state.stage satisfies ReviewStage])}</p>;
    case 'approved':
      return (
        <>
          <p>{now.approved(state.approvedOn)}</p>
          {state.conditions && (
            <Notice tone="warn">
              <strong>{now.conditions}</strong>
              <p className="project-text">{state.conditions}</p>
            </Notice>
          )}
        </>
      );
    case 'closingRequested':
      return (
        <p>
          {now.closing} <a href={hrefOf('projects', projectId, 'closing')}>{projects.tabs.closing}</a>
        </p>
      );
    case 'closed':
    case 'assessed':
      return (
        <p>
          {now.closed} <a href={hrefOf('projects', projectId, 'closing')}>{projectClosing.result.heading}</a>
        </p>
      );
    case 'terminated':
      return <p>{now.terminated(state.termination?.date ?? '', state.termination?.reason ?? '')}</p>;
  }
}

function Returned({ state }: { readonly state: ProjectState }) {
  const { projects, projectApplication } = useWords();
  const review = state.reviews.findLast(({ outcome }) => outcome === 'return');
  return (
    <>
      <p>{projectApplication.now.returned}</p>
      {review && (
        <Notice tone="bad">
          <strong>
            {projects.review[review.stage]} {review.signer} {review.date}
          </strong>
          <p className="project-text">{review.opinion}</p>
        </Notice>
      )}
    </>
  );
}
