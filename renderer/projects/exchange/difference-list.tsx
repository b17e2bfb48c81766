import { useId, useState } from 'react';
import { toggled, withCell, type Choices } from '@shared/projects/exchange/choices.ts';
import type { ComparedRow, PlanComparison } from '@shared/projects/exchange/compare.ts';
import { Button } from '../../ui/button.tsx';
import { Suggestions } from '../../ui/suggestions.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words.tsx';
import { CellChoices } from './cell-choices.tsx';

interface DifferenceListProps {
  readonly comparison: PlanComparison;
  readonly choices: Choices;
  /** Names that can be proposed for owners. */
  readonly people: readonly string[];
  readonly onChoices: (choices: Choices) => void;
}

/** So many rows are drawn at a time. */
const rowsAtATime = 40;

/** Rows of the file that differ from the plan, each with its cells. */
export function DifferenceList({ comparison, choices, people, onChoices }: DifferenceListProps) {
  const { projectExchange: words } = useWords();
  const [limit, setLimit] = useState(rowsAtATime);
  const [onlyQuestions, setOnlyQuestions] = useState(false);
  const names = useId();
  const differing = comparison.rows.filter(({ node, cells }) => !node || cells.length > 0);
  const asking = differing.filter(asks);
  const rows = onlyQuestions ? asking : differing;
  if (differing.length === 0) return null;
  return (
    <>
      {asking.length > 0 && (
        <label className="check">
          <input type="checkbox" checked={onlyQuestions} onChange={(event) => setOnlyQuestions(event.target.checked)} />
          {words.onlyQuestions}
        </label>
      )}
      <Suggestions id={names} names={[...new Set(people)]} />
      {rows.slice(0, limit).map((row) => (
        <DifferingRow key={`${row.key} ${row.row}`} row={row} choices={choices} names={names} onChoices={onChoices} />
      ))}
      {rows.length > limit && (
        <div className="row">
          <Button onClick={() => setLimit(limit + rowsAtATime)}>{words.showMore(Math.min(rowsAtATime, rows.length - limit))}</Button>
          <span className="soft">{words.shown(limit, rows.length)}</span>
        </div>
      )}
    </>
  );
}

/** Something of it is for a person to decide or to check. */
const asks = ({ because, cells }: ComparedRow): boolean =>
  (because !== null && because !== 'new') ||
  cells.some(({ conflict, read, unknown }) => conflict || 'problem' in read || unknown.length > 0);

interface DifferingRowProps {
  readonly row: ComparedRow;
  readonly choices: Choices;
  /** Id of the list of names. */
  readonly names: string;
  readonly onChoices: (choices: Choices) => void;
}

function DifferingRow({ row, choices, names, onChoices }: DifferingRowProps) {
  const { projectExchange: words } = useWords();
  const title = row.node?.title || row.cells.find(({ field }) => field === 'title')?.file || words.untitled;
  const isIn = row.node !== null || choices.added.has(row.key);
  return (
    <section className="exchange-row stack" aria-label={words.rowName(row.row, title)}>
      <div className="row">
        <h3>{words.rowName(row.row, title)}</h3>
        <Tag tone={row.because === null || row.because === 'new' ? 'plain' : 'warn'}>
          {row.because === null ? words.changed : words.because[row.because]}
        </Tag>
        {row.byTitle && <Tag tone="plain">{words.byTitle}</Tag>}
        {row.repeats && <Tag tone="plain">{words.repeats}</Tag>}
        {!row.node && (
          <label className="check">
            <input
              type="checkbox"
              checked={isIn}
              onChange={(event) => onChoices({ ...choices, added: toggled(choices.added, row.key, event.target.checked) })}
            />
            {words.add}
          </label>
        )}
      </div>
      {isIn && row.cells.length > 0 && (
        <CellChoices
          row={row}
          title={title}
          choices={choices}
          names={names}
          onChoice={(field, choice) => onChoices(withCell(choices, row.key, field, choice))}
        />
      )}
    </section>
  );
}
