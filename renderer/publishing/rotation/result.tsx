import { shortFingerprint } from '@shared/fingerprint.ts';
import type { Rotation, RotationOutcome } from '@shared/ipc/contract.ts';
import { hrefOf } from '../../route.ts';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { renewedBy, signerOf } from './cases.ts';

interface ResultProps {
  readonly rotation: Rotation;
  readonly outcome: RotationOutcome;
}

/** What has changed, that the fingerprint has not, and what has to be done now. */
export function Result({ rotation, outcome }: ResultProps) {
  const { rotation: words, publishingKeys } = useWords();
  const renewed = renewedBy(rotation);
  return (
    <>
      <Notice tone="good">
        <p>
          <strong>✓ {words.done[rotation.kind]}</strong>
        </p>
        <p>{words.version(outcome.version)}</p>
        <p>
          {words.sameFingerprint}
          <code>{shortFingerprint(outcome.fingerprint)}</code>
        </p>
      </Notice>
      <h3 className="publishing-subtitle">{words.afterwards}</h3>
      <ol className="publishing-steps">
        <li>{words.uploadNext}</li>
        {renewed && <li>{words.exportNext(publishingKeys.roles[renewed])}</li>}
        {signerOf(rotation) === 'root' && <li>{words.takeNext}</li>}
      </ol>
      <div className="row">
        <a className="button button-main" href={hrefOf('publishing', 'destinations')}>
          {words.toUpload}
        </a>
        {signerOf(rotation) === 'root' && (
          <a className="button" href={hrefOf('publishing', 'keys')}>
            {words.toKeys}
          </a>
        )}
      </div>
    </>
  );
}
