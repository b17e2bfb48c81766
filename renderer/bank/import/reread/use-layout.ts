import { useEffect, useState } from 'react';
import type { Encoding } from '@shared/bank/encodings.ts';
import type { SheetHeader } from '@shared/ipc/contract.ts';
import type { Result } from '@shared/model/failure.ts';
import { succeed } from '@shared/model/failure.ts';
import { request } from '../../../bridge.ts';
import { firstHeader } from '../first-header.ts';
import type { ReadAs, ReadFileAs } from './read-as.ts';

/** How a file was read: its encoding and, in tables, what its columns were taken for. */
export interface Layout {
  readonly encoding: Encoding | null;
  /** Of the first sheet that holds questions; null in formats without columns. */
  readonly header: SheetHeader | null;
  /** The first rows below the header. */
  readonly samples: readonly (readonly string[])[];
}

const sampleRows = 3;

/** Reads the kept copy of a file again to see how it was understood. Null while that takes place. */
export function useLayout({ sha256, asked }: ReadFileAs): Result<Layout> | null {
  const [layout, setLayout] = useState<Result<Layout> | null>(null);
  useEffect(() => {
    let current = true;
    const task = crypto.randomUUID();
    const read = async (): Promise<void> => {
      const result = await readLayout(sha256, asked, task);
      if (current) setLayout(result);
    };
    void read();
    return () => {
      current = false;
      void request('tasks:cancel', task);
    };
  }, [sha256, asked]);
  return layout;
}

async function readLayout(sha256: string, asked: ReadAs, task: string): Promise<Result<Layout>> {
  const read = await request('bank:read', { file: sha256, ...asked }, task);
  if (!read.ok) return read;
  const { reading, encoding } = read.value;
  await request('bank:release', reading);
  const header = await firstHeader(read.value);
  if (!header) return succeed({ encoding, header, samples: [] });
  const place = { sheet: header.sheet, row: header.row + 1, lastRow: header.row + sampleRows };
  const rows = await request('bank:source', sha256, place);
  return succeed({ encoding, header, samples: rows.ok ? rows.value.map(({ cells }) => cells) : [] });
}
