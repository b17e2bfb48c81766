import { useId, useState, type SyntheticEvent } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';

interface ReasonDialogProps {
  readonly title: string;
  readonly onDecide: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks why something that looks wrong is right; the reason is kept. */
export function ReasonDialog({ title, onDecide, onClose }: ReasonDialogProps) {
  const { bankChecks, bankList, app } = useWords();
  const form = useId();
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const decide = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (reason.trim() === '') return setIsMissing(true);
    onDecide(reason.trim());
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button main type="submit" form={form}>
            {bankChecks.decide}
          </Button>
        </>
      }
    >
      <form id={form} className="stack" noValidate onSubmit={decide}>
        <Field label={bankChecks.reason}>
          <textarea rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        <small className="soft">{bankChecks.bothRightHint}</small>
        {isMissing && <Notice tone="bad">{bankList.bulk.needed}</Notice>}
      </form>
    </Dialog>
  );
}
