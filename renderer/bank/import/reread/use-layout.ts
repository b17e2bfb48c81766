import { useEffect, useState } from 'react';
import type { Encoding } from '@shared/bank/encodings.ts';
import type { SheetHeader } from '@shared/ipc/contract.ts';
import type { BankBatch } from '@shared/model/bank.ts';
import type { Failure, Result } from '@shared/model/failure.ts';
import { succeed } from '@shared/model/failure.ts';
import { request } from '../../../bridge.ts';
import { readAsOf } from './read-as.ts';

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
export function useLayout(batch: BankBatch): Result<Layout> | null {
  const [layout, setLayout] = useState<Result<Layout> | null>(null);
  useEffect(() => {
    let current = true;
    const task = crypto.randomUUID();
    const read = async (): Promise<void> => {
      const result = await readLayout(batch, task);
      if (current) setLayout(result);
    };
    void read();
    return () => {
      current = false;
      void request('tasks:cancel', task);
    };
  }, [batch]);
  return layout;
}

async function readLayout(batch: BankBatch, task: string): Promise<Result<Layout> | { readonly ok: false; readonly failure: Failure }> {
  const read = await request('bank:read', { file: batch.sha256, ...readAsOf(batch) }, task);
  if (!read.ok) return read;
  const { reading, encoding, headers } = read.value;
  await request('bank:release', reading);
  const header = headers[0] ?? null;
  if (!header) return succeed({ encoding, header, samples: [] });
  const place = { sheet: header.sheet, row: header.row + 1, lastRow: header.row + sampleRows };
  const rows = await request('bank:source', batch.sha256, place);
  return succeed({ encoding, header, samples: rows.ok ? rows.value.map(({ cells }) => cells) : [] });
}
