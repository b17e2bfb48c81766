import type { GridRow, MergedRange } from '../../../bank/grid.ts';
import { planFileFields, type PlanFileField, type PlanFileProblem, type PlanFileRow } from '../../../model/plan-file.ts';
import { tidy } from '../cells.ts';
import { headerOf, type Header } from './header.ts';
import type { FoundTable } from './find-table.ts';
import { splitPeriod } from './period.ts';
import { signatures, type TableField } from './plan-columns.ts';

/** How a row of a table was counted. */
type Counted = 'rows' | 'headings' | 'refused' | 'ignored';

export interface ReadRows {
  readonly rows: readonly PlanFileRow[];
  readonly problems: readonly PlanFileProblem[];
  readonly counts: Readonly<Record<Counted, number>>;
}

/** Goes through the rows of a table from top to bottom. A row that only names a phase holds for those below it. */
export function readRows(sheet: string, { header, names, body }: FoundTable, merges: readonly MergedRange[]): ReadRows {
  const columns = new Map([...header].map(([place, field]) => [field, place]));
  const counts: Record<Counted, number> = { rows: 0, headings: 0, refused: 0, ignored: 0 };
  const rows: PlanFileRow[] = [];
  const problems: PlanFileProblem[] = [];
  let phase = '';
  for (const row of body) {
    const kind = kindOf(row, columns, header, merges);
    if (kind === 'phase') phase = tidy(row.cells.find((cell) => cell.trim() !== '') ?? '');
    if (kind === 'rows') rows.push(rowOf(sheet, row, { columns, header, names, phase }));
    if (kind === 'refused')
      problems.push({ sheet, row: row.row, severity: 'error', code: 'title-missing', message: '这一行没有节点名称，没有读入。' });
    if (kind === 'ignored' && !isBlankForm(row, header) && !isOwnFoot(row))
      problems.push({
        sheet,
        row: row.row,
        severity: 'warning',
        code: 'row-ignored',
        message: `这一行是签字、说明或合计，没有读入：${shortened(row)}`,
      });
    counts[kind === 'phase' ? 'headings' : kind] += 1;
  }
  return { rows, problems, counts };
}

const shortened = (row: GridRow): string => {
  const text = row.cells.filter((cell) => cell.trim() !== '').join(' ');
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
};

type Columns = ReadonlyMap<TableField, number>;

const cellOf = (row: GridRow, columns: Columns, field: TableField): string => tidy(row.cells[columns.get(field) ?? -1] ?? '');

function kindOf(row: GridRow, columns: Columns, header: Header, merges: readonly MergedRange[]): Counted | 'phase' {
  if (cellOf(row, columns, 'nodeId') !== '') return 'rows';
  const texts = new Set(row.cells.map(tidy).filter((cell) => cell !== ''));
  const first = [...texts][0] ?? '';
  if (headerOf(row.cells) !== null && isSameHeader(row, header)) return 'headings';
  if (texts.size <= 4 && footPattern.test(first) && isAlone(row, columns)) return 'ignored';
  if (isBlankForm(row, header)) return 'ignored';
  if (texts.size === 1 && (isAcross(row, merges) || !isAlone(row, columns, 'title')))
    return isPhaseText(row, columns, merges) ? 'phase' : 'refused';
  return cellOf(row, columns, 'title') === '' && cellOf(row, columns, 'duty') === '' ? 'refused' : 'rows';
}

/** Signatures, notes and sums stand below a table. */
const footPattern = /签字|签名|签章|审核|审批|填表|制表|填报|批准人|^(?:注|备注|说明|填表说明)\s*[:：]|^(?:合计|总计|小计)/;

/** Nothing stands in the columns of dates and owners. With `title`: the one text stands in its column. */
function isAlone(row: GridRow, columns: Columns, field?: 'title'): boolean {
  if (field) return cellOf(row, columns, field) !== '';
  return ['plannedStart', 'plannedFinish', 'owner', 'period'].every((one) => cellOf(row, columns, one as TableField) === ''); // names of fields
}

