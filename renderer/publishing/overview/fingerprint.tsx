import { useState } from 'react';
import { shortFingerprint } from '@shared/fingerprint.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words.tsx';
import { copyText } from './copy-text.ts';

/** What an office compares by telephone, in groups that can be read out. */
export function Fingerprint({ fingerprint }: { readonly fingerprint: string }) {
  const { overview } = useWords().publishing;
  const [copied, setCopied] = useState<boolean | null>(null);
  const shown = shortFingerprint(fingerprint);
  return (
    <section className="card stack">
      <h2>{overview.fingerprint}</h2>
      <p className="publishing-fingerprint">
        <code>{shown}</code>
      </p>
      <p className="soft">{overview.fingerprintHint}</p>
      <div className="row">
        <Button onClick={() => setCopied(copyText(shown))}>{overview.copy}</Button>
        <span role="status">{copied !== null && (copied ? overview.copied : overview.notCopied)}</span>
      </div>
    </section>
  );
}
