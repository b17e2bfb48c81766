import { namedType, type NamedType } from '../../question-type.ts';

/** How a number is written: 1. · （1） · 1） · 第1题 · a number alone · 一、. Questions of one list keep to one style. */
export type NumberStyle = 'plain' | 'bracket' | 'half' | 'worded' | 'bare' | 'chinese';

/** A number that may begin a question. */
export interface NumberSign {
  readonly kind: 'number';
  readonly at: number;
  readonly end: number;
  readonly value: number;
  readonly style: NumberStyle;
  /** Whether it begins its line. */
  readonly first: boolean;
  /** Whether it can hardly be anything else: not 2.5倍 or 30 米. */
  readonly sure: boolean;
  /** The answer that stands before the number: （√）1、; '' where none does. */
  readonly mark: string;
  readonly tag: NamedType | null;
}

const leading = /\s{0,200}(?:[*•·●■◆]\s{0,5})?/y;
const markBefore = /\(\s{0,20}(√|✓|✔|×|✗|✘|x|对|错|正确|错误|[A-H]{1,8})?\s{0,20}\)\s{0,5}(?=\d)/iy;
const tagBefore =
  /(?:[[【(]\s{0,5}([^\s()[\]【】\d]{2,8})\s{0,5}[)\]】]|(单选题?|多选题?|判断题?|填空题?|简答题?|单项选择题|多项选择题)\s?[:.、]?)\s{0,5}(?=\d|第|T)/y;

const forms: readonly { readonly style: NumberStyle; readonly sure: boolean; readonly form: RegExp }[] = [
  { style: 'worded', sure: true, form: /第\s?(\d{1,5})\s?题\s?[.、:,]?\s{0,20}/y },
  { style: 'worded', sure: true, form: /(?:T|Q|题目|试题|问题)\s?(\d{1,4})\s?[.、:]\s{0,20}(?:U\d{1,3}(?=\s?[[【(]))?/y },
  { style: 'plain', sure: true, form: /(\d{1,4})\s?[.、:]{1,2}(?!\s?\d)\s{0,20}/y },
  { style: 'plain', sure: true, form: /(\d{1,4})\s?[.、]\s{0,20}(?=\d{4}年)/y },
  { style: 'plain', sure: true, form: /(\d{1,4})、(?=\d{1,8}[^\d、])/y },
  { style: 'plain', sure: true, form: /(\d{1,4})\.\s{1,20}(?=\d)/y },
  { style: 'plain', sure: true, form: /(\d{1,4})\s?(?=[[【(](?:单选|多选|判断|是非|填空|简答|问答|单项|多项|不定项|论述|案例|名词))/y },
  { style: 'plain', sure: false, form: /(\d{1,4})\s?[.,](?!\d{1,4}\.\d)\s{0,20}/y },
  { style: 'bracket', sure: true, form: /\(\s?(\d{1,4})\s?\)\s?[.、:]?\s{0,20}/y },
  { style: 'bracket', sure: true, form: /[[【]\s?(\d{1,4})\s?[\]】]\s?[.、:]?\s{0,20}/y },
  { style: 'half', sure: true, form: /(\d{1,4})\s?\)\s?[.、:]?\s{0,20}/y },
  { style: 'bare', sure: false, form: /(\d{1,4})\s{1,20}(?=[^\s\d.,、:)~-])/y },
  { style: 'bare', sure: false, form: /(\d{1,4})(?=[一-龥《“"([【])(?![年月日个名条项级人次分度万元千百亿米台章节周岁天届倍位])/y },
];
const chinese = /([一二三四五六七八九十]{1,3})\s?[、.]\s{0,20}/y;
const digits = '零一二三四五六七八九';

/** The number at the beginning of a line, or null. */
export function startNumber(line: string): NumberSign | null {
  const at = stick(leading, line, 0)?.[0].length ?? 0;
  const mark = stick(markBefore, line, at);
  const afterMark = at + (mark?.[0].length ?? 0);
  const tagged = stick(tagBefore, line, afterMark);
  const tag = namedType(tagged?.[1] ?? tagged?.[2] ?? '');
  const from = tag ? afterMark + (tagged?.[0].length ?? 0) : afterMark;
  const shared = { kind: 'number', at, first: true, mark: mark?.[1] ?? '', tag } as const;
  for (const { style, sure, form } of forms) {
    const found = stick(form, line, from);
    if (found) return { ...shared, end: from + found[0].length, value: Number(found[1]), style, sure: sure || tag !== null };
  }
  const found = stick(chinese, line, from);
  return found ? { ...shared, end: from + found[0].length, value: chineseNumber(found[1] ?? ''), style: 'chinese', sure: false } : null;
}

const within = /(?<![第\d.])(\d{1,6})\s?[.、](?!\s?\d{1,4}[.、])(?:(?!\s?\d)|(?=\s?\d{4}年))\s{0,20}|第\s?(\d{1,5})\s?题\s?[.、:]\s{0,20}/g;

/** Numbers inside a line that may begin a question which was glued to the one before. */
export const innerNumbers = (line: string): NumberSign[] =>
  [...line.matchAll(within)].map((found) => ({
    kind: 'number',
    at: found.index,
    end: found.index + found[0].length,
    value: Number(found[1] ?? found[2]),
    style: found[1] === undefined ? 'worded' : 'plain',
    first: false,
    sure: false,
    mark: '',
    tag: null,
  }));

/** 十二 → 12. */
export function chineseNumber(text: string): number {
  const [tens, units] = text.includes('十') ? text.split('十') : ['零', text];
  return (tens === '' ? 1 : digits.indexOf(tens ?? '零')) * 10 + (units ? digits.indexOf(units) : 0);
}

function stick(pattern: RegExp, line: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(line);
}