const isAcross = (row: GridRow, merges: readonly MergedRange[]): boolean =>
  merges.some(({ firstRow, firstColumn, lastColumn }) => firstRow === row.row && lastColumn > firstColumn);

/** A lone text is a phase where it reaches over columns, stands in the column of phases or numbers, or is numbered like one. */
function isPhaseText(row: GridRow, columns: Columns, merges: readonly MergedRange[]): boolean {
  const place = row.cells.findIndex((cell) => cell.trim() !== '');
  const text = tidy(row.cells[place] ?? '');
  return (
    isAcross(row, merges) ||
    place === columns.get('phase') ||
    /^(?:第?[一二三四五六七八九十]+|[（(][一二三四五六七八九十]+[)）])[、.．\s]?/.test(text)
  );
}

/** A row of a form that nobody filled in: a number and nothing else. */
const isBlankForm = (row: GridRow, header: Header): boolean =>
  row.cells.every((cell, place) => {
    const field = header.get(place);
    if (field === 'number') return /^[\d.]*$/.test(tidy(cell));
    return tidy(cell) === '' || field === 'state' || field === 'deviation';
  });

/** The line for signatures that our workbooks have. */
const isOwnFoot = (row: GridRow): boolean => tidy(row.cells[0] ?? '').startsWith(signatures);

const isSameHeader = (row: GridRow, header: Header): boolean => {
  const again = headerOf(row.cells);
  return again !== null && [...header].every(([place, field]) => again.get(place) === field);
};

interface RowContext {
  readonly columns: Columns;
  readonly header: Header;
  readonly names: readonly string[];
  readonly phase: string;
}

function rowOf(sheet: string, row: GridRow, context: RowContext): PlanFileRow {
  const { columns } = context;
  const isOurs = columns.has('nodeId');
  const cell = (field: TableField): string => cellOf(row, columns, field);
  const own = planFileFields.flatMap((field) => (columns.has(field) ? [[field, dateOnly(field, cell(field))] as const] : []));
  const cells: Partial<Record<PlanFileField, string>> = Object.fromEntries(own);
  if (cells.title === '' && !isOurs) cells.title = cell('duty');
  if (!cells.phase && context.phase !== '') cells.phase = context.phase;
  if (cell('adjustedFinish') !== '') cells.plannedFinish = dateOnly('plannedFinish', cell('adjustedFinish'));
  if (columns.has('period')) addPeriod(cells, cell('period'));
  if (!columns.has('progress') && stateProgress(cell('state')) !== null) cells.progress = stateProgress(cell('state')) ?? '';
  const more = othersOf(row, context);
  if (more !== '') cells.note = [cells.note ?? '', more].filter((text) => text !== '').join('\n');
  return { sheet, row: row.row, number: cell('number'), nodeId: cell('nodeId'), cells, links: null };
}

/** A date with a time of day is that day. */
const dateOnly = (field: PlanFileField, text: string): string =>
  /^(?:planned|actual)/.test(field) ? text.replace(/^(\d{4}-\d{2}-\d{2})[ T]\d{1,2}:\d{2}(?::\d{2})?.*$/, '$1') : text;

function addPeriod(cells: Partial<Record<PlanFileField, string>>, text: string): void {
  const { start, finish } = splitPeriod(text);
  cells.plannedStart ||= dateOnly('plannedStart', start);
  cells.plannedFinish ||= dateOnly('plannedFinish', finish);
}

const stateProgress = (text: string): string | null =>
  /^(?:已?完成|已办结|是|√|✓)$/.test(text) ? '100' : /^(?:未开始|未启动|否|×)$/.test(text) ? '0' : null;

/** Columns that no field takes are kept in 备注, with their names. */
function othersOf(row: GridRow, { header, names, columns }: RowContext): string {
  const lines = row.cells.flatMap((cell, place) => {
    const field = header.get(place);
    const isState = field === 'state' && !columns.has('nodeId') && stateProgress(tidy(cell)) === null;
    if ((field !== undefined && !isState) || tidy(cell) === '') return [];
    const name = tidy(names[place] ?? '');
    return [name === '' ? tidy(cell) : `${name}：${tidy(cell)}`];
  });
  return lines.join('\n');
}
