import { useState } from 'react';
import type { ProjectAction } from '@shared/model/project-event.ts';
import { Field } from '../../ui/field.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { StepNotice } from './step-notice.tsx';
import { useSteps } from './use-steps.ts';

interface ReasonFormProps {
  readonly projectId: string;
  readonly words: { readonly title: string; readonly text: string; readonly reason: string; readonly confirm: string };
  readonly actionOf: (reason: string) => ProjectAction;
  readonly onClose: () => void;
}

/** A step that needs nothing but a reason. */
export function ReasonForm({ projectId, words, actionOf, onClose }: ReasonFormProps) {
  const [reason, setReason] = useState('');
  const steps = useSteps(projectId);
  const submit = async (): Promise<void> => {
    if (await steps.take(actionOf(reason.trim()))) onClose();
  };
  return (
    <FormDialog
      title={words.title}
      action={words.confirm}
      isTyped={reason.trim() !== ''}
      isBusy={steps.isBusy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>{words.text}</p>
      <Field label={words.reason}>
        <textarea rows={3} maxLength={32_767} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <StepNotice problem={steps.problem} />
    </FormDialog>
  );
}
