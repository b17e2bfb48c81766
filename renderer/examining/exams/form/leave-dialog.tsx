import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useWords } from '../../../words.tsx';

/** Asked before what was typed is given up. */
export function LeaveDialog({ onStay, onLeave }: { readonly onStay: () => void; readonly onLeave: () => void }) {
  const { form } = useWords().exams;
  const actions = (
    <>
      <Button onClick={onLeave}>{form.leaveAnyway}</Button>
      <Button main onClick={onStay}>
        {form.stay}
      </Button>
    </>
  );
  return (
    <Dialog title={form.leaveTitle} onClose={onStay} actions={actions}>
      <p>{form.leave}</p>
    </Dialog>
  );
}
