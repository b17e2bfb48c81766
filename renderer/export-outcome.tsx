import { useEffect, useRef } from 'react';
import type { ExportOutcome } from '@shared/ipc/contract.ts';
import { never } from '@shared/never.ts';
import { Button } from './ui/button.tsx';
import { sizeOf } from './ui/format.ts';
import { FailureNotice, Notice } from './ui/notice.tsx';
import { Progress } from './ui/progress.tsx';
import { useWords } from './words.tsx';
import type { Exporting } from './exporting.ts';

/** How an export goes and how it ended, brought into sight at every turn. The end stays until it is closed. */
export function ExportOutcomeNotice({ task }: { readonly task: Exporting }) {
  const box = useRef<HTMLDivElement>(null);
  const { kind } = task.state;
  useEffect(() => {
    if (kind !== 'idle') box.current?.scrollIntoView({ block: 'nearest' });
  }, [kind]);
  return (
    <div ref={box}>
      <Stage task={task} />
    </div>
  );
}

function Stage({ task }: { readonly task: Exporting }) {
  const { reports, failures, app } = useWords();
  const { state } = task;
  switch (state.kind) {
    case 'idle':
      return null;
    case 'writing':
      return (
        <div className="card stack">
          <Progress label={reports.phases[state.phase]} done={state.done} total={state.total} />
          <div>
            <Button onClick={task.cancel}>{app.cancel}</Button>
          </div>
        </div>
      );
    case 'done':
      return <Done outcome={state.outcome} onClose={task.dismiss} />;
    case 'cancelled':
      return (
        <Notice tone="warn">
          <div className="row">
            <p>{reports.cancelled}</p>
            <Button onClick={task.dismiss}>{app.close}</Button>
          </div>
        </Notice>
      );
    case 'failed':
      return (
        <div className="stack">
          <FailureNotice text={failures[state.failure.kind](state.failure.subject)} />
          <div>
            <Button onClick={task.dismiss}>{app.close}</Button>
          </div>
        </div>
      );
    default:
      return never(state);
  }
}

/** 可以拔出 is said only of a drive whose cache main has emptied. */
function Done({ outcome, onClose }: { readonly outcome: ExportOutcome; readonly onClose: () => void }) {
  const { reports, app } = useWords();
  return (
    <div className="stack">
      <Notice tone="good">
        <p>
          <strong>✓ {reports.done(outcome.folderLabel)}</strong>
        </p>
        <p>{reports.proven}</p>
        {outcome.removable && (
          <p>
            <strong>{reports.canUnplug}</strong>
          </p>
        )}
      </Notice>
      <table className="table export-files">
        <caption>{reports.files}</caption>
        <thead>
          <tr>
            <th scope="col">{reports.fileName}</th>
            <th scope="col" className="num">
              {reports.fileSize}
            </th>
          </tr>
        </thead>
        <tbody>
          {outcome.files.map(({ name, bytes }) => (
            <tr key={name}>
              <td>{name}</td>
              <td className="num">{sizeOf(bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div>
        <Button onClick={onClose}>{app.close}</Button>
      </div>
    </div>
  );
}
