import type { ReactNode } from 'react';
import { shortFingerprint } from '@shared/fingerprint.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../words.tsx';

interface FingerprintDialogProps {
  readonly title: string;
  readonly fingerprint: string;
  /** Words of the button that trusts; null where there is nothing to decide. */
  readonly trust: string | null;
  /** Whether trusting is what most people should do here. */
  readonly expected: boolean;
  readonly onTrust: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The fingerprint in groups, large enough to be read aloud on the telephone. */
export function FingerprintDialog({ title, fingerprint, trust, expected, onTrust, onClose, children }: FingerprintDialogProps) {
  const { packageSources: words, app } = useWords();
  const actions = (
    <>
      <Button main={trust !== null && !expected} onClick={onClose}>
        {trust ? app.cancel : app.close}
      </Button>
      {trust && (
        <Button main={expected} onClick={onTrust}>
          {trust}
        </Button>
      )}
    </>
  );
  return (
    <Dialog title={title} onClose={onClose} actions={actions}>
      <div className="stack">
        {children}
        <p className="soft">{words.fingerprint}</p>
        <p className="packages-fingerprint">
          <code>{shortFingerprint(fingerprint)}</code>
        </p>
      </div>
    </Dialog>
  );
}
