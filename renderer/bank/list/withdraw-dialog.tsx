import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../words.tsx';

interface WithdrawDialogProps {
  readonly count: number;
  readonly onWithdraw: () => void;
  readonly onClose: () => void;
}

/** Asked before questions are taken out of the bank. */
export function WithdrawDialog({ count, onWithdraw, onClose }: WithdrawDialogProps) {
  const { bankList, app } = useWords();
  const words = bankList.bulk;
  return (
    <Dialog
      title={words.withdrawTitle(count)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button main onClick={onWithdraw}>
            {words.withdraw}
          </Button>
        </>
      }
    >
      <p>{words.withdrawText}</p>
    </Dialog>
  );
}
