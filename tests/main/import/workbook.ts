import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { writeXlsx, type CellValue } from 'hucre/xlsx';
import { onTestFinished } from 'vitest';
import type { ImportedFile } from '@shared/bank/imported.ts';
import { readQuestions } from '../../../main/import/read-questions.ts';

export type Sheets = Readonly<Record<string, readonly (readonly CellValue[])[]>>;

/** A workbook with these rows, as bytes. */
export const workbook = (sheets: Sheets): Promise<Uint8Array> =>
  writeXlsx({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]) })) });

/** A file in a folder of its own that goes when the test ends. */
export async function temporaryFile(name: string, bytes: Uint8Array | string): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sanxun-import-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  return file;
}

/** What a reader process makes of these bytes, without the process. */
export const importBytes = (name: string, bytes: Uint8Array | string, section = ''): Promise<ImportedFile> =>
  readQuestions(Buffer.from(bytes), name, { section, encoding: null, columns: null });

export const importSheets = async (sheets: Sheets, section = ''): Promise<ImportedFile> =>
  importBytes('题库.xlsx', await workbook(sheets), section);

/** The questions without where they stood. */
export const questionsOf = (file: ImportedFile) => file.questions.map(({ question }) => question);
/** Problems as 'sheet#row code'. */
export const problemsOf = (file: ImportedFile): string[] =>
  file.problems.map(({ sheet, row, severity, code }) => `${sheet ?? ''}#${row} ${severity} ${code}`);
