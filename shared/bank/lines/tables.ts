import { columnsOf } from '../columns.ts';
import type { Grid } from '../grid.ts';
import type { ImportedQuestion, Problem, Refusal } from '../imported.ts';
import { lintQuestions } from '../lint.ts';
import { readGrids } from '../read-grids.ts';
import { addCounts, nothingCounted, type Counts, type Reading, type ReadOptions } from '../reading.ts';
import type { SourceLine } from '../source-text.ts';

/** How far down a table its header is looked for. */
const headerWithin = 3;

export interface TablesRead {
  readonly questions: readonly ImportedQuestion[];
  readonly refusals: readonly Refusal[];
  readonly problems: readonly Problem[];
  readonly counts: Counts;
  /** The lines that stand in no such table. */
  readonly rest: readonly SourceLine[];
}

/** Reads the tables that have a header of a question workbook as such workbooks. */
export function readTables(lines: readonly SourceLine[], options: ReadOptions): TablesRead {
  const rows = Map.groupBy(
    lines.filter(({ cells, table }) => cells !== null && table > 0),
    ({ table }) => table,
  );
  const grids = [...rows].filter(([, own]) => own.slice(0, headerWithin).some(({ cells }) => columnsOf(cells ?? [])));
  const taken = new Set(grids.map(([table]) => table));
  const readings = grids.map(([, own]) => readTable(own, options));
  return {
    questions: readings.flatMap(({ questions }) => questions),
    refusals: readings.flatMap(({ refusals }) => refusals),
    problems: readings.flatMap(({ problems }) => problems),
    counts: readings.map(({ accounted }) => accounted).reduce<Counts>(addCounts, nothingCounted),
    rest: lines.filter(({ cells, table }) => cells === null || !taken.has(table)),
  };
}

/** The rows are numbered from 1 while they are read, as in a workbook, and get their own numbers back. */
function readTable(lines: readonly SourceLine[], options: ReadOptions): Reading {
  const grid: Grid = { sheet: null, rows: lines.map(({ cells }, place) => ({ row: place + 1, cells: cells ?? [] })) };
  const reading = readGrids([grid], options);
  const rowOf = (row: number): number => lines[row - 1]?.row ?? 0;
  const placed = <T extends { readonly row: number; readonly lastRow: number }>(item: T): T => ({
    ...item,
    row: rowOf(item.row),
    lastRow: rowOf(item.lastRow),
  });
  // What the checks found is found again when the whole document is closed.
  const linted = new Set(lintQuestions(reading.questions).map((problem) => JSON.stringify(problem)));
  const problems = reading.problems.filter((problem) => !linted.has(JSON.stringify(problem)));
  return {
    questions: reading.questions.map(placed),
    refusals: reading.refusals.map(placed),
    problems: problems.map((problem) => ({ ...problem, row: rowOf(problem.row) })),
    accounted: reading.accounted,
  };
}
