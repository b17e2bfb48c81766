import { compare } from '../../compare.ts';
import type { Answer, Question, QuestionType } from '../../model/question.ts';
import { inHundredths, sumHundredths } from '../points.ts';
import type { SatItem, Sitting } from './sittings.ts';
import { creditOf } from './topics.ts';

/** With fewer answers nothing is said about a question (n < 30: 不作判断). */
export const fewestAnswers = 30;

/** The share of the people that makes the upper and the lower group. */
const groupShare = 0.27;

/**
 * `negative`: the better people got it wrong more often · `distractor`: the better people chose a wrong option more often than
 * a right one. Both say that the key may be wrong.
 */
export type QuestionFlag = 'negative' | 'distractor';

/** How one question worked. */
export interface QuestionStatistics {
  readonly id: string;
  readonly type: QuestionType;
  readonly section: string;
  readonly topic: string;
  readonly stem: string;
  /** How many answered it on a computer and are marked. */
  readonly answers: number;
  /** 难度系数(通过率): mean share of the score, 0 (nobody) to 1 (everybody). */
  readonly facility: number;
  /** 区分度, −1 to 1; null with fewer than fewestAnswers, where it is not judged. */
  readonly discrimination: number | null;
  readonly flags: readonly QuestionFlag[];
  /** Of choices and judgements: how often each was chosen, and whether it is right. Judgements: 对, then 错. */
  readonly options: readonly OptionCount[];
}

export interface OptionCount {
  readonly chosen: number;
  readonly right: boolean;
}

/** An answer to a question, with what the person reached in the rest of the paper. */
interface Taken {
  readonly sat: SatItem;
  readonly credit: number;
  /** Share of the score of all other items, 0 to 1. */
  readonly rest: number;
}

/**
 * How each question worked, in the order of their ids. Discrimination is the classical upper-lower index D = P(upper 27 %) −
 * P(lower 27 %) (T. L. Kelley 1939, J. Educ. Psychol. 30: 27 % is the best cut; as in CTT textbooks for 27 % 高低分组法), the groups
 * made by the score in the rest of the paper, so that a question does not speak for itself. People of one score at the edge of
 * a group belong to it by the share that fits, so that no order of the people changes a figure.
 */
export function questionStatistics(sittings: readonly Sitting[]): readonly QuestionStatistics[] {
  const taken = new Map<string, Taken[]>();
  for (const sitting of sittings) {
    if (sitting.listed) collect(sitting, taken);
  }
  return [...taken.values()].flatMap((each) => statisticsOf(each) ?? []).toSorted((one, other) => compare(one.id, other.id));
}

function collect({ items }: Sitting, taken: Map<string, Taken[]>): void {
  const marked = items.flatMap((sat) => {
    const credit = creditOf(sat);
    return credit === null ? [] : [{ sat, credit }];
  });
  const score = sumHundredths(marked.map(({ sat }) => sat.result.score));
  const full = sumHundredths(marked.map(({ sat }) => sat.result.full));
  for (const { sat, credit } of marked) {
    const restFull = full - inHundredths(sat.result.full);
    const rest = restFull > 0 ? (score - inHundredths(sat.result.score)) / restFull : 0;
    const { id } = sat.item.question;
    const all = taken.get(id);
    if (all) all.push({ sat, credit, rest });
    else taken.set(id, [{ sat, credit, rest }]);
  }
}

function statisticsOf(taken: readonly Taken[]): QuestionStatistics | null {
  const question = taken[0]?.sat.item.question;
  if (!question) return null;
  const { id, type, section, topic, stem } = question;
  const judged = taken.length >= fewestAnswers;
  const upper = judged ? weigh(taken, (one, other) => other.rest - one.rest) : [];
  const lower = judged ? weigh(taken, (one, other) => one.rest - other.rest) : [];
  const discrimination = judged ? round(meanCredit(upper) - meanCredit(lower)) : null;
  return {
    id,
    type,
    section,
    topic,
    stem,
    answers: taken.length,
    facility: round(meanCredit(taken.map((each) => ({ ...each, weight: 1 })))),
    discrimination,
    flags: judged ? flagsOf(question, discrimination ?? 0, upper) : [],
    options: optionCounts(
      question,
      taken.map(({ sat }) => ({ answer: sat.answer, weight: 1 })),
    ),
  };
}

interface Weighed extends Taken {
  readonly weight: number;
}

/** The first 27 % in this order; those who stand equal at the edge share the places that are left. */
function weigh(taken: readonly Taken[], order: (one: Taken, other: Taken) => number): Weighed[] {
  const sorted = taken.toSorted(order);
  const size = Math.max(1, Math.round(taken.length * groupShare));
  const edge = sorted[size - 1];
  if (!edge) return [];
  const inside = sorted.filter((each) => order(each, edge) < 0);
  const atEdge = sorted.filter((each) => order(each, edge) === 0);
  const weight = (size - inside.length) / atEdge.length;
  return [...inside.map((each) => ({ ...each, weight: 1 })), ...atEdge.map((each) => ({ ...each, weight }))];
}

function meanCredit(group: readonly Weighed[]): number {
  const whole = group.reduce((sum, { weight }) => sum + weight, 0);
  return group.reduce((sum, { credit, weight }) => sum + credit * weight, 0) / whole;
}

function flagsOf(question: Question, discrimination: number, upper: readonly Weighed[]): QuestionFlag[] {
  const options = optionCounts(
    question,
    upper.map(({ sat, weight }) => ({ answer: sat.answer, weight })),
  );
  const right = options.filter((option) => option.right).map(({ chosen }) => chosen);
  const wrong = options.filter((option) => !option.right).map(({ chosen }) => chosen);
  const distracts = right.length > 0 && wrong.length > 0 && round(Math.max(...wrong)) > round(Math.min(...right));
  return [...(discrimination < 0 ? (['negative'] as const) : []), ...(distracts ? (['distractor'] as const) : [])];
}

/** Empty for questions without options. */
function optionCounts(question: Question, given: readonly { readonly answer: Answer | null; readonly weight: number }[]): OptionCount[] {
  const count = (chose: (answer: Answer) => boolean): number =>
    given.reduce((sum, { answer, weight }) => sum + (answer && chose(answer) ? weight : 0), 0);
  if (question.type === 'judge') {
    return [true, false].map((value) => ({
      chosen: count((answer) => answer.kind === 'judge' && answer.value === value),
      right: question.answer === value,
    }));
  }
  if (question.type !== 'single' && question.type !== 'multiple') return [];
  return question.options.map((_, option) => ({
    chosen: count((answer) => answer.kind === 'options' && answer.chosen.includes(option)),
    right: question.answer.includes(option),
  }));
}

/** To six digits: sums of shares in another order differ behind them. */
const round = (value: number): number => Math.round(value * 1e6) / 1e6 + 0; // no −0
