import { namedType, type NamedType } from './question-type.ts';

export interface CleanStem {
  readonly stem: string;
  /** The type that a tag such as （单选） names. */
  readonly type: NamedType | null;
  /** A note on who set the question, e.g. 出题：某校; '' where there is none. */
  readonly credit: string;
}

export interface MarkedStem {
  /** The stem with its brackets emptied. */
  readonly stem: string;
  /** What stood in them: letters, or a mark of judgement; '' where nothing did. */
  readonly mark: string;
}

const number = /^\s*(?:第\s*\d+\s*题\s*[.、．:：]?|[（(]\s*\d+\s*[)）]|\d+\s*[)）]|\d+\s*[.、．:：](?!\d))\s*/;
/** （单选） · 【多选题】 · (判断题, 0.5分). */
const tag = /^\s*[（([【]\s*([^）)\]】,，]{2,6}?)\s*(?:[,，、:：]?\s*\d{1,3}(?:\.\d{1,2})?\s*分\s*)?[）)\]】]\s*/;
const tagAlone = /^\s*((?:单选|多选|判断|填空|简答|论述)题|(?:单项|多项|不定项)选择题)(?:\s*[:：]\s*|\s+)/;
const tagBehind = /[（([【]\s*((?:单选|多选|判断|填空|简答)题?|(?:单项|多项|不定项)选择题?)\s*[）)\]】]\s*$/;
/** Parts of frames (║, ┆) that some platforms put before a stem. */
const frame = /^\s*[\u2500-\u257f]+\s*/;
const credit = /【\s*((?:出题|命题|来源)[^】]*)】/;
const letters = /([（(])\s*([A-HＡ-Ｈa-h](?:[\s,，、]*[A-HＡ-Ｈa-h])*)\s*([）)])/g;
const underlined = /_{1,}\s*([A-H]{1,8})\s*_{1,}/;
const judged = /(?:[（([【]\s*([√✓✔×✗✘]|对|错|正确|错误)\s*[）)\]】]\s*([。.]?)|(?<=[。.\s])([√✓✔×✗✘]))\s*$/;
const remarked = /([（(]\s*(?:[√✓✔×✗✘]|对|错|正确|错误)\s*[）)])\s*((?:[（(]|应|改|正确|理由|原因|因为|注|解).{1,200})$/su;

/** The stem without its number, its type tag and notes on its origin. */
export function cleanStem(source: string): CleanStem {
  const credited = credit.exec(source)?.[1] ?? '';
  const plain = source.replace(credit, '').replace(frame, '').trim();
  const unnumbered = plain.replace(number, '') || plain;
  const tagged = takeTag(unnumbered);
  const stem = tagged.type ? tagged.stem.replace(number, '') : tagged.stem;
  return { stem: stem.trim(), type: tagged.type, credit: credited };
}

/** The stem without a tag such as （单选） at its beginning or end, and the type that it names. */
export function takeTag(stem: string): { readonly stem: string; readonly type: NamedType | null } {
  for (const place of [tag, tagAlone, tagBehind]) {
    const type = namedType(place.exec(stem)?.[1] ?? '');
    if (type) return { stem: stem.replace(place, '').trim(), type };
  }
  return { stem: stem.trim(), type: null };
}

/** （ABC） in a stem with options is its answer. Letters in brackets that follow a letter or digit belong to the text: 表(A). */
export function takeLetters(stem: string): MarkedStem {
  const [first] = answerBrackets(stem);
  if (first) return emptied(stem, first);
  const mark = underlined.exec(stem)?.[1] ?? '';
  return mark ? { stem: stem.replace(underlined, '____'), mark } : { stem, mark: '' };
}

/** Letters in brackets, in order, where they may be the answer. */
export interface AnswerBracket {
  readonly at: number;
  readonly whole: string;
  readonly mark: string;
}

export function answerBrackets(stem: string): AnswerBracket[] {
  return [...stem.matchAll(letters)].flatMap(({ index, 0: whole, 2: mark = '' }) =>
    /[A-Za-z0-9]/.test(stem[index - 1] ?? '') ? [] : [{ at: index, whole, mark }],
  );
}

/** The stem with that bracket emptied. */
export const emptied = (stem: string, { at, whole, mark }: AnswerBracket): MarkedStem => ({
  stem: `${stem.slice(0, at)}${whole[0] ?? ''}  ${whole.at(-1) ?? ''}${stem.slice(at + whole.length)}`,
  mark,
});

/** （√） or （错） at the end of a statement is its answer. */
export function takeJudgement(stem: string): MarkedStem {
  const found = judged.exec(stem);
  const mark = found?.[1] ?? found?.[3] ?? '';
  return mark ? { stem: stem.replace(judged, '$2').trim(), mark } : { stem, mark: '' };
}

/** The remark behind the judgement of a statement: …（×）（应为三年）; '' where there is none. */
export function takeRemark(stem: string): { readonly stem: string; readonly remark: string } {
  const [, kept = '', remark = ''] = remarked.exec(stem.slice(-240)) ?? [];
  if (remark === '' || judged.test(remark)) return { stem, remark: '' };
  return {
    stem: stem.slice(0, -(kept.length + remark.length)).replace(/\s+$/, '') + kept,
    remark: remark.trim().replace(/^[（(](.*)[）)][。.]?$/su, '$1'),
  };
}

/** How many blanks the stem shows: ____, _(1)_ or, where there are none of these, empty brackets. */
export function countBlanks(stem: string): number {
  const lines = stem.match(/_+\s*[（(]\s*\d+\s*[）)]\s*_+|_{2,}|＿+/g)?.length ?? 0;
  return lines > 0 ? lines : (stem.match(/[（(]\s*[）)]|【\s*】|\[\s*\]/g)?.length ?? 0);
}
