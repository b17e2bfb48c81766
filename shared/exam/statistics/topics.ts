import type { Sitting, SatItem } from './sittings.ts';
import { share } from './counts.ts';
import { compare } from '../../compare.ts';

/** How a section or a topic was answered. */
export interface TopicRate {
  readonly section: string;
  readonly topic: string;
  /** How many different questions. */
  readonly questions: number;
  /** 作答人次: how many answers the rate rests on. */
  readonly answers: number;
  /** 正确率, 0 to 1. */
  readonly rate: number;
  /** The question with the lowest rate. */
  readonly hardest: string;
  /** 建议复习条款: the basis of the hardest questions, those that half of the people or more got wrong first, at most three. */
  readonly clauses: readonly string[];
}

/**
 * What an answer counts, 0 to 1: right or wrong; of a short answer and a case, whose marks have steps, the share of the score.
 * Null while it waits for a mark.
 */
export function creditOf({ result }: SatItem): number | null {
  if (result.correct === null) return null;
  if (result.type !== 'short' && result.type !== 'case') return result.correct ? 1 : 0;
  return result.full > 0 ? result.score / result.full : 0;
}

/** By section and topic, in the order of the paper: sections as they first appear, in each its topics. Only answers on computers. */
export function topicRates(sittings: readonly Sitting[]): readonly TopicRate[] {
  const items = itemsOf(sittings);
  const sections = [...new Set(items.map(({ item }) => item.question.section))];
  const groups = Map.groupBy(items, ({ item }) => JSON.stringify([item.question.section, item.question.topic]));
  return [...groups.values()]
    .flatMap((group) => rateOf(group) ?? [])
    .toSorted((one, other) => sections.indexOf(one.section) - sections.indexOf(other.section));
}

/** The items of all who are listed and sat on a computer, paper A before paper B, so that the order of people changes nothing. */
function itemsOf(sittings: readonly Sitting[]): SatItem[] {
  return sittings
    .filter(({ listed }) => listed)
    .toSorted((one, other) => compare(one.variant, other.variant) || compare(one.person.id, other.person.id))
    .flatMap(({ items }) => items);
}

function rateOf(group: readonly SatItem[]): TopicRate | null {
  const byQuestion = [...Map.groupBy(group, ({ item }) => item.question.id).values()]
    .flatMap((items) => questionRate(items) ?? [])
    .toSorted((one, other) => one.rate - other.rate || compare(one.id, other.id));
  const answers = byQuestion.reduce((sum, question) => sum + question.answers, 0);
  const rate = share(
    byQuestion.reduce((sum, { credit }) => sum + credit, 0),
    answers,
  );
  const [hardest] = byQuestion;
  const first = group[0]?.item.question;
  if (rate === null || !hardest || !first) return null;
  const missed = [hardest, ...byQuestion.slice(1).filter((question) => question.rate <= 0.5)];
  const clauses = [...new Set(missed.map(({ basis }) => basis).filter((basis) => basis !== ''))].slice(0, 3);
  return { section: first.section, topic: first.topic, questions: byQuestion.length, answers, rate, hardest: hardest.id, clauses };
}

interface QuestionRate {
  readonly id: string;
  readonly basis: string;
  readonly answers: number;
  readonly credit: number;
  readonly rate: number;
}

function questionRate(items: readonly SatItem[]): QuestionRate | null {
  const credits = items.flatMap((item) => creditOf(item) ?? []);
  const question = items[0]?.item.question;
  if (!question || credits.length === 0) return null;
  const credit = credits.reduce((sum, each) => sum + each, 0);
  return { id: question.id, basis: question.basis, answers: credits.length, credit, rate: credit / credits.length };
}

/** One cell of the matrix of blind spots: a section as one branch answered it in one quarter. */
export interface BlindSpot {
  readonly section: string;
  readonly unitName: string;
  readonly branch: string;
  readonly quarter: string;
  /** How many answers it rests on. */
  readonly answers: number;
  readonly rate: number;
}

/** 盲点矩阵: section × branch for one quarter, with how many answers each cell rests on. */
export function blindSpots(sittings: readonly Sitting[], quarter: string): readonly BlindSpot[] {
  const cells = new Map<string, { section: string; unitName: string; branch: string; credits: number[] }>();
  for (const { person, items, listed } of sittings) {
    if (!listed) continue;
    for (const sat of items) {
      const credit = creditOf(sat);
      if (credit === null) continue;
      const { section } = sat.item.question;
      const key = JSON.stringify([section, person.unitName, person.branch]);
      const cell = cells.get(key) ?? { section, unitName: person.unitName, branch: person.branch, credits: [] };
      cells.set(key, cell);
      cell.credits.push(credit);
    }
  }
  return [...cells.values()].map(({ credits, ...cell }) => ({
    ...cell,
    quarter,
    answers: credits.length,
    rate: credits.reduce((sum, credit) => sum + Math.round(credit * 10_000), 0) / 10_000 / credits.length,
  }));
}
