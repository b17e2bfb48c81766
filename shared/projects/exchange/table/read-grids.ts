import type { Grid } from '../../../bank/grid.ts';
import type { PlanFile, PlanFileProblem, PlanFileRow } from '../../../model/plan-file.ts';
import { tidy } from '../cells.ts';
import { readRecord, recordSheet } from './export-record.ts';
import { findTable, type FoundTable } from './find-table.ts';
import { readRows } from './read-rows.ts';

/** Reads every plan table of a workbook: ours with its hidden ids, or tables as offices make them. `name` is the file's. */
export function readPlanGrids(name: string, grids: readonly Grid[]): PlanFile {
  const record = readRecord(grids);
  const tables = grids.filter(({ sheet }) => sheet !== recordSheet).map((grid) => ({ grid, table: findTable(grid) }));
  const ours = tables.filter(({ table }) => table && [...table.header.values()].includes('nodeId'));
  const wanted = new Set(record && ours.length > 0 ? ours : tables.filter(({ table }) => table !== null));
  const read = tables.map(({ grid, table }, place) => readSheet(grid, tables[place] && wanted.has(tables[place]) ? table : null));
  const account = read.map(({ account: one }) => one);
  const sum = (key: keyof (typeof account)[number]): number => account.reduce((total, one) => total + one[key], 0);
  return {
    name,
    format: 'xlsx',
    projectId: record?.projectId ?? '',
    title: record?.title ?? titleAbove(tables),
    rows: read.flatMap(({ rows }) => rows),
    exported: record?.rows ?? [],
    calendar: [],
    problems: [
      ...read.flatMap(({ problems }) => problems),
      ...(record?.changed ?? []).map(changedRecord),
      ...(wanted.size === 0 ? [noTable] : []),
    ],
    accounted: { source: sum('source'), rows: sum('rows'), headings: sum('headings'), refused: sum('refused'), ignored: sum('ignored') },
  };
}

interface ReadSheet {
  readonly rows: readonly PlanFileRow[];
  readonly problems: readonly PlanFileProblem[];
  readonly account: PlanFile['accounted'];
}

function readSheet(grid: Grid, table: FoundTable | null): ReadSheet {
  const sheet = grid.sheet ?? '';
  const source = grid.rows.length;
  if (!table) {
    const left = source === 0 ? [] : [leftOut(sheet, source)];
    return { rows: [], problems: left, account: { source, rows: 0, headings: 0, refused: 0, ignored: source } };
  }
  const { rows, problems, counts } = readRows(sheet, table, grid.merges ?? []);
  return { rows, problems, account: { source, ...counts, headings: counts.headings + table.above } };
}

const leftOut = (sheet: string, count: number): PlanFileProblem => ({
  sheet,
  row: 0,
  severity: 'warning',
  code: 'sheet-without-plan',
  message: `工作表“${sheet}”中没有计划表的表头（至少要有节点或任务名称，以及责任人或时间），${count} 行没有读入。`,
});

const noTable: PlanFileProblem = {
  sheet: '',
  row: 0,
  severity: 'error',
  code: 'no-plan',
  message: '文件中没有找到计划表。表头至少要有节点或任务名称，以及责任人、计划完成时间等中的一列。',
};

const changedRecord = (row: number): PlanFileProblem => ({
  sheet: recordSheet,
  row,
  severity: 'warning',
  code: 'record-changed',
  message: `隐藏的“${recordSheet}”第 ${row} 行被改动过，这个节点不能与导出时逐格对照，只能与现在的计划对照。`,
});

/** The first lone text above a table is its title. */
function titleAbove(tables: readonly { readonly grid: Grid; readonly table: FoundTable | null }[]): string {
  const [first] = tables.filter(({ table }) => table !== null);
  const above = first?.table ? first.grid.rows.slice(0, first.table.above) : [];
  const row = above.find(({ cells }) => cells.filter((cell) => cell.trim() !== '').length === 1);
  return tidy(row?.cells.find((cell) => cell.trim() !== '') ?? '').slice(0, 200);
}
