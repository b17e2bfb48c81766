import { useId, useState, type ReactNode, type SyntheticEvent } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../words.tsx';

interface FormDialogProps {
  readonly title: string;
  /** What the button says that does it. */
  readonly action: string;
  /** Whether something would be lost by closing. */
  readonly isTyped: boolean;
  readonly isBusy: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form in a dialog. What was typed is given up only on a second word: Escape alone drops nothing. */
export function FormDialog({ title, action, isTyped, isBusy, onSubmit, onClose, children }: FormDialogProps) {
  const { projects, app } = useWords();
  const { form } = projects;
  const id = useId();
  const [isLeaving, setLeaving] = useState(false);
  // a second Escape goes back to the form: two in a row are quickly pressed
  const close = (): void => (isTyped ? setLeaving(!isLeaving) : onClose());
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setLeaving(false);
    if (!isBusy) onSubmit();
  };
  const leaving = (
    <>
      <Button onClick={onClose}>{form.discard}</Button>
      <Button main onClick={() => setLeaving(false)}>
        {form.goOn}
      </Button>
    </>
  );
  const usual = (
    <>
      <Button onClick={close}>{app.cancel}</Button>
      <Button main type="submit" form={id} disabled={isBusy}>
        {isBusy ? app.saving : action}
      </Button>
    </>
  );
  return (
    <Dialog title={title} onClose={close} actions={isLeaving ? leaving : usual}>
      <form id={id} className="stack project-form" noValidate onSubmit={submit}>
        {children}
        {isLeaving && <Notice tone="warn">{form.unsaved}</Notice>}
      </form>
    </Dialog>
  );
}
