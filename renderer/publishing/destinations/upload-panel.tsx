import type { Destination, UploadOutcome } from '@shared/ipc/contract.ts';
import { never } from '@shared/never.ts';
import { Button } from '../../ui/button.tsx';
import { sizeOf } from '../../ui/format.ts';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { UploadProgress } from './upload-progress.tsx';
import { dismissUpload, stopUpload, type Upload } from './uploads.ts';

interface UploadPanelProps {
  readonly destination: Destination;
  readonly upload: Upload;
}

/** How an upload goes and how it ended. The end stays until it is closed. */
export function UploadPanel({ destination, upload }: UploadPanelProps) {
  const { publishing, failures } = useWords();
  const words = publishing.destinations;
  const { id, label } = destination;
  switch (upload.kind) {
    case 'waiting':
      return (
        <div className="row">
          <span role="status">{words.waiting}</span>
          <Button onClick={() => stopUpload(id)}>{words.stop}</Button>
        </div>
      );
    case 'running':
      return (
        <div className="stack">
          <UploadProgress progress={upload.progress} samples={upload.samples} />
          <div>
            <Button disabled={upload.isStopping} onClick={() => stopUpload(id)}>
              {upload.isStopping ? words.stopping : words.stop}
            </Button>
          </div>
        </div>
      );
    case 'done':
      return <Done label={label} outcome={upload.outcome} onClose={() => dismissUpload(id)} />;
    case 'cancelled':
      return (
        <Notice tone="warn">
          <div className="row publishing-between">
            <p style={{ flex: '1 1 320px' }}>{words.cancelled(label)}</p>
            <CloseButton id={id} />
          </div>
        </Notice>
      );
    case 'failed':
      return (
        <div className="stack">
          <FailureNotice text={failures[upload.failure.kind](upload.failure.subject)} />
          <div>
            <CloseButton id={id} />
          </div>
        </div>
      );
    default:
      return never(upload);
  }
}

function CloseButton({ id }: { readonly id: string }) {
  const { app } = useWords();
  return <Button onClick={() => dismissUpload(id)}>{app.close}</Button>;
}

interface DoneProps {
  readonly label: string;
  readonly outcome: UploadOutcome;
  readonly onClose: () => void;
}

/** 可以拔出 is said only of a drive whose cache main has emptied. */
function Done({ label, outcome, onClose }: DoneProps) {
  const { publishing, app } = useWords();
  const words = publishing.destinations;
  const { files, bytes, writtenFiles, writtenBytes, removable } = outcome;
  return (
    <Notice tone="good">
      <div className="row publishing-between">
        <div>
          <p className="publishing-long">
            <strong>✓ {words.done(label)}</strong>
          </p>
          <p>{words.amounts(files, sizeOf(bytes), writtenFiles, sizeOf(writtenBytes))}</p>
          {removable && (
            <p>
              <strong>{words.canUnplug}</strong>
            </p>
          )}
        </div>
        <Button onClick={onClose}>{app.close}</Button>
      </div>
    </Notice>
  );
}
