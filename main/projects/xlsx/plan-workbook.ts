import { calculateRowHeight, writeXlsx, type CellStyle, type CellValue, type DataValidation, type WriteSheet } from 'hucre/xlsx';
import type { PlanDocument } from '@shared/model/plan-file.ts';
import { exportedRows, recordSheet, recordTexts } from '@shared/projects/exchange/table/export-record.ts';
import { planColumns, planSheet, signatures, type PlanColumn } from '@shared/projects/exchange/table/plan-columns.ts';
import { isDay } from '@shared/projects/days.ts';
import { planHead } from '@shared/reports/plan-head.ts';
import { brokenTitle, sheetMargins } from '../../export/sheet-pages.ts';
import { plainPlan } from '../plain-plan.ts';
import { planCells, type PlanCell } from './plan-cells.ts';

const fonts = {
  title: { name: '黑体', size: 16, bold: true },
  header: { name: '黑体', size: 11, bold: true },
  body: { name: '仿宋', size: 11 },
} as const;

const side = { style: 'thin', color: { rgb: '000000' } } as const;
const border = { top: side, right: side, bottom: side, left: side } as const;
const line: CellStyle = { font: fonts.body, alignment: { horizontal: 'left', vertical: 'center', wrapText: true } };
const titleStyle: CellStyle = { font: fonts.title, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } };
const headerStyle: CellStyle = { font: fonts.header, border, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } };

/** Title, facts and header stand above the table. */
const [factsRow, headerRow, firstRow] = [1, 2, 3];
/** The form has no more: what a plan has besides stands at the right of it and is not printed. */
const printedColumns = planColumns.findIndex(({ field }) => field === 'note') + 1;
const tallestRow = 409;

/** So many empty rows below the table take dates and choices as well, for nodes that are added outside. */
const spareRows = 200;

/**
 * The plan as a workbook that can come back: the printed 推进计划表 with a hidden column of ids, and a hidden sheet that
 * keeps every cell as it was exported. Dates and numbers are typed; a text that begins with = stays a text.
 */
export async function writePlanWorkbook(plan: PlanDocument): Promise<Uint8Array> {
  const plain = plainPlan(plan);
  const sheets = [
    tableSheet(plain),
    { name: recordSheet, hidden: true, rows: recordTexts(plain.project, exportedRows(plain.nodes)).map((row) => row.map(cellText)) },
  ];
  return writeXlsx({ sheets, properties: { title: plain.project.title }, defaultFont: fonts.body });
}

function tableSheet(plan: PlanDocument): WriteSheet {
  const rows = plan.nodes.map((node, place) => planCells(node, place, plan));
  const foot = firstRow + rows.length + 1;
  const across = (row: number) => ({ startRow: row, endRow: row, startCol: 0, endCol: printedColumns - 1 });
  return {
    name: planSheet,
    columns: planColumns.map(({ field, width }) => ({ width, hidden: field === 'nodeId' })),
    rows: Array.from({ length: foot + 1 }, () => []),
    cells: new Map([
      ...headCells(plan),
      ...rows.flatMap((row, y) => row.map((cell, x) => bodyCell(cell, firstRow + y, x))),
      at(foot, 0, footText, line),
    ]),
    merges: [across(0), across(factsRow), across(foot)],
    rowDefs: new Map([
      [0, { height: 30 }],
      [factsRow, { height: 52 }],
      [headerRow, { height: 36 }],
      ...rows.map((row, y) => [firstRow + y, { height: heightOf(row) }] as const),
    ]),
    freezePane: { rows: firstRow, columns: 3 },
    dataValidations: validations(plan, firstRow + rows.length + spareRows),
    pageSetup: {
      paperSize: plan.nodes.length >= manyNodes ? 'a3' : 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: sheetMargins,
      printTitlesRow: `$${headerRow + 1}:$${headerRow + 1}`,
      printArea: `$A$1:$${letterOf(printedColumns - 1)}$${foot + 1}`,
      horizontalCentered: true,
    },
    headerFooter: { oddFooter: '&C第 &P 页 共 &N 页' },
  };
}

