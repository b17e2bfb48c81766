import type { KeyRole } from '@shared/ipc/contract.ts';
import { never } from '@shared/never.ts';
import { request } from '../../bridge.ts';
import { useWords } from '../../words.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { PassphraseDialog } from './passphrase-dialog.tsx';
import { TakeDialog } from './take-dialog.tsx';

export type KeyDialogName = 'unlock' | 'protect' | 'change' | 'open' | 'export' | 'take' | 'bring';

export interface OpenKeyDialog {
  readonly name: KeyDialogName;
  readonly role: KeyRole;
}

interface KeyDialogProps {
  readonly dialog: OpenKeyDialog;
  /** Whether the present keys of the role were exported. */
  readonly isExported: boolean;
  /** Something was done; the sentence says what. */
  readonly onDone: (news: string) => void;
  readonly onClose: () => void;
}

/** What can be done with the keys of a role, each in its own dialog. */
export function KeyDialog({ dialog: { name, role }, isExported, onDone, onClose }: KeyDialogProps) {
  const { publishingKeys: words } = useWords();
  const roleName = words.roles[role];
  const common = { onClose, current: null, fresh: null };
  switch (name) {
    case 'unlock':
      return (
        <PassphraseDialog
          {...common}
          words={titled(words.unlockDialog, roleName)}
          current={words.passphrase}
          send={({ current }) => request('publisher:unlock', role, current)}
          onDone={() => onDone(words.done.unlocked(roleName))}
        />
      );
    case 'protect':
      return (
        <PassphraseDialog
          {...common}
          words={titled(words.protectDialog, roleName)}
          fresh={words.fresh}
          send={({ fresh }) => request('publisher:protect', role, fresh, null)}
          onDone={() => onDone(words.done.protected(roleName))}
        />
      );
    case 'change':
      return (
        <PassphraseDialog
          {...common}
          words={titled(words.changeDialog, roleName)}
          current={words.current}
          fresh={words.fresh}
          send={({ current, fresh }) => request('publisher:protect', role, fresh, current)}
          onDone={() => onDone(words.done.changed(roleName))}
        />
      );
    case 'open':
      return (
        <PassphraseDialog
          {...common}
          words={titled(words.openDialog, roleName)}
          current={words.current}
          send={({ current }) => request('publisher:protect', role, null, current)}
          onDone={() => onDone(words.done.opened(roleName))}
        />
      );
    case 'export':
      return <ExportDialog role={role} onClose={onClose} />;
    case 'take':
      return <TakeDialog isExported={isExported} onDone={() => onDone(words.done.taken)} onClose={onClose} />;
    case 'bring':
      return <BringDialog onDone={onDone} onClose={onClose} />;
    default:
      return never(name);
  }
}

/** Brings keys of an exported file back. Main asks for the file; the dialog stays where none was chosen. */
export function BringDialog({ onDone, onClose }: Pick<KeyDialogProps, 'onDone' | 'onClose'>) {
  const { publishingKeys: words } = useWords();
  return (
    <PassphraseDialog
      words={words.bringDialog}
      current={words.bringDialog.passphrase}
      fresh={null}
      send={({ current }) => request('publisher:import-keys', current)}
      onDone={(role) => {
        if (role) onDone(words.done.brought(words.roles[role]));
      }}
      onClose={onClose}
    />
  );
}

interface TitledWords {
  readonly title: (role: string) => string;
  readonly text: string;
  readonly confirm: string;
}

const titled = ({ title, text, confirm }: TitledWords, role: string) => ({ title: title(role), text, confirm });
