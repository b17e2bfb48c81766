import { namedType, type NamedType } from '../../question-type.ts';
import { chineseNumber } from './number-signs.ts';

/** A line that divides the document, or the beginning of one. */
export interface Heading {
  /** `type` names a type of questions, `chapter` a subject, `paper` begins a paper of its own. */
  readonly kind: 'type' | 'chapter' | 'paper';
  /** Null where it names none or several. */
  readonly type: NamedType | null;
  /** 选择题 says neither 单选 nor 多选. */
  readonly open: boolean;
  /** Without its number and notes. */
  readonly title: string;
  /** 3 for 三、; 0 without a number. */
  readonly ordinal: number;
  /** Where what follows it in its line begins. */
  readonly end: number;
}

const ordinal =
  '(?:第?[一二三四五六七八九十百]{1,4}(?:部分|大题|章|节|篇|类)?\\s{0,10}[、.:,]?|\\([一二三四五六七八九十]{1,3}\\)[、.]?|第?\\d{1,2}(?:部分|大题|章|节|篇)|\\d{1,2}[、.]|(?:Part|PART)\\s?[A-Z\\d]{1,2}[.:、]?|[IVXⅠ-Ⅻ]{1,4}[.、])';
const word =
  '(?:单项选择|多项选择|不定项选择|单选|单项|多选|多项|不定项|选择|判断改错|判断正误|正误判断|判断|是非|填空|简答|简述|问答|论述|名词解释|案例分析|案例|材料分析|材料|综合分析|综合|主观|计算|应用|设计|操作|实操|作图|画图|证明|写作|公文|阅读理解)';
const words = `(${word}(?:选择)?(?:题|试题)?(?:\\s{0,3}(?:[+/&和与、]|及)\\s{0,3}${word}(?:选择)?题?){0,4})`;
const anyWord = new RegExp(word);
const notes =
  '(?:\\s{0,20}(?:部分|试题|题库|题目))?(?:\\s{0,20}:?\\s{0,5}[([【](?:[^()[\\]【】]|[([【][^()[\\]【】]{0,100}[)\\]】]){0,200}(?:[)\\]】]|$)|\\s{0,20}[,:]?\\s{0,5}(?:共|计)?\\s{0,5}\\d{1,4}\\s{0,5}[道个]?题|\\s{0,20}[,:]?\\s{0,5}(?:每|本|满分|共)[^。]{0,100}[。.]?){0,4}\\s{0,20}[:。]?\\s{0,20}';
const ordered = new RegExp(`^\\s{0,200}(${ordinal})\\s{0,20}([\\u4e00-\\u9fffA-Za-z\\d《》“” -]{0,16}?)${words}${notes}`);
const unordered = new RegExp(`^\\s{0,200}[[【]?\\s?()()${words}[\\]】]?${notes}`);
const subjectBefore = new RegExp(`^\\s{0,200}()([\\u4e00-\\u9fff]{2,12}?)${words}${notes}$`);
/** 一、1.B 2.C */
const bareOrdinal = /^\s{0,20}([一二三四五六七八九十]{1,3})\s?[、.:]\s{0,5}(?=\(?\d)/;
const inner = new RegExp(`[一二三四五六七八九十]{1,2}[、.]\\s{0,5}${word}(?:选择)?题`, 'g');

/** The type heading that a line is or begins with, or null. A stem that merely contains 判断 is none: nothing but notes and a first question may follow. */
export function typeHeading(line: string): Heading | null {
  const head = line.slice(0, 400);
  if (!anyWord.test(head.slice(0, 80))) return null;
  for (const pattern of [ordered, unordered, subjectBefore]) {
    const found = pattern.exec(head);
    const heading = found && headingFrom(found, pattern === ordered);
    if (heading && fits(heading, found?.[2] ?? '', line)) return heading;
  }
  return null;
}

/** The type heading that a line of an answer key begins with; answers may follow it at once. */
export function keyHeading(line: string): Heading | null {
  const bare = bareOrdinal.exec(line.slice(0, 40));
  if (bare) return { kind: 'type', type: null, open: true, title: '', ordinal: ordinalOf(bare[1] ?? ''), end: bare[0].length };
  const found = ordered.exec(line.slice(0, 400)) ?? unordered.exec(line.slice(0, 400));
  return found && (found[2] ?? '').length <= 6 ? headingFrom(found, ordered.test(line.slice(0, 400))) : null;
}

function headingFrom(found: RegExpExecArray, numbered: boolean): Heading {
  const [whole, sign = '', before = '', named = ''] = found;
  const types = new Set(
    named
      .split(/[+/&和与、及]/)
      .map((part) => namedType(part.endsWith('题') ? part : `${part}题`))
      .filter((type) => type !== null),
  );
  const type = types.size === 1 ? ([...types][0] ?? null) : null;
  return {
    kind: 'type',
    type,
    open: type === null || (type === 'single' && !/单/.test(named)) || /不定项/.test(named),
    title: before.trim(),
    ordinal: numbered ? ordinalOf(sign) : 0,
    end: whole.length,
  };
}

/** Words before the type have to end as a heading does; after it comes nothing, or a question. */
function fits(heading: Heading, before: string, line: string): boolean {
  const rest = line.slice(heading.end);
  const named = line.slice(0, heading.end);
  if (
    before.trim() !== '' &&
    !/(?:题|部分|题库|试题)(?:\s*[([【,:共每]|\s*[:。]?\s*$)|题\s*$/.test(named.slice(named.indexOf(before) + before.length))
  )
    return false;
  const noted = heading.ordinal > 0 && /[)\]】]\s*$/.test(named) && /题|分/.test(named);
  return noted || rest.trim() === '' || startsQuestion(rest, line.slice(0, heading.end));
}

const startsQuestion = (rest: string, heading: string): boolean =>
  /^\s*(?:第?\d{1,4}\s*(?:[.、:)]|题)(?!\d)|\d{1,4}[.、]\d{4}年|\(\d{1,3}\))/.test(rest) ||
  (/题|[)\]】]\s*$/.test(heading) && /^\s*\d{1,3}\s+\S{4}/.test(rest));

