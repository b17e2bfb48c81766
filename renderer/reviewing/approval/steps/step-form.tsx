import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { ProjectAction } from '@shared/model/project-event.ts';
import { LeaveDialog } from '../../../leave-dialog.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useLeaving } from '../../../use-leaving.ts';
import { useWords } from '../../../words.tsx';
import { StepRefusal } from './step-refusal.tsx';
import { useStep } from './use-step.ts';

interface StepFormProps {
  readonly title: string;
  readonly projectId: string;
  /** Whether something was typed that is not kept yet. */
  readonly isChanged: boolean;
  /** What has to be mended first, in words; '' where nothing. */
  readonly problem: string;
  readonly action: () => ProjectAction;
  /** Where the project stands afterwards, in words. */
  readonly after: string;
  readonly children: ReactNode;
}

/** A form whose main button takes the next step of a project. What was typed is not lost unasked. */
export function StepForm({ title, projectId, isChanged, problem, action, after, children }: StepFormProps) {
  const words = useWords().approval.form;
  const [isTried, setTried] = useState(false);
  const { result, take } = useStep(projectId);
  const leaving = useLeaving(isChanged);
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (problem === '') await take(action());
  };
  return (
    <form className="card stack reviewing-form" aria-label={title} noValidate onSubmit={submit}>
      <h3>{title}</h3>
      {children}
      {isTried && problem !== '' && <Notice tone="bad">{problem}</Notice>}
      <StepRefusal result={result} />
      <div className="row">
        <Button main type="submit">
          {words.save}
        </Button>
        <span className="soft">{words.after(after)}</span>
      </div>
      {leaving.asks && <LeaveDialog onStay={leaving.stay} onLeave={leaving.leave} />}
    </form>
  );
}
