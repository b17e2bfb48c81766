import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { Failure, Result } from '@shared/model/failure.ts';
import { LeaveDialog } from '../../../leave-dialog.tsx';
import { navigate } from '../../../route.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice, Notice } from '../../../ui/notice.tsx';
import { useLeaving } from '../../../use-leaving.ts';
import { useWords } from '../../../words.tsx';

interface TopicFormProps {
  readonly title: string;
  /** Whether something was typed that is not kept yet. */
  readonly isChanged: boolean;
  /** What has to be mended first, in words; '' where nothing. */
  readonly problem: string;
  readonly save: () => Promise<Result<unknown>>;
  /** Where it leads, saved or not. */
  readonly back: readonly string[];
  readonly children: ReactNode;
}

/** A form of a topic: what was typed is not lost unasked, and a problem is said in words. */
export function TopicForm({ title, isChanged, problem, save, back, children }: TopicFormProps) {
  const { bureauTopics, failures, app } = useWords();
  const [isTried, setTried] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const leaving = useLeaving(isChanged);
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (problem !== '') return;
    const saved = await save();
    setFailure(saved.ok ? null : saved.failure);
    if (!saved.ok) return;
    leaving.settle();
    navigate(...back);
  };
  return (
    <form className="stack reviewing-form" noValidate onSubmit={submit}>
      <h2>{title}</h2>
      {children}
      {isTried && problem !== '' && <Notice tone="bad">{problem}</Notice>}
      {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
      <div className="row">
        <Button main type="submit">
          {bureauTopics.form.save}
        </Button>
        <Button onClick={() => navigate(...back)}>{app.cancel}</Button>
      </div>
      {leaving.asks && <LeaveDialog onStay={leaving.stay} onLeave={leaving.leave} />}
    </form>
  );
}
