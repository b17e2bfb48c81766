import type { Destination } from '@shared/ipc/contract.ts';
import type { FailureKind } from '@shared/model/failure.ts';
import { Button } from '../../ui/button.tsx';
import { minuteOf } from '../../ui/format.ts';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words.tsx';
import { UploadPanel } from './upload-panel.tsx';
import { isActive, startUploads, type Upload } from './uploads.ts';

interface DestinationItemProps {
  readonly destination: Destination;
  /** Null where none was started or its result was closed. */
  readonly upload: Upload | null;
  readonly canUpload: boolean;
  /** Its secrets are to be entered again. */
  readonly onAgain: () => void;
  readonly onRemove: () => void;
}

/** One destination: how it stands, what can be done with it, and the upload that runs or has ended. */
export function DestinationItem({ destination, upload, canUpload, onAgain, onRemove }: DestinationItemProps) {
  const { destinations: words } = useWords().publishing;
  const { id, label, kind, lastUpload } = destination;
  const isBusy = isActive(upload ?? undefined);
  const isRefused = kind !== 'folder' && !isBusy && refusals.has(lastUpload?.failure?.kind);
  return (
    <li className="card stack">
      <div className="row publishing-between">
        <div style={{ flex: '1 1 320px', minWidth: 0 }}>
          <div className="row">
            <strong className="publishing-long">{label}</strong>
            <Tag tone="plain">{words.kinds[kind]}</Tag>
          </div>
          <LastUpload destination={destination} />
        </div>
        <div className="row">
          {isRefused && <Button onClick={onAgain}>{words.secretsAgain}</Button>}
          <Button disabled={!canUpload || isBusy} aria-label={`${words.upload} ${label}`} onClick={() => void startUploads([id])}>
            {words.upload}
          </Button>
          <Button className="button-quiet" disabled={isBusy} aria-label={`${words.remove} ${label}`} onClick={onRemove}>
            {words.remove}
          </Button>
        </div>
      </div>
      {upload && <UploadPanel destination={destination} upload={upload} />}
    </li>
  );
}

/** Refusals behind which a wrong or missing password may stand. */
const refusals: ReadonlySet<FailureKind | undefined> = new Set<FailureKind>(['upload-refused', 'publish-refused']);

function LastUpload({ destination: { lastUpload } }: { readonly destination: Destination }) {
  const { publishing, failures } = useWords();
  const { last, never, success, failure: failed, outdated } = publishing.destinations;
  const sayHow = ({ at, failure }: NonNullable<Destination['lastUpload']>): string =>
    failure ? failed(minuteOf(at), failures[failure.kind](failure.subject).what) : success(minuteOf(at));
  return (
    <p className="soft publishing-long">
      {last(lastUpload ? sayHow(lastUpload) : never)}
      {lastUpload && !lastUpload.failure && !lastUpload.current && <strong> {outdated}</strong>}
    </p>
  );
}
