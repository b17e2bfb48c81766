import type { PaperItem } from '../../model/exam.ts';
import type { ScoringRule } from '../../model/policy.ts';
import type { Answer, BlankQuestion, ChoiceQuestion, Question } from '../../model/question.ts';
import { never } from '../../never.ts';
import { countMatches } from '../match.ts';
import { fitsType } from './fits-type.ts';
import { isAccepted } from './written.ts';

/** 计分规则 of a type where a blueprint names none: choices and judgements all or nothing, blanks each its share. */
export const usualRule = ({ type }: Question): ScoringRule => (type === 'blank' ? 'perBlank' : 'all');

/**
 * The rule that an item is scored by. One that is not made for its type means all or nothing, as the heading of the printed
 * part says it.
 */
export function ruleOf({ question, scoring = usualRule(question) }: Pick<PaperItem, 'question' | 'scoring'>): ScoringRule {
  return fitsType(scoring, question.type) ? scoring : 'all';
}

/**
 * What an answer that is not fully right scores, 0 or more and less than the full score, in whole hundredths. `half`: some of
 * the right options and no wrong one give half · `perOption`, `perBlank`: each right one its share · everything else 0. Rounded to
 * the nearest hundredth. Short answers and cases, which are scored elsewhere, 0.
 */
export function partialScore(item: PaperItem, answer: Answer | null): number {
  const hundredths = Math.round(item.score * 100);
  return below(hundredths, earned(hundredths, item, answer)) / 100;
}

/** The full score is only for all right: what would be rounded up to it is rounded down. */
function below(hundredths: number, share: number): number {
  const rounded = Math.round(share);
  return rounded < hundredths ? rounded : Math.max(0, Math.min(hundredths - 1, Math.floor(share)));
}

/** What an answer that is not fully right earns of so many. Multiplied before it is divided: 7 tenths of 45 are 31.5 and not a hair less. */
function earned(hundredths: number, item: PaperItem, answer: Answer | null): number {
  const { question } = item;
  const rule = ruleOf(item);
  switch (rule) {
    case 'all':
      return 0;
    case 'half':
    case 'perOption': {
      if (question.type !== 'multiple' || answer?.kind !== 'options') return 0;
      const right = rightOptions(question, answer.chosen);
      if (right === 0) return 0;
      return rule === 'half' ? hundredths / 2 : (hundredths * right) / new Set(question.answer).size;
    }
    case 'perBlank':
      if (question.type !== 'blank' || answer?.kind !== 'blanks') return 0;
      return (hundredths * rightBlanks(question, answer.texts)) / question.answer.length;
    default:
      return never(rule);
  }
}

/** How many of the right options were chosen; 0 as soon as a wrong one was. */
function rightOptions(question: ChoiceQuestion, chosen: readonly number[]): number {
  const given = new Set(chosen);
  return [...given].every((option) => question.answer.includes(option)) ? given.size : 0;
}

/** How many blanks are right. Where the order is free, a text may stand for any blank, but only for one (各空不分先后). */
export function rightBlanks({ answer, unordered }: BlankQuestion, texts: readonly string[]): number {
  const fits = (blank: number, place: number): boolean => isAccepted(texts[place] ?? '', answer[blank] ?? []);
  const blanks = answer.length;
  return unordered ? countMatches(blanks, blanks, fits) : answer.filter((_, blank) => fits(blank, blank)).length;
}