/** Where headings that were glued to the text before them begin. */
export const innerHeadings = (line: string): number[] => [...line.matchAll(inner)].map(({ index }) => index).filter((index) => index > 0);

const chapterForms: readonly RegExp[] = [
  /^第\s?([一二三四五六七八九十百\d]{1,4})\s?(?:章|节|部分|编|篇|讲|单元|课|模块|专题)(?=[\s、:.]|$|[\u4e00-\u9fff《])\s*[、:.]?\s*(.{0,40})$/,
  /^([一二三四五六七八九十]{1,3})\s?[、.]\s*(.{1,40})$/,
  /^\(([一二三四五六七八九十]{1,3})\)\s*[、.]?\s*(.{1,40})$/,
  /^()(《[^《》]{2,60}》\s*(?:\([^()]{1,40}\))?)$/,
  /^(?:Part|PART|Unit|Chapter|Section|U|模块|专题|单元)\s?([A-Z\d一二三四五六七八九十]{1,3})(?=[\s:.、]|$)\s*[:.、]?\s*(.{0,40})$/,
];
const paper =
  /^.{0,24}?(?:试卷|试题|模拟题|模拟试卷|模拟卷|测试卷|真题|练习题?|自测题)\s?[(]?([一二三四五六七八九十]{1,3}|\d{1,2}|[A-F])[)]?\s?(?:卷)?$|^第\s?([一二三四五六七八九十\d]{1,3})\s?套.{0,20}$/;

/** The chapter or paper that a line announces, or null. */
export function chapterHeading(line: string): Heading | null {
  const text = line.trim();
  if (text.length > 70) return null;
  const begun = paper.exec(text);
  if (begun) return { kind: 'paper', type: null, open: true, title: '', ordinal: ordinalOf(begun[1] ?? begun[2] ?? ''), end: line.length };
  if (/[。?!;,:]$|\(\s*\)|_{2,}|答案/.test(text)) return null;
  for (const [place, form] of chapterForms.entries()) {
    const found = form.exec(text);
    if (found)
      return {
        kind: 'chapter',
        type: null,
        open: true,
        title: (found[2] ?? '').trim() || text,
        ordinal: place === 1 ? ordinalOf(found[1] ?? '') : 0,
        end: line.length,
      };
  }
  return null;
}

function ordinalOf(sign: string): number {
  const [, han] = /([一二三四五六七八九十]{1,3})/.exec(sign) ?? [];
  return han ? chineseNumber(han) : Number(/\d+/.exec(sign)?.[0] ?? 0);
}
