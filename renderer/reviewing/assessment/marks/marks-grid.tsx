import { useMemo, useState } from 'react';
import type { Assessment, AssessmentMarks } from '@shared/model/reviewing.ts';
import { setMark } from '@shared/projects/assessment/marks.ts';
import type { RowSession, RowView } from '../../../row-session.ts';
import { Button } from '../../../ui/button.tsx';
import { Grid } from '../../../ui/grid/grid.tsx';
import { startOfGrid, within, type CellAt, type GridCommand, type Refusal } from '../../../ui/grid/grid-state.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words.tsx';
import { markColumns } from './mark-columns.ts';
import { clearMarks, fillMarks, pasteMarks, type MarkContext, type MarkRow, type MarksEdit } from './mark-rows.ts';

interface MarksGridProps {
  readonly assessment: Assessment;
  readonly judge: Assessment['judges'][number];
  readonly rows: readonly MarkRow[];
  readonly session: RowSession<AssessmentMarks>;
  readonly view: RowView<AssessmentMarks>;
}

/** The grid of one judge: hands what is typed to the session of the review. */
export function MarksGrid({ assessment, judge, rows, session, view }: MarksGridProps) {
  const { marks: words } = useWords().assessment;
  const [grid, setGrid] = useState(startOfGrid);
  const [news, setNews] = useState<MarksEdit | null>(null);
  const columns = useMemo(() => markColumns(assessment, words), [assessment, words]);
  const context = (): MarkContext => ({ assessment, judgeId: judge.id, fields: columns.map(({ field }) => field), at: Date.now() });

  const onEnter = ({ row, column }: CellAt, text: string): Refusal | null => {
    const line = rows[row];
    const field = columns[column]?.field;
    if (!line || !field || text === columns[column]?.text(line, row)) return null;
    const entry = setMark(line.marks, field, text, { ...context(), projectId: line.projectId });
    if ('problem' in entry) return { problem: entry.problem === 'too-long' ? words.tooLong : words.notAMark, proposal: '' };
    session.change('marks.key-in', [{ before: line.marks, after: entry.marks }]);
    return null;
  };

  const take = (edit: MarksEdit): void => {
    session.change('marks.key-in', edit.changes);
    setNews(edit);
  };

  const onCommand = (command: GridCommand): void => {
    if (grid.editor || assessment.finalAt !== null) return; // a text that was not taken must not be lost to a button
    setNews(null);
    if (command.kind === 'undo') session.undo();
    else if (command.kind === 'redo') session.redo();
    else if (command.kind === 'clear') take(clearMarks(rows, command.range, context()));
    else if (command.kind === 'fillDown') take(fillMarks(rows, command.range, context()));
    else if (command.kind === 'paste') take(pasteMarks(rows, command.at, command.cells, context()));
  };

  return (
    <div className="stack">
      {assessment.finalAt === null && (
        <div className="row">
          <Button disabled={!view.canUndo} onClick={() => onCommand({ kind: 'undo' })}>
            {words.undo}
          </Button>
          <Button disabled={!view.canRedo} onClick={() => onCommand({ kind: 'redo' })}>
            {words.redo}
          </Button>
        </div>
      )}
      {news && news.refused > 0 && (
        <Notice tone="warn">
          {words.pasted(news.taken)} {words.refused(news.refused)}
        </Notice>
      )}
      <Grid
        label={words.table(judge.name)}
        columns={columns}
        rows={rows}
        keyOf={keyOf}
        lines={1}
        state={within(grid, { rows: rows.length, columns: columns.length })}
        onState={setGrid}
        onEnter={onEnter}
        onCommand={onCommand}
        labelOf={words.cell}
        proposalLabel={words.proposal}
        onScrollTop={standsAlone}
      />
      <details>
        <summary className="assessment-keys">{words.keysTitle}</summary>
        <p>{words.keys}</p>
      </details>
    </div>
  );
}

const keyOf = (row: MarkRow): string => row.projectId;

/** Nothing stands beside this grid. */
const standsAlone = (): void => undefined;
