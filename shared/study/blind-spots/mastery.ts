import { compare } from '../../compare.ts';
import { meanOf, quantileOf, type Beta } from '../beta.ts';
import type { LastAnswer, TopicStanding } from './standing.ts';
import { nameOf } from './weak-order.ts';

/** How far a section or topic is mastered. Rates are shares, 0 to 1. */
export interface Mastery {
  /** The share of its questions that would be answered right now. */
  readonly estimate: number;
  /** In 80 of 100 cases the true rate lies between these. */
  readonly low: number;
  readonly high: number;
  /** How many questions it rests on: those answered in their present form. */
  readonly answers: number;
  /** Of these, how many were right the last time. */
  readonly right: number;
  readonly total: number;
}

export interface TopicMastery extends Mastery {
  readonly section: string;
  readonly topic: string;
}

export interface SectionMastery extends Mastery {
  readonly section: string;
  readonly topics: readonly TopicMastery[];
}

/** Below so many answered questions nothing is said of a section or topic. */
export const fewestAnswers = 5;

/** After so many days an answer counts half: a quarter, the step from exam to exam. */
export const halfLifeDays = 90;

/** So many answers a section's own have to outweigh before they say more than the person's rate in all; of a topic, its section's. */
const sectionPrior = 8;
const topicPrior = 4;

const rangeShare = 0.8;
const dayMs = 86_400_000;

/**
 * Mastery of every section and topic: a Beta–binomial model. The latest answer to each question counts, with a weight that
 * halves in `halfLifeDays`. What is expected of a topic before its own answers is the rate in its section, of a section
 * the rate in all (empirical Bayes; Efron and Morris, "Data Analysis Using Stein's Estimator", JASA 70, 1975): so few
 * answers move an estimate little, many decide it. `now` in milliseconds since 1970.
 */
export function masteryOf(topics: readonly TopicStanding[], now: number): SectionMastery[] {
  const weighed = topics.map((standing) => ({ standing, weights: weigh(standing.answered, now) }));
  const all = meanOf(added({ right: 1, wrong: 1 }, sum(weighed.map(({ weights }) => weights))));
  return [...Map.groupBy(weighed, ({ standing }) => standing.section)].map(([section, inSection]) => {
    const weights = sum(inSection.map((topic) => topic.weights));
    const beta = added(spread(all, sectionPrior), weights);
    return {
      section,
      ...describe(
        beta,
        inSection.map(({ standing }) => standing),
      ),
      topics: inSection.map((topic) => ({
        section,
        topic: topic.standing.topic,
        ...describe(added(spread(meanOf(beta), topicPrior), topic.weights), [topic.standing]),
      })),
    };
  });
}

/** How a rate is to be read: `few` answers · `weak` · `shaky` · `sound` (at the pass line or above). */
export type MasteryState = 'few' | 'weak' | 'shaky' | 'sound';

/** So many percentage points below the pass line weakness begins. */
export const weakBelow = 20;

/** By the whole percentage that is shown; `passLine` in percent. */
export function stateOf({ estimate, answers }: Pick<Mastery, 'estimate' | 'answers'>, passLine: number): MasteryState {
  const percent = Math.round(100 * estimate);
  if (answers < fewestAnswers) return 'few';
  if (percent >= passLine) return 'sound';
  return percent < passLine - weakBelow ? 'weak' : 'shaky';
}

/** The topics of all sections, the weakest first; of equal ones the better known first, then by name, so that the order is always one. */
export function weakestFirst(sections: readonly SectionMastery[]): TopicMastery[] {
  return sections
    .flatMap(({ topics }) => topics)
    .toSorted((one, other) => one.estimate - other.estimate || other.answers - one.answers || compare(nameOf(one), nameOf(other)));
}

function describe(beta: Beta, standings: readonly TopicStanding[]): Mastery {
  const answered = standings.flatMap((standing) => standing.answered);
  return {
    estimate: meanOf(beta),
    low: quantileOf(beta, (1 - rangeShare) / 2),
    high: quantileOf(beta, (1 + rangeShare) / 2),
    answers: answered.length,
    right: answered.filter(({ correct }) => correct).length,
    total: standings.reduce((total, standing) => total + standing.total, 0),
  };
}

/** An answer from a clock that ran ahead counts whole. */
function weigh(answers: readonly LastAnswer[], now: number): Beta {
  let right = 0;
  let wrong = 0;
  for (const { correct, at } of answers) {
    const weight = weightAfter(now - at, halfLifeDays);
    if (correct) right += weight;
    else wrong += weight;
  }
  return { right, wrong };
}

/** What an answer still counts after so many milliseconds. */
export const weightAfter = (age: number, halfLife: number): number => 2 ** (-Math.max(0, age) / (halfLife * dayMs));

const spread = (mean: number, strength: number): Beta => ({ right: mean * strength, wrong: (1 - mean) * strength });
const added = (one: Beta, other: Beta): Beta => ({ right: one.right + other.right, wrong: one.wrong + other.wrong });
const sum = (all: readonly Beta[]): Beta => all.reduce(added, { right: 0, wrong: 0 });
