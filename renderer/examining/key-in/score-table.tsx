import { useCallback, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import type { ScorePaper, ScoreRow } from '@shared/exam/key-in/sheet.ts';
import { findRows } from '@shared/exam/key-in/sheet.ts';
import type { Exam } from '@shared/model/examining.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Grid } from '../../ui/grid/grid.tsx';
import { goTo, startOfGrid, within, type CellAt, type GridCommand, type Refusal } from '../../ui/grid/grid-state.ts';
import { fieldIn } from '../../ui/grid/use-grid-events.ts';
import { useWords } from '../../words.tsx';
import { PasteNews } from './paste-news.tsx';
import { SaveState } from './save-state.tsx';
import { scoreColumns, type Pass } from './score-columns.tsx';
import { clearScores, editCell, pasteScores, type EditContext, type ScoreEdit } from './score-edits.ts';
import type { ScoreSession, ScoreView } from './use-scores.ts';

interface ScoreTableProps {
  readonly exam: Exam;
  readonly papers: readonly ScorePaper[];
  readonly rows: readonly ScoreRow[];
  readonly pass: Pass;
  readonly session: ScoreSession;
  readonly view: ScoreView;
}

/** The grid with its way to find somebody: hands what is typed to the session of the exam. */
export function ScoreTable({ exam, papers, rows, pass, session, view }: ScoreTableProps) {
  const { keyIn } = useWords();
  const [sought, setSought] = useState('');
  const [grid, setGrid] = useState(startOfGrid);
  const [news, setNews] = useState<ScoreEdit | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const find = useRef<HTMLInputElement>(null);
  const found = useMemo(() => findRows(rows, sought), [rows, sought]);
  const columns = useMemo(() => scoreColumns({ words: keyIn, papers, pass }), [keyIn, papers, pass]);
  const what = pass === 'first' ? 'scores.key-in' : 'scores.check';
  const context = (): EditContext => ({ examId: exam.id, papers, pass, fields: columns.map(({ field }) => field), at: Date.now() });

  const onEnter = ({ row, column }: CellAt, text: string): Refusal | null => {
    const line = found[row];
    const field = columns[column]?.field;
    if (!line || !field || text === columns[column]?.text(line, row)) return null;
    const entry = editCell(line, field, text, context());
    if ('problem' in entry) return { problem: keyIn.problems[entry.problem](entry.full), proposal: '' };
    session.change(what, [{ before: line.scores, after: entry.scores }]);
    return null;
  };

  const take = (edit: ScoreEdit, told: boolean): void => {
    session.change(what, edit.changes);
    setNews(told || edit.refused.length > 0 ? edit : null);
  };

  const toFind = (): void => {
    find.current?.focus();
    find.current?.select();
  };

  const onCommand = (command: GridCommand): void => {
    if (grid.editor) return; // a text that was not taken must not be lost to a button
    setNews(null);
    if (command.kind === 'undo') session.undo();
    else if (command.kind === 'redo') session.redo();
    else if (command.kind === 'leave') toFind();
    else if (command.kind === 'clear') take(clearScores(found, command.range, context()), false);
    else if (command.kind === 'paste') take(pasteScores(found, command.at, command.cells, context()), true);
  };

  const toFirstEmpty = useCallback((): void => {
    const line = found[0];
    if (!line) return;
    const empty = columns.findIndex(({ id, text }) => (id === 'variant' || id.startsWith('part')) && text(line, 0) === '');
    const first = columns.findIndex(({ id }) => id.startsWith('part'));
    flushSync(() => setGrid(goTo({ row: 0, column: empty >= 0 ? empty : first })));
    fieldIn(box.current)?.focus();
  }, [found, columns]);

  const onFindKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    toFirstEmpty();
  };

  return (
    <div className="stack">
      <div className="row key-in-tools">
        <Field label={keyIn.find}>
          <input
            ref={find}
            type="search"
            value={sought}
            aria-describedby="key-in-hint"
            onChange={(event) => {
              setSought(event.target.value);
              setGrid(startOfGrid);
            }}
            onKeyDown={onFindKey}
          />
        </Field>
        <div className="row" role="group" aria-label={keyIn.tools}>
          <Button disabled={!view.canUndo} onClick={() => onCommand({ kind: 'undo' })}>
            {keyIn.undo}
          </Button>
          <Button disabled={!view.canRedo} onClick={() => onCommand({ kind: 'redo' })}>
            {keyIn.redo}
          </Button>
        </div>
        <SaveState saving={view.saving} />
      </div>
      <p id="key-in-hint" className="soft">
        {sought === '' ? keyIn.findHint : `${found.length > 0 ? keyIn.found(found.length) : keyIn.notFound}${keyIn.findHint}`}
      </p>
      {news && <PasteNews edit={news} columns={columns} onClose={() => setNews(null)} />}
      {found.length > 0 && (
        <div ref={box} className="key-in-grid">
          <Grid
            label={keyIn.table[pass]}
            columns={columns}
            rows={found}
            keyOf={keyOf}
            state={within(grid, { rows: found.length, columns: columns.length })}
            onState={setGrid}
            onEnter={onEnter}
            onCommand={onCommand}
            labelOf={keyIn.cell}
            lines={1}
            proposalLabel={neverProposed}
            onScrollTop={standsAlone}
          />
        </div>
      )}
      <details className="key-in-keys">
        <summary>{keyIn.keysTitle}</summary>
        <p>{keyIn.keys}</p>
      </details>
    </div>
  );
}

/** A score that is not taken is never guessed at. */
const neverProposed = (proposal: string): string => proposal;

/** Nothing stands beside this table that would scroll with it. */
const standsAlone = (): void => undefined;

const keyOf = (row: ScoreRow): string => row.candidate.id;
