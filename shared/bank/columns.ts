import type { MappedColumn } from '../model/bank.ts';
import { headings, looseStems, type Field } from './headings.ts';
import { simplified } from './text.ts';

export type { Field };

/** Column numbers (0-based) by what they hold. */
export interface Columns {
  /** The best column for a field first; fields without a column are missing. */
  readonly named: ReadonlyMap<Field, readonly number[]>;
  /** Option columns: place 0 is A. */
  readonly options: readonly PlacedColumn[];
  /** Answer parts: the answers of blank 1, 2, …, or a letter each. */
  readonly answers: readonly PlacedColumn[];
  /** Columns that say whether option 1, 2, … is right. */
  readonly flags: readonly PlacedColumn[];
}

export interface PlacedColumn {
  readonly place: number;
  readonly column: number;
}

const stemTitles: ReadonlySet<string> = new Set(headings.get('stem'));
/** Titles that only question banks use; 问题 and 标题 also head other tables. */
const plainStems: ReadonlySet<string> = new Set(['题干', '题干内容', '试题题干', '试题内容', '题目内容', '题目', '试题', '考题']);
/** In characters; notes on how to fill in the column included. */
const longestTitle = 80;

const placeSign = '([a-l]|\\d{1,2}|[一二三四五六七八九十])';
const optionHeading = new RegExp(`^(?:选项|选择项?|备选项|候选项|备选答案|option|choice)${placeSign}$|^([a-l])(?:选项|项目?)?$`);
const answerHeading = new RegExp(`^(?:正确|标准|参考)?答案${placeSign}$`);
const flagHeading = new RegExp(`^(?:iscorrect|是否正确|是否答案)${placeSign}$`);

/** The columns that a header row names, or null where the row is no header: it has to name the stem and how it is answered. */
export function columnsOf(cells: readonly string[]): Columns | null {
  const titles = cells.map(foldHeading);
  const named = new Map<Field, readonly number[]>();
  for (const [field, names] of headings) {
    const columns = findAll(titles, names);
    if (columns.length > 0) named.set(field, columns);
  }
  const loose = named.has('answer') ? findAll(titles, named.has('stem') ? ['title'] : looseStems) : [];
  if (loose.length > 0) named.set('stem', [...(named.get('stem') ?? []), ...loose]);
  const options = placed(titles, optionHeading);
  const parts = placed(titles, answerHeading);
  const flags = placed(titles, flagHeading);
  const answered =
    [options, parts, flags].some((columns) => columns.length > 0) || named.has('answer') || named.has('options') || named.has('type');
  // 序号│题目 says nothing of answers: they stand in the brackets of the stems.
  const numbered = named.has('number') && titles.some((title) => plainStems.has(title));
  if (!named.has('stem') || !(answered || numbered)) return null;
  // A single 正确答案H is the answer column of a form, not the answer of the eighth blank.
  const alone = parts.length === 1 && !named.has('answer');
  if (alone) named.set('answer', [parts[0]?.column ?? 0]);
  return { named, options, answers: alone ? [] : parts, flags };
}

/** The columns of an answer key (题号│答案), or null where the row does not head one. */
export function keyColumnsOf(cells: readonly string[]): Columns | null {
  const titles = cells.map(foldHeading);
  const named = new Map<Field, readonly number[]>();
  for (const field of ['number', 'answer', 'type', 'explanation'] as const) {
    const columns = findAll(titles, headings.get(field) ?? []);
    if (columns.length > 0) named.set(field, columns);
  }
  return named.has('number') && named.has('answer') ? { named, options: [], answers: [], flags: [] } : null;
}

/** Whether a cell is the title of a column that holds stems. */
export const isStemTitle = (cell: string): boolean => cell.length <= 20 && stemTitles.has(foldHeading(cell));

/** How a header is recognised again: its folded titles joined by '|'. */
export const headerKey = (cells: readonly string[]): string => cells.map(foldHeading).join('|').replace(/\|+$/, '');

/** What each of the first `width` columns holds. Of several columns for one field all are named; `columnsFrom` puts them in order again. */
export function mappingOf(columns: Columns, width: number): MappedColumn[] {
  const mapping: MappedColumn[] = Array.from({ length: width }, () => '');
  const put = (column: number, meaning: MappedColumn): void => {
    if (mapping[column] === '') mapping[column] = meaning;
  };
  for (const [field, places] of columns.named) for (const column of places) put(column, field);
  for (const { place, column } of columns.options) put(column, `option:${place}`);
  for (const { place, column } of columns.answers) put(column, `answer:${place}`);
  for (const { place, column } of columns.flags) put(column, `flag:${place}`);
  return mapping;
}

/** The columns that a person named. Of several topics the last wins, because it is the finest (知识点一级 … 六级), of other fields the first. */
export function columnsFrom(mapping: readonly MappedColumn[]): Columns {
  const named = new Map<Field, number[]>();
  const places: Record<'option' | 'answer' | 'flag', PlacedColumn[]> = { option: [], answer: [], flag: [] };
  for (const [column, meaning] of mapping.entries()) {
    const [, kind, sign] = /^(option|answer|flag):(\d+)$/.exec(meaning) ?? [];
    if (kind === 'option' || kind === 'answer' || kind === 'flag') places[kind].push({ place: Number(sign), column });
    else if (isField(meaning)) named.set(meaning, [...(named.get(meaning) ?? []), column]);
  }
  named.get('topic')?.reverse();
  return { named, options: places.option, answers: places.answer, flags: places.flag };
}

const isField = (meaning: MappedColumn): meaning is Field => headings.has(meaning as Field); // has() is the check

/** 题干⏎（必填） → 题干. Longer cells are no titles. */
function foldHeading(title: string): string {
  if (title === '' || title.length > longestTitle) return '';
  const plain = simplified(title.normalize('NFKC')).toLowerCase().replace(/\s/g, '');
  return plain.replace(/\(.*?\)|[[【].*?[\]】]/g, '').replace(/[:*★、._-]/g, '');
}

function findAll(titles: readonly string[], names: readonly string[]): number[] {
  return names.flatMap((name) => titles.flatMap((title, column) => (title === name ? [column] : [])));
}

function placed(titles: readonly string[], heading: RegExp): PlacedColumn[] {
  return titles.flatMap((title, column) => {
    const found = heading.exec(title);
    const sign = found?.[1] ?? found?.[2];
    return sign === undefined ? [] : [{ place: placeOfSign(sign), column }];
  });
}

function placeOfSign(sign: string): number {
  const chinese = '一二三四五六七八九十'.indexOf(sign);
  if (chinese >= 0) return chinese;
  return /\d/.test(sign) ? Number(sign) - 1 : sign.charCodeAt(0) - 'a'.charCodeAt(0);
}
