import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../words.tsx';

interface RemoveDialogProps {
  readonly label: string;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** Asked before a destination is forgotten together with its password. */
export function RemoveDialog({ label, onRemove, onClose }: RemoveDialogProps) {
  const { publishing, app } = useWords();
  const words = publishing.destinations;
  return (
    <Dialog
      title={words.removeTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button main onClick={onRemove}>
            {words.remove}
          </Button>
        </>
      }
    >
      <p className="publishing-long">{words.removeText(label)}</p>
    </Dialog>
  );
}
