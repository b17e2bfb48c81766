import type { Answer, QuestionType } from '../model/question.ts';
import type { Response } from '../model/study.ts';

/** How long an answer takes somebody of whom nothing is known yet, the explanation read (seconds). */
export const usualSeconds = {
  judge: 20,
  single: 30,
  multiple: 40,
  blank: 45,
  short: 90,
  case: 180,
} as const satisfies Record<QuestionType, number>;

const typeOf = { judge: 'judge', options: 'single', blanks: 'blank', text: 'short', parts: 'case' } as const satisfies Record<
  Answer['kind'],
  QuestionType
>;

type TimedResponse = Pick<Response, 'answer' | 'at' | 'mode'>;

/** Longer than so many times the usual, somebody was away (milliseconds stand between two answers then, but not work). */
const away = 5;
/** From fewer answers nothing is concluded. */
const fewest = 10;
/** Nobody is taken for more than so many times as fast, or as slow, as usual. */
const limit = 4;

/**
 * How many times as long as usual a person takes for an answer: the median over the answers that follow another one at
 * once. 1 where there are too few. The responses in any order; those of tests are left out, which are handed in together.
 */
export function paceOf(responses: readonly TimedResponse[]): number {
  const studied = responses.filter(isStudied).toSorted((one, other) => one.at - other.at);
  const ratios = studied.flatMap(({ at, answer }, place) => {
    const before = studied[place - 1];
    const usual = 1000 * usualSeconds[typeOf[answer.kind]];
    const took = before ? (at - before.at) / usual : 0;
    return took > 0 && took <= away ? [took] : [];
  });
  if (ratios.length < fewest) return 1;
  return Math.min(limit, Math.max(1 / limit, median(ratios)));
}

/** How long somebody with this pace has studied to give these answers (seconds). */
export const secondsSpent = (responses: readonly TimedResponse[], pace: number): number =>
  responses.filter(isStudied).reduce((sum, { answer }) => sum + pace * usualSeconds[typeOf[answer.kind]], 0);

/** What is assumed of somebody's answers before there are any, and as how many answers that counts. */
const usualRight = { share: 0.8, answers: 20 };

/** Which share of the answers is right, above 0 to 1; few answers move it little. */
export function rightShareOf(responses: readonly Pick<Response, 'correct'>[]): number {
  const right = responses.filter(({ correct }) => correct).length;
  return (right + usualRight.share * usualRight.answers) / (responses.length + usualRight.answers);
}

export const isStudied = ({ mode }: Pick<Response, 'mode'>): boolean => mode !== 'mock' && mode !== 'exam';

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
