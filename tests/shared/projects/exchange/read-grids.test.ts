import { expect, test } from 'vitest';
import type { Grid, MergedRange } from '@shared/bank/grid.ts';
import { readPlanGrids } from '@shared/projects/exchange/table/read-grids.ts';

/** A sheet whose rows follow each other; rows without content are left out as readers do. */
const grid = (sheet: string, rows: readonly (readonly string[])[], merges: readonly MergedRange[] = []): Grid => ({
  sheet,
  rows: rows.map((cells, place) => ({ row: place + 1, cells })).filter(({ cells }) => cells.some((cell) => cell !== '')),
  merges,
});

const merge = (firstRow: number, firstColumn: number, lastRow: number, lastColumn: number): MergedRange => ({
  firstRow,
  firstColumn,
  lastRow,
  lastColumn,
});

const read = (...grids: readonly Grid[]) => readPlanGrids('计划.xlsx', grids);
const cellsOf = (...grids: readonly Grid[]) => read(...grids).rows.map(({ cells }) => cells);

test('a table as offices make it: title above, phases merged downwards, signatures below', () => {
  const file = read(
    grid(
      '计划',
      [
        ['示例项目工作计划表'],
        ['序号', '阶段', '重点工作', '目标及要求', '责任人', '完成时限', '备注'],
        ['1', '准备', '摸底排查', '逐户登记', '韦敏', '2026-03-31', ''],
        ['2', '', '制定方案', '报局审批', '李强', '4月底前', ''],
        ['3', '实施', '现场改造', '', '韦敏', '2026.9.5', '分两批'],
        ['4'],
        ['审核：', '', '', '填表人：'],
      ],
      [merge(1, 0, 1, 6), merge(3, 1, 4, 1)],
    ),
  );
  expect(file.title).toBe('示例项目工作计划表');
  expect(
    file.rows.map(({ row, number, cells }) => [
      row,
      number,
      cells.phase,
      cells.title,
      cells.duty,
      cells.owner,
      cells.plannedFinish,
      cells.note,
    ]),
  ).toEqual([
    [3, '1', '准备', '摸底排查', '逐户登记', '韦敏', '2026-03-31', ''],
    [4, '2', '准备', '制定方案', '报局审批', '李强', '4月底前', ''],
    [5, '3', '实施', '现场改造', '', '韦敏', '2026.9.5', '分两批'],
  ]);
  expect(file.problems.map(({ row, code }) => [row, code])).toEqual([[7, 'row-ignored']]);
  expect(file.accounted).toEqual({ source: 7, rows: 3, headings: 2, refused: 0, ignored: 2 });
});

test('a table that begins at column C, below notes; 工作内容 is the title where nothing else is', () => {
  expect(
    cellsOf(
      grid('Sheet1', [
        [],
        ['', '说明：本表每月更新'],
        [],
        ['', '', '工作内容', '工作时间'],
        ['', '', '线路巡视', '2026-01-19'],
        ['', '', '缺陷处理', '2026.1.20-1.25'],
      ]),
    ),
  ).toEqual([
    { title: '线路巡视', plannedStart: '', plannedFinish: '2026-01-19' },
    { title: '缺陷处理', plannedStart: '2026.1.20', plannedFinish: '2026.1.25' },
  ]);
});

test('rows that only name a phase hold for those below them', () => {
  const file = read(
    grid(
      '计划',
      [
        ['序号', '工作任务', '责任单位', '计划完成时间'],
        ['一、前期准备'],
        ['1', '成立专班', '党建部', '2026-02-01'],
        ['（二）组织实施', '（二）组织实施'],
        ['2', '台区改造', '配电部', '2026-08-01'],
        ['', '', '', '2026-09-01'],
      ],
      [merge(4, 0, 4, 3)],
    ),
  );
  expect(file.rows.map(({ cells }) => [cells.phase, cells.title])).toEqual([
    ['一、前期准备', '成立专班'],
    ['（二）组织实施', '台区改造'],
  ]);
  expect(file.problems.map(({ row, code, severity }) => [row, code, severity])).toEqual([[6, 'title-missing', 'error']]);
  expect(file.accounted).toEqual({ source: 6, rows: 2, headings: 3, refused: 1, ignored: 0 });
});

test('a header of two rows', () => {
  const rows = [
    ['序号', '节点名称', '计划', '', '实际', '', '负责人'],
    ['', '', '开始', '完成', '开始', '完成', ''],
    ['1', '现场勘查', '2026-03-01', '2026-03-10', '2026-03-02', '', '韦敏'],
  ];
  const merges = [merge(1, 0, 2, 0), merge(1, 1, 2, 1), merge(1, 2, 1, 3), merge(1, 4, 1, 5), merge(1, 6, 2, 6)];
  expect(cellsOf(grid('计划', rows, merges))).toEqual([
    {
      title: '现场勘查',
      owner: '韦敏',
      plannedStart: '2026-03-01',
      plannedFinish: '2026-03-10',
      actualStart: '2026-03-02',
      actualFinish: '',
    },
  ]);
});

test('a repeated header is none of the rows; columns that nobody knows are kept in the notes', () => {
  const head = ['任务名称', '牵头人', '截止日期', '督办领导'];
  const file = read(grid('计划', [head, ['甲', '韦敏', '2026-03-01', '张主任'], head, ['乙', '李强', '2026-04-01', '']]));
  expect(file.rows.map(({ cells }) => [cells.title, cells.note])).toEqual([
    ['甲', '督办领导：张主任'],
    ['乙', undefined],
  ]);
  expect(file.accounted).toMatchObject({ source: 4, rows: 2, headings: 2 });
});

test('sheets without a plan are named, with their rows; a file without any says so', () => {
  const plan = grid('计划', [
    ['任务', '责任人'],
    ['甲', '韦敏'],
  ]);
  const other = grid('通讯录', [
    ['姓名', '电话'],
    ['韦敏', '000'],
  ]);
  const file = read(other, plan);
  expect([file.rows.length, file.problems.map(({ sheet, code }) => [sheet, code])]).toEqual([1, [['通讯录', 'sheet-without-plan']]]);
  expect(file.accounted).toEqual({ source: 4, rows: 1, headings: 1, refused: 0, ignored: 2 });
  expect(read(other).problems.map(({ code, severity }) => [code, severity])).toEqual([
    ['sheet-without-plan', 'warning'],
    ['no-plan', 'error'],
  ]);
});

test('done and not begun, where nothing counts the progress', () => {
  const rows = [
    ['任务', '责任人', '完成状态'],
    ['甲', '韦敏', '已完成'],
    ['乙', '韦敏', '未开始'],
    ['丙', '韦敏', '等待材料'],
  ];
  expect(cellsOf(grid('计划', rows)).map(({ progress, note }) => [progress, note])).toEqual([
    ['100', undefined],
    ['0', undefined],
    [undefined, '完成状态：等待材料'],
  ]);
});
