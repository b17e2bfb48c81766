import { useState } from 'react';
import { canDo } from '@shared/projects/lifecycle/actions.ts';
import type { ProjectState } from '@shared/projects/lifecycle/state.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words.tsx';
import { StepRefusal } from './step-refusal.tsx';
import { useStep } from './use-step.ts';

interface TerminateProps {
  readonly state: ProjectState;
  readonly projectId: string;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

/** 终止: where a project may be stopped. */
export function TerminateButton({ state, ...props }: TerminateProps) {
  const { terminate } = useWords().approval;
  const [asks, setAsks] = useState(false);
  if (!canDo(state, 'bureau').includes('terminated')) return null;
  return (
    <>
      <Button onClick={() => setAsks(true)}>{terminate.button}</Button>
      {asks && <TerminateDialog {...props} onClose={() => setAsks(false)} />}
    </>
  );
}

function TerminateDialog({ projectId, today, onClose }: Omit<TerminateProps, 'state'> & { readonly onClose: () => void }) {
  const { approval, app } = useWords();
  const words = approval.terminate;
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const { result, take } = useStep(projectId);
  const terminate = async (): Promise<void> => {
    setTried(true);
    if (reason.trim() !== '' && (await take({ kind: 'terminated', reason: reason.trim(), date: today }))) onClose();
  };
  const actions = (
    <>
      <Button onClick={onClose}>{app.cancel}</Button>
      <Button main onClick={() => void terminate()}>
        {words.confirm}
      </Button>
    </>
  );
  return (
    <Dialog title={words.title} onClose={onClose} actions={actions}>
      <div className="stack reviewing-dialog">
        <p>{words.text}</p>
        <Field label={words.reason}>
          <textarea maxLength={10_000} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        {isTried && reason.trim() === '' && <Notice tone="bad">{words.needReason}</Notice>}
        <StepRefusal result={result} />
      </div>
    </Dialog>
  );
}
