import { Button } from './ui/button.tsx';
import { Dialog } from './ui/dialog.tsx';
import { useWords } from './words.tsx';

/** Asked before what was typed is given up. */
export function LeaveDialog({ onStay, onLeave }: { readonly onStay: () => void; readonly onLeave: () => void }) {
  const { leaving } = useWords().app;
  const actions = (
    <>
      <Button onClick={onLeave}>{leaving.leave}</Button>
      <Button main onClick={onStay}>
        {leaving.stay}
      </Button>
    </>
  );
  return (
    <Dialog title={leaving.title} onClose={onStay} actions={actions}>
      <p>{leaving.text}</p>
    </Dialog>
  );
}
