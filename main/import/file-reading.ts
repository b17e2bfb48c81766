import type { Encoding } from '@shared/bank/encodings.ts';
import type { FileRefusal, ImportedFile, ImportFormat, Problem } from '@shared/bank/imported.ts';
import type { MappedColumn, SheetHeader } from '@shared/model/bank.ts';

/** How a file is to be read. */
export interface ReadingOptions {
  /** Section of questions whose source names none; may be ''. */
  readonly section: string;
  /** Encoding of a text file; null finds it out. */
  readonly encoding: Encoding | null;
  /** What the columns of a table hold; null finds it out from the header. */
  readonly columns: readonly MappedColumn[] | null;
}

/** What was found in one file, and how it was understood. */
export interface FileReading extends ImportedFile {
  /** Of text files, else null. */
  readonly encoding: Encoding | null;
  /** Of the sheets; empty in formats without columns. */
  readonly headers: readonly SheetHeader[];
  /** The technical reason where the program itself failed on the file or broke off, for the log; else ''. */
  readonly fault: string;
}

/** A file of which nothing was taken: one problem of row 0 says why. */
export function refusedWhole(file: string, format: ImportFormat, { code, message }: FileRefusal, fault = ''): FileReading {
  const problem: Problem = { sheet: null, row: 0, severity: 'error', code, message };
  const accounted = { source: 0, questions: 0, headings: 0, refused: 0, ignored: 0 };
  return { file, format, questions: [], refusals: [], problems: [problem], accounted, encoding: null, headers: [], fault };
}
