import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../words.tsx';

interface LeaveDialogProps {
  /** What is not saved, in a sentence. */
  readonly text: string;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Asked before changes that are not saved are given up. */
export function LeaveDialog({ text, onStay, onLeave }: LeaveDialogProps) {
  const { edit } = useWords().bank;
  return (
    <Dialog
      title={edit.leaveTitle}
      onClose={onStay}
      actions={
        <>
          <Button onClick={onLeave}>{edit.leave}</Button>
          <Button main onClick={onStay}>
            {edit.stay}
          </Button>
        </>
      }
    >
      <p>{text}</p>
    </Dialog>
  );
}
