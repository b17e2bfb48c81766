import type { MappedColumn } from '../model/bank.ts';
import { simplified } from './text.ts';

/**
 * What a column of a question workbook can hold. `number` is how the sheet counts its rows · `material` the text that
 * several questions share · `parent`, `order` and `weight` join the parts of a case · `entry` and `exact` are written by
 * ourselves (shared/bank/template).
 */
export type Field =
  | 'stem'
  | 'type'
  | 'options'
  | 'answer'
  | 'explanation'
  | 'basis'
  | 'section'
  | 'chapter'
  | 'topic'
  | 'difficulty'
  | 'score'
  | 'shuffle'
  | 'id'
  | 'number'
  | 'material'
  | 'parent'
  | 'order'
  | 'weight'
  | 'blankOrder'
  | 'entry'
  | 'exact';

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

/** Headings met in practice, folded as in foldHeading; of two columns for one field the earlier name wins. */
const headings = new Map<Field, readonly string[]>([
  [
    'stem',
    [
      '题干',
      '题干内容',
      '试题题干',
      '试题内容',
      '试题正文',
      '题目内容',
      '题目',
      '试题',
      '问题',
      '考题',
      '问题描述',
      'question',
      'questioncontent',
      'questiontext',
      'questionstem',
      'questiontitle',
      'stem',
      '标题',
    ],
  ],
  ['type', ['题型', '试题类型', '题目类型', '考题类型', '题型名称', '类型', 'type', 'questiontype', 'qtype']],
  ['options', ['选项', '选项内容', '备选答案', '备选项', '候选项', '可选项', '试题选项', 'options', 'option', 'optioncontent', 'choices']],
  [
    'answer',
    [
      '正确选项',
      'correctoption',
      '正确答案',
      '标准答案',
      '参考答案',
      '试题答案',
      '题目答案',
      '答案',
      'answer',
      'correctanswer',
      'rightanswer',
      'questionanswer',
      'answerkey',
    ],
  ],
  [
    'explanation',
    [
      '解析',
      '试题解析',
      '答案解析',
      '题目解析',
      '详解',
      '判断题解析',
      '答案说明',
      'explanation',
      'explain',
      'analysis',
      'questionexplain',
      'questionanalysis',
    ],
  ],
  ['basis', ['依据', '题目依据', '试题依据', '命题依据', '出题依据', '法规依据', '文件依据', '参考依据', '出处', '题目出处', '来源']],
  ['section', ['板块', '所属板块', 'section']],
  [
    'chapter',
    [
      '章节',
      '所属章节',
      '一级纲要',
      '模块',
      '科目',
      '考科',
      '学科',
      '专业',
      '课程',
      '所属范围',
      '所属题库',
      'chapter',
      'category',
      'subject',
    ],
  ],
  [
    'topic',
    [
      '知识点',
      '知识点名称',
      '考核点',
      '考点',
      '知识点六级',
      '知识点五级',
      '知识点四级',
      '知识点三级',
      '知识点二级',
      '知识点一级',
      '二级纲要',
      '题目分类',
      '标签',
      'topic',
    ],
  ],
  ['difficulty', ['难度', '题目难度', '试题难度', '难易度', '难易程度', '难度等级', 'difficulty', 'level']],
  ['score', ['分值', '分数', '试题分数', '题目分数', '试题分值', 'score']],
  ['shuffle', ['选项可乱序', '允许选项随机', '选项乱序', '是否乱序']],
  ['id', ['题目编码', '试题编码', '题目标识', '试题guid', '试题编号', '题目编号', '题目id', '试题id', '编码', 'id']],
  ['number', ['序号', '题号', '题序', '编号', 'no', 'number', 'index', 'xuhao']],
  ['material', ['材料', '材料内容', '背景材料', '案例', '案例材料', '案例内容', '案例背景', '公共题干', '共用题干', '题组材料']],
  ['parent', ['材料题编码', '父题标识', '父题编码', '父题id', '父题编号', '所属材料题']],
  ['order', ['子题顺序', '子题序号', '小题顺序', '小题序号']],
  ['weight', ['子题分值', '小题分值']],
  ['blankOrder', ['填空顺序', '答案顺序']],
  ['entry', ['三训条目']],
  ['exact', ['三训原文']],
]);

const stemTitles: ReadonlySet<string> = new Set(headings.get('stem'));
/** Titles that only question banks use; 问题 and 标题 also head other tables. */
const plainStems: ReadonlySet<string> = new Set(['题干', '题干内容', '试题题干', '试题内容', '题目内容', '题目', '试题', '考题']);
/** Titles that head anything; they name the stem where no better title does and an answer stands beside it. */
const looseStems = ['content', 'text', '内容', '描述'] as const;
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
  const loose = named.has('stem') || !named.has('answer') ? [] : findAll(titles, looseStems);
  if (loose.length > 0) named.set('stem', loose);
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
