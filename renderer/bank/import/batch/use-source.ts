import { useEffect, useState } from 'react';
import { columnsOf } from '@shared/bank/columns.ts';
import type { SourceRow } from '@shared/ipc/contract.ts';
import type { EntryOrigin } from '@shared/model/bank.ts';
import { succeed, type Result } from '@shared/model/failure.ts';
import { request } from '../../../bridge.ts';

/** What stands in the source where an entry comes from. */
export interface Source {
  /** Its rows and some around them. */
  readonly rows: readonly SourceRow[];
  /** Titles of the columns; empty where there is no header. */
  readonly titles: readonly string[];
}

/** Rows around an entry that are shown with it. */
const around = 3;

/** A header is looked for in so many rows at the top of a sheet. */
const headerRows = 20;

/** The source of an entry. Undefined while it is read, null where the copy of the file cannot be read. */
export function useSource(sha256: string, origin: EntryOrigin | null): Source | null | undefined {
  const [read, setRead] = useState<{ readonly key: string; readonly source: Source | null } | null>(null);
  const key = origin ? JSON.stringify([origin.sheet, origin.row, origin.lastRow]) : '';
  useEffect(() => {
    if (key === '') return;
    let current = true;
    const ask = async (): Promise<void> => {
      const [sheet, row, lastRow] = JSON.parse(key) as [string | null, number, number]; // as written above
      const source = await readSource(sha256, { sheet, row, lastRow });
      if (current) setRead({ key, source: source.ok ? source.value : null });
    };
    void ask();
    return () => {
      current = false;
    };
  }, [sha256, key]);
  return read?.key === key ? read.source : undefined;
}

type Place = Pick<EntryOrigin, 'sheet' | 'row' | 'lastRow'>;

async function readSource(sha256: string, { sheet, row, lastRow }: Place): Promise<Result<Source>> {
  const rows = await request('bank:source', sha256, { sheet, row: Math.max(1, row - around), lastRow: lastRow + around });
  if (!rows.ok) return rows;
  const isTable = rows.value.some(({ cells }) => cells.length > 1);
  return succeed({ rows: rows.value, titles: isTable ? await titlesAbove(sha256, sheet, row) : [] });
}

/** The nearest header above a row. */
async function titlesAbove(sha256: string, sheet: string | null, row: number): Promise<readonly string[]> {
  const top = await request('bank:source', sha256, { sheet, row: 1, lastRow: headerRows });
  const above = top.ok ? top.value.filter((one) => one.row < row) : [];
  return above.findLast(({ cells }) => columnsOf(cells) !== null)?.cells ?? [];
}
