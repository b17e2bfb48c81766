import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import type { ScoreColumn } from './score-columns.tsx';
import type { ScoreEdit } from './score-edits.ts';

interface PasteNewsProps {
  readonly edit: ScoreEdit;
  readonly columns: readonly ScoreColumn[];
  readonly onClose: () => void;
}

/** So many are listed one by one. */
const listed = 20;

/** How a paste ended: how many cells took their text, and each that did not with the reason. */
export function PasteNews({ edit, columns, onClose }: PasteNewsProps) {
  const { keyIn, app } = useWords();
  const { refused, taken } = edit;
  return (
    <Notice tone={refused.length > 0 ? 'warn' : 'good'}>
      <div className="row">
        <p>{keyIn.pasted(taken)}</p>
        <Button onClick={onClose}>{app.close}</Button>
      </div>
      {refused.length > 0 && (
        <>
          <p>{keyIn.refused(refused.length)}</p>
          <ul className="key-in-refused">
            {refused.slice(0, listed).map(({ name, column, text, problem, full }, place) => (
              <li key={place}>{keyIn.refusedCell(name, columns[column]?.title ?? '', text, keyIn.problems[problem](full))}</li>
            ))}
            {refused.length > listed && <li>{keyIn.refusedMore(refused.length - listed)}</li>}
          </ul>
        </>
      )}
    </Notice>
  );
}
