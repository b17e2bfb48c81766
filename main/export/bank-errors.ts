import { templateColumns, usualOptions } from '@shared/bank/template/columns.ts';
import { draftRow } from '@shared/bank/template/rows.ts';
import type { CollectedItem } from '@shared/ipc/contract.ts';
import { templateWorkbook } from '../import/workbook/template.ts';
import { cellsOf } from './bank-template.ts';
import { xmlText } from './xml-text.ts';

/** Behind the columns of the template, under titles that the reader does not know: where the row stood, what stood there and what is wrong with it. */
const remarks = [
  { title: '来源位置', holds: '', width: 24 },
  { title: '原文', holds: '', width: 60 },
  { title: '原因', holds: '', width: 40 },
] as const;

/**
 * Rows that could not be read, in our template as far as they were understood, each with its source and the reasons, to be
 * mended and read again: a hidden column brings back which entries they are. Items without a refusal are left out.
 */
export async function errorWorkbook(items: readonly CollectedItem[]): Promise<Uint8Array> {
  const refused = items.flatMap((item) => (item.refused ? [item.refused] : []));
  const options = refused.reduce((most, { draft }) => Math.max(most, draft.options.length), usualOptions);
  const columns = templateColumns(Math.min(options, 12));
  return templateWorkbook(
    {
      columns: [...columns, ...remarks],
      hidden: ['三训条目'],
      rows: refused.map(({ entryId, draft, source, text, reasons }, place) => [
        ...[...cellsOf(draftRow(draft), columns, place + 1), source, text, reasons.join('\n')].map(shortened),
        entryId,
      ]),
    },
    '待改试题',
  );
}

/** Characters that a cell holds. */
const longestCell = 32_767;

const shortened = (cell: string | number): string | number => (typeof cell === 'string' ? xmlText(cell.slice(0, longestCell)) : cell);
