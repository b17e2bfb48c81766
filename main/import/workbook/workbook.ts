import { read, type ParsingOptions } from '@e965/xlsx';
import type { Grid } from '@shared/bank/grid.ts';
import type { FileRefusal } from '@shared/bank/imported.ts';
import { ArchiveFault } from '../archive/archive.ts';
import { decodeText } from '../encoding.ts';
import { limits } from '../../limits.ts';
import type { CellTexts } from './cell-text.ts';
import { learnCodePages } from './code-pages.ts';
import { learnDates } from './dates.ts';
import { gridsOf } from './grids.ts';
import { workbookKind } from './kind.ts';
import { unpackWorkbook } from './unpack.ts';
import { TooManyRows } from './xlsx/too-many-rows.ts';
import { readXlsx } from './xlsx/xlsx.ts';

/** Formulas are neither evaluated nor kept: the value that the file holds counts. Texts of numbers are made in grids.ts. */
const plain: ParsingOptions = { dense: true, cellFormula: false, cellHTML: false, cellNF: true, cellText: false };

/**
 * The sheets of a workbook as text: xlsx, xlsb, ods, xls (BIFF5 and BIFF8), SpreadsheetML 2003, and html tables that are
 * called .xls, whatever the name says. The whole file is in memory; it is meant for a process that can be ended.
 */
export async function readWorkbook(bytes: Buffer, reading: WorkbookReading = forQuestions): Promise<Grid[] | FileRefusal> {
  try {
    return await parse(bytes, reading);
  } catch (error) {
    return refusalFor(error);
  }
}

/** What a plan wants otherwise than a bank of questions. */
export type WorkbookReading = Omit<CellTexts, 'date1904'>;

const forQuestions: WorkbookReading = { wholeDates: false, longest: limits.importCell };

async function parse(bytes: Buffer, reading: WorkbookReading): Promise<Grid[] | FileRefusal> {
  const kind = workbookKind(bytes);
  const { wholeDates } = reading;
  switch (kind) {
    case 'xlsx':
      return readXlsx(bytes, reading);
    case 'xlsb':
    case 'ods':
      learnDates();
      return gridsOf(read(await unpackWorkbook(bytes), { ...plain, type: 'buffer' }), wholeDates);
    case 'xls-5':
      learnCodePages();
      learnDates();
      return gridsOf(read(bytes, { ...plain, type: 'buffer', codepage: 936 }), wholeDates); // where the file names no code page
    case 'xls':
      learnDates();
      return gridsOf(read(bytes, { ...plain, type: 'buffer' }), wholeDates);
    case 'spreadsheetml':
      return gridsOf(read(decodeText(bytes).text, { ...plain, type: 'string' }), wholeDates);
    case 'html':
      return gridsOf(read(decodeText(bytes).text, { ...plain, type: 'string', raw: true }), wholeDates);
    case 'encrypted':
      return { code: 'file-encrypted', message: '工作簿有打开密码，请去掉密码后再导入。' };
    case null:
      return { code: 'format-unknown', message: '这不是电子表格；请另存为 .xlsx 后再导入。' };
  }
}

/** The library throws plain errors on damaged files, and of many kinds: each means that the file cannot be read. */
function refusalFor(error: unknown): FileRefusal {
  if (error instanceof TooManyRows) return { code: 'too-many-rows', message: error.message };
  if (error instanceof ArchiveFault && error.kind === 'too-large')
    return { code: 'file-too-large', message: `工作簿${error.message}，不予打开。` };
  const reason = error instanceof Error ? error.message : '';
  if (/password|encrypt/i.test(reason)) return { code: 'file-encrypted', message: '工作簿有打开密码，请去掉密码后再导入。' };
  return {
    code: 'file-unreadable',
    message: `工作簿已损坏${error instanceof ArchiveFault ? `（${reason}）` : ''}，请在表格软件中打开并另存为 .xlsx 后再试。`,
  };
}
