import type { BankPreview } from '@shared/ipc/contract.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { dayOf } from '../../ui/format.ts';
import { useWords } from '../../words.tsx';

interface FarClockDialogProps {
  readonly clock: NonNullable<BankPreview['farClock']>;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** A wrong date would be signed and then believed by every branch: a person looks at it before. */
export function FarClockDialog({ clock, onClose, onConfirm }: FarClockDialogProps) {
  const { bankPublish, app } = useWords();
  const words = bankPublish.farClock;
  const actions = (
    <>
      <Button onClick={onClose}>{app.cancel}</Button>
      <Button main onClick={onConfirm}>
        {words.confirm}
      </Button>
    </>
  );
  return (
    <Dialog title={words.title} onClose={onClose} actions={actions}>
      <p>{words.body(dayOf(clock.now), dayOf(clock.last))}</p>
      <p>{words.next}</p>
    </Dialog>
  );
}
