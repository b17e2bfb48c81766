import type { ExportOutcome } from '@shared/ipc/contract.ts';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';

/** What was written for the safe, and that it belongs there. 可以拔出 is said only of a drive whose cache main has emptied. */
export function Exported({ outcome }: { readonly outcome: ExportOutcome }) {
  const { exportDialog: words } = useWords().publishingKeys;
  const keys = outcome.files.filter(({ name }) => name.endsWith('.age')).length;
  return (
    <div className="stack publishing-dialog">
      <Notice tone="good">
        <p className="publishing-long">
          <strong>✓ {words.done(outcome.folderLabel)}</strong>
        </p>
        <p>{words.proven}</p>
        {outcome.removable && (
          <p>
            <strong>{words.canUnplug}</strong>
          </p>
        )}
      </Notice>
      <div>
        <p>{words.files}</p>
        <ul>
          {outcome.files.map(({ name }) => (
            <li key={name} className="publishing-long">
              {name}
            </li>
          ))}
        </ul>
      </div>
      {keys > 1 && <p>{words.split}</p>}
      <p>
        <strong>{words.safe}</strong>
      </p>
    </div>
  );
}
