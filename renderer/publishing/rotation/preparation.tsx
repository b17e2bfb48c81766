import { useState } from 'react';
import type { Rotation } from '@shared/ipc/contract.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { obstacleOf } from '../key-states.ts';
import { KeyDialog, type KeyDialogName } from '../keys/key-dialogs.tsx';
import type { Publisher } from '../use-publisher.ts';
import { signerOf } from './cases.ts';

interface PreparationProps {
  readonly rotation: Rotation;
  readonly publisher: Publisher;
}

/** Whether the keys that have to sign are here and open; if not, the way to them is right here. */
export function Preparation({ rotation, publisher: { state, refresh } }: PreparationProps) {
  const { rotation: words, publishingKeys } = useWords();
  const [dialog, setDialog] = useState<KeyDialogName | null>(null);
  const role = signerOf(rotation);
  const roleName = publishingKeys.roles[role];
  const obstacle = obstacleOf(state.keys, role);
  const close = async (): Promise<void> => {
    setDialog(null);
    await refresh();
  };
  return (
    <>
      {obstacle === null && <p>✓ {words.ready}</p>}
      {obstacle?.kind === 'locked' && (
        <Needed text={words.locked(roleName)} button={publishingKeys.unlock} onClick={() => setDialog('unlock')} />
      )}
      {obstacle?.kind === 'missing' && (
        <>
          <Needed text={words.missing(roleName, obstacle.missing)} button={publishingKeys.bring} onClick={() => setDialog('bring')} />
          {role === 'root' && <p className="soft">{words.rootLost}</p>}
        </>
      )}
      {dialog && (
        <KeyDialog
          dialog={{ name: dialog, role }}
          isExported={state.keys.exported[role] !== null}
          onDone={() => void close()}
          onClose={() => void close()}
        />
      )}
    </>
  );
}

interface NeededProps {
  readonly text: string;
  readonly button: string;
  readonly onClick: () => void;
}

function Needed({ text, button, onClick }: NeededProps) {
  return (
    <Notice tone="warn">
      <div className="row publishing-between">
        <p style={{ flex: '1 1 320px' }}>{text}</p>
        <Button onClick={onClick}>{button}</Button>
      </div>
    </Notice>
  );
}
