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
const tag = /^\s*[（([【]\s*([^）)\]】]{2,6})\s*[）)\]】]\s*/;
const credit = /【\s*((?:出题|命题|来源)[^】]*)】/;
const letters = /([（(])\s*([A-Ha-h](?:[\s,，、]*[A-Ha-h])*)\s*([）)])/;
const underlined = /_{1,}\s*([A-H]{1,8})\s*_{1,}/;
const judged = /[（(]\s*([√✓✔×✗✘]|对|错|正确|错误)\s*[）)]\s*([。.]?)\s*$/;

/** The stem without its number, its type tag and notes on its origin. */
export function cleanStem(source: string): CleanStem {
  const credited = credit.exec(source)?.[1] ?? '';
  const plain = source.replace(credit, '').trim();
  const unnumbered = plain.replace(number, '') || plain;
  const type = namedType(tag.exec(unnumbered)?.[1] ?? '');
  const stem = type ? unnumbered.replace(tag, '').replace(number, '') : unnumbered;
  return { stem: stem.trim(), type, credit: credited };
}

/** （ABC） in a stem with options is its answer. Letters in brackets that follow a letter or digit belong to the text: 表(A). */
export function takeLetters(stem: string): MarkedStem {
  const bracketed = letters.exec(stem);
  if (bracketed && !/[A-Za-z0-9]$/.test(stem.slice(0, bracketed.index))) {
    return { stem: stem.replace(letters, '$1  $3'), mark: bracketed[2] ?? '' };
  }
  const mark = underlined.exec(stem)?.[1] ?? '';
  return mark ? { stem: stem.replace(underlined, '____'), mark } : { stem, mark: '' };
}

/** （√） or （错） at the end of a statement is its answer. */
export function takeJudgement(stem: string): MarkedStem {
  const mark = judged.exec(stem)?.[1] ?? '';
  return mark ? { stem: stem.replace(judged, '$2'), mark } : { stem, mark: '' };
}

/** How many blanks the stem shows: ____, _(1)_ or, where there are none of these, empty brackets. */
export function countBlanks(stem: string): number {
  const lines = stem.match(/_+\s*[（(]\s*\d+\s*[）)]\s*_+|_{2,}|＿+/g)?.length ?? 0;
  return lines > 0 ? lines : (stem.match(/[（(]\s*[）)]|【\s*】|\[\s*\]/g)?.length ?? 0);
}
