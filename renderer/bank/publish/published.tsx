import { shortFingerprint } from '@shared/fingerprint.ts';
import type { BankPublication } from '@shared/ipc/contract.ts';
import { hrefOf } from '../../route.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';

/** The result, with the fingerprint to read out. It stays until it is closed. */
export function Published({ publication, onClose }: { readonly publication: BankPublication; readonly onClose: () => void }) {
  const { bankPublish, app } = useWords();
  const { outcome, version, folderLabel, fingerprint } = publication;
  return (
    <div className="stack">
      <Notice tone="good">
        <p>
          <strong>✓ {bankPublish.done[outcome](version, folderLabel)}</strong>
        </p>
        <p>{bankPublish.next}</p>
      </Notice>
      <section className="card">
        <p>{bankPublish.fingerprint}</p>
        <p className="bank-fingerprint">
          <code>{shortFingerprint(fingerprint)}</code>
        </p>
      </section>
      <div className="row">
        <a className="button button-main" href={hrefOf('publishing', 'destinations')}>
          {bankPublish.toUpload}
        </a>
        <Button onClick={onClose}>{app.close}</Button>
      </div>
    </div>
  );
}
