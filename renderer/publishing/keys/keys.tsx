import { useEffect, useRef, useState } from 'react';
import { keyRoles } from '@shared/ipc/publisher.ts';
import { useWords } from '../../words.tsx';
import type { Publisher } from '../use-publisher.ts';
import { KeyDialog, type OpenKeyDialog } from './key-dialogs.tsx';
import { RoleCard } from './role-card.tsx';

/** The keys of both roles. What was done last is said above them. */
export function Keys({ publisher: { state, refresh } }: { readonly publisher: Publisher }) {
  const { publishing } = useWords();
  const [dialog, setDialog] = useState<OpenKeyDialog | null>(null);
  const [news, setNews] = useState('');
  const line = useRef<HTMLParagraphElement>(null);
  // the button that opened the dialog may be gone, and the focus with it
  useEffect(() => {
    if (news !== '' && document.activeElement === document.body) line.current?.focus();
  });
  const close = async (): Promise<void> => {
    setDialog(null);
    await refresh();
  };
  const done = async (what: string): Promise<void> => {
    setNews(what);
    await close();
  };
  return (
    <section className="stack" aria-label={publishing.tabs.keys}>
      <p role="status" tabIndex={-1} ref={line}>
        {news && `✓ ${news}`}
      </p>
      <div className="publishing-columns">
        {keyRoles.map((role) => (
          <RoleCard key={role} role={role} keys={state.keys} onOpen={(name) => setDialog({ name, role })} />
        ))}
      </div>
      {dialog && (
        <KeyDialog
          dialog={dialog}
          isExported={state.keys.exported[dialog.role] !== null}
          onDone={(what) => void done(what)}
          onClose={() => void close()}
        />
      )}
    </section>
  );
}
