import type { Columns } from '../columns.ts';
import { fieldsOf, type GridRow } from '../grid.ts';
import type { Item } from './walk.ts';

/** Longest list of options, as in read-row.ts. */
const mostOptions = 12;

/** Whether a row has an option alone (`alone`: A. 甲) in the column of the stems, right below an item that waits for its options. */
export function isOptionBelow(row: GridRow, alone: string, columns: Columns, last: Item): boolean {
  if (!/^\s*[（(]?\s*[A-LＡ-Ｌ]\s*[)）.、．:：]/.test(alone)) return false;
  const [stem] = columns.named.get('stem') ?? [];
  if (last.below.length >= mostOptions || stem === undefined || (row.cells[stem] ?? '').trim() === '' || last.columns !== columns)
    return false;
  const above = last.below.at(-1) ?? last.row;
  const fields = fieldsOf({ ...last.row, cells: withCell(last.row.cells, stem, '') }, columns);
  const awaits = /^(?:[A-L](?:[\s,，、;；]*[A-L])*)?$/i.test(fields.text('answer').normalize('NFKC'));
  return row.row === above.row + 1 && awaits && fields.options.length === 0;
}

/** The item with the option at the end of its stem. */
export function withOption(item: Item, row: GridRow, columns: Columns): Item {
  const stem = columns.named.get('stem')?.[0] ?? 0;
  const text = `${item.row.cells[stem] ?? ''}\n${row.cells[stem] ?? ''}`;
  return { ...item, row: { ...item.row, cells: withCell(item.row.cells, stem, text) }, below: [...item.below, row] };
}

const withCell = (cells: readonly string[], place: number, text: string): string[] =>
  cells.map((cell, column) => (column === place ? text : cell));
