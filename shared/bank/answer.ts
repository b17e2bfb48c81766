import { listedIn } from './listed-options.ts';
import { letterOf, type PlacedOption } from './options.ts';
import { foldText } from './text.ts';

const judgements: readonly (readonly [boolean, RegExp])[] = [
  [true, /^(?:√|✓|✔|☑|对|正确|是|t|true|y|yes|1|a)$/],
  [false, /^(?:×|✗|✘|✕|x|错|错误|否|不对|不正确|f|false|n|no|0|b)$/],
];

export interface JudgeCell {
  readonly value: boolean | null;
  /** What follows the mark: 错误，应为…; '' where nothing does. */
  readonly remark: string;
}

/** 判断: √ × 对 错 正确 错误 是 否 T F A B …, also with a remark behind it; null where the cell says neither. */
export function judgeAnswer(cell: string): JudgeCell {
  const text = withoutLabel(cell);
  const whole = judgementOf(text);
  if (whole !== null) return { value: whole, remark: '' };
  const [, mark = '', remark = ''] = /^(.{1,3}?)\s*[,，。.；;：:、（(\s]\s*(.+)$/su.exec(text) ?? [];
  const value = judgementOf(mark);
  return { value, remark: value === null ? '' : remark.replace(/[)）]$/, '') };
}

/** Whether an option is one of the two sides of a judgement. */
export function judgementOf(text: string): boolean | null {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s。.()]/g, '');
  return judgements.find(([, names]) => names.test(plain))?.[0] ?? null;
}

/**
 * 单选 and 多选: the places that the cell names by letters (ABD · A,B,D · A、B、D · ＡＢＤ · A. 甲,C. 丙), by the texts of
 * options, or by numbers (1,3). Ascending, each once; may lie beyond the options. Null where the cell names none.
 */
export function choiceAnswer(cell: string, options: readonly PlacedOption[]): readonly number[] | null {
  const text = withoutLabel(cell);
  const found = byLetters(text) ?? byTexts(text, options) ?? byMarkedLetters(text) ?? byNumbers(text);
  return found && [...new Set(found)].toSorted((one, other) => one - other);
}

/** 填空: blanks split by ； or $$ or lines, alternatives by |. Where that gives too few, the other marks of enumeration are tried. */
export function blankAnswers(cell: string, blanks: number): string[][] {
  const listed = listedIn(cell);
  const parts = listed ? clean(listed) : clean(withoutLabel(cell).split(/\$\$|\$;\$|[；;\n]/));
  const finer = [/[、，,]/, /\s+/].map((mark) => clean(parts.flatMap((part) => part.split(mark))));
  const fitting = parts.length < blanks ? finer.find((split) => split.length === blanks) : undefined;
  return (fitting ?? parts).map(alternatives).filter((accepted) => accepted.length > 0);
}

/** The accepted forms of one blank: 甲|乙. */
export const alternatives = (text: string): string[] => clean(text.split(/[|｜]/));

/** 简答: as it stands, without the word 答案. */
export const withoutLabel = (cell: string): string =>
  cell
    .trim()
    .replace(/^(?:【\s*)?(?:正确|标准|参考)?答案?\s*(?:】\s*[:：]?|[:：])\s*/, '')
    .trim();

function byLetters(text: string): number[] | null {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s,、;/|.&+和$。]/g, '');
  return /^[A-L]+$/.test(plain) ? Array.from(plain, (letter) => letter.charCodeAt(0) - 65) : null;
}

function byTexts(text: string, options: readonly PlacedOption[]): number[] | null {
  const places = (wanted: string): number[] =>
    options.filter((option) => foldText(option.text) === foldText(wanted)).map((option) => option.place);
  const whole = places(text);
  if (whole.length > 0) return whole.slice(0, 1);
  const each = clean(text.split(/\$;\$|[|｜;；\n]/)).map(places);
  return each.length > 1 && each.every((found) => found.length === 1) ? each.flat() : null;
}

function byMarkedLetters(text: string): number[] | null {
  const found = [...text.normalize('NFKC').matchAll(/(?:^|[\s,;|。])([A-La-l])\s*[.、:)-]/g)];
  return found.length > 0 ? found.map((match) => (match[1] ?? '').toUpperCase().charCodeAt(0) - 65) : null;
}

function byNumbers(text: string): number[] | null {
  const numbers = clean(text.normalize('NFKC').split(/[\s,、;|]/));
  return numbers.length > 0 && numbers.every((number) => /^(?:[1-9]|1[0-2])$/.test(number))
    ? numbers.map((number) => Number(number) - 1)
    : null;
}

const clean = (texts: readonly string[]): string[] => texts.map((text) => text.trim()).filter((text) => text !== '');

/** ABD for 0, 1, 3. */
export const lettersOf = (places: readonly number[]): string => places.map(letterOf).join('');
