import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Grid } from '@shared/bank/grid.ts';
import type { ImportedFile, ImportFormat, ProblemCode } from '@shared/bank/imported.ts';
import { readGrids, type Reading } from '@shared/bank/read-grids.ts';
import { limits } from '../limits.ts';
import { codeOf } from '../files.ts';
import { readCsv } from './csv.ts';
import { readXlsx } from './xlsx.ts';
import { checkZip } from './zip.ts';

/**
 * Reads a file of questions; nothing is written. A file that cannot be read at all comes back with one problem of
 * row 0 that says why (isRefusedWhole). `section` is for questions whose source names none.
 */
export async function importQuestions(file: string, { section = '' }: { section?: string } = {}): Promise<ImportedFile> {
  const name = path.basename(file);
  const bytes = await readWhole(file, name);
  if (!Buffer.isBuffer(bytes)) return bytes;
  const { format, refusal } = recognise(bytes, name);
  if (refusal) return refuse(name, format, refusal.code, refusal.message);
  const options = { section, longestCell: limits.importCell };
  const reading = format === 'csv' ? fromCsv(bytes, options) : fromXlsx(bytes, options);
  return 'code' in reading ? refuse(name, format, reading.code, reading.message) : withQuestions({ file: name, format, ...reading });
}

interface Refusal {
  readonly code: ProblemCode;
  readonly message: string;
}
type ReadOptions = Parameters<typeof readGrids>[1];

async function readWhole(file: string, name: string): Promise<Buffer | ImportedFile> {
  if (/^(?:~\$|\.~lock\.)/.test(name)) return refuse(name, 'unknown', 'lock-file', '这是办公软件打开文件时留下的临时文件，请选择原文件。');
  try {
    const { size } = await stat(file);
    if (size === 0) return refuse(name, 'unknown', 'file-empty', '文件是空的。');
    if (size > limits.importFile) return refuse(name, 'unknown', 'file-too-large', `文件超过 ${limits.importFile / 1e6} MB。`);
    return await readFile(file);
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return refuse(name, 'unknown', 'file-unreadable', `打不开这个文件（${codeOf(error)}）。`);
  }
}

const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

/** The content decides, not the name: many a .xls is an .xlsx. */
function recognise(bytes: Buffer, name: string): { format: ImportFormat; refusal?: Refusal } {
  if (bytes.subarray(0, 8).equals(compoundFile)) {
    if (bytes.includes(encryptedPackage))
      return { format: 'xlsx', refusal: { code: 'file-encrypted', message: '工作簿有打开密码，请去掉密码后再导入。' } };
    return { format: 'unknown', refusal: { code: 'format-unknown', message: '这是旧版的 Office 文件，请另存为 .xlsx 后再导入。' } };
  }
  if (bytes.toString('latin1', 0, 4) === 'PK\u0003\u0004' && bytes.includes('xl/workbook.xml')) return { format: 'xlsx' };
  if (/\.(?:csv|tsv)$/i.test(name)) return { format: 'csv' };
  return { format: 'unknown', refusal: { code: 'format-unknown', message: '不是 .xlsx 或 .csv 文件；其他表格请先另存为 .xlsx。' } };
}

function fromXlsx(bytes: Buffer, options: ReadOptions): Reading | Refusal {
  const zip = checkZip(bytes);
  if (zip.kind === 'too-large') return { code: 'file-too-large', message: `工作簿${zip.reason}，不予打开。` };
  if (zip.kind === 'damaged') return { code: 'file-unreadable', message: `工作簿已损坏（${zip.reason}）。` };
  if (zip.rows > limits.importRows) return tooManyRows(zip.rows);
  const grids = openWorkbook(bytes);
  return 'code' in grids ? grids : readGrids(grids, options);
}

function openWorkbook(bytes: Buffer): Grid[] | Refusal {
  try {
    return readXlsx(bytes);
  } catch (error) {
    return { code: 'file-unreadable', message: `工作簿已损坏（${error instanceof Error ? error.message : ''}）。` };
  }
}

function fromCsv(bytes: Buffer, options: ReadOptions): Reading | Refusal {
  const { grid, problems } = readCsv(bytes);
  if (grid.rows.length > limits.importRows) return tooManyRows(grid.rows.length);
  const reading = readGrids([grid], options);
  return { ...reading, problems: [...problems, ...reading.problems] };
}

const tooManyRows = (rows: number): Refusal => ({
  code: 'too-many-rows',
  message: `有 ${rows} 行（含空行），最多 ${limits.importRows} 行；请删去末尾的空行或拆成几个文件。`,
});

/** A file that was read but holds nothing like a question is refused as a whole, and says so. */
function withQuestions(file: ImportedFile): ImportedFile {
  if (file.questions.length > 0 || file.accounted.refused > 0) return file;
  const problem = { sheet: null, row: 0, severity: 'error', code: 'no-questions', message: '文件中没有找到试题。' } as const;
  return { ...file, problems: [problem, ...file.problems] };
}

function refuse(file: string, format: ImportFormat, code: ProblemCode, message: string): ImportedFile {
  const accounted = { source: 0, questions: 0, headings: 0, refused: 0, ignored: 0 };
  return { file, format, questions: [], problems: [{ sheet: null, row: 0, severity: 'error', code, message }], accounted };
}
