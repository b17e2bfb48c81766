import { useState } from 'react';
import type { ProjectEvent } from '@shared/model/project-event.ts';
import { lastOwn } from '@shared/projects/lifecycle/actions.ts';
import type { ProjectState } from '@shared/projects/lifecycle/state.ts';
import { useLive } from '../../../data/live.ts';
import { isStepPublished } from '../../../data/reviewing/approval.ts';
import { hrefOf } from '../../../route.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useWords } from '../../../words.tsx';
import { stepText } from '../../step-text.ts';
import { StepRefusal } from './step-refusal.tsx';
import { useStep } from './use-step.ts';

interface UndoProps {
  readonly state: ProjectState;
  readonly projectId: string;
}

/** Takes the bureau's last step back, as long as no version has carried it to the branches. */
export function UndoButton({ state, projectId }: UndoProps) {
  const words = useWords();
  const [asks, setAsks] = useState(false);
  const last = lastOwn(state, 'bureau');
  const isOut = useLive(() => (last ? isStepPublished(last.id) : null), [last]);
  if (!last || typeof isOut !== 'boolean') return null;
  const { undo } = words.approval;
  // the result of one project belongs to the ranking of all: the review is opened again as a whole
  if (last.action.kind === 'assessed') return <a href={hrefOf('reviewing', 'assessment')}>{undo.ofAssessment}</a>;
  if (isOut) return <span className="soft">{undo.published(stepText(last, words))}</span>;
  return (
    <>
      <Button onClick={() => setAsks(true)}>{undo.button}</Button>
      {asks && <UndoDialog projectId={projectId} last={last} onClose={() => setAsks(false)} />}
    </>
  );
}

interface UndoDialogProps {
  readonly projectId: string;
  readonly last: ProjectEvent;
  readonly onClose: () => void;
}

function UndoDialog({ projectId, last, onClose }: UndoDialogProps) {
  const words = useWords();
  const { undo } = words.approval;
  const { result, take } = useStep(projectId);
  const run = async (): Promise<void> => {
    if (await take({ kind: 'undone', of: last.id })) onClose();
  };
  const actions = (
    <>
      <Button onClick={onClose}>{words.app.cancel}</Button>
      <Button main onClick={() => void run()}>
        {undo.confirm}
      </Button>
    </>
  );
  return (
    <Dialog title={undo.title} onClose={onClose} actions={actions}>
      <p>{undo.text(stepText(last, words))}</p>
      <StepRefusal result={result} />
    </Dialog>
  );
}
