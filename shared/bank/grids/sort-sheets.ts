import type { MappedColumn } from '../../model/bank.ts';
import type { Grid } from '../grid.ts';
import { isKeySheet, readKey, type AnswerKey } from './answer-keys.ts';
import type { QuestionSheet } from './sheet.ts';
import { findTable, keyOf, mappedTable, type Table } from './table.ts';
import { walk } from './walk.ts';

/** What a sheet is there for. */
export type SortedSheet =
  | ({ readonly kind: 'questions' } & QuestionSheet)
  | { readonly kind: 'key'; readonly grid: Grid; readonly key: AnswerKey }
  /** `silent`: notes on how to fill in the form. */
  | { readonly kind: 'aside'; readonly grid: Grid; readonly silent: boolean };

/** Sheets of templates that only help to fill in the form. */
const noteSheets = /^(?:填写说明|填表说明|说明|使用说明|导入说明|须知|字典|数据字典|示例说明)$/;

const isNote = ({ sheet }: Grid): boolean => noteSheets.test(sheet?.trim() ?? '');

/** Whether a sheet without a table is neither a note nor an answer key. */
export const isAside = (grid: Grid): boolean => !isNote(grid) && grid.rows.length > 0 && !isKeySheet(grid);

/** Tells the sheets of a workbook apart; `mapping` is what the columns hold where a person named it (GridOptions). */
export function sortSheets(grids: readonly Grid[], mapping: readonly MappedColumn[] | null): SortedSheet[] {
  const tables = tablesOf(grids, mapping);
  return grids.map((grid): SortedSheet => {
    const table = tables.get(grid);
    if (table) return { kind: 'questions', grid, table, walked: walk(grid, table) };
    if (!isNote(grid) && isKeySheet(grid)) return { kind: 'key', grid, key: readKey(grid.sheet, grid.rows) };
    return { kind: 'aside', grid, silent: isNote(grid) || grid.rows.length === 0 };
  });
}

/** The tables of the sheets that hold questions. */
export function tablesOf(grids: readonly Grid[], mapping: readonly MappedColumn[] | null): ReadonlyMap<Grid, Table> {
  const candidates = grids.filter((grid) => !isNote(grid) && grid.rows.length > 0);
  const found = new Map(
    candidates.flatMap((grid): [Grid, Table][] => withTable(grid, isKeySheet(grid) ? withHeader(findTable(grid)) : findTable(grid))),
  );
  const reference = mapping && referenceFor(mapping, found, candidates);
  if (!reference) return found;
  const mapped = mappedTable(reference, mapping);
  return new Map(
    candidates.flatMap((grid): [Grid, Table][] => {
      const own = found.get(grid);
      const other = own && !own.guessed && keyOf(own) !== keyOf(mapped);
      return withTable(grid, other ? own : isKeySheet(grid) && !own ? null : mappedTable(grid, mapping));
    }),
  );
}

/** The sheet that a person looked at: the first of that width, with a header that was found if there is one. */
function referenceFor(mapping: readonly MappedColumn[], found: ReadonlyMap<Grid, Table>, candidates: readonly Grid[]): Grid | undefined {
  const headed = [...found.keys()];
  const width = ({ rows }: Grid): number => rows.slice(0, 20).reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const fits = (grid: Grid): boolean => width(grid) === mapping.length;
  return headed.find(fits) ?? candidates.find(fits) ?? headed[0] ?? candidates[0];
}

/** The columns of an answer key look like a table without a header. */
const withHeader = (table: Table | null): Table | null => (table?.guessed ? null : table);

const withTable = (grid: Grid, table: Table | null): [Grid, Table][] => (table ? [[grid, table]] : []);
