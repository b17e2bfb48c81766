import { encodings, type Encoding } from '@shared/bank/encodings.ts';
import type { BankBatch, MappedColumn } from '@shared/model/bank.ts';

/** How a file was asked to be read. */
export interface ReadAs {
  readonly section: string;
  readonly encoding: Encoding | null;
  readonly columns: readonly MappedColumn[] | null;
}

/** A file of which main keeps a copy, and how it was asked to be read. */
export interface ReadFileAs {
  readonly file: string;
  readonly sha256: string;
  readonly asked: ReadAs;
}

const asFound: ReadAs = { section: '', encoding: null, columns: null };

/** What was asked of the reader when a batch was read. */
export function readAsOf({ readAs }: Pick<BankBatch, 'readAs'>): ReadAs {
  const asked: unknown = readAs === '' ? null : JSON.parse(readAs);
  if (typeof asked !== 'object' || asked === null) return asFound;
  const { section, encoding, columns } = { ...asFound, ...asked };
  return {
    section: typeof section === 'string' ? section : '',
    encoding: encodings.find((name) => name === encoding) ?? null,
    columns: Array.isArray(columns) ? columns : null,
  };
}
