import type { BankReading, SheetHeader } from '@shared/ipc/contract.ts';
import { request } from '../../bridge.ts';

/** A table begins within so many rows. */
const lookedAt = 20;

/**
 * The header of the first sheet with questions; where none was understood, the first row of a table stands in for it,
 * its columns meaning nothing yet. Null in formats without columns.
 */
export async function firstHeader({
  headers,
  problems,
  sha256,
}: Pick<BankReading, 'headers' | 'problems' | 'sha256'>): Promise<SheetHeader | null> {
  const [known] = headers;
  if (known || sha256 === '') return known ?? null;
  const sheet = problems.find(({ code }) => code === 'sheet-without-header')?.sheet ?? null;
  const top = await request('bank:source', sha256, { sheet, row: 1, lastRow: lookedAt });
  const first = top.ok ? top.value.find(({ cells }) => cells.filter((cell) => cell.trim() !== '').length > 1) : undefined;
  return first ? { sheet, row: first.row, titles: first.cells, columns: first.cells.map(() => '' as const) } : null;
}
