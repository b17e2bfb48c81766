import { difficulties, questionTypes } from '../../model/question.ts';
import { weightAfter } from '../blind-spots/mastery.ts';
import { knowns, type Kind, type TopicStanding, type Trial } from '../blind-spots/standing.ts';
import { nameOf } from '../blind-spots/weak-order.ts';
import { fitSteps, type Fit, type Observation, type Prior } from './fit.ts';

interface Asked extends Kind {
  /** As on a mock test. */
  readonly timed: boolean;
  /** Now, or among the last answers. */
  readonly recent: boolean;
}

/** What one person's answers say about answers to come. */
export interface Model {
  readonly fit: Fit;
  /** The columns and the group of questions of a kind in a topic. */
  columnsOf(section: string, kind: Asked): readonly number[];
  groupOf(topic: Pick<TopicStanding, 'section' | 'topic'>): number;
  readonly columns: number;
  readonly groups: number;
}

/** After so many days, and after so many later answers, an answer counts half for the forecast: who studies changes. */
const halfLifeDays = 30;
const halfLifeAnswers = 600;

/** So many last answers are weighed by themselves too, so that a leap or a slump is seen before old answers are outweighed. */
const recentAnswers = 150;

/**
 * What is assumed, in log odds, before there are answers; wide enough that some dozens of answers outweigh it. A
 * question last answered right is likelier to be right again (stronger after two in a row), one answered wrong a little,
 * because its answer was shown.
 */
const always: Prior = { mean: 0.7, deviation: 1.5 };
const ofSection: Prior = { mean: 0, deviation: 0.6 };
const ofTimed: Prior = { mean: 0, deviation: 0.15 };
const ofRecent: Prior = { mean: 0, deviation: 0.25 };
const ofTypes = {
  single: { mean: 0, deviation: 0.4 },
  multiple: { mean: -0.7, deviation: 0.5 },
  judge: { mean: 0.3, deviation: 0.4 },
  blank: { mean: -0.5, deviation: 0.5 },
  short: { mean: 0, deviation: 0.5 },
  case: { mean: -0.7, deviation: 0.5 },
} as const satisfies Record<Kind['type'], Prior>;
const ofDifficulties = {
  easy: { mean: 0.3, deviation: 0.4 },
  medium: { mean: 0, deviation: 0.4 },
  hard: { mean: -0.4, deviation: 0.4 },
} as const satisfies Record<Kind['difficulty'], Prior>;
const ofKnowns = {
  unseen: { mean: 0, deviation: 0.2 },
  wrong: { mean: 0.3, deviation: 0.7 },
  right: { mean: 1.2, deviation: 0.7 },
  firm: { mean: 1.8, deviation: 0.7 },
  certain: { mean: 2.4, deviation: 0.7 },
} as const satisfies Record<Kind['known'], Prior>;
const topicDeviation = 0.4;

/** Learns from all answers that count, step by step; `now` in milliseconds since 1970. */
export function* modelSteps(standings: readonly TopicStanding[], now: number): Generator<void, Model> {
  const groups = new Map(standings.map((standing, group) => [nameOf(standing), group]));
  const { priors, columnsOf } = layOut([...new Set(standings.map(({ section }) => section))]);
  const weightOf = weights(standings, now);
  const observations = standings.flatMap((standing, group) =>
    countTrials(standing.trials, weightOf).map(({ kind, answers, right }): Observation => ({
      columns: columnsOf(standing.section, kind),
      group,
      answers,
      right,
    })),
  );
  yield;
  return {
    fit: yield* fitSteps({ observations, columns: priors, groups: standings.length, groupDeviation: topicDeviation }),
    columnsOf,
    groupOf: (topic) => groups.get(nameOf(topic)) ?? 0,
    columns: priors.length,
    groups: standings.length,
  };
}

interface Layout extends Pick<Model, 'columnsOf'> {
  readonly priors: readonly Prior[];
}

/** Which column stands for what. */
function layOut(sections: readonly string[]): Layout {
  const priors: Prior[] = [always, ofTimed, ofRecent];
  const columns = <K extends string>(names: readonly K[], priorOf: (name: K) => Prior): ReadonlyMap<string, number> =>
    new Map(names.map((name) => [name, priors.push(priorOf(name)) - 1]));
  const types = columns(questionTypes, (type) => ofTypes[type]);
  const levels = columns(difficulties, (difficulty) => ofDifficulties[difficulty]);
  const states = columns(knowns, (known) => ofKnowns[known]);
  const places = columns(sections, () => ofSection);
  return {
    priors,
    columnsOf: (section, { type, difficulty, known, timed, recent }) => {
      const own = [types.get(type), levels.get(difficulty), states.get(known), places.get(section)];
      return [0, ...(timed ? [1] : []), ...(recent ? [2] : []), ...own.flatMap((column) => column ?? [])];
    },
  };
}

interface Counted {
  readonly kind: Asked;
  answers: number;
  right: number;
}

/** What an answer of that moment still counts, and whether it is one of the last. */
type WeightOf = (at: number) => { readonly weight: number; readonly recent: boolean };

function weights(standings: readonly TopicStanding[], now: number): WeightOf {
  const times = Float64Array.from(standings.flatMap(({ trials }) => trials.map(({ at }) => at))).sort();
  return (at) => {
    const later = times.length - placeAfter(times, at);
    return { recent: later < recentAnswers, weight: weightAfter(now - at, halfLifeDays) * 2 ** (-later / halfLifeAnswers) };
  };
}

/** The place of the first that is greater, in sorted numbers. */
function placeAfter(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function countTrials(trials: readonly Trial[], weightOf: WeightOf): Counted[] {
  const counted = new Map<string, Counted>();
  for (const trial of trials) {
    const { weight, recent } = weightOf(trial.at);
    const key = `${trial.type} ${trial.difficulty} ${trial.known} ${trial.timed} ${recent}`;
    const entry = counted.get(key) ?? { kind: { ...trial, recent }, answers: 0, right: 0 };
    entry.answers += weight;
    entry.right += trial.correct ? weight : 0;
    counted.set(key, entry);
  }
  return [...counted.values()];
}
