import type { MappedColumn } from '../../model/bank.ts';
import { judgeAnswer, judgementOf } from '../answer.ts';
import type { GridRow } from '../grid.ts';
import { namedType } from '../question-type.ts';

/** So many rows show what the columns hold. */
const sampleRows = 200;
/** Share of the rows that have to fit. */
const mostRows = 0.8;

interface Inferred {
  readonly mapping: readonly MappedColumn[];
  /** Place of the first row of the table. */
  readonly from: number;
}

/** What the columns of a table without a header hold, as far as their texts show it: stems with answers, 题型│题干│选项│答案, 题干│A│B│C│D│答案. */
export function inferColumns(rows: readonly GridRow[]): Inferred | null {
  if (rows.length === 0) return null;
  const counted = countingColumn(rows);
  if (counted !== null) {
    const inferred = inferColumns(rows.map((row) => ({ ...row, cells: row.cells.filter((_, column) => column !== counted) })));
    return inferred && { ...inferred, mapping: inferred.mapping.toSpliced(counted, 0, 'number') };
  }
  const width = rows.slice(0, sampleRows).reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const wide = rows.slice(0, sampleRows).filter(({ cells }) => cells.filter((cell) => cell.trim() !== '').length > 1);
  const type = wide.length === 0 ? null : findColumn(wide, width, isTypeName);
  const from = type === null ? 0 : rows.findIndex(({ cells }) => isTypeName(cells[type]));
  const sample = rows.slice(from, from + sampleRows);
  const mapping = type === null ? withoutType(sample, width) : withType(sample, width, type);
  return mapping && fits(sample, mapping) ? { mapping, from } : null;
}

/** A column at either side that counts the rows: 1, 2, 3 … */
function countingColumn(rows: readonly GridRow[]): number | null {
  const sample = rows.slice(0, sampleRows);
  const last = sample.reduce((most, { cells }) => Math.max(most, cells.length), 0) - 1;
  const counts = (column: number): boolean =>
    sample.every(({ cells }, place) => Number(cells[column]?.trim() || Number.NaN) === Number(sample[0]?.cells[column]) + place);
  return sample.length < 3 || last < 2 ? null : ([0, last].find(counts) ?? null);
}

function withType(sample: readonly GridRow[], width: number, type: number): MappedColumn[] | null {
  const stem = range(type + 1, width).find((column) => meanLength(sample, column) >= 5);
  if (stem === undefined) return null;
  const right = range(stem + 1, width).filter((column) => isUsed(sample, column));
  const answer = findColumn(sample, width, isAnswerMark, stem + 1) ?? right.at(-1);
  if (answer === undefined) return null;
  return mappingFor(width, { stem, answer, type, options: optionsBeside(right, stem, answer) });
}

function withoutType(sample: readonly GridRow[], width: number): MappedColumn[] | null {
  if (isStemAndAnswer(sample)) return ['stem', 'answer'];
  const answer = findColumn(sample, width, isAnswerMark);
  const stem = range(0, width).find((column) => column !== answer && meanLength(sample, column) >= 8);
  if (answer === null || stem === undefined || sample.length < 3) return null;
  const right = range(stem + 1, width).filter((column) => isUsed(sample, column));
  const options = optionsBeside(right, stem, answer);
  return options.length === 0 ? null : mappingFor(width, { stem, answer, type: null, options });
}

/** Two columns: stems, and shorter answers. */
function isStemAndAnswer(rows: readonly GridRow[]): boolean {
  const pairs = rows.filter(({ cells }) => cells[0]?.trim() && cells[1]?.trim() && !cells.slice(2).some((cell) => cell.trim()));
  const length = (column: number): number => pairs.reduce((sum, { cells }) => sum + (cells[column] ?? '').length, 0);
  return pairs.length > 0 && pairs.length >= rows.length * 0.9 && length(0) > 10 * pairs.length && length(0) > length(1);
}

interface Found {
  readonly stem: number;
  readonly answer: number;
  readonly type: number | null;
  readonly options: readonly number[];
}

function mappingFor(width: number, { stem, answer, type, options }: Found): MappedColumn[] {
  const mapping: MappedColumn[] = Array.from({ length: width }, () => '');
  mapping[stem] = 'stem';
  mapping[answer] = 'answer';
  if (type !== null) mapping[type] = 'type';
  for (const [place, column] of options.entries()) mapping[column] = options.length === 1 ? 'options' : `option:${place}`;
  return mapping;
}

/** Options stand between stem and answer, or behind an answer that follows the stem. */
function optionsBeside(right: readonly number[], stem: number, answer: number): number[] {
  const between = right.filter((column) => column < answer);
  const behind = answer === stem + 1 ? right.filter((column) => column > answer) : [];
  return (between.length > 0 ? between : behind).slice(0, 12);
}

function fits(sample: readonly GridRow[], mapping: readonly MappedColumn[]): boolean {
  const [stem, answer] = [mapping.indexOf('stem'), mapping.indexOf('answer')];
  const fitting = sample.filter(({ cells }) => (cells[stem] ?? '').trim() !== '' && (cells[answer] ?? '').trim() !== '');
  return fitting.length >= sample.length * mostRows;
}

/** The last column whose texts are mostly of a kind. */
function findColumn(sample: readonly GridRow[], width: number, test: (cell: string | undefined) => boolean, from = 0): number | null {
  const found = range(from, width).findLast(
    (column) => sample.filter(({ cells }) => test(cells[column])).length >= Math.max(1, sample.length * mostRows),
  );
  return found ?? null;
}

const isTypeName = (cell: string | undefined): boolean => cell !== undefined && cell.length <= 10 && namedType(cell) !== null;

function isAnswerMark(cell: string | undefined): boolean {
  const text = cell?.trim() ?? '';
  return text.length <= 24 && (/^[A-La-l](?:[\s,、，;；]*[A-La-l])*$/.test(text) || isJudgement(text));
}

/** 0.5 begins with a 0, but judges nothing. */
const isJudgement = (text: string): boolean => judgementOf(text) !== null || (!/^\w/.test(text) && judgeAnswer(text).value !== null);

const isUsed = (sample: readonly GridRow[], column: number): boolean => sample.some(({ cells }) => (cells[column] ?? '').trim() !== '');

const meanLength = (sample: readonly GridRow[], column: number): number =>
  sample.reduce((sum, { cells }) => sum + (cells[column] ?? '').trim().length, 0) / sample.length;

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, place) => from + place);
