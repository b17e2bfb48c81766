import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../words.tsx';

interface LeaveDialogProps {
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Asked before changes that are not saved are given up. */
export function LeaveDialog({ onStay, onLeave }: LeaveDialogProps) {
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
      <p>{edit.leaveText}</p>
    </Dialog>
  );
}
