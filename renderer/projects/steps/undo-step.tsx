import { useState } from 'react';
import type { ProjectEvent } from '@shared/model/project-event.ts';
import { lastOwn } from '@shared/projects/lifecycle/actions.ts';
import type { ProjectState } from '@shared/projects/lifecycle/state.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../words.tsx';
import { StepNotice } from './step-notice.tsx';
import { stepTitle } from './step-words.ts';
import { useSteps } from './use-steps.ts';

/** Takes the last step back where this branch has made it. */
export function UndoStep({ projectId, state }: { readonly projectId: string; readonly state: ProjectState }) {
  const words = useWords();
  const { now, undo } = words.projectApplication;
  // what was asked is undone, or nothing: another step may have become the last one meanwhile
  const [asked, setAsked] = useState<ProjectEvent | null>(null);
  const steps = useSteps(projectId);
  const last = lastOwn(state, 'branch');
  const confirm = async (event: ProjectEvent): Promise<void> => {
    if (await steps.take({ kind: 'undone', of: event.id })) setAsked(null);
  };
  return (
    <>
      {last && <Button onClick={() => setAsked(last)}>{now.undo}</Button>}
      {asked && (
        <Dialog
          title={undo.title}
          onClose={() => setAsked(null)}
          actions={
            <>
              <Button onClick={() => setAsked(null)}>{words.app.cancel}</Button>
              <Button main disabled={steps.isBusy} onClick={() => void confirm(asked)}>
                {undo.confirm}
              </Button>
            </>
          }
        >
          <p>{undo.text(stepTitle(asked.action, words))}</p>
          <StepNotice problem={steps.problem} />
        </Dialog>
      )}
    </>
  );
}
