import type { Source } from '@shared/ipc/contract.ts';
import { request } from '../../bridge.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../words.tsx';

interface RemoveDialogProps {
  readonly source: Source;
  readonly onClose: () => void;
  readonly onRemoved: () => Promise<void>;
}

/** What removing a source does and does not do, before it is done. */
export function RemoveDialog({ source, onClose, onRemoved }: RemoveDialogProps) {
  const { packageSources: words, app } = useWords();
  const remove = async (): Promise<void> => {
    onClose();
    await request('packages:remove-source', source.id);
    await onRemoved();
  };
  const actions = (
    <>
      <Button onClick={onClose}>{app.cancel}</Button>
      <Button main onClick={() => void remove()}>
        {words.remove}
      </Button>
    </>
  );
  return (
    <Dialog title={words.removeTitle} onClose={onClose} actions={actions}>
      <p>{words.removeBody(source.label)}</p>
      <p>
        <strong>{words.removeKeeps}</strong>
      </p>
      <p className="soft">{words.removeTrust}</p>
    </Dialog>
  );
}
