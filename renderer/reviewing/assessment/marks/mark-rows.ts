import type { Assessment, AssessmentMarks, ProjectReturn } from '@shared/model/reviewing.ts';
import { setMark, type MarkField } from '@shared/projects/assessment/marks.ts';
import { judgeScore } from '@shared/projects/assessment/score.ts';
import type { MarksChange } from '../../../data/reviewing/assessment.ts';
import type { CellAt, CellRange } from '../../../ui/grid/grid-state.ts';

/** One line of a judge's grid. */
export interface MarkRow {
  readonly projectId: string;
  readonly unitName: string;
  readonly title: string;
  readonly marks: AssessmentMarks | null;
  /** Null until every criterion is marked. */
  readonly score: number | null;
}

/** The projects of a review by unit and title, with what one judge gave each. */
export function markRows(
  assessment: Assessment,
  judgeId: string,
  facts: ReadonlyMap<string, ProjectReturn>,
  marks: ReadonlyMap<string, AssessmentMarks>,
): readonly MarkRow[] {
  return assessment.projectIds
    .map((projectId) => {
      const { unitName = '', title = projectId } = facts.get(projectId)?.facts ?? {};
      const given = marks.get(`${assessment.id}:${projectId}:${judgeId}`) ?? null;
      return { projectId, unitName, title, marks: given, score: given && judgeScore(given, assessment.criteria) };
    })
    .toSorted((one, other) => (`${one.unitName} ${one.title}` < `${other.unitName} ${other.title}` ? -1 : 1));
}

export interface MarkContext {
  readonly assessment: Assessment;
  readonly judgeId: string;
  /** What each column is typed into; null where it is computed. */
  readonly fields: readonly (MarkField | null)[];
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface MarksEdit {
  readonly changes: readonly MarksChange[];
  /** Cells that took their text, and cells that did not. */
  readonly taken: number;
  readonly refused: number;
}

/** Pastes a rectangle at a place: computed columns are passed over, what stands outside of the grid is left out. */
export const pasteMarks = (rows: readonly MarkRow[], at: CellAt, cells: readonly (readonly string[])[], context: MarkContext): MarksEdit =>
  editRows(rows, context, (row, column) => cells[row - at.row]?.[column - at.column]);

export const clearMarks = (rows: readonly MarkRow[], range: CellRange, context: MarkContext): MarksEdit =>
  editRows(rows, context, (row, column) => (isIn(range, row, column) ? '' : undefined));

/** The first row of the range goes into those below; a single row is filled from the one above. */
export function fillMarks(rows: readonly MarkRow[], range: CellRange, context: MarkContext): MarksEdit {
  const from = range.top === range.bottom ? range.top - 1 : range.top;
  return editRows(rows, context, (row, column) =>
    isIn(range, row, column) && row !== from ? textOf(rows[from], context.fields[column] ?? null) : undefined,
  );
}

const isIn = ({ top, bottom, left, right }: CellRange, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

/** What stands in a cell that can be typed into. */
export function textOf(row: MarkRow | undefined, field: MarkField | null): string {
  if (!row || field === null) return '';
  return field === 'opinion' ? (row.marks?.opinion ?? '') : String(row.marks?.marks[field.criterion] ?? '');
}

/** Cells of a row are taken from left to right, each on top of the one before. */
function editRows(
  rows: readonly MarkRow[],
  { assessment, judgeId, fields, at }: MarkContext,
  textAt: (row: number, column: number) => string | undefined,
): MarksEdit {
  const changes: MarksChange[] = [];
  let [taken, refused] = [0, 0];
  for (const [index, row] of rows.entries()) {
    let marks = row.marks;
    for (const [column, field] of fields.entries()) {
      const text = field === null ? undefined : textAt(index, column);
      if (field === null || text === undefined) continue;
      const entry = setMark(marks, field, text, { assessment, projectId: row.projectId, judgeId, at });
      if ('problem' in entry) refused += 1;
      else {
        marks = entry.marks;
        taken += 1;
      }
    }
    if (marks !== row.marks) changes.push({ before: row.marks, after: marks });
  }
  return { changes, taken, refused };
}
