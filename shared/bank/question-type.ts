import type { QuestionType } from '../model/question.ts';
import { simplified } from './text.ts';

/** A type as sources name it. */
export type NamedType = QuestionType;

const caseNames = /案例|材料|题组|综合题|组合题|阅读理解|case/;

/** 案例 stands first: 案例分析（单选） is a case. */
const typeNames: readonly (readonly [NamedType, RegExp])[] = [
  ['case', caseNames],
  ['multiple', /多选|多项|不定项|multiple/],
  ['single', /单选|单项|选择题|single/],
  ['judge', /判断|是非|对错|judge|true.?false/],
  ['blank', /填空|blank/],
  ['short', /简答|问答|论述|名词解释|主观|计算题|short|essay/],
];

/** The type that a cell, a sheet name or a tag names, or null. Brackets behind it speak of scores: 单选题（多选不得分）. */
export function namedType(text: string): NamedType | null {
  if (text === '') return null;
  const plain = simplified(text.normalize('NFKC')).toLowerCase();
  return typeIn(plain.replace(/\(.*$/s, '')) ?? typeIn(plain);
}

/** The type that a part of a case has: 案例分析（单选） → single; null where nothing but the case is named. */
export function partType(text: string): Exclude<NamedType, 'case'> | null {
  const plain = text.normalize('NFKC').toLowerCase();
  const type = typeIn(plain.replace(new RegExp(caseNames, 'g'), ''));
  return type === 'case' ? null : type;
}

const typeIn = (plain: string): NamedType | null => typeNames.find(([, names]) => names.test(plain))?.[0] ?? null;

const heading = /^(?:第?[一二三四五六七八九十\d]+(?:部分|大题|章)?[、.．:：\s]*)?[一-龥]{2,6}题?(?:\s*[（(].*[）)])?[:：]?$/;

/** The type that a heading row such as 一、单项选择题（共20题） announces, or null where the row is no such heading. */
export function typeOfHeading(text: string): NamedType | null {
  const line = text.trim();
  return line.length <= 60 && heading.test(line) ? namedType(line.replace(/[（(].*$/, '')) : null;
}
