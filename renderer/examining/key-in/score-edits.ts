import { setCheck } from '@shared/exam/key-in/check.ts';
import { setField, type EntryProblem, type ScoreField } from '@shared/exam/key-in/entry.ts';
import { paperOf, type ScorePaper, type ScoreRow } from '@shared/exam/key-in/sheet.ts';
import type { PaperScores } from '@shared/model/examining.ts';
import type { ScoreChange } from '../../data/examining/paper-scores.ts';
import type { CellAt, CellRange } from '../../ui/grid/grid-state.ts';
import type { Pass } from './score-columns.tsx';

export interface EditContext {
  readonly examId: string;
  readonly papers: readonly ScorePaper[];
  readonly pass: Pass;
  /** What each column is typed into; null where it is computed. */
  readonly fields: readonly (ScoreField | null)[];
  readonly at: number;
}

/** A cell that did not take its text, and why; `full` is the full score of its part. */
export interface RefusedScore {
  readonly name: string;
  readonly column: number;
  readonly text: string;
  readonly problem: EntryProblem;
  readonly full: number;
}

export interface ScoreEdit {
  readonly changes: readonly ScoreChange[];
  readonly refused: readonly RefusedScore[];
  /** Cells that took their text. */
  readonly taken: number;
}

/** Puts a text into one cell, on the first pass or the second. */
export function editCell(row: ScoreRow, field: ScoreField, text: string, context: EditContext): ReturnType<typeof setField> {
  if (context.pass === 'first') return setField(row, field, text, context);
  if (!row.scores || field === 'variant' || field === 'note') return { scores: row.scores };
  const parts = paperOf(context.papers, row.scores.variant)?.parts ?? [];
  return setCheck(row.scores, field, text, { parts, at: context.at });
}

/** Pastes a rectangle at a place: computed columns are passed over, what stands outside of the grid is left out. */
export function pasteScores(rows: readonly ScoreRow[], at: CellAt, cells: readonly (readonly string[])[], context: EditContext): ScoreEdit {
  const texts = (row: number): readonly string[] => cells[row - at.row] ?? [];
  const last = Math.min(rows.length, at.row + cells.length) - 1;
  return editRows(rows, { top: at.row, bottom: last }, context, (row, column) => texts(row)[column - at.column]);
}

export const clearScores = (rows: readonly ScoreRow[], range: CellRange, context: EditContext): ScoreEdit =>
  editRows(rows, range, context, (_row, column) => (column >= range.left && column <= range.right ? '' : undefined));

/** Cells of a row are taken from left to right, each on top of the one before. */
function editRows(
  rows: readonly ScoreRow[],
  { top, bottom }: Pick<CellRange, 'top' | 'bottom'>,
  context: EditContext,
  textAt: (row: number, column: number) => string | undefined,
): ScoreEdit {
  const changes: ScoreChange[] = [];
  const refused: RefusedScore[] = [];
  let taken = 0;
  for (const [index, row] of rows.entries()) {
    if (index < top || index > bottom) continue;
    let scores: PaperScores | null = row.scores;
    for (const [column, field] of context.fields.entries()) {
      const text = field === null ? undefined : textAt(index, column);
      if (field === null || text === undefined) continue;
      const entry = editCell({ ...row, scores }, field, text, context);
      if ('problem' in entry) refused.push({ name: row.candidate.name, column, text, problem: entry.problem, full: entry.full });
      else {
        scores = entry.scores;
        taken += 1;
      }
    }
    if (scores !== row.scores) changes.push({ before: row.scores, after: scores });
  }
  return { changes, refused, taken };
}