/** From so many nodes on the table is printed on A3. */
const manyNodes = 12;
const footText = `${signatures}                    支部审核：                         年    月    日`;

type PlacedCell = readonly [string, { readonly value: CellValue; readonly style: CellStyle }];

const at = (row: number, column: number, value: CellValue, style: CellStyle): PlacedCell => [
  `${row},${column}`,
  { value: typeof value === 'string' ? cellText(value) : value, style },
];

/** A text that looks like the escape of a character (_x0041_) is escaped itself (ST_Xstring, ECMA-376 22.9.2.19); the writer leaves that to us. */
const cellText = (text: string): string => text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

function headCells(plan: PlanDocument): PlacedCell[] {
  return [
    at(0, 0, '书记项目推进计划表', titleStyle),
    at(factsRow, 0, planHead(plan).join('\n'), line),
    ...planColumns.map(({ title, width }, x) => at(headerRow, x, brokenTitle(title, width / 2), headerStyle)),
  ];
}

function bodyCell(cell: PlanCell, row: number, x: number): PlacedCell {
  const kind = planColumns[x]?.kind ?? 'text';
  const horizontal = kind === 'number' ? 'right' : kind === 'date' ? 'center' : 'left';
  const style: CellStyle = { font: fonts.body, border, alignment: { horizontal, vertical: 'center', wrapText: kind === 'text' } };
  if (kind !== 'date') return at(row, x, cell === '' ? null : cell, style);
  const isDate = typeof cell === 'string' && isDay(cell) && cell >= firstDay;
  return at(row, x, isDate ? new Date(`${cell}T00:00:00Z`) : cell === '' ? null : cell, { ...style, numFmt: 'yyyy-mm-dd' });
}

/** Excel believes in a 29 February 1900: earlier days would be shown as others. */
const firstDay = '1900-03-01';

function heightOf(row: readonly PlanCell[]): number {
  const texts = row.map((cell) => (typeof cell === 'string' ? cell : null));
  const columnWidths = planColumns.map(({ width }) => width - 1);
  return Math.min(tallestRow, calculateRowHeight(texts, { wrapText: true, fontSize: fonts.body.size, columnWidths }) + 5);
}

/** What a spreadsheet program proposes and asks about. It warns only: what it does not take must not be lost. */
function validations({ nodes }: PlanDocument, lastRow: number): DataValidation[] {
  const rangeOf = (field: PlanColumn['field']): string => {
    const letter = letterOf(planColumns.findIndex((one) => one.field === field));
    return `${letter}${firstRow + 1}:${letter}${lastRow}`;
  };
  const list = (field: 'phase' | 'owner' | 'department'): DataValidation[] => {
    const values = [...new Set(nodes.map((node) => node[field]))].filter((text) => text !== '' && !/[,"\n]/.test(text));
    const fits = values.length > 0 && values.join(',').length <= longestList;
    return fits ? [{ type: 'list', values, allowBlank: true, showErrorMessage: false, range: rangeOf(field) }] : [];
  };
  const warning = { allowBlank: true, showErrorMessage: true, errorStyle: 'warning' } as const;
  const dates = planColumns
    .filter(({ kind }) => kind === 'date')
    .map(({ field }): DataValidation => ({
      type: 'date',
      operator: 'between',
      formula1: '36526',
      formula2: '73050',
      errorTitle: '日期',
      errorMessage: '请填写日期，例如 2026-09-05。',
      range: rangeOf(field),
      ...warning,
    }));
  const progress: DataValidation = {
    type: 'decimal',
    operator: 'between',
    formula1: '0',
    formula2: '100',
    errorTitle: '进度',
    errorMessage: '请填写 0 到 100 的数，不带百分号。',
    range: rangeOf('progress'),
    ...warning,
  };
  return [...list('phase'), ...list('owner'), ...list('department'), ...dates, progress];
}

/** Excel takes no longer list of choices. */
const longestList = 255;

const letterOf = (column: number): string => String.fromCharCode('A'.charCodeAt(0) + column);
